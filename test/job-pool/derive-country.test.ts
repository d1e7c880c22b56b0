import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveCountry } from '#job-pool/derive-country.ts';

describe('deriveCountry', () => {
  it.each([
    ['United States', 'US'],
    ['USA', 'US'],
    ['U.S.A', 'US'],
    ['US', 'US'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['deutschland', 'DE'],
    ['France, Metropolitan', 'FR'],
    ['Ivory Coast', 'CI'],
    ['Turkey', 'TR'],
    ['South Korea', 'KR'],
    ['Serbia', 'RS'],
    ['Georgia', 'GE'],
    ['DE', 'DE'],
    ['European Union', null],
    ['Any Location', null],
    ['', null],
    [null, null],
  ])('of the address country %s is %s', (country, code) => expect(deriveCountry(country, null)).toBe(code));

  it.each([
    ['San Francisco, CA', 'US'],
    ['Austin, TX', 'US'],
    ['Macon, Georgia', 'US'],
    ['Tbilisi, Georgia', 'GE'],
    ['Toronto, ON', 'CA'],
    ['Halifax, NS', 'CA'],
    ['Bogota, CO', 'CO'],
    ['Berlin, DE', 'DE'],
    ['Remote UK', 'GB'],
    ['US - Remote', 'US'],
    ['Remote-India', 'IN'],
    ['Mapbox Poland', 'PL'],
    ['Bengaluru, Karnataka', 'IN'],
    ['São Paulo', 'BR'],
    ['New York, New York', 'US'],
    ['SF / NY', 'US'],
    ['London, UK (hybrid)', 'GB'],
    ['*HQ - San Francisco, CA', 'US'],
    ['United Kingdom, Remote', 'GB'],
    ['Zurich', 'CH'],
  ])('of the place %s is %s', (location, code) => expect(deriveCountry(null, location)).toBe(code));

  it.each([
    'Remote (United States | Canada)',
    'Paris or London',
    'US/Canada - Remote',
    'Remote – US & Canada',
    'Remote',
    'Europe',
    'North America - Remote',
    'EMEA',
    'Georgia',
    'Springfield, DE',
    'Headquarters',
    '',
  ])('stays open for the place "%s"', (location) => expect(deriveCountry(null, location)).toBeNull());

  it('prefers the address to the place', () => expect(deriveCountry('Portugal', 'Remote - US')).toBe('PT'));

  it('yields two capitals or nothing for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (country, location) => {
        expect(deriveCountry(country, location) ?? 'XX').toMatch(/^[A-Z]{2}$/);
      }),
    );
  });
});
