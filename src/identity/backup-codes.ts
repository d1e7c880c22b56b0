import { randomBytes } from 'node:crypto';

/** Crockford's Base32: no letters that look like digits, so that codes survive paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;
const setSize = 10;

/** Ten codes of 80 random bits each, as they are stored and compared. */
export const newBackupCodes = (): readonly string[] => Array.from({ length: setSize }, newCode);

// 32 letters divide 256 evenly: each is as likely as any other.
const newCode = (): string => Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join('');

/** As people read and write them. */
export const showBackupCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** The code that is meant, however it is spelt: case, hyphens, spaces and look-alikes do not matter; null for none. */
export function readBackupCode(given: string): string | null {
  const code = given.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return new RegExp(`^[${alphabet}]{${codeLength}}$`).test(code) ? code : null;
}
