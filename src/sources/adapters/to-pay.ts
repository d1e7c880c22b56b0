import type { RawPay } from '#job-pool/raw-posting.ts';
import type { Repair } from './posting-fields.ts';

/** Pay as a record has it. */
interface StatedPay {
  readonly min?: unknown;
  readonly max?: unknown;
  readonly currency?: string | null | undefined;
  /** In the source's words; the source's usual one where null. */
  readonly interval?: string | null | undefined;
}

/** How a source's pay is read. */
interface PayReading {
  readonly field: string;
  /** For a source that does not state the interval. */
  readonly usual: RawPay['interval'] | null;
  readonly repair: Repair;
}

const intervals: readonly (readonly [RawPay['interval'], RegExp])[] = [
  ['YEAR', /year|annu|^pa$/i],
  ['MONTH', /month|mensal|^pm$/i],
  ['WEEK', /week|^pw$/i],
  ['DAY', /\bday|daily|^pd$/i],
  ['HOUR', /hour|^ph$/i],
];

/** The interval that a source's word means. */
export function toInterval(word: string | null | undefined): RawPay['interval'] | null {
  return intervals.find(([, pattern]) => pattern.test((word ?? '').trim()))?.[0] ?? null;
}

/**
 * Pay from figures as sources write them: numbers, or texts such as "60,000". What is no figure and what is negative is
 * left out, bounds in the wrong order change places, both said so; zero means unstated. Pay for an interval or in a
 * currency that cannot be read is none.
 */
export function toPay(
  { min, max, currency, interval }: StatedPay,
  { field, usual, repair }: PayReading,
): RawPay | null {
  const low = toAmount(min, `${field} minimum`, repair);
  const high = toAmount(max, `${field} maximum`, repair);
  if (low === null && high === null) return null;
  const per = !interval ? usual : toInterval(interval);
  if (per === null) return leftOut(repair, field, 'is for an interval that is not known');
  const code = currencyCode(currency);
  // Figures in "EUROS" would be taken for dollars if the currency alone were dropped.
  if (!/^(?:[A-Z]{3})?$/.test(code)) return leftOut(repair, field, 'is in a currency that is not known');
  return { ...inOrder(low, high, () => repair(field, swapped)), currency: code === '' ? null : code, interval: per };
}

const currencyCode = (currency: string | null | undefined): string => (currency ?? '').trim().toUpperCase();

const swapped = 'has its minimum above its maximum, exchanged';

function inOrder(min: number | null, max: number | null, onSwap: () => void): Pick<RawPay, 'min' | 'max'> {
  if (min === null || max === null || min <= max) return { min, max };
  onSwap();
  return { min: max, max: min };
}

function toAmount(value: unknown, field: string, repair: Repair): number | null {
  if (value === null || value === undefined || value === '') return null;
  const amount =
    typeof value === 'number' ? value : typeof value === 'string' ? amountOfText(value.trim()) : Number.NaN;
  if (!Number.isFinite(amount)) return leftOut(repair, field, 'is no figure');
  if (amount < 0) return leftOut(repair, field, 'is negative');
  return amount === 0 ? null : amount;
}

// Thousands by comma, point or blank; "60k". A text with more in it than one figure is not read as one.
function amountOfText(text: string): number {
  const found =
    /^(?:[A-Z]{3} ?|\p{Sc} ?)?(-?\d{1,3}(?:[,.\s]\d{3})+|-?\d+)([.,]\d{1,2})?(k)?(?: ?[A-Z]{3}| ?\p{Sc})?$/iu.exec(
      text,
    );
  if (!found) return Number.NaN;
  const [, whole = '', part = '', thousand] = found;
  return Number(whole.replace(/[,.\s]/g, '') + part.replace(',', '.')) * (thousand === undefined ? 1 : 1000);
}

function leftOut(repair: Repair, field: string, why: string): null {
  repair(field, `${why}, left out`);
  return null;
}
