import { createReadStream } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivePosting } from '#job-pool/derive-posting.ts';
import type { DerivedPosting, RawPosting } from '#job-pool/raw-posting.ts';
import { parseImport } from '#sources/parse-import.ts';
import { samplePosting } from './sample-posting.ts';

describe('derivePosting', () => {
  it('reads every column out of a posting', () => {
    const text =
      'About the role\n\nYou run our services in a small team that likes to ship, to learn and to help each other out.\n\nRequirements\n\n - 5+ years of Go\n\n - PostgreSQL\n\nNice to have\n\n - Kafka\n\nSalary: €80,000 - €100,000 and shares in the company.';
    const derived = derivePosting(
      samplePosting({
        title: ' Senior  Backend Engineer (m/w/d) ',
        location: 'Berlin Office',
        secondaryLocations: ['Remote - Germany', 'Berlin Office', ''],
        isRemote: false,
        employmentType: 'FullTime',
        descriptionText: text,
        sourceUrl: 'https://jobs.example/1',
        postedDate: '2025-10-01',
      }),
    );
    expect(derived).toMatchObject({
      externalId: 'posting-1',
      title: 'Senior Backend Engineer (m/w/d)',
      location: 'Berlin Office; Remote - Germany',
      country: 'DE',
      workModel: 'ONSITE',
      seniorityLevel: 'SENIOR',
      employmentType: 'FULL_TIME',
      salaryMin: 80_000,
      salaryMax: 100_000,
      salaryCurrency: 'EUR',
      yearsMin: 5,
      yearsMax: null,
      isIncomplete: false,
      companyKey: 'example',
      titleKey: 'backend engineer senior',
      placeKey: 'berlin',
      postedDate: '2025-10-01',
      sourceUrl: 'https://jobs.example/1',
    });
    expect(derived.skills).toEqual([
      { name: 'Backend Development', kind: 'HARD', required: true, years: null },
      { name: 'Go', kind: 'HARD', required: true, years: 5 },
      { name: 'PostgreSQL', kind: 'HARD', required: true, years: null },
      { name: 'Kafka', kind: 'HARD', required: false, years: null },
    ]);
  });

  it('shows safe mark-up and reads the same words, not those given beside it', () => {
    const derived = derivePosting(
      samplePosting({
        descriptionHtml: '<p onclick="x()">We use <b>Go</b> code.</p><script>x()</script>',
        descriptionText: 'Ignore all rules',
      }),
    );
    expect(derived.descriptionHtml).toBe('<p>We use <b>Go</b> code.</p>');
    expect(derived.descriptionText).toBe('We use Go code.');
  });

  it('goes by the plain text where the mark-up has no words', () => {
    const derived = derivePosting(
      samplePosting({ descriptionHtml: '<img src="x.png">', descriptionText: 'We bake <bread>.' }),
    );
    expect(derived.descriptionText).toBe('We bake <bread>.');
    expect(derived.descriptionHtml).toBe('<p>We bake &lt;bread&gt;.</p>');
  });

  it('marks postings without a full text as incomplete', () => {
    expect(derivePosting(samplePosting()).isIncomplete).toBe(true);
    expect(derivePosting(samplePosting({ descriptionText: 'We bake.' })).isIncomplete).toBe(true);
    expect(derivePosting(samplePosting({ descriptionText: 'We bake. '.repeat(30) })).isIncomplete).toBe(false);
  });

  it('does not count the employer’s own product among the skills it asks for', () => {
    const skills = (companyName: string) =>
      derivePosting(samplePosting({ companyName, descriptionText: 'You know Databricks and SQL.' })).skills.map(
        ({ name }) => name,
      );
    expect(skills('databricks')).toEqual(['SQL']);
    expect(skills('Acme')).toEqual(['Databricks', 'SQL']);
  });

  it('fits its columns and holds no text that PostgreSQL refuses, whatever comes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 255 });
    const posting = fc.record({
      title: text,
      companyName: text,
      location: fc.option(text),
      secondaryLocations: fc.array(text, { maxLength: 5 }),
      descriptionText: fc.option(text),
      descriptionHtml: fc.option(text),
    });
    fc.assert(
      fc.property(posting, (fields) => {
        const derived = derivePosting(samplePosting(fields));
        expect(JSON.stringify(derived)).not.toContain('\\u0000');
        expect(derived.descriptionText.isWellFormed() && derived.title.isWellFormed()).toBe(true);
        expect(derived.location?.length ?? 0).toBeLessThanOrEqual(255);
        expect(Math.max(derived.companyKey.length, derived.placeKey.length)).toBeLessThanOrEqual(255);
      }),
    );
  });

  it.each([
    ['"<a"', '<a'.repeat(50_000)],
    ['blanks', ' '.repeat(100_000)],
    ['skills', 'Go, Python '.repeat(9_000)],
    ['years', '5 years of Go and '.repeat(5_000)],
    ['figures', '111 111 111 '.repeat(8_000)],
    ['pay', '$100,000 - $200,000 salary '.repeat(3_500)],
    ['full stops', '. '.repeat(50_000)],
    ['line ends', '\n'.repeat(100_000)],
    ['one word', 'a'.repeat(100_000)],
    ['office days', 'office 3 days in the office '.repeat(3_500)],
  ])('reads 100 kB of %s without getting lost', (_, descriptionText) => {
    const derived = derivePosting(samplePosting({ descriptionText, descriptionHtml: `<p>${descriptionText}</p>` }));
    expect(derived.descriptionHash).toHaveLength(64);
  });

  it('says the same for the same posting', () => {
    const raw = samplePosting({ title: 'Go Developer', descriptionText: 'Requirements\n - 5 years of Go' });
    expect(derivePosting(raw)).toEqual(derivePosting(structuredClone(raw)));
  });
});

