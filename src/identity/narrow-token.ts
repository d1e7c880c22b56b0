import { createHash, randomBytes } from 'node:crypto';

/** By which people, and those who search code for secrets that were left there, know one. */
const narrowTokenPrefix = 'tenure_pat_';

/** A new narrow token: 256 random bits behind its prefix. */
export const newNarrowToken = (): string => narrowTokenPrefix + randomBytes(32).toString('base64url');

/** A narrow token as it came with a request; whose it is, only its row knows. */
export interface PresentedNarrowToken {
  readonly tokenHash: string;
}

/** The only form in which one is stored. No slow hash: nobody guesses 256 bits. */
export const hashNarrowToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Reads what may be a narrow token; null for what is none. */
export const readNarrowToken = (text: string): PresentedNarrowToken | null =>
  text.startsWith(narrowTokenPrefix) ? { tokenHash: hashNarrowToken(text) } : null;
