import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { withClient } from '#database/logins.ts';
import { openOrm } from '#database/orm.ts';
import { reachIndex } from '#scoring/may-reach.ts';
import { readMatchers } from '#scoring/read-inputs.ts';
import { readPostings } from '#scoring/read-postings.ts';
import { entities } from '../../src/server/entities.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { settingsOf } from '../support/own-server.ts';
import { makePersona } from '../support/personas.ts';
import { run } from '../support/process.ts';
import { startTestProduct, testKey, testSecret, type Tenant, type TestProduct } from '../support/product.ts';
import { until } from '../support/queue-up.ts';
import { seedPostings, seedPostingSkills } from '../support/seed.ts';

// So little at a time that everything is taken apart and goes on in turns.
const surfacing = { limits: { postings: 3, personas: 4, unlinked: 2 }, sweepMinutes: 15 };
const skills = ['Python', 'SQL', 'React', 'Salesforce', 'Go', 'Kubernetes'];

let database: TestDatabase;
let first: TestProduct;
let second: TestProduct;
let system: MikroORM;
let tenants: readonly Tenant[];
beforeAll(async () => {
  database = await createDatabase();
  [first, second] = [await startOne(), await startOne()];
  system = await openOrm({ url: database.urls.system, entities, poolSize: 2 });
  tenants = [await first.signUp('ada'), await first.signUp('bob')];
});
afterAll(async () => {
  await system.close();
  await second.stop();
  await first.stop();
  await database.drop();
});

/** A process of several on one database, which outlives it. */
const startOne = (): Promise<TestProduct> =>
  startTestProduct({ surfacing }, { ...database, drop: async () => undefined });

/** Postings nobody has been matched with, each of some skills; whatever a message would tell, the sweep finds. */
async function addPostings(count: number): Promise<readonly string[]> {
  const ids = await seedPostings(database, count, () => ({ surfaced_hash: null }));
  for (const [at, id] of ids.entries())
    // Every seventh asks for nothing.
    await seedPostingSkills(database, [id], at % 7 === 0 ? [] : [skills[at % 6] ?? '', skills[(at + 2) % 6] ?? '']);
  return ids;
}

const addPersona = (at: number, input: object = {}): Promise<{ readonly id: string }> =>
  makePersona(tenants[at % 2] as Tenant, {
    fullName: `Persona ${at}`,
    minimumFitThreshold: [50, 60, 0, 70][at % 4],
    yearsExperience: at,
    skills: [0, 1, 4].slice(0, 1 + (at % 3)).map((offset) => ({ skillName: skills[(at + offset) % 6] })),
    ...input,
  });

/** Both have said that all is matched. */
async function matchedByBoth(): Promise<void> {
  for (const product of [first, second, first]) await product.matched();
}

/** What both have is done, wherever it came from: of what one goes on with, the other may have taken a part on since it said so. */
async function settle(): Promise<void> {
  do await matchedByBoth();
  while ((await queued()).length > 0 || (await database.query('select from outbox_messages')).length > 0);
}

async function readAll() {
  const em = system.em.fork() as EntityManager;
  const ids = async (table: string): Promise<string[]> =>
    (await database.query<{ id: string }>(`select id from ${table}`)).map(({ id }) => id);
  return {
    matchers: await readMatchers(em, await ids('personas')),
    postings: await readPostings(em, await ids('job_postings')),
  };
}

async function candidatePairs(): Promise<number> {
  const { matchers, postings } = await readAll();
  const candidatesFor = reachIndex(postings);
  return matchers.reduce((sum, matcher) => sum + candidatesFor(matcher).length, 0);
}

/** Pairs that the two processes have looked at. */
async function scoredPairs(): Promise<number> {
  const texts = await Promise.all([first, second].map(async ({ metrics }) => (await metrics.expose()).text));
  return texts.reduce((sum, text) => sum + Number(/^matching_pairs_total (\d+)$/m.exec(text)?.[1]), 0);
}

/** Every pair that there is, scored one by one: whatever surfacing skips on its way is here. */
async function expected(): Promise<readonly string[]> {
  const { matchers, postings } = await readAll();
  return matchers
    .flatMap(({ persona, match }) =>
      postings.flatMap((posting) => {
        const { fitScore, inputsHash } = match(posting);
        return fitScore !== null && fitScore >= persona.minimumFitThreshold
          ? [`${persona.id} ${posting.id} ${inputsHash}`]
          : [];
      }),
    )
    .toSorted();
}

const linked = async (): Promise<readonly string[]> =>
  (
    await database.query<{ pair: string }>(
      `select concat_ws(' ', persona_id, job_posting_id, inputs_hash) as pair from persona_jobs where not is_filtered`,
    )
  )
    .map(({ pair }) => pair)
    .toSorted();

