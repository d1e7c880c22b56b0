import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { createProbeLogin, rowsOf, seedTenants, type ProbeLogin, type Seed } from '../../authorization/tenants.ts';
import { copyOf, type TestDatabase } from '../../support/database.ts';
import { missingId } from '../../support/twins.ts';
import { runAsTenant, type Reached } from './run-as-tenant.ts';
import { tableMetadata } from '../../../src/server/schema-orm.ts';
import { ownedTables } from '../owned-rows.ts';

// What row security leaves open by design, tried as the login of requests with SQL of one's own. Beside each attack
// stands the set-up in which it succeeds.

const compiled = compileSchema();
const tableNames = ownedTables({ compiled, metadata: tableMetadata() }).map(({ table }) => table);

let seed: Seed;
let probe: ProbeLogin;
/** A copy with a login above row security, and whatever else makes an attack succeed. */
let open: TestDatabase;
let openUrl: string;
beforeAll(async () => {
  [seed, probe] = await Promise.all([seedTenants(), createProbeLogin()]);
  open = await copyOf(seed.database);
  openUrl = await probe.on(open);
});
afterAll(async () => {
  await open.drop();
  await seed.database.drop();
  await probe.drop();
});

type Statement = readonly [sql: string, values?: readonly unknown[]];
const asAda = (...statements: readonly Statement[]): Promise<Reached> =>
  runAsTenant(seed.database.urls.app, seed.ada.userId, statements);
const unguarded = (...statements: readonly Statement[]): Promise<Reached> =>
  runAsTenant(openUrl, seed.ada.userId, statements);

describe('a unique key', () => {
  const addSkill = (id: string, name: string): Statement => [
    `insert into skills (id, owner_id, persona_id, skill_name, skill_type, category, proficiency, years_used, last_used, display_order)
     values ($1, $2, $3, $4, 'HARD', 'C', 'EXPERT', 1, 'Current', 9)`,
    [id, seed.ada.userId, seed.ada.persona, name],
  ];

  test('over a value alone would tell that another has it', async () => {
    await open.query('create unique index skill_names on skills (skill_name)');
    const taken = await unguarded(addSkill(crypto.randomUUID(), "bob's SQL"));
    await open.query('drop index skill_names');
    expect(taken).toMatchObject({ code: '23505', said: expect.stringContaining("bob's SQL") });
  });

  test('begins with the owner, so that what another has is free', async () => {
    expect(await asAda(addSkill(crypto.randomUUID(), "bob's SQL"))).toMatchObject({ count: 1, code: null });
    const keys = await seed.database.query<{ name: string; first: string }>(
      `select indexrelid::regclass::text as name, attname::text as first from pg_index
       join pg_attribute on attrelid = indrelid and attnum = indkey[0]
       where indisunique and not indisprimary and indrelid::regclass::text = any($1)`,
      [tableNames],
    );
    // None can be written by requests: accounts and ways to sign in are made on a login of their own.
    const elsewhere = {
      users: 'users_email_key',
      refresh_tokens: 'refresh_tokens_token_hash_key',
      passkeys: 'passkeys_credential_id_key',
      provider_identities: 'provider_identities_issuer_subject_key',
      access_tokens: 'access_tokens_token_hash_key',
    };
    const others = keys.filter(({ first }) => first !== 'owner_id').map(({ name }) => name);
    expect(others.toSorted()).toEqual(Object.values(elsewhere).toSorted());
    for (const table of Object.keys(elsewhere))
      expect((await asAda([`insert into ${table} select * from ${table}`])).code).toBe('42501');
  });

  test('over ids tells whether one is taken, without a word of the row, and clients choose no ids', async () => {
    const [foreign, missing] = [await asAda(addSkill(seed.bob.skills[0], 'x')), await asAda(addSkill(missingId, 'x'))];
    expect([foreign.code, missing.code]).toEqual(['23505', null]);
    expect(foreign.said).toBe('duplicate key value violates unique constraint "skills_pkey"');
    const ids = [...compileSchema().policy.fields.values()].flatMap(({ coordinate, references }) =>
      coordinate.startsWith('Mutation.create') ? references.map(({ path }) => path.join('.')) : [],
    );
    // That of the match applied for; none is that of what is made.
    expect(ids).toEqual(['input.personaJobId']);
  });

  test('is no way in by ON CONFLICT', async () => {
    const [sql, values] = addSkill(seed.bob.skills[0], 'x');
    expect(await asAda([`${sql} on conflict do nothing`, values])).toMatchObject({ count: 0, code: null });
    const take = `${sql} on conflict (id) do update set owner_id = excluded.owner_id, persona_id = excluded.persona_id`;
    expect((await asAda([take, values])).code).toBe('42501');
    expect(await unguarded([take, values])).toMatchObject({ count: 1, code: null });
  });
});

describe('the setting that names the owner', () => {
  test('is no secret: whoever runs SQL of their own becomes anybody, so nobody may', async () => {
    const turned = await asAda(
      [`select set_config('app.owner_id', $1, true)`, [seed.bob.userId]],
      ['select distinct owner_id from skills'],
    );
    expect(turned.rows).toEqual([{ owner_id: seed.bob.userId }]);
  });

  test.each([
    ['a word', 'bob', '22P02'],
    ['a condition', `' or true --`, '22P02'],
    ['nothing', '', null],
  ])('that is %s shows nothing', async (_what, value, code) => {
    const turned = await asAda(
      [`select set_config('app.owner_id', $1, true)`, [value]],
      ['select owner_id from skills'],
    );
    expect([turned.rows, turned.code]).toEqual([[], code]);
  });
});

