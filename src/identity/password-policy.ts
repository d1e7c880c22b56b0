import { InvalidInput } from '#platform/errors.ts';
import { isCommonPassword } from './common-passwords.ts';

const maxLength = 128;
const maxBytes = 1024;

const classes = [
  { pattern: /\p{L}/u, missing: 'a letter' },
  { pattern: /\p{Nd}/u, missing: 'a digit' },
  { pattern: /[^\p{L}\p{M}\p{Nd}]/u, missing: 'a character that is neither' },
] as const;

const rules = {
  classes: { minLength: 8, classes },
  // What NIST SP 800-63B-4 asks of a password that is the only factor.
  length: { minLength: 15, classes: [] },
} as const;

const productName = 'tenure';
const minNamePartLength = 4;

/** The form in which a password is judged and hashed: keyboards differ in how they compose letters (NIST SP 800-63B-4). */
export const normalisePassword = (password: string): string => password.normalize('NFC');

/** Whether a password is short enough to be worth hashing; the cap keeps hashing cheap to refuse. Bytes are of UTF-8. */
export const isHashable = (password: string): boolean =>
  Buffer.byteLength(password) <= maxBytes && codePoints(normalisePassword(password)) <= maxLength;

export interface PasswordPolicy {
  /**
   * Judges a new password of the account with this address.
   * @param about.field where the password came from, `input.password` unless told
   * @throws InvalidInput for that field with a sentence that says everything the password lacks
   */
  readonly assertAllowed: (password: string, about: { readonly email: string; readonly field?: string }) => void;
}

/**
 * The rules for new passwords. `classes`: at least 8 code points with a letter, a digit and one other character;
 * `length`: at least 15 of any kind. With both, at most 128, none of the 10,000 most common passwords, and neither the
 * product's name nor a part of the e-mail address's own (OWASP ASVS 5.0, 6.2).
 */
export function createPasswordPolicy({ kind }: { readonly kind: keyof typeof rules }): PasswordPolicy {
  return {
    assertAllowed(password, { email, field = 'input.password' }) {
      if (!isHashable(password))
        throw new InvalidInput(field, `The password may have at most ${maxLength} characters.`);
      const needs = findLacks(normalisePassword(password), kind);
      const mayNot = findBans(fold(password), email);
      const faults = [
        ...(needs.length > 0 ? [`needs ${enumerate(needs, 'and')}`] : []),
        ...(mayNot.length > 0 ? [`may not ${enumerate(mayNot, 'or')}`] : []),
      ];
      if (faults.length > 0) throw new InvalidInput(field, `The password ${faults.join(', and ')}.`);
    },
  };
}

const findLacks = (password: string, kind: keyof typeof rules): readonly string[] => {
  const { minLength, classes } = rules[kind];
  return [
    ...(codePoints(password) < minLength ? [`at least ${minLength} characters`] : []),
    ...classes.filter(({ pattern }) => !pattern.test(password)).map(({ missing }) => missing),
  ];
};

const findBans = (folded: string, email: string): readonly string[] => [
  ...(isCommonPassword(folded) ? ['be one of the 10,000 most common ones'] : []),
  ...(folded.includes(productName) ? ['contain the name of this product'] : []),
  ...(nameParts(email).some((part) => folded.includes(part)) ? ['contain a part of the e-mail address'] : []),
];

/** What stands before the @, whole and in parts; what is shorter than 4 characters is in too many words to be banned. */
function nameParts(email: string): readonly string[] {
  const name = fold(email.replace(/@.*$/su, ''));
  return [name, ...name.split(/[._+-]/u)].filter((part) => codePoints(part) >= minNamePartLength);
}

/** For comparing alone, in the form that addresses are stored in. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');

const codePoints = (text: string): number => [...text].length;

const enumerate = (parts: readonly string[], last: 'and' | 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
