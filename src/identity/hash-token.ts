import { createHash } from 'node:crypto';

/** The only form in which what a browser or program keeps is stored. No slow hash: nobody guesses 256 bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
