import { describe, expect, it } from 'vitest';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { boardOf, readAnswer, recordedAnswers } from '../../support/board-answers.ts';

/** The first posting of answers, by their names. */
const expected: Readonly<Record<string, object>> = {
  'ashby-careerkit.json': { companyName: 'HighlightTA', workModel: 'REMOTE', postedDate: '2026-04-20' },
  'greenhouse-careerkit.json': {
    externalId: '8636903002',
    title: 'Customer Data Scientist - Experimentation',
    companyName: 'Amplitude',
    location: 'London, UK',
    secondaryLocations: ['London, England, United Kingdom'],
    descriptionHtml: expect.stringMatching(/^<div class="content-intro"><p>Amplitude/),
    postedDate: '2026-07-16',
  },
  'lever-radar.json': {
    title: 'Android Engineer III',
    companyName: 'matchgroup',
    country: 'US',
    workModel: 'HYBRID',
    employmentType: 'Full-time',
    postedDate: '2026-05-19',
    pay: { min: 150_000, max: 180_000, currency: 'USD', interval: 'YEAR' },
    descriptionHtml: expect.stringContaining('<h3>Responsibilities</h3>'),
  },
  'personio-careerkit.xml': {
    externalId: '1834171',
    companyName: 'Acme SE & Co. KG',
    location: 'Munich',
    secondaryLocations: ['Berlin'],
    employmentType: 'permanent, full-time',
    postedDate: '2024-11-13',
    sourceUrl: 'https://acme.jobs.personio.de/job/1834171',
    descriptionHtml: null,
  },
  'recruitee-careerkit.json': {
    externalId: '2700825',
    companyName: 'Acme',
    location: 'Berlin, Berlin, Germany',
    country: 'DE',
    workModel: 'HYBRID',
    employmentType: 'fulltime_permanent',
    postedDate: '2026-08-05',
    pay: { min: 60_000, max: 75_000, currency: 'EUR', interval: 'YEAR' },
    descriptionHtml: expect.stringContaining('<h3>Requirements</h3>'),
  },
  'rss-careerkit.xml': {
    title: 'Enterprise Applications Manager',
    companyName: 'Example Public Agency',
    location: 'Atlanta, Georgia',
    postedDate: '2026-08-19',
    applicationDeadline: '2026-09-20',
    pay: { min: 135_000, max: 175_000, currency: 'USD', interval: 'YEAR' },
    descriptionHtml: expect.stringContaining('<p>Five years of enterprise systems leadership.</p>'),
  },
  'smartrecruiters-careerkit.json': {
    externalId: '743999671674844',
    companyName: 'Knight Gayles',
    location: 'St. Louis, MO, United States',
    country: 'US',
    employmentType: 'Part-time',
    postedDate: '2018-06-08',
    sourceUrl: 'https://jobs.smartrecruiters.com/Knight/743999671674844',
  },
  'teamtailor-careerkit.json': {
    externalId: '7167985',
    companyName: 'Teamtailor',
    location: 'Madrid, Europe, ES',
    country: 'ES',
    postedDate: '2026-02-04',
    sourceUrl: expect.stringMatching(/^https:\/\/career\.teamtailor\.com\/jobs\/7167985-/),
  },
  'workable-careerkit.json': {
    externalId: 'DD136DD7E7',
    companyName: 'Zaelab',
    location: 'Spain',
    secondaryLocations: ['Portugal'],
    isRemote: true,
    postedDate: '2026-08-05',
  },
  'workday-careerkit.json': {
    externalId: 'salesforce/JR354232',
    companyName: 'salesforce',
    location: null,
    postedDate: '2026-08-09',
    sourceUrl: expect.stringMatching(
      /^https:\/\/salesforce\.wd12\.myworkdayjobs\.com\/External_Career_Site\/job\/.*_JR354232$/,
    ),
  },
};

/** Records that are no postings, or not as they stand, by the names of answers. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'personio-careerkit.xml': ['id: stands in the answer twice'],
};

describe('a recorded answer', () => {
  it.each(recordedAnswers)('$name is recognised and read to its last posting', async ({ name, text }) => {
    const { source, records } = await readAnswer(text, { board: boardOf(name) });
    expect(source).toBe(name.split('-')[0]);
    const postings = records.flatMap((each) => ('record' in each ? each.record : []));
    expect(postings.length).toBeGreaterThan(0);
    expect(postings[0]).toMatchObject(expected[name] ?? {});
    expect(records.flatMap((each) => ('rejected' in each ? each.rejected.reason : (each.repairs ?? [])))).toEqual(
      faults[name] ?? [],
    );
    for (const posting of postings) expect(derivePosting(posting).title).not.toBe('');
  });
});
