import { words } from '../words/session-proof.ts';

/** One condition of the password rule, in words and as a test. */
interface PasswordCondition {
  readonly label: string;
  readonly isMet: (password: string) => boolean;
}

const countCharacters = (password: string) => Array.from(password.normalize('NFC')).length;

/** What the server asks of a password. It also refuses common ones, which only it can tell. */
export const passwordConditions: readonly PasswordCondition[] = [
  { label: words.passwordRule.length, isMet: (p) => countCharacters(p) >= 8 && countCharacters(p) <= 128 },
  { label: words.passwordRule.letter, isMet: (p) => /\p{L}/u.test(p) },
  { label: words.passwordRule.digit, isMet: (p) => /\p{Nd}/u.test(p) },
  { label: words.passwordRule.other, isMet: (p) => /[^\p{L}\p{M}\p{Nd}]/u.test(p) },
];
