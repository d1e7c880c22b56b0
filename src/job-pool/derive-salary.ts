import type { PostingSentence } from './posting-sections.ts';
import type { RawPay } from './raw-posting.ts';
import { unknownSalary, yearlySalary, type YearlySalary } from './yearly-salary.ts';

/** A figure or range found in a sentence, with what stands around it. */
interface Figure {
  readonly min: number | null;
  readonly max: number | null;
  readonly signs: readonly (string | undefined)[];
  readonly before: string;
  readonly after: string;
}

const codes = 'USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|CHF|SEK|NOK|DKK|PLN|CZK|INR|JPY|BRL|MXN|AED|ILS|ZAR|RON|HUF|SAR|PHP';
const sign = `(?:CA|CAD|AU|US|NZ|HK|[CASR])?\\$|[€£₹¥]|\\b(?:${codes})\\b`;
const currencyOfSign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  us$: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  cad$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
};
const dollarOfCountry: Readonly<Record<string, string>> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD' };

// Thousands by comma, point, blank or apostrophe, or a "k"; never millions: "$1.5M" is no pay.
const number =
  "(\\d{1,3}(?:[,.'’\\u00a0\\u202f ]\\d{3})+(?:\\.\\d{2})?|\\d+(?:[.,]\\d{1,2})?)\\s?(k\\b)?(?![\\d%]|\\s?(?:m|mm|b|bn|million|billion|mio)\\b)";
const unitWord = '(?:(?:\\/|per |an? )?\\s?(?:year|yr|hour|hr|annum|month)|pa|p\\.a\\.|ote|base)?';
const range = new RegExp(
  `(${sign})?\\s?${number}\\s?(${sign})?\\s?${unitWord}\\s?(?:-|–|—|to|and|bis|à)\\s?(${sign})?\\s?${number}\\s?(${sign})?`,
  'gi',
);
const single = new RegExp(`(${sign})\\s?${number}|${number}\\s?(${sign})`, 'gi');
// "$126,000 [in our lowest market] to $196,000 [in our highest]"
const aside = /\[[^\]]*\]/g;

const payContext =
  /salar|compensation|\bpay\b|\bpaid\b|\bbase\b|\bote\b|on.target|remuneration|per (?:year|annum|hour|month)|p\.a\.|annually|a year|\/ ?(?:year|yr|hour|hr)|hourly|wage|earn|package|gehalt|salaire|rémunération|salario|salário|brutto/i;
// A line of little more than a range needs no other words: "$127,000 - $180,000 + equity".
const barePayLength = 60;
const calledPay =
  /\b(?:salar\w+|base|pay|paid|compensation|wages?|rate|ote|earn\w*|remuneration|gehalt|salaire|rémunération)\b[^.]{0,45}$/i;
