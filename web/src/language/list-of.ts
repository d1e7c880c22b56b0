import { language } from '../words/language.ts';

const format = new Intl.ListFormat(language, { type: 'unit' });

/** Several texts beside each other, such as `a, b, c`. */
export const listOf = (texts: readonly string[]): string => format.format(texts);
