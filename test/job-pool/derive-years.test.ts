import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveYears } from '#job-pool/derive-years.ts';
import { splitPosting } from '#job-pool/posting-sections.ts';

const years = (text: string): readonly (number | null)[] => {
  const { min, max } = deriveYears(splitPosting(text));
  return [min, max];
};

describe('deriveYears', () => {
  it.each([
    ['5+ years of experience in software engineering', [5, null]],
    ['3-5 years of experience', [3, 5]],
    ['2 – 4 years’ experience in retail sales', [2, 4]],
    ['three to five years of professional experience', [3, 5]],
    ['At least two years working as a baker', [2, null]],
    ['Minimum of 3+ years in a similar role', [3, null]],
    ['Over 10 years of experience', [10, null]],
    ['Experience: 5 (five) years', [5, null]],
    ['5-7+ years of hands-on experience', [5, null]],
    ['0-2 years of experience', [0, 2]],
    ['You bring 7+ yrs of experience.', [7, null]],
    ['Mindestens 3 Jahre Berufserfahrung', [3, null]],
    ['5+ years of software engineering, with 2+ years in Python', [5, null]],
    ['Bachelor and 5 years of experience, or Master and 3 years of experience', [5, null]],
    ['Requirements\n - 5+ years infrastructure or DevOps', [5, null]],
    ['Requirements\n - 6+ years in product, ideally 10 years of experience in banking', [6, null]],
    ['About you\n - 4 years designing software (startup preferred)', [4, null]],
  ])('reads "%s" as %j', (text, expected) => expect(years(text)).toEqual(expected));

  it.each([
    'The company looks back on 10 years of history',
    'We have 25 years of combined experience',
    'Over the last 5 years we grew tenfold',
    'A leader in the industry for the past 40 years',
    '401k with match',
    'You must be at least 18 years of age',
    'Be at least 18 years old',
    'Sabbatical after 5 years of employment',
    'Equity vested over 4 years',
    'Our founders have 20 years of experience in banking',
    'We reached $40M in 3.5 years',
    'A 60 years old bakery',
    'About Acme\n\nWe bring 15 years of experience in baking.',
    'Benefits\n - one month off after 3 years working here',
    '25 days of holiday',
    '',
  ])('reads no demand into "%s"', (text) => expect(years(text)).toEqual([null, null]));

  it('goes by a wish only where nothing is demanded', () => {
    expect(years('Nice to have\n - 8 years of experience in banking')).toEqual([8, null]);
    expect(
      years('Requirements\n - 3 years of experience\n\nNice to have\n - 8 years of experience in banking'),
    ).toEqual([3, null]);
  });

  it('yields bounds in order, from 0 to 20, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('years', 'of', 'experience', '5+', '3-5', '99', 'ten', 'to', '\n - ', 'min'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { min, max } = deriveYears(splitPosting(pieces.join(' ')));
        expect(min ?? 0).toBeGreaterThanOrEqual(0);
        expect(max ?? min ?? 0).toBeGreaterThanOrEqual(min ?? 0);
        expect(max ?? min ?? 0).toBeLessThanOrEqual(20);
      }),
    );
  });
});