// Money of other kinds, told by the words right before or after it.
const otherMoney =
  /\b(?:acv|arr|mrr|gmv|deals?|contract value|budgets?|revenue|quotas?|fund(?:ing|ed|raise)?|rais(?:e|ed|ing)|valuation|seed|series|grants?|spend|stipends?|referral|allowance|sign(?:ing)?[- ]on|customers|bookings|portfolio|loans?|aum|reimburse\w*|insurance|credit|prizes?|awards?|campaigns?|differential|bonus(?:es)? (?:of|\(?up to)|in bonus|valued|worth|scale|transactions?|assets|times (?:your|the|annual))\b/i;

const intervals: readonly (readonly [RawPay['interval'], RegExp])[] = [
  ['HOUR', /^.{0,25}?(?:per|an|\/|each) ?(?:hour|hr|h)\b|^.{0,15}hourly/i],
  ['DAY', /^.{0,25}?(?:per|a|\/|each) ?day\b|^.{0,15}daily/i],
  ['WEEK', /^.{0,25}?(?:per|a|\/|each) ?week\b|^.{0,15}weekly/i],
  ['MONTH', /^.{0,25}?(?:per|a|\/|each) ?(?:month|mo)\b|^.{0,15}monthly|^.{0,15}par mois/i],
];
/** Least that prose can mean as pay for an interval. */
const leastPay = { YEAR: 10_000, MONTH: 500, WEEK: 200, DAY: 40, HOUR: 5 } as const satisfies Record<
  RawPay['interval'],
  number
>;
const widestRange = 10;

/** Yearly pay of a posting: the source's own figures, else what its text states. */
export function deriveSalary(
  pay: RawPay | null,
  sentences: readonly PostingSentence[],
  country: string | null,
): YearlySalary {
  const stated = pay === null ? unknownSalary : yearlySalary(pay);
  return stated.currency === null ? salaryOfText(sentences, country) : stated;
}

/**
 * Yearly pay that a text states, such as "$150k - $200k", "£60,000–£75,000 per annum" or "EUR 70.000"; the first
 * statement counts. Deal sizes, budgets and funding rounds are no pay. A bare "$" is the dollar of the posting's
 * country where that has one of its own.
 */
export function salaryOfText(sentences: readonly PostingSentence[], country: string | null): YearlySalary {
  let heading = '';
  for (const { text, isHeading } of sentences) {
    if (isHeading) heading = text;
    if (!/\d/.test(text)) continue;
    const words = text.replace(aside, ' ');
    const isAboutPay = payContext.test(words) || payContext.test(heading);
    const figures = isAboutPay || words.length <= barePayLength ? findRanges(words) : [];
    const found = [...figures, ...(isAboutPay ? findSingles(words) : [])]
      .map((figure) => asPay(figure, words, country))
      .find((salary) => salary !== null);
    if (found) return found;
  }
  return unknownSalary;
}

function findRanges(text: string): Figure[] {
  return [...text.matchAll(range)].map((match) => {
    const [whole, first, low = '', lowK, second, third, high = '', highK, fourth] = match;
    const max = toNumber(high, highK);
    // "120-150k": the unit is said once.
    const min = toNumber(low, lowK ?? (Number(low) < 1_000 && max >= 10_000 ? highK : undefined));
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + whole.length)];
    return { min, max, signs: [first, second, third, fourth], before, after };
  });
}

// One figure alone is pay only if it is called so or comes by the hour.
function findSingles(text: string): Figure[] {
  const figures = [...text.matchAll(single)].map((match) => {
    const [whole, first, low, lowK, other = '', otherK, second] = match;
    const value = toNumber(low ?? other, lowK ?? otherK);
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + whole.length)];
    const isMost = /\bup to\s*$/i.test(before);
    return { min: isMost ? null : value, max: isMost ? value : null, signs: [first, second], before, after };
  });
  return figures.filter((figure) => calledPay.test(figure.before) || intervalOf(figure) === 'HOUR');
}

function asPay(figure: Figure, text: string, country: string | null): YearlySalary | null {
  const { min, max } = figure;
  const currency = currencyOf(figure.signs, text, country);
  if (currency === null || !isPlausible(figure)) return null;
  const salary = yearlySalary({ min, max, currency, interval: intervalOf(figure) });
  return salary.currency === null ? null : salary;
}

function isPlausible(figure: Figure): boolean {
  // What is paid on top is said after a "plus": "$120,000 plus an equity grant".
  const [own = ''] = figure.after.slice(0, 25).split(/\bplus\b|\band\b|[+,;(]/i);
  if (otherMoney.test(figure.before.slice(-40)) || otherMoney.test(own)) return false;
  const [low, high] = [figure.min ?? figure.max ?? 0, figure.max ?? figure.min ?? 0];
  return high >= leastPay[intervalOf(figure)] && high <= low * widestRange;
}

function intervalOf({ before, after }: Figure): RawPay['interval'] {
  const said = intervals.find(([, pattern]) => pattern.test(after))?.[0];
  return said ?? (/\bhourly\b[^.]{0,40}$/i.test(before) ? 'HOUR' : 'YEAR');
}

function currencyOf(signs: Figure['signs'], text: string, country: string | null): string | null {
  const written = signs.filter((candidate) => candidate !== undefined);
  const code = written.find((candidate) => /^[A-Z]{3}$/i.test(candidate));
  if (written.length === 0) return null;
  if (code !== undefined) return code.toUpperCase();
  const named = currencyOfSign[(written[0] ?? '').toLowerCase()];
  return named ?? /\b(?:USD|CAD|AUD|NZD|SGD|HKD)\b/.exec(text)?.[0] ?? dollarOfCountry[country ?? ''] ?? 'USD';
}

function toNumber(figure: string, thousand: string | undefined): number {
  const whole = figure.replace(/[,.'’\u00a0\u202f ](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return Number(whole) * (thousand === undefined ? 1 : 1_000);
}