const queued = (): Promise<object[]> => database.query('select name, state from tenure_queue.job_common');

describe('surfacing', () => {
  it('skips nothing, though two processes share it, in small parts, while personas are made and changed', async () => {
    const early = await Promise.all([0, 1, 2, 3, 4].map((at) => addPersona(at)));
    await addPostings(40);
    const sweeping = first.swept();
    await Promise.all([5, 6, 7, 8].map((at) => addPersona(at)));
    await sweeping;
    const update = 'mutation ($id: ID!) { updatePersona(id: $id, input: { yearsExperience: 9 }) { id } }';
    await Promise.all(early.slice(0, 3).map(({ id }, at) => tenants[at % 2]?.ask(update, { id })));
    await settle();
    const pairs = await linked();
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs).toEqual(await expected());
    expect(await queued()).toEqual([]);
    // What was handed on is not missed any more.
    expect(await first.swept()).toBe(0);
  });

  it('looks at a new pair once, whether the persona or the posting came first', async () => {
    const [scored, candidates] = [await scoredPairs(), await candidatePairs()];
    await addPostings(20);
    await Promise.all([first.swept(), addPersona(9), addPersona(10), second.swept(), addPersona(11)]);
    await settle();
    const added = (await candidatePairs()) - candidates;
    expect(added).toBeGreaterThan(100);
    expect((await scoredPairs()) - scored).toBe(added);
    expect(await linked()).toEqual(await expected());
  });

  it('finds postings that no message told of, and those that are open again', async () => {
    const [id = ''] = await addPostings(1);
    await first.swept();
    await settle();
    expect(await linked()).toEqual(await expected());
    const links = (): Promise<object[]> =>
      database.query('select id from persona_jobs where job_posting_id = $1', [id]);
    expect((await links()).length).toBeGreaterThan(0);
    await database.query('update job_postings set is_active = false, surfaced_hash = null where id = $1', [id]);
    expect(await first.swept()).toBe(0);
    const late = await addPersona(2);
    await settle();
    const isLinked = async (): Promise<boolean> =>
      (await database.query('select from persona_jobs where job_posting_id = $1 and persona_id = $2', [id, late.id]))
        .length === 1;
    expect(await isLinked()).toBe(false);
    await database.query('update job_postings set is_active = true where id = $1', [id]);
    expect(await first.swept()).toBe(1);
    await settle();
    expect(await isLinked()).toBe(true);
  });

  it('is done with a posting that somebody was just changing once it was asked for again', async () => {
    const [id = ''] = await addPostings(1);
    let matched: Promise<void> | undefined;
    await withClient(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('select from job_postings where id = $1 for update', [id]);
      await first.swept();
      matched = matchedByBoth();
      const isPutOff = async (): Promise<boolean> =>
        (await database.query(`select from tenure_queue.job_common where start_after > now()`)).length > 0;
      await until(isPutOff);
      await client.query('commit');
    });
    await matched;
    expect(await linked()).toEqual(await expected());
    expect(await queued()).toEqual([]);
  });

  it('loses nothing and does nothing by half when a process is killed in the middle', async () => {
    // Nobody else works meanwhile: all that is done until then was done by whoever is killed.
    await Promise.all([first.stop(), second.stop()]);
    const secrets = { jwtSecrets: [testSecret], encryptionKeys: [testKey] };
    const little = { SURFACING_POSTINGS: '1', SURFACING_UNLINKED: '1', PORT: '0', DEMO: '0' };
    const victim = run('src/main.ts', [], { ...settingsOf(database, secrets), ...little });
    await victim.printed(/Tenure is ready/);
    const before = (await linked()).length;
    const ids = await addPostings(30);
    await database.query(
      `insert into outbox_messages (id, kind, subject_id, created_at, attempts, available_at)
       select gen_random_uuid(), 'POSTING_CHANGED', id, now(), 0, now() from job_postings where id = any($1)`,
      [ids],
    );
    await until(async () => (await linked()).length > before + 5);
    victim.process.kill('SIGKILL');
    await victim.ended;
    expect((await queued()).length).toBeGreaterThan(0);
    const due = await expected();
    expect((await linked()).length).toBeLessThan(due.length);
    [first, second] = [await startOne(), await startOne()];
    await settle();
    expect(await linked()).toEqual(due);
    expect(await queued()).toEqual([]);
    // Each was written once, by whomever.
    expect(
      await database.query('select id from persona_jobs where job_posting_id = any($1) and version > 1', [ids]),
    ).toEqual([]);
  }, 120_000);
});
