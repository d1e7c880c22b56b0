import { describe, expect, it } from 'vitest';
import { prepareCities } from '#scoring/match-place.ts';

function isIn(city: string, location: string | null): boolean {
  return prepareCities([city])(location);
}

describe('prepareCities', () => {
  it.each([
    ['Seattle', 'Seattle'],
    ['seattle', 'SEATTLE, WA'],
    ['Seattle, WA', 'Seattle'],
    ['Seattle, WA', 'Seattle, Washington'],
    ['Seattle WA', 'Seattle, WA - US'],
    ['London', 'Greater London'],
    ['London', 'London, UK (hybrid)'],
    ['London, UK', 'London, United Kingdom'],
    ['Sao Paulo', 'São Paulo'],
    ['Zürich', 'Zurich'],
    ['München', 'Munich Office '],
    ['Bangalore', 'India - Bengaluru'],
    ['St. Louis', 'Saint Louis, MO'],
    ['Washington, DC', 'Washington D.C.'],
    ['New York', 'New York City, NY'],
    ['NYC', 'New York, NY (HQ)'],
    ['Buffalo, NY', 'Buffalo, New York'],
    ['San Francisco', 'San Francisco-Hybrid'],
    ['San Francisco', '*HQ - San Francisco, CA'],
    ['San Francisco', 'San Francisco Bay Area'],
    ['San Francisco', 'Remote, Bay Area'],
    ['Toronto', 'Greater Toronto Area, Ontario'],
    ['Toronto', 'Hybrid in Toronto'],
    ['Lehi', 'Weave - Headquarters (Lehi, UT)'],
    ['Portland, OR', 'Portland, OR - US'],
  ])('finds "%s" in "%s"', (city, location) => {
    expect(isIn(city, location)).toBe(true);
  });

  it.each([
    ['Paris', 'Paris or London'],
    ['London', 'Paris or London'],
    ['New York', 'SF / NY'],
    ['Seattle', 'New York, San Francisco, or Seattle (Hybrid)'],
    ['Los Angeles', 'Las Vegas, San Francisco, Los Angeles, Seattle'],
    ['Rome', 'Milan, Turin, and Rome'],
    ['Denver', 'San Francisco (CA),  Denver (CO), New York (NY)'],
  ])('finds "%s" among the several places of "%s"', (city, location) => {
    expect(isIn(city, location)).toBe(true);
  });

  it.each([
    ['York', 'New York'],
    ['London', 'New London, Connecticut'],
    ['London', 'Londonderry Mall'],
    ['New York', 'Pelham Manor, New York'],
    ['Portland, OR', 'Portland, Maine'],
    ['Portland, ME', 'Portland, OR - US'],
    ['Vancouver, WA', 'Vancouver, CA'],
    ['London, UK', 'Manchester, UK'],
    ['Toronto, Ontario', 'Ottawa, Ontario'],
    ['Los Angeles', 'Shreveport, LA'],
    ['Seattle', 'United States'],
    ['Seattle', 'Remote'],
    ['Seattle', ''],
    ['Seattle', null],
  ])('does not find "%s" in "%s"', (city, location) => {
    expect(isIn(city, location)).toBe(false);
  });

  it('answers alike when it is asked again', () => {
    const isWanted = prepareCities(['Berlin', 'Paris']);
    expect(['Paris', 'Rome', 'Paris', 'Rome'].map(isWanted)).toEqual([true, false, true, false]);
  });
});
