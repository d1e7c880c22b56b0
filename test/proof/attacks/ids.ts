import { readingTwins, writingTwins, reorderTwin, type Twin } from '../../authorization/probes.ts';

/** Every operation that takes an id of an owned row, once. */
export const operations: readonly Twin[] = [...readingTwins, reorderTwin, ...writingTwins];

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
const cyrillic = (text: string): string => text.replaceAll('a', '\u0430').replaceAll('e', '\u0435');

/** Other spellings of one id: PostgreSQL reads the first six as the same UUID, other readers some of the others. */
export const spellings: Readonly<Record<string, (id: string) => string>> = {
  'in upper case': (id) => id.toUpperCase(),
  'in braces': (id) => `{${id}}`,
  'without hyphens': (id) => id.replaceAll('-', ''),
  'with hyphens elsewhere': (id) => id.replaceAll('-', '').replaceAll(/.{4}(?=.)/g, '$&-'),
  'with spaces around': (id) => ` ${id} `,
  'in braces, in upper case, without hyphens': (id) => `{${id.replaceAll('-', '').toUpperCase()}}`,
  'as a URN': (id) => `urn:uuid:${id}`,
  'with a line feed': (id) => `${id}\n`,
  'with a NUL': (id) => `${id}\0`,
  'with a byte order mark': (id) => `\ufeff${id}`,
  'in digits of another script': fullWidth,
  'in letters that look alike': cyrillic,
  'percent-encoded': (id) => id.replaceAll('-', '%2d'),
  'in Base64, as Relay has global ids': (id) => Buffer.from(`Persona:${id}`).toString('base64'),
  'in quotes': (id) => `'${id}'`,
  'with a comment behind': (id) => `${id}'--`,
  'in an array of PostgreSQL’s': (id) => `{"${id}"}`,
  twice: (id) => `${id},${id}`,
  'at great length': (id) => `${id}${' '.repeat(100_000)}`,
};
