import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { createProbeLogin, rowsOf, seedTenants, type Seed } from '../../authorization/tenants.ts';
import { copyOf, type TestDatabase } from '../../support/database.ts';
import { startTestProduct, type TestProduct } from '../../support/product.ts';
import { signUpStaff } from '../../support/staff.ts';
import { payloads, sqlPayloads } from './payloads.ts';
import { seedApplications } from './seed-applications.ts';
import { runAsTenant, type Reached } from './run-as-tenant.ts';
import { textFields, type TextField } from './text-positions.ts';
import { tryTexts, type Trial, type Tried } from './try-texts.ts';
import { tableMetadata } from '../../../src/server/schema-orm.ts';
import { effort } from '../effort.ts';
import { ownedTables } from '../owned-rows.ts';

// Hundreds of calls each, some with a password to be hashed.
vi.setConfig({ testTimeout: 180_000 });

// Every text that the API takes, as every payload there is: nothing of it may be taken for code, and what is kept is kept
// to the letter.

const compiled = compileSchema();
const { source, policy } = compiled;
const fields = textFields(source);
const tables = ownedTables({ compiled, metadata: tableMetadata() }).map(({ table }) => table);

/** The tenants before anything was tried; nobody is connected to it. */
let original: TestDatabase;
let seed: Seed;
let product: TestProduct;
let applications: readonly string[];
let others: Trial['others'];
let before: Readonly<Record<'bob' | 'ada' | 'schema' | 'pool', string>>;
beforeAll(async () => {
  const seeded = await seedTenants();
  original = seeded.database;
  seed = { ...seeded, database: await copyOf(original) };
  applications = await seedApplications(seed, payloads.length);
  product = await startTestProduct({ urls: seed.database.urls, onQuery: undefined });
  const served = { ...product, database: seed.database };
  others = { somebody: await product.signUp('somebody'), admin: await signUpStaff(served, 'admin', 'ADMIN') };
  before = await state();
});
afterAll(async () => {
  await product.stop();
  await seed.database.drop();
  await original.drop();
});

/** What must be the same afterwards, bit for bit: Bob's rows, the pool, and the database itself. */
async function state(): Promise<typeof before> {
  const textOf = async (sql: string): Promise<string> => JSON.stringify(await seed.database.query(sql));
  return {
    bob: await rowsOf(seed.database, tables, seed.bob.userId),
    ada: await textOf(`select roles, email from users where id = '${seed.ada.userId}'`),
    pool: await textOf(
      // That admins are to look at it is no change of what it says.
      `select (to_jsonb(t) - 'review_since')::text from job_postings t where submitted_by is null union all
       select t::text from extracted_skills t join job_postings p on p.id = job_posting_id where submitted_by is null order by 1`,
    ),
    schema: await textOf(
      `select relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text, pg_get_userbyid(relowner) from pg_class
       where relnamespace = 'public'::regnamespace order by relname`,
    ),
  };
}

const isShort = effort().folder === null;

/**
 * Passwords are hashed to be compared, and what is asked of an address takes a while whoever has it: within the suite a
 * sixteenth of the texts has to do for these, and a quarter of them elsewhere.
 */
const textsFor = ({ paths }: TextField): readonly string[] => {
  const step = paths.some((path) => /password$|^email$/i.test(path)) ? 16 : 4;
  return isShort ? payloads.filter((_, at) => at % step === 0) : payloads;
};

/** All that was tried, by coordinate. */
const tried = new Map<string, readonly Tried[]>();

describe('a text', () => {
  test.each(fields)('of $operation $field.name is data, whatever it says', async (at) => {
    const texts = textsFor(at);
    const all = await tryTexts({ product, seed, policy, others, applications, payloads: texts }, at);
    tried.set(at.field.name, all);
    const faults = all.flatMap(({ fault }) => fault ?? []);
    expect(faults).toEqual([]);
    // Each of them in each place; refused or kept, but met.
    for (const path of at.paths)
      expect([path, new Set(all.filter((each) => each.path === path).map(({ text }) => text)).size]).toEqual([
        path,
        texts.length,
      ]);
  });

  test('of the document itself is data as well, and a pattern is what it says', async () => {
    const short = sqlPayloads.filter((text) => text.length <= 200);
    await seed.database.query('update persona_jobs set is_hidden = false, is_filtered = false where is_hidden');
    // What was handed in before has such texts for titles, and is rightly found by them.
    await seed.database.query('delete from persona_jobs where is_captured');
    const countOf = (text: string, at: number): string =>
      `a${at}: personaJobs(personaId: "${seed.ada.persona}", filter: { search: ${JSON.stringify(text)} }) { totalCount }`;
    const found: string[] = [];
    for (let from = 0; from < short.length; from += 50) {
      const asked = short.slice(from, from + 50);
      const { body } = await product.send(`{ ${asked.map(countOf).join(' ')} }`, {}, seed.ada.headers);
      expect(body.errors).toBeUndefined();
      const counts = Object.values(body.data as Readonly<Record<string, { readonly totalCount: number }>>);
      found.push(...asked.filter((_text, at) => counts[at]?.totalCount !== 0));
    }
    expect(found).toEqual([]);
    const all = await product.send(`{ ${countOf('Posting', 0)} }`, {}, seed.ada.headers);
    expect(all.body.data).toEqual({ a0: { totalCount: 3 } });
  });

  test('is taken in more places than a hand would list, and kept in many', () => {
    const all = [...tried.values()].flat();
    expect(fields.length).toBeGreaterThanOrEqual(11);
    expect(new Set(all.map(({ path, field }) => `${field}.${path}`)).size).toBeGreaterThan(60);
    expect(all.filter(({ isKept }) => isKept).length).toBeGreaterThan(isShort ? 1_500 : 3_000);
  });

  test('is read back to the letter by another request', async () => {
    const kept = (tried.get('createPersona') ?? []).filter(({ isKept, path }) => isKept && path === 'input.fullName');
    const answer = await product.send('{ personas { fullName } }', {}, seed.ada.headers);
    const names = new Set(
      (answer.body.data as { personas: { fullName: string }[] }).personas.map((each) => each.fullName),
    );
    expect(kept.filter(({ text }) => !names.has(text.trim()))).toEqual([]);
    expect(kept.length).toBeGreaterThan(isShort ? 25 : 100);
  });

  test('has changed nothing of Bob’s, nothing of the pool that all have, and nothing of the database', async () => {
    await product.matched();
    expect(await state()).toEqual(before);
  });

  test('has failed nowhere: the log knows of no operation that did', () => {
    expect(product.log.filter((line) => /operation failed|message failed|"alarm":true/.test(line))).toEqual([]);
  });

  test('does all of that where it is put between quotes', async () => {
    const database = await copyOf(original);
    const probe = await createProbeLogin();
    const url = await probe.on(database);
    const outcomes: Reached[] = [];
    for (const text of sqlPayloads)
      outcomes.push(
        await runAsTenant(url, seed.ada.userId, [
          [`set local statement_timeout = '100ms'`],
          [`select owner_id from skills where owner_id = '${seed.ada.userId}' and skill_name = '${text}'`],
        ]),
      );
    await database.drop();
    await probe.drop();
    const shows = outcomes.filter(({ rows }) => rows.some((row) => row['owner_id'] === seed.bob.userId));
    const breaks = outcomes.filter(({ code }) => code === '42601');
    expect([shows.length > 5, breaks.length > 10]).toEqual([true, true]);
  });
});
