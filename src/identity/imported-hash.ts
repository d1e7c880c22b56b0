import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { truncates } from 'bcryptjs';
import type { BcryptQuestion } from './bcrypt-worker.ts';

// Cost 10 to 15, and 22 + 31 characters, of which the last of salt and hash hold 2 and 4 bits.
const bcryptForm = /^\$2[aby]\$1[0-5]\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/;

// https://passlib.readthedocs.io/en/stable/lib/passlib.hash.pbkdf2_digest.html: base64 with . for +, without padding.
const passlibForm = /^\$pbkdf2-sha256\$[1-9]\d{4,6}\$[./A-Za-z0-9]{2,172}\$[./A-Za-z0-9]{43}$/;
// https://docs.djangoproject.com/en/stable/topics/auth/passwords/: the salt is text, the key base64.
const djangoForm = /^pbkdf2_sha256\$[1-9]\d{4,6}\$[^$]{1,128}\$[+/A-Za-z0-9]{43}=$/;

// From what NIST SP 800-63B (2017) asked for at the least, to well above what Django 6 uses (1,200,000).
const minIterations = 10_000;
const maxIterations = 2_000_000;

/** The hash of a password that another product made. */
export interface ImportedHash {
  readonly matches: (password: string) => Promise<boolean>;
}

/**
 * Reads a hash of bcrypt (`$2a$`, `$2b$`, `$2y$`; cost 10 to 15) or PBKDF2-HMAC-SHA256 (as Passlib and Django write it;
 * 10,000 to 2,000,000 iterations). Weaker ones are not worth trusting, and dearer ones would hold up who waits behind.
 *
 * Passwords are compared as typed: other products rarely normalise them.
 * @returns null for any other text
 */
export function findImportedHash(text: string): ImportedHash | null {
  if (bcryptForm.test(text)) return { matches: (password) => matchesBcrypt(password, text) };
  const isPasslib = passlibForm.test(text);
  if (!isPasslib && !djangoForm.test(text)) return null;
  const [rounds, salt, key] = text.split('$').slice(-3) as [string, string, string];
  const iterations = Number(rounds);
  if (iterations < minIterations || iterations > maxIterations) return null;
  const made = { iterations, salt: isPasslib ? decode(salt) : Buffer.from(salt), key: decode(key) };
  return { matches: (password) => matchesPbkdf2(password, made) };
}

/** Whether an account with this hash may be imported: its owner can sign in with the password it was made of. */
export const isImportableHash = (text: string): boolean => findImportedHash(text) !== null;

/**
 * Bcrypt reads 72 bytes, and a NUL may end it sooner. A longer password matches nothing: the hash says nothing about
 * the rest of it, so any ending would be taken for right, and then be written down as the password.
 */
async function matchesBcrypt(password: string, stored: string): Promise<boolean> {
  if (truncates(password) || password.includes('\0')) return false;
  // It is JavaScript and takes up to seconds: on a thread of its own it holds nobody else up.
  const workerData: BcryptQuestion = { password, stored };
  const [isMatch] = await once(new Worker(new URL('bcrypt-worker.ts', import.meta.url), { workerData }), 'message');
  return isMatch === true;
}

interface Pbkdf2Hash {
  readonly iterations: number;
  readonly salt: Buffer;
  readonly key: Buffer;
}

async function matchesPbkdf2(password: string, { iterations, salt, key }: Pbkdf2Hash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, iterations, key.length, 'sha256'), key);
}

const derive = promisify(pbkdf2);

const decode = (text: string): Buffer => Buffer.from(text.replaceAll('.', '+'), 'base64');
