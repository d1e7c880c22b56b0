import { randomBytes } from 'node:crypto';
import { hashToken } from './hash-token.ts';

/** By which people, and those who search code for secrets that were left there, know one. */
const narrowTokenPrefix = 'tenure_pat_';

/** A new narrow token: 256 random bits behind its prefix. */
export const newNarrowToken = (): string => narrowTokenPrefix + randomBytes(32).toString('base64url');

/** A narrow token as it came with a request; whose it is, only its row knows. */
export interface PresentedNarrowToken {
  readonly tokenHash: string;
}

/** Reads what may be a narrow token; null for what is none. */
export const readNarrowToken = (text: string): PresentedNarrowToken | null =>
  text.startsWith(narrowTokenPrefix) ? { tokenHash: hashToken(text) } : null;
