import { describe, expect, it } from 'vitest';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { mergeSightings } from '#job-pool/merge-sightings.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { samplePosting } from './sample-posting.ts';

const long = `${'We bake bread every morning, and you will bake it with us. '.repeat(5)}\n\nRequirements\n\n- 3 years of Python`;
const said = (fields: Partial<RawPosting>) => derivePosting(samplePosting({ descriptionText: long, ...fields }));

describe('mergeSightings', () => {
  const pay = { min: 50_000, max: 60_000, currency: 'EUR', interval: 'YEAR' } as const;
  const aggregator = said({
    externalId: 'theirs',
    title: 'BAKER',
    descriptionText: `${long.slice(0, 250)}…`,
    applyUrl: 'https://www.adzuna.com/land/1',
    sourceUrl: 'https://www.adzuna.com/1',
    postedDate: '2025-10-01',
    country: 'Germany',
    pay,
  });
  const board = said({
    externalId: 'own',
    applyUrl: 'https://jobs.lever.co/acme/0aeb1a2c-7d6e-4f5a-8b9c-1d2e3f4a5b6c/apply',
    sourceUrl: 'https://jobs.lever.co/acme/0aeb1a2c-7d6e-4f5a-8b9c-1d2e3f4a5b6c',
    postedDate: '2025-10-05',
  });

  it.each([
    ['first', [aggregator, board], 'theirs'],
    ['last', [board, aggregator], 'own'],
  ] as const)('takes each field from who knows best, the aggregator coming %s', (_, sightings, externalId) => {
    expect(mergeSightings([...sightings])).toMatchObject({
      // The row stays that of the source it began with.
      externalId,
      title: 'Baker',
      salaryMin: 50_000,
      salaryMax: 60_000,
      salaryCurrency: 'EUR',
      country: 'DE',
      postedDate: '2025-10-01',
      applyUrl: board.applyUrl,
      sourceUrl: board.sourceUrl,
      boardKey: 'lever:0aeb1a2c-7d6e-4f5a-8b9c-1d2e3f4a5b6c',
      descriptionHash: board.descriptionHash,
      isIncomplete: false,
      skills: board.skills,
      yearsMin: 3,
    });
  });

  it('keeps what the nearest source says where both say it', () => {
    const paid = { ...board, salaryMin: 1, salaryMax: 2, salaryCurrency: 'USD' };
    expect(mergeSightings([aggregator, paid])).toMatchObject({ salaryMin: 1, salaryMax: 2, salaryCurrency: 'USD' });
  });

  it('makes of one source what that source says', () => expect(mergeSightings([board])).toEqual(board));
});
