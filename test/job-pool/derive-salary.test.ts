import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSalary, salaryOfText } from '#job-pool/derive-salary.ts';
import { splitPosting } from '#job-pool/posting-sections.ts';
import type { RawPay } from '#job-pool/raw-posting.ts';
import { yearlySalary } from '#job-pool/yearly-salary.ts';

const ofText = (text: string, country: string | null = null): readonly unknown[] => {
  const { min, max, currency } = salaryOfText(splitPosting(text), country);
  return [min, max, currency];
};
const pay = (min: number | null, max: number | null, fields: Partial<RawPay> = {}): RawPay => ({
  min,
  max,
  currency: 'EUR',
  interval: 'YEAR',
  ...fields,
});

describe('yearlySalary', () => {
  it.each([
    ['YEAR', 60_000, 60_000],
    ['MONTH', 5_000, 60_000],
    ['WEEK', 1_000, 52_000],
    ['DAY', 300, 78_000],
    ['HOUR', 20.5, 42_640],
  ] as const)('makes a year of pay by the %s', (interval, amount, yearly) => {
    expect(yearlySalary(pay(amount, amount, { interval }))).toEqual({ min: yearly, max: yearly, currency: 'EUR' });
  });

  it('puts bounds in order and drops what nobody earns', () => {
    expect(yearlySalary(pay(90_000, 60_000))).toEqual({ min: 60_000, max: 90_000, currency: 'EUR' });
    expect(yearlySalary(pay(0, 750_000))).toEqual({ min: null, max: 750_000, currency: 'EUR' });
    expect(yearlySalary(pay(40, 60))).toEqual({ min: null, max: null, currency: null });
    expect(yearlySalary(pay(50_000, 90_000_000))).toEqual({ min: 50_000, max: null, currency: 'EUR' });
    expect(yearlySalary(pay(7_000_000, 900_000_000, { currency: 'INR' })).max).toBe(900_000_000);
  });

  it('yields whole numbers in order, or nothing, for any figures', () => {
    const bound = fc.option(fc.oneof(fc.double(), fc.integer()));
    const interval = fc.constantFrom<RawPay['interval']>('YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR');
    fc.assert(
      fc.property(bound, bound, interval, (min, max, unit) => {
        const salary = yearlySalary(pay(min, max, { interval: unit }));
        const bounds = [salary.min, salary.max].filter((each) => each !== null);
        expect(bounds.every((each) => Number.isInteger(each) && each >= 1_000 && each <= 10_000_000)).toBe(true);
        expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds);
        expect(salary.currency === null).toBe(bounds.length === 0);
      }),
    );
  });
});

describe('yearlySalary of what cannot be', () => {
  const none = { min: null, max: null, currency: null };
  it.each([
    ['no number', NaN, NaN, 'EUR'],
    ['infinite', Infinity, -Infinity, 'EUR'],
    ['negative', -90_000, -60_000, 'EUR'],
    ['beyond all measure', 1e300, 1e308, 'JPY'],
    ['in a currency that does not exist', 60_000, 90_000, 'ZZQ'],
    ['in a word', 60_000, 90_000, 'EUROS'],
  ])('is none: %s', (...[, min, max, currency]) =>
    expect(yearlySalary({ min, max, currency, interval: 'YEAR' })).toEqual(none),
  );
});

describe('salaryOfText', () => {
  it.each([
    ['The salary range is $150k - $200k.', [150_000, 200_000, 'USD']],
    ['$150,000 - $200,000', [150_000, 200_000, 'USD']],
    ['£60,000–£75,000 per annum', [60_000, 75_000, 'GBP']],
    ['Salary: EUR 70.000', [70_000, null, 'EUR']],
    ['Gehalt: 60 000 € - 70 000 €', [60_000, 70_000, 'EUR']],
    ['Base salary: $120-150k', [120_000, 150_000, 'USD']],
    ['The base pay is between $123,000 USD and $167,000 USD plus an equity grant.', [123_000, 167_000, 'USD']],
    ['Pay range: $103,000 - $129,000 CAD', [103_000, 129_000, 'CAD']],
    ['Compensation: C$90,000 to C$110,000', [90_000, 110_000, 'CAD']],
    ['Pay: $15.00 per hour', [31_200, null, 'USD']],
    ['The salary is $37.00 - $43.00 per hour.', [76_960, 89_440, 'USD']],
    ['Pay 4.000 - 5.000 € / month', [48_000, 60_000, 'EUR']],
    ['Hourly Base Pay: $23.25 USD', [48_360, null, 'USD']],
    ['Compensation is up to $220,000 a year.', [null, 220_000, 'USD']],
    ['Salary between $126,000 [lowest market] to $196,000 [highest market]', [126_000, 196_000, 'USD']],
    ['Salary package ($100,000 pa - $200,000 pa)', [100_000, 200_000, 'USD']],
    ['Compensation\n\n$127,000 - $180,000 + Equity + Benefits', [127_000, 180_000, 'USD']],
  ])('reads "%s" as %j', (text, expected) => expect(ofText(text)).toEqual(expected));

  it.each([
    'We raised $250M to pay for growth.',
    'We raised $150k - $200k in our seed round.',
    'You sell deals of $50k - $150k.',
    'Salary plus a learning budget of $1,000 per year',
    'Life insurance of 2 times your salary, up to $200k',
    'Competitive salary + company bonus (up to 15K€ per year)',
    'Annual quota of $800,000 - $900,000, competitive pay',
    'Pay 401(k)',
    'Base: 10,000 - 20,000 customers',
    'This role is eligible for a $5/hour shift differential on top of base pay.',
    'We manage $10k-$500k of salary payments',
    '',
  ])('reads no pay into "%s"', (text) => expect(ofText(text)).toEqual([null, null, null]));

  it('takes a bare dollar for that of the country', () => {
    expect(ofText('Salary: $100,000 - $120,000', 'CA')).toEqual([100_000, 120_000, 'CAD']);
    expect(ofText('Salary: $100,000 - $120,000', 'DE')).toEqual([100_000, 120_000, 'USD']);
    expect(ofText('Salary: $100,000 - $120,000 USD', 'CA')).toEqual([100_000, 120_000, 'USD']);
  });
});

describe('deriveSalary', () => {
  it('goes by the text only where the source states no usable figures', () => {
    const sentences = splitPosting('Salary: $150k - $200k');
    expect(deriveSalary(pay(60_000, 70_000), sentences, null).currency).toBe('EUR');
    expect(deriveSalary(pay(0, null), sentences, null)).toEqual({ min: 150_000, max: 200_000, currency: 'USD' });
    expect(deriveSalary(null, sentences, null).max).toBe(200_000);
  });
});
