import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../support/board-answers.ts';

const greenhouseJob = (fields: object = {}) => ({
  id: 1,
  title: 'Baker',
  company_name: 'Bread',
  absolute_url: 'https://job-boards.greenhouse.io/bread/jobs/1',
  content: '&lt;p&gt;We bake.&lt;/p&gt;',
  first_published: '2026-07-16T11:55:32-04:00',
  ...fields,
});
const greenhouse = (...jobs: unknown[]) => readAnswer(JSON.stringify({ jobs }), { as: 'greenhouse' });
const offer = (fields: object) => ({
  id: 1,
  title: 'Baker',
  company_name: 'Bread',
  careers_url: 'https://bread.recruitee.com/o/baker',
  ...fields,
});
const recruitee = (fields: object) => readAnswer(JSON.stringify({ offers: [offer(fields)] }), { as: 'recruitee' });
const page = (json: unknown) =>
  `<!doctype html><html><head><script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script></head></html>`;
const schemaOrg = (fields: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Baker',
  url: 'https://bread.example/jobs/7',
  hiringOrganization: { '@type': 'Organization', name: 'Bread' },
  ...fields,
});
const item = (title: string, more = '') =>
  `<item><title>${title}</title><link>https://bread.example/${title}</link><company>Bread</company>${more}</item>`;
const rss = (items: string, head = '') => `<?xml version="1.0"?>${head}<rss><channel>${items}</channel></rss>`;

const first = async (reading: ReturnType<typeof readAnswer>) => {
  const [record] = (await reading).records;
  if (record === undefined || 'rejected' in record) throw new Error(JSON.stringify(record));
  return record;
};

describe('an answer that is none of its source', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    [
      'HTML instead of JSON',
      'greenhouse',
      '<!doctype html><html>Checking your browser</html>',
      /is a web page, not JSON/,
    ],
    ['HTML instead of XML', 'personio', '<html><body>Not found</body></html>', /is a web page, not XML/],
    ['a cut off answer', 'lever', '[{"id":"1","text":"Baker"', /not JSON, or is cut off, at line 1/],
    ['cut off XML', 'personio', '<workzag-jobs><position><id>1</id>', /XML is cut off/],
    ['XML closed otherwise', 'rss', '<rss><channel></rss>', /XML is cut off/],
    ['invalid UTF-8', 'recruitee', Buffer.from([0x7b, 0x22, 0xe4, 0xff]), /is not UTF-8/],
    ['another shape', 'workable', '{"error":"not found"}', /has no list of "jobs"/],
    ['a list that is none', 'lever', '{"ok":false}', /is no list of postings/],
    ['a page without postings', 'jsonld', '<html><body>Jobs</body></html>', /has no JobPosting/],
    ['an element that is left open', 'rss', '<rss><channel/>', /XML is cut off/],
    ['one element left open', 'rss', '<rss>', /XML is cut off/],
    ['other XML', 'personio', '<error/>', /is no <workzag-jobs>/],
    ['RSS without a channel', 'rss', '<rss/>', /has no <channel>/],
    ['a list of a board that is not said', 'workday', '{"jobPostings":[]}', /does not name its tenant/],
    ['nothing', 'greenhouse', ' \n', /is empty/],
    [
      'entities that grow without end',
      'rss',
      rss(item('&lol2;'), '<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>'),
      /document type or entities/,
    ],
    [
      'an entity that names a file',
      'personio',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><workzag-jobs><position><id>&f;</id></position></workzag-jobs>',
      /document type or entities/,
    ],
    ['XML without a bottom', 'rss', '<a>'.repeat(100_000), /nested deeper than 50/],
  ])('is refused as a whole: %s', async (...[, as, text, reason]) => {
    await expect(readAnswer(text, { as })).rejects.toThrow(reason);
  });

  it('is named as nobody’s where the source is not said', async () => {
    await expect(readAnswer('[{"foo":1}]')).rejects.toThrow('no known source');
    await expect(readAnswer('<opml/>')).rejects.toThrow('no known source');
  });
});

