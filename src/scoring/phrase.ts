import { foldAccents } from '#job-pool/normalize-text.ts';

// Signs after a word are part of it: C++ is not C.
const word = /\.?[\p{L}\p{N}]+[+#]*/gu;

/** A text as words between blanks, so that a phrase is found only where its words stand whole and together. */
export const asPhrase = (text: string): string => ` ${foldAccents(text).match(word)?.join(' ') ?? ''} `;
