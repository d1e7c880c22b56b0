import { language } from '../words/language.ts';
import { once } from './once.ts';

// More of a fraction than this is never shown.
const digits = { maximumFractionDigits: 1 };
const numbers = once(() => new Intl.NumberFormat(language, digits));
const shares = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
const rules = once(() => new Intl.PluralRules(language, digits));

/** A number, such as `1,204` or `2.5`. */
export const formatNumber = (number: number): string => numbers().format(number);

/** A part of one, such as `45%`. */
export const formatShare = (share: number): string => shares().format(share);

/** How an input for large numbers writes them. */
export const separators = once(() => {
  const parts = new Map(
    numbers()
      .formatToParts(10_000.5)
      .map(({ type, value }) => [type, value]),
  );
  return { thousandSeparator: parts.get('group') ?? '', decimalSeparator: parts.get('decimal') ?? '.' };
});

/** How amounts of a currency are written, such as `$120,000`; what is no ISO code stands behind the number. */
export function createAmountFormat(currency: string | null): (amount: number) => string {
  if (currency && /^[A-Z]{3}$/u.test(currency)) {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
    return (amount) => format.format(amount);
  }
  return (amount) => `${formatNumber(amount)} ${currency ?? ''}`.trim();
}

/** What a word is for each kind of number that a language tells apart. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The form of a word that goes with a number. */
export const plural = (count: number, forms: Forms): string => forms[rules().select(count)] ?? forms.other;

/** A number with the form of a word that goes with it, such as `1,204 matches`. */
export const countOf = (count: number, forms: Forms): string => `${formatNumber(count)} ${plural(count, forms)}`;
