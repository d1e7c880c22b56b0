import { language } from '../words/language.ts';
import { once } from './once.ts';

const beside = once(() => new Intl.ListFormat(language, { type: 'unit' }));
const all = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
const any = once(() => new Intl.ListFormat(language, { type: 'disjunction' }));

/** Several texts beside each other, such as `a, b, c`. */
export const listOf = (texts: readonly string[]): string => beside().format(texts);

/** All of several, such as `a, b, and c`. */
export const allOf = (texts: readonly string[]): string => all().format(texts);

/** Any of several, such as `a, b, or c`. */
export const anyOf = (texts: readonly string[]): string => any().format(texts);