describe('a record that is no posting', () => {
  it.each<[object, RegExp]>([
    [{ title: '' }, /^title: /],
    [{ title: 'B'.repeat(256) }, /^title: /],
    [{ id: null }, /^id: /],
    [{ absolute_url: 'javascript:alert(1)' }, /^absolute_url: /],
    [{ company_name: ' ' }, /^company_name: /],
    [{ content: 7 }, /^content: /],
  ])('is rejected with its place and field, and the others are taken: %j', async (fields, reason) => {
    const { records } = await greenhouse(greenhouseJob({ id: 2 }), greenhouseJob(fields), greenhouseJob({ id: 3 }));
    expect(records.map((each) => ('rejected' in each ? each.rejected : null))).toEqual([
      null,
      { line: 2, reason: expect.stringMatching(reason) },
      null,
    ]);
  });

  it('is rejected where its id came before', async () => {
    const { records } = await greenhouse(greenhouseJob(), greenhouseJob({ title: 'Another' }));
    expect(records[1]).toEqual({ rejected: { line: 2, reason: 'id: stands in the answer twice' } });
  });

  it('is rejected where it is none at all', async () => {
    const { records } = await greenhouse(null, 7, 'Baker', []);
    expect(records).toHaveLength(4);
    expect(records.every((each) => 'rejected' in each)).toBe(true);
  });

  it('leaves the other scripts of its page alone', async () => {
    const { records } = await readAnswer(`${page(schemaOrg())}${page('{"@type":"JobPosting",')}`, { as: 'jsonld' });
    expect(records).toEqual([
      { record: expect.objectContaining({ externalId: 'https://bread.example/jobs/7' }) },
      { rejected: { line: 2, reason: 'application/ld+json: is not JSON' } },
    ]);
  });
});

describe('a date', () => {
  it.each<[unknown, string]>([
    ['2026-08-05', '2026-08-05'],
    ['2026-08-05T23:30:00-04:00', '2026-08-05'],
    ['2026-08-05 09:41:37 UTC', '2026-08-05'],
    ['Wed, 05 Aug 2026 23:10:38 GMT', '2026-08-05'],
    ['5 August 2026', '2026-08-05'],
    [1_785_931_200, '2026-08-05'],
    [1_785_931_200_000, '2026-08-05'],
    ['1785931200', '2026-08-05'],
  ])('is read from %j', async (published_at, day) => {
    expect((await first(recruitee({ published_at }))).record.postedDate).toBe(day);
  });

  it.each([['08/05/2026'], ['yesterday'], ['2026-02-30'], ['0000-01-01'], [{}], [Number.MAX_VALUE], ['31 Foo 2026']])(
    'that cannot be read is left out, and said so: %j',
    async (published_at) => {
      const { record, repairs } = await first(recruitee({ published_at }));
      expect(record.postedDate).toBeNull();
      expect(repairs).toEqual(['published_at: is no date that can be read, left out']);
    },
  );
});

describe('pay', () => {
  const salary = { period: 'year', currency: 'EUR' };
  it.each<[object, readonly [number | null, number | null] | null, readonly string[]]>([
    [{ min: '60000', max: '75000' }, [60_000, 75_000], []],
    [{ min: '€60,000', max: '75.000 EUR' }, [60_000, 75_000], []],
    [{ min: '60k', max: null }, [60_000, null], []],
    [{ min: 75_000, max: 60_000 }, [60_000, 75_000], ['salary: has its minimum above its maximum, exchanged']],
    [{ min: -1, max: 60_000 }, [null, 60_000], ['salary minimum: is negative, left out']],
    [{ min: 'competitive', max: '' }, null, ['salary minimum: is no figure, left out']],
    [
      { min: '40-50k', max: {} },
      null,
      ['salary minimum: is no figure, left out', 'salary maximum: is no figure, left out'],
    ],
    [{ min: 0, max: 0 }, null, []],
    [{ min: 1, period: 'sprint' }, null, ['salary: is for an interval that is not known, left out']],
    [{ min: 1, currency: 'EUROS' }, null, ['salary: is in a currency that is not known, left out']],
  ])('is taken or put right: %j', async (figures, pay, wanted) => {
    const { record, repairs } = await first(recruitee({ salary: { ...salary, ...figures } }));
    expect(record.pay && [record.pay.min, record.pay.max]).toEqual(pay);
    expect(repairs ?? []).toEqual(wanted);
  });
});

