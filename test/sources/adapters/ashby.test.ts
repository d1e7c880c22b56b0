import { describe, expect, it } from 'vitest';
import { readAshbyPosting } from '#sources/adapters/ashby.ts';

const context = { board: null, today: '2026-08-10' };
const job = {
  id: '8481df25',
  title: ' Baker ',
  department: 'Bakery',
  employmentType: 'FullTime',
  location: 'Berlin',
  secondaryLocations: [{ location: 'Paris', address: {} }, { location: '' }],
  publishedAt: '2025-10-10T23:10:27.371+00:00',
  isListed: true,
  isRemote: null,
  address: { postalAddress: { addressCountry: 'Germany' } },
  jobUrl: 'https://jobs.ashbyhq.com/Good%20Bread/8481df25',
  applyUrl: 'https://jobs.ashbyhq.com/Good%20Bread/8481df25/application',
  descriptionPlain: 'We bake.',
  compensation: null,
};
const posting = (fields: object = {}) => {
  const read = readAshbyPosting({ ...job, ...fields }, context);
  if ('reason' in read) throw new Error(read.reason);
  return read.posting;
};
const reason = (record: unknown): string | null => {
  const read = readAshbyPosting(record, context);
  return 'reason' in read ? read.reason : null;
};
const salary = (minValue: number | null, maxValue: number | null, fields: object = {}) => ({
  compensationType: 'Salary',
  interval: '1 YEAR',
  currencyCode: 'USD',
  minValue,
  maxValue,
  ...fields,
});
const payOf = (...summaryComponents: object[]) => posting({ compensation: { summaryComponents } }).pay;

describe('readAshbyPosting', () => {
  it('takes over the fields of a job', () => {
    expect(posting()).toEqual({
      externalId: '8481df25',
      title: 'Baker',
      companyName: 'Good Bread',
      companyUrl: null,
      location: 'Berlin',
      secondaryLocations: ['Paris'],
      country: 'Germany',
      isRemote: null,
      workModel: null,
      employmentType: 'FullTime',
      descriptionHtml: null,
      descriptionText: 'We bake.',
      sourceUrl: job.jobUrl,
      applyUrl: job.applyUrl,
      postedDate: '2025-10-10',
      applicationDeadline: null,
      pay: null,
    });
  });

  it('takes the company from the record before the board in its link', () => {
    expect(posting({ company: 'Bread & Co' }).companyName).toBe('Bread & Co');
    expect(reason({ ...job, jobUrl: 'https://elsewhere.example/good/1' })).toContain('company');
    expect(reason({ ...job, jobUrl: 'https://jobs.ashbyhq.com/%zz/1' })).toContain('company');
  });

  it('lives without the fields that boards leave out', () => {
    const bare = { id: '1', title: 'Baker', jobUrl: job.jobUrl };
    expect(readAshbyPosting(bare, context)).toMatchObject({
      posting: { location: null, postedDate: null, isRemote: null, secondaryLocations: [] },
    });
  });

  it.each([
    ['Remote', 'REMOTE'],
    ['Hybrid', 'HYBRID'],
    ['OnSite', 'ONSITE'],
    ['Moon', null],
  ])('reads the workplace type %s as %s', (workplaceType, model) =>
    expect(posting({ workplaceType }).workModel).toBe(model),
  );

  it('takes the pay, the widest of several in the first one’s currency', () => {
    expect(
      payOf(salary(100, 200), {
        compensationType: 'Bonus',
        interval: '1 YEAR',
        currencyCode: 'USD',
        minValue: 1,
        maxValue: 9_999,
      }),
    ).toEqual({ min: 100, max: 200, currency: 'USD', interval: 'YEAR' });
    expect(payOf(salary(100, 200), salary(50, 150), salary(1, 999, { currencyCode: 'EUR' }))).toMatchObject({
      min: 50,
      max: 200,
    });
    expect(payOf(salary(20, null, { interval: '1 HOUR' }))).toEqual({
      min: 20,
      max: null,
      currency: 'USD',
      interval: 'HOUR',
    });
    expect(payOf(salary(20, 30, { interval: '1 TIME' }))).toBeNull();
    expect(payOf(salary(20, 30, { currencyCode: 'EUROS' }))).toBeNull();
    expect(payOf(salary(20, 30, { currencyCode: null }))).toMatchObject({ min: 20, currency: null });
    expect(payOf()).toBeNull();
  });

  it.each([
    [{ isListed: false }, 'isListed'],
    [{ id: '' }, 'id'],
    [{ id: 7 }, 'id'],
    [{ id: 'a\0b' }, 'id'],
    [{ id: 'half: \ud83d' }, 'id'],
    [{ jobUrl: 'https://jobs.ashbyhq.com/good/\0' }, 'jobUrl'],
    [{ jobUrl: 'https://jobs.ashbyhq.com/good/\udc00' }, 'jobUrl'],
    [{ applyUrl: 'https://jobs.ashbyhq.com/\0' }, 'applyUrl'],
    [{ jobUrl: `https://jobs.ashbyhq.com/${'x'.repeat(256)}/1` }, 'company'],
    [{ publishedAt: '0000-01-01T00:00:00Z' }, 'publishedAt'],
    // In the first year by UTC, yet stored by the date as it is written.
    [{ publishedAt: '0000-12-31T23:00:00-02:00' }, 'publishedAt'],
    [{ title: '   ' }, 'title'],
    [{ title: 'B'.repeat(256) }, 'title'],
    [{ jobUrl: 'javascript:alert(1)' }, 'jobUrl'],
    [{ jobUrl: 'not a link' }, 'jobUrl'],
    [{ applyUrl: 'data:text/html,x' }, 'applyUrl'],
    [{ applyUrl: `https://x.example/${'x'.repeat(1_000)}` }, 'applyUrl'],
    [{ publishedAt: 'yesterday' }, 'publishedAt'],
    [{ descriptionPlain: 'x'.repeat(200_001) }, 'descriptionPlain'],
    [{ secondaryLocations: 'Paris' }, 'secondaryLocations'],
    [{ compensation: { summaryComponents: [salary(Number.NaN, 1)] } }, 'compensation.summaryComponents.0.minValue'],
  ])('refuses %j and says which field', (fields, field) => {
    expect(reason({ ...job, ...fields })).toMatch(new RegExp(`^${field}: .`));
  });

  it.each([[null], [7], ['Baker'], [[]]])('refuses %j, which is no record', (record) =>
    expect(reason(record)).toMatch(/^record: ./),
  );
});
