import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { matchCounter } from '#scoring/match-count.ts';
import { importPostings } from '#sources/import-postings.ts';
import { parseImport } from '#sources/parse-import.ts';
import { entities } from '../../src/server/entities.ts';
import { makePersona } from '../support/personas.ts';
import { has, persona } from '../scoring/sample-inputs.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';

const fixture = readFileSync(new URL('../fixtures/postings-small.jsonl', import.meta.url));
const query = `query ($personaId: ID!, $changes: UpdatePersonaInput) {
  matchCount(personaId: $personaId, changes: $changes) }`;

let product: TestProduct;
let ann: Tenant;
let personaId: string;
beforeAll(async () => {
  product = await startTestProduct();
  await importFixture();
  await product.database.query(
    `update job_postings set is_active = false, surfaced_hash = null
     where id in (select id from job_postings order by external_id limit 5)`,
  );
  ann = await product.signUp('ann');
  ({ id: personaId } = await makePersona(ann, {
    yearsExperience: 6,
    skills: ['Python', 'SQL', 'React', 'Salesforce'].map((skillName) => ({ skillName })),
  }));
  await ann.ask(
    `mutation ($id: ID!, $job: WorkHistoryInput!, $rule: CustomNonNegotiableInput!) {
      addWorkHistory(personaId: $id, input: $job) { id }
      addCustomNonNegotiable(personaId: $id, input: $rule) { id }
    }`,
    {
      id: personaId,
      job: { companyName: 'Acme', jobTitle: 'Backend Engineer', startDate: '2019-01-01', workModel: 'REMOTE' },
      rule: { filterName: 'No travel', filterType: 'EXCLUDE', filterValue: 'travel', filterField: 'DESCRIPTION' },
    },
  );
  await product.matched();
});
afterAll(() => product.stop());

async function importFixture(): Promise<void> {
  const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
  try {
    const chunks = (async function* () {
      yield fixture;
    })();
    await importPostings(orm, parseImport(chunks, null), {
      sourceName: 'Ashby',
      now: product.clock.now,
      onProgress: () => undefined,
    });
  } finally {
    await orm.close();
  }
}

const ask = (sender: Pick<Tenant, 'send'>, changes?: object, id = personaId): Promise<Answer> =>
  sender.send(query, { personaId: id, ...(changes ? { changes } : {}) });
const counted = async (changes?: object, id?: string): Promise<number> =>
  dataOf<{ matchCount: number }>(await ask(ann, changes, id)).matchCount;

/** How many matches there are once the change is made. */
async function foundWith(changes: object): Promise<number> {
  await ann.ask('mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }', {
    id: personaId,
    input: changes,
  });
  await product.matched();
  const { personaJobs } = await ann.ask<{ personaJobs: { totalCount: number } }>(
    'query ($id: ID!) { personaJobs(personaId: $id, filter: { active: true }) { totalCount } }',
    { id: personaId },
  );
  return personaJobs.totalCount;
}

describe('Query.matchCount', () => {
  it('is as many as are found once the persona is changed so', async () => {
    const steps: readonly object[] = [
      {},
      { minimumFitThreshold: 0 },
      { minimumFitThreshold: 65, currentRole: 'Data Engineer', targetRoles: ['Staff Engineer'] },
      { minimumFitThreshold: 40, remotePreference: 'REMOTE_ONLY' },
      { remotePreference: 'NO_PREFERENCE', minimumBaseSalary: 9_000_000 },
      { minimumBaseSalary: null, yearsExperience: null, currentRole: null, visaSponsorshipRequired: true },
    ];
    const [told, found]: [number[], number[]] = [[], []];
    for (const changes of steps) {
      told.push(await counted(changes), await counted(changes));
      const count = await foundWith(changes);
      found.push(count, count);
    }
    expect(told).toEqual(found);
    expect(new Set(told).size).toBeGreaterThan(3);
    expect(await counted()).toBe(found.at(-1));
  });

  it('counts nothing for a persona without skills', async () => {
    const { id } = await makePersona(ann, { minimumFitThreshold: 0 });
    expect(await counted({}, id)).toBe(0);
  });

  it('gives a count up that takes too long', async () => {
    const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    try {
      const someone = persona({ skills: [has('SQL')] });
      await expect(matchCounter(orm, 0)(someone, 0)).rejects.toMatchObject({ code: 'OVERLOADED' });
      expect(await matchCounter(orm)(someone, 0)).toBeGreaterThan(0);
    } finally {
      await orm.close();
    }
  });

  it('writes nothing', async () => {
    const tables = ['personas', 'skills', 'persona_jobs', 'persona_skill_keys', 'job_postings', 'outbox_messages'];
    const rows = () =>
      Promise.all(tables.map((table) => product.database.query(`select t::text from ${table} t order by 1`)));
    await product.matched();
    const before = await rows();
    expect(await counted({ minimumFitThreshold: 0, fullName: 'Somebody', targetSkills: ['Rust'] })).toBeGreaterThan(0);
    await product.matched();
    expect(await rows()).toEqual(before);
  });

  it('needs a signed-in viewer', async () => {
    const answer = await ask(product);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.body).not.toHaveProperty('data');
  });

  it('is null for whatever is no persona of the viewer’s, by the same statements', async () => {
    const stranger = await product.signUp('stranger');
    const variables = (id: string) => ({ personaId: id, changes: { minimumFitThreshold: 0 } });
    const traces = await twinTraces(product, stranger, { document: query, ids: twinsOf(personaId), variables });
    expect(traces[0]?.text).toBe('{"data":{"matchCount":null}}\n');
    for (const trace of traces) expect(trace).toEqual(traces[0]);
  });

  it.each([
    ['minimumFitThreshold', 101],
    ['yearsExperience', -1],
    ['fullName', ' '],
    ['salaryCurrency', 'gold'],
  ])('refuses what no change may be: %s %j', async (field, value) => {
    const { body } = await ask(ann, { [field]: value });
    expect(body.data).toEqual({ matchCount: null });
    expect(body.errors?.map(({ extensions }) => [extensions['code'], extensions['field']])).toEqual([
      ['BAD_USER_INPUT', `changes.${field}`],
    ]);
  });
});
