import { InvalidInput } from '#platform/errors.ts';

const minLength = 8;
const maxLength = 128;
const maxBytes = 1024;

const classes = [
  { pattern: /\p{L}/u, missing: 'a letter' },
  { pattern: /\p{Nd}/u, missing: 'a digit' },
  { pattern: /[^\p{L}\p{M}\p{Nd}]/u, missing: 'a character that is neither' },
] as const;

/** The form in which a password is judged and hashed: keyboards differ in how they compose letters (NIST SP 800-63B-4). */
export const normalisePassword = (password: string): string => password.normalize('NFC');

/** Whether a password is short enough to be worth hashing; the cap keeps hashing cheap to refuse. Bytes are of UTF-8. */
export const isHashable = (password: string): boolean =>
  Buffer.byteLength(password) <= maxBytes && codePoints(normalisePassword(password)) <= maxLength;

/**
 * Judges a new password: 8 to 128 code points with a letter, a digit and one other character.
 * @throws InvalidInput for `input.password` with a sentence that says everything it lacks
 */
export function assertPasswordAllowed(password: string): void {
  if (!isHashable(password))
    throw new InvalidInput('input.password', `The password may have at most ${maxLength} characters.`);
  const normalised = normalisePassword(password);
  const lacks = [
    ...(codePoints(normalised) < minLength ? [`at least ${minLength} characters`] : []),
    ...classes.filter(({ pattern }) => !pattern.test(normalised)).map(({ missing }) => missing),
  ];
  if (lacks.length > 0) throw new InvalidInput('input.password', `The password needs ${enumerate(lacks)}.`);
}

const codePoints = (text: string): number => [...text].length;

const enumerate = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