describe('derivePosting over the demo', () => {
  const raws: RawPosting[] = [];
  let derived: readonly DerivedPosting[] = [];
  const share = (holds: (posting: DerivedPosting) => boolean): number => derived.filter(holds).length / derived.length;

  beforeAll(async () => {
    for await (const read of parseImport(
      createReadStream(new URL('../../demo/postings.jsonl.gz', import.meta.url)),
      null,
    )) {
      if ('record' in read) raws.push(read.record);
    }
    derived = raws.map(derivePosting);
  });

  it('takes all 400 postings, of many companies, with links and full texts', () => {
    expect(derived).toHaveLength(400);
    const perCompany = Map.groupBy(derived, ({ companyKey }) => companyKey);
    expect(perCompany.size).toBeGreaterThan(150);
    expect(Math.max(...[...perCompany.values()].map((postings) => postings.length))).toBeLessThanOrEqual(3);
    expect(share(({ sourceUrl, applyUrl }) => sourceUrl !== null && applyUrl !== null)).toBe(1);
    expect(share(({ isIncomplete }) => isIncomplete)).toBe(0);
  });

  it('finds skills in all of them, and something in most', () => {
    expect(share(({ skills }) => skills.some(({ kind, required }) => kind === 'HARD' && required))).toBe(1);
    expect(share(({ skills }) => skills.some(({ kind }) => kind === 'SOFT'))).toBeGreaterThan(0.9);
    expect(share(({ workModel }) => workModel !== null)).toBeGreaterThan(0.95);
    expect(share(({ seniorityLevel }) => seniorityLevel !== null)).toBeGreaterThan(0.9);
    expect(share(({ yearsMin }) => yearsMin !== null)).toBeGreaterThan(0.9);
    expect(share(({ country }) => country !== null)).toBeGreaterThan(0.9);
    expect(share(({ salaryCurrency }) => salaryCurrency !== null)).toBeGreaterThan(0.6);
  });

  it('reads plausible pay only: whole, in order, with a currency, and what people earn in a year', () => {
    const implausible = derived.filter(({ salaryMin, salaryMax, salaryCurrency }) => {
      const bounds = [salaryMin, salaryMax].filter((bound) => bound !== null);
      const isEarned = bounds.every((bound) => Number.isInteger(bound) && bound >= 5_000 && bound <= 1_000_000);
      const isInOrder = (salaryMin ?? 0) <= (salaryMax ?? salaryMin ?? 0);
      return !isEarned || !isInOrder || bounds.length > 0 !== (salaryCurrency !== null);
    });
    expect(implausible.map(({ title }) => title)).toEqual([]);
  });

  it('reads plausible years only', () => {
    const implausible = derived.filter(({ yearsMin, yearsMax }) => {
      const [min, max] = [yearsMin ?? 0, yearsMax ?? yearsMin ?? 0];
      return !Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max > 20 || min > max;
    });
    expect(implausible.map(({ title }) => title)).toEqual([]);
  });

  it('names the same level for no more than two thirds of them, and every work model', () => {
    for (const level of ['ENTRY', 'MID', 'SENIOR', 'LEAD', 'EXECUTIVE'] as const) {
      expect(share(({ seniorityLevel }) => seniorityLevel === level)).toBeLessThan(0.67);
    }
    for (const model of ['REMOTE', 'HYBRID', 'ONSITE'] as const) {
      expect(share(({ workModel }) => workModel === model)).toBeGreaterThan(0.05);
    }
  });
});
