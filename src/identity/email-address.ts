import { InvalidInput } from '#platform/errors.ts';
import { foldAddress } from '#platform/fold-address.ts';

const maxLength = 255;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;

// The rule browsers apply to <input type=email> (WHATWG HTML), widened to letters of every script (RFC 6531) and
// narrowed to domains with a dot. It leaves no room for spaces, control characters, quotes or angle brackets, so an
// address can be put into a mail header as it is.
const address = new RegExp(
  String.raw`^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+)*@${label}(?:\.${label})+$`,
  'u',
);

/**
 * An address in the one form it is stored and looked up in: NFKC, trimmed, lower case. Normalised before it is judged,
 * because a judged address that changes afterwards has not been judged.
 * @returns null where it is no address
 */
export function findEmailAddress(text: string): string | null {
  const normalised = foldAddress(text);
  return normalised.length <= maxLength && address.test(normalised) ? normalised : null;
}

/**
 * @param field argument to name where it is no address
 * @throws InvalidInput
 */
export function parseEmailAddress(text: string, field = 'input.email'): string {
  const email = findEmailAddress(text);
  if (email === null) throw new InvalidInput(field, 'This is not an e-mail address.');
  return email;
}
