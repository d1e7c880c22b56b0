import { language } from '../words/language.ts';

const rules = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** What a word is for each kind of number that a language tells apart. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The form of a word that goes with a number. */
export const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other;

/** A number with the form of a word that goes with it, such as `1,204 matches`. */
export const countOf = (count: number, forms: Forms): string => `${numbers.format(count)} ${plural(count, forms)}`;