describe('statements beside the four', () => {
  test('row_security = off is an error, and no way around', async () => {
    const off: Statement = ['set local row_security = off'];
    expect((await asAda(off, ['select from skills'])).code).toBe('42501');
    expect((await unguarded(off, ['select from skills'])).count).toBe(4);
  });

  test('COPY shows own rows alone, takes none in, and reaches no file or program', async () => {
    expect(await asAda(['copy skills to stdout'])).toMatchObject({ count: 2, code: null });
    expect(await unguarded(['copy skills to stdout'])).toMatchObject({ count: 4, code: null });
    expect((await asAda(['copy skills from stdin'])).code).toBe('0A000');
    for (const sql of [
      `copy skills to '/tmp/skills'`,
      `copy skills to program 'cat'`,
      `copy skills from '/etc/passwd'`,
    ])
      expect([sql, (await asAda([sql])).code]).toEqual([sql, '42501']);
  });

  test('TRUNCATE looks at no policy, and is not granted', async () => {
    const empty: Statement = ['truncate skills'];
    const left: Statement = ['select from skills'];
    expect((await asAda(empty)).code).toBe('42501');
    await open.query('grant all on skills to tenure_app');
    const emptied = await runAsTenant(open.urls.app, seed.ada.userId, [
      empty,
      ['select set_config($1, $2, true)', ['app.owner_id', seed.bob.userId]],
      left,
    ]);
    await open.query('revoke truncate, references, trigger on skills from tenure_app');
    expect(emptied).toMatchObject({ count: 0, code: null });
  });

  test.each([
    ['read files', `select pg_read_file('/etc/passwd')`],
    ['list folders', `select pg_ls_dir('/')`],
    ['take large objects in', `select lo_import('/etc/passwd')`],
    [
      'make functions, which could look at rows before the policy does',
      'create function pg_temp.spy(text) returns boolean language sql return true',
    ],
    ['make functions that stay', 'create function public.spy(text) returns boolean language sql return true'],
    ['make temporary tables', 'create temp table mine (id int)'],
    ['lock others out', 'lock table job_postings in access exclusive mode'],
    ['change a policy', 'alter policy app_select on skills using (true)'],
    ['take on another role', 'set role tenure_identity'],
    ['load code', `load 'auto_explain'`],
  ])('none may %s', async (_what, sql) => {
    expect((await asAda([sql])).code).toMatch(/^42(?:501|704)$/);
  });
});

describe('what the planner knows', () => {
  test('of costs is for whoever may ask, and nothing here asks or passes time on', async () => {
    expect((await asAda([`explain select from skills where skill_name = 'x'`])).rows.length).toBeGreaterThan(0);
    const source = new URL('../../../src/', import.meta.url);
    const asking = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') &&
        /\bexplain\s*(?:\((?:analyze|verbose|costs|buffers|format)|analyze|select|verbose)|server-timing|auto_explain/i.test(
          readFileSync(new URL(name, source), 'utf8'),
        ),
    );
    expect(asking).toEqual([]);
  });

  const look: Statement = [`select * from pg_stats where tablename = 'skills'`];

  test('of values is hidden', async () => {
    await seed.database.query('analyze skills');
    await open.query('analyze skills');
    expect((await asAda(look)).rows).toEqual([]);
    expect((await unguarded(look)).rows.length).toBeGreaterThan(0);
  });

  test('does not run a condition of the client before the policy', async () => {
    const divide: Statement = [`select from skills where 1 / (case when skill_name like 'bob%' then 0 else 1 end) = 1`];
    expect(await asAda(divide)).toMatchObject({ count: 2, code: null });
    expect((await unguarded(divide)).code).toBe('22012');
  });
});

test('no sequence counts rows for everybody: ids say nothing of how many others there are', async () => {
  const reachable = `select c.oid::regclass::text as name from pg_class c
    where case relkind when 'S' then has_sequence_privilege('tenure_app', c.oid, 'usage, select') end`;
  expect(await seed.database.query(reachable)).toEqual([]);
  const types = `select distinct data_type as type from information_schema.columns
    where column_name = 'id' and table_schema = 'public' and table_name = any($1)`;
  expect(await seed.database.query(types, [tableNames])).toEqual([{ type: 'uuid' }]);
});

describe('deleting a parent', () => {
  const hang = (database: TestDatabase): Promise<unknown> =>
    database.query('update skills set persona_id = $1 where id = $2', [seed.ada.persona, seed.bob.skills[0]]);

  /** Ada deletes her persona; what is Bob's afterwards. */
  async function bobsRowsAfter(database: TestDatabase, url: string): Promise<readonly [string, string]> {
    const before = await rowsOf(database, tableNames, seed.bob.userId);
    const remove: Statement = ['delete from personas where id = $1', [seed.ada.persona]];
    expect((await runAsTenant(url, seed.ada.userId, [remove, ['commit']])).code).toBeNull();
    return [before, await rowsOf(database, tableNames, seed.bob.userId)];
  }

  test('takes rows of others along where keys leave the owner out', async () => {
    const plain = await copyOf(seed.database);
    await plain.query(
      `alter table skills drop constraint skills_owner_id_persona_id_foreign,
         add foreign key (persona_id) references personas (id) on delete cascade`,
    );
    await hang(plain);
    const [before, after] = await bobsRowsAfter(plain, plain.urls.app);
    await plain.drop();
    expect(after).not.toBe(before);
  });

  test('stays within its owner here, where such a row cannot hang', async () => {
    const copy = await copyOf(seed.database);
    await expect(hang(copy)).rejects.toMatchObject({ code: '23503' });
    const [before, after] = await bobsRowsAfter(copy, copy.urls.app);
    await copy.drop();
    expect(after).toBe(before);
  });
});