describe('a JobPosting of schema.org', () => {
  const read = async (json: unknown, board: string | null = null) =>
    (await first(readAnswer(page(json), { as: 'jsonld', board }))).record;

  it('is found alone, in lists, in a graph and in the items of a list', async () => {
    const documents = [
      schemaOrg(),
      [{ '@type': 'WebSite' }, schemaOrg()],
      { '@graph': [schemaOrg({ '@type': ['Thing', 'JobPosting'] })] },
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: schemaOrg() }] },
    ];
    for (const document of documents)
      expect(await read(document)).toMatchObject({ title: 'Baker', companyName: 'Bread' });
  });

  it('is read with single values, objects and lists alike', async () => {
    const posting = await read(
      schemaOrg({
        datePosted: '2026-08-05',
        validThrough: '2026-09-01T00:00',
        employmentType: ['FULL_TIME', 'CONTRACTOR'],
        hiringOrganization: [{ name: 'Bread & Co', sameAs: 'https://bread.example' }],
        jobLocation: [
          { address: { addressLocality: 'Berlin', addressCountry: { '@type': 'Country', name: 'Germany' } } },
          { address: 'Paris' },
        ],
        jobLocationType: 'TELECOMMUTE',
        baseSalary: { currency: 'EUR', value: { minValue: 20, maxValue: '30', unitText: 'HOUR' } },
        description: '&lt;p&gt;We bake.&lt;/p&gt;',
      }),
    );
    expect(posting).toMatchObject({
      companyName: 'Bread & Co',
      companyUrl: 'https://bread.example',
      location: 'Berlin, Germany',
      secondaryLocations: ['Paris'],
      country: 'Germany',
      isRemote: true,
      employmentType: 'FULL_TIME, CONTRACTOR',
      postedDate: '2026-08-05',
      applicationDeadline: '2026-09-01',
      pay: { min: 20, max: 30, currency: 'EUR', interval: 'HOUR' },
      descriptionHtml: '<p>We bake.</p>',
    });
    expect(await read(schemaOrg({ hiringOrganization: 'Bread', baseSalary: 50_000 }))).toMatchObject({
      companyName: 'Bread',
      pay: { min: 50_000, max: 50_000, currency: null, interval: 'YEAR' },
    });
  });

  it('names the page it was read from, whatever address it claims', async () => {
    const claimed = schemaOrg({ url: 'https://jobs.ashbyhq.com/victim/1' });
    expect(await read(claimed, 'https://bread.example/jobs')).toMatchObject({
      externalId: 'https://bread.example/jobs',
      sourceUrl: 'https://bread.example/jobs',
    });
  });
});

describe('a feed or page of somebody’s own', () => {
  const board = 'https://mallory.example/jobs';
  const feedItem = { id: '7', url: 'https://bread.example/7', title: 'Baker', authors: [{ name: 'Bread' }] };
  const inTeamtailor = { ...feedItem, _jobposting: { title: 'Baker', identifier: { name: 'Teamtailor', value: 7 } } };

  it.each<[string, string, string | null, string]>([
    ['rss', rss(item('Baker', '<guid>7</guid>')), board, `${board} 7`],
    ['rss', rss(item('Baker', '<guid>7</guid>')), null, '7'],
    ['jsonfeed', JSON.stringify({ items: [feedItem] }), board, `${board} 7`],
    ['teamtailor', JSON.stringify({ items: [inTeamtailor] }), 'bread', '7'],
    ['teamtailor', JSON.stringify({ items: [inTeamtailor] }), 'mallory.example', 'mallory.example 7'],
    ['jsonld', page([schemaOrg({ identifier: '7' }), schemaOrg({ identifier: '8' })]), board, `${board} 7`],
    ['jsonld', page(schemaOrg({ identifier: '7' })) + page(schemaOrg({ identifier: '8' })), board, `${board} 7`],
    ['jsonld', page(schemaOrg({ identifier: '7' })), board, board],
  ])('gives ids that no other can give: %s', async (...[as, text, asked, externalId]) => {
    expect((await first(readAnswer(text, { as, board: asked }))).record.externalId).toBe(externalId);
  });
});
