import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { importPostings } from '#sources/import-postings.ts';
import { parseImport } from '#sources/parse-import.ts';
import { entities } from '../../src/server/entities.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

const [line = ''] = readFileSync(new URL('../fixtures/postings-small.jsonl', import.meta.url), 'utf8').split('\n');

const text = `About Acme
Acme is a fintech company. We are a team of 40 people.
Requirements
- You write Python every day, and have for 3 years
- Applicants must be based in the United States
- Must be located in the MST or PST time zone
- Travel up to 30% of the time
Our values
We are kind to each other, and we say what we think.
Benefits
We are unable to sponsor visas at this time.`;

const posting = {
  ...JSON.parse(line),
  id: 'terms-1',
  title: 'Engineer, Payments',
  company: 'Acme',
  location: 'Remote',
  isRemote: true,
  descriptionHtml: null,
  descriptionPlain: text,
};

const list = `query ($id: ID!) { personaJobs(personaId: $id, first: 10, filter: { includeFiltered: true }) { nodes {
  failedNonNegotiables warnings posting { requirements cultureText visaSponsorship eligibleCountries
    timeZones { from to basis } travelPercent companySize industry }
} } }`;

interface Match {
  readonly failedNonNegotiables: readonly string[];
  readonly warnings: readonly string[];
  readonly posting: object;
}

describe('what a posting asks for beyond skills', () => {
  let product: TestProduct;
  let ann: Tenant;
  beforeAll(async () => {
    product = await startTestProduct();
    ann = await product.signUp('ann');
    const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    const chunks = (async function* () {
      yield Buffer.from(JSON.stringify(posting));
    })();
    const options = { sourceName: 'Ashby', now: product.clock.now, onProgress: () => undefined };
    await importPostings(orm, parseImport(chunks, null), options);
    await orm.close();
  });
  afterAll(() => product.stop());

  const makePersona = async (input: object): Promise<string> => {
    const { createPersona } = await ann.ask<{ createPersona: { id: string } }>(
      'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
      {
        input: {
          fullName: 'Ann',
          email: 'ann@example.com',
          minimumFitThreshold: 0,
          skills: [{ skillName: 'Python' }],
          ...input,
        },
      },
    );
    await product.matched();
    return createPersona.id;
  };
  const matches = async (id: string): Promise<readonly Match[]> =>
    (await ann.ask<{ personaJobs: { nodes: readonly Match[] } }>(list, { id })).personaJobs.nodes;

  it('is shown with the posting', async () => {
    const [match] = await matches(await makePersona({ homeCountry: 'USA', homeState: 'California' }));
    expect(match?.failedNonNegotiables).toEqual([]);
    expect(match?.posting).toEqual({
      requirements: text.slice(text.indexOf('- You write'), text.indexOf('\nOur values')),
      cultureText: 'We are kind to each other, and we say what we think.',
      visaSponsorship: false,
      eligibleCountries: ['US'],
      timeZones: { from: -8, to: -7, basis: 'PLACE' },
      travelPercent: 30,
      companySize: 40,
      industry: 'Fintech',
    });
  });

  it('makes no match where it is against a wish or shuts the persona out', async () => {
    const home = { homeCountry: 'USA', homeState: 'California' };
    for (const wish of [
      { homeCountry: 'Germany' },
      { ...home, homeState: 'New York' },
      { ...home, visaSponsorshipRequired: true },
      { ...home, industryExclusions: ['fintech'] },
      { ...home, maxTravelPercent: 'UNDER_25' },
      { ...home, companySizePreference: 'ENTERPRISE' },
    ])
      expect(await matches(await makePersona(wish))).toEqual([]);
  });

  it('is held against rules of one’s own, description and all', async () => {
    const id = await makePersona({ homeCountry: 'USA', homeState: 'California' });
    const failures = async (): Promise<readonly string[] | undefined> => {
      await product.matched();
      return (await matches(id))[0]?.failedNonNegotiables;
    };
    const add =
      'mutation ($id: ID!, $input: CustomNonNegotiableInput!) { addCustomNonNegotiable(personaId: $id, input: $input) { id } }';
    const exclude = { filterType: 'EXCLUDE' };
    const rule = (input: object) => ann.ask<{ addCustomNonNegotiable: { id: string } }>(add, { id, input });
    expect(await failures()).toEqual([]);
    await rule({
      filterName: 'Known',
      filterType: 'REQUIRE',
      filterValue: 'python every day, Rust',
      filterField: 'DESCRIPTION',
    });
    expect(await failures()).toEqual([]);
    const { addCustomNonNegotiable: added } = await rule({
      ...exclude,
      filterName: 'Kind',
      filterValue: 'say what we think',
      filterField: 'DESCRIPTION',
    });
    await rule({ ...exclude, filterName: 'Money', filterValue: 'payments', filterField: 'TITLE' });
    expect(await failures()).toEqual([
      'Your rule "Kind" excludes it: its description has "say what we think".',
      'Your rule "Money" excludes it: its title has "payments".',
    ]);
    await ann.ask('mutation ($id: ID!) { removeCustomNonNegotiable(id: $id) }', { id: added.id });
    expect(await failures()).toHaveLength(1);
  });

  it('tells all of it, in order, of a match that was one before', async () => {
    const id = await makePersona({ homeCountry: 'US', homeState: 'Nevada' });
    await ann.ask('mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }', {
      id,
      input: { homeCountry: 'France', visaSponsorshipRequired: true, maxTravelPercent: 'NONE' },
    });
    await product.matched();
    expect((await matches(id))[0]?.failedNonNegotiables).toEqual([
      'Visa sponsorship is not offered; you need it.',
      'Travel of up to 30 %; you want no travel.',
      'Open only to people in the United States; you live in France.',
      'Asks for people who live at UTC−8 to UTC−7; you live at UTC+1.',
    ]);
  });
});
