import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileSchema } from '../../src/server/build-schema.ts';
import { checkDatabase } from '../../src/server/check-boot.ts';
import { migrateDown, migrateUp } from '../../src/server/migrations.ts';
import { openSchemaOrm } from '../../src/server/schema-orm.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const { policy } = compileSchema();
const migrations = readdirSync(new URL('../../migrations/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .toSorted();

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase('empty');
});
afterAll(() => database.drop());

/** What PostgreSQL keeps of the schema, in words: tables, columns, keys, checks, indexes, policies, grants, types, functions. */
async function everything(): Promise<readonly string[]> {
  const rows = await database.query<{ line: string }>(`
    select format('table %s rls %s %s owner %s', relname, relrowsecurity, relforcerowsecurity, relowner::regrole) as line
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    union all select format('column %s.%s %s null %s default %s', table_name, column_name, data_type, is_nullable, column_default)
      from information_schema.columns where table_schema = 'public'
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('policy %s', p::text) from pg_policies p where schemaname = 'public'
    union all select format('grant %s %s %s', table_name, grantee, privilege_type)
      from information_schema.table_privileges where table_schema = 'public' and grantee like 'tenure\\_%'
    union all select format('function %s', proname) from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`);
  return rows.map(({ line }) => line);
}

const tables = async (): Promise<readonly string[]> =>
  (await everything()).flatMap((line) => /^table (\w+)/.exec(line)?.[1] ?? []);

async function drift(): Promise<string> {
  const orm = await openSchemaOrm(database.urls.owner, policy);
  try {
    return await orm.schema.getUpdateSchemaSQL({ wrap: false });
  } finally {
    await orm.close();
  }
}

test('migrations run up, all the way down, and up again to the same', async () => {
  expect(await migrateUp(database.urls.owner, policy)).toEqual(migrations);
  const first = await everything();
  expect(await migrateDown(database.urls.owner, policy, 'all')).toEqual(migrations.toReversed());
  expect(await tables()).toEqual(['mikro_orm_migrations']);
  expect(await migrateUp(database.urls.owner, policy)).toEqual(migrations);
  expect(await everything()).toEqual(first);
});

test('the latest migration goes down and up by itself', async () => {
  const before = await everything();
  expect(await migrateDown(database.urls.owner, policy, 'one')).toEqual(migrations.slice(-1));
  expect(await everything()).not.toEqual(before);
  expect(await migrateUp(database.urls.owner, policy)).toEqual(migrations.slice(-1));
  expect(await everything()).toEqual(before);
});

test('running them again changes nothing and keeps what is there', async () => {
  await database.query(`insert into users (id, email, roles, created_at, updated_at)
    values ('01970000-0000-7000-8000-000000000001', 'ada@example.com', '{USER}', now(), now())`);
  const before = await everything();
  expect(await migrateUp(database.urls.owner, policy)).toEqual([]);
  expect(await everything()).toEqual(before);
  expect(await database.query('select email from users')).toEqual([{ email: 'ada@example.com' }]);
});

test('they make what the schema says, to the letter, so that boot passes', async () => {
  expect(await drift()).toBe('');
  await expect(checkDatabase(database.urls.app, policy)).resolves.toBeUndefined();
});

test('what they lack shows as drift', async () => {
  await database.query('alter table skills no force row level security');
  try {
    expect(await drift()).toContain('alter table "skills" force row level security');
  } finally {
    await database.query('alter table skills force row level security');
  }
});

test('scores of before there was a stretch get the words that explanations have by now', async () => {
  while (!(await migrateDown(database.urls.owner, policy, 'one')).includes('Migration20261122042000_stretch'));
  const id = '01970000-0000-7000-8000-000000000002';
  const fit = { total: 77, components: [], matchedSkills: ['Go'], missingSkills: [] };
  const before = { fit, summary: 'Fits.', scorerVersion: 'fit-1' };
  // Past the foreign keys: what the match is of plays no part.
  await database.query(`set session_replication_role = replica;
    insert into persona_jobs (id, owner_id, persona_id, job_posting_id, status, is_favorite, fit_score, score_details,
      failed_non_negotiables, warnings, is_filtered, discovered_at)
    values ('${id}', '${id}', '${id}', '${id}', 'DISCOVERED', false, 77, '${JSON.stringify(before)}', '[]', '[]', false, now());
    reset session_replication_role`);
  await migrateUp(database.urls.owner, policy);
  const [row] = await database.query('select fit_score, stretch_score, score_details from persona_jobs');
  await database.query('delete from persona_jobs');
  expect(row).toEqual({
    fit_score: 77,
    stretch_score: null,
    score_details: {
      ...before,
      fit: { ...fit, label: 'MEDIUM' },
      stretch: null,
      strengths: [],
      gaps: [],
      stretchNotes: [],
    },
  });
});

test('nobody but the owner login may run them', async () => {
  const error = await migrateDown(database.urls.app, policy, 'all').catch((reason: unknown) => reason);
  expect(String(error)).toMatch(/must be owner of|permission denied/);
  expect(await drift()).toBe('');
});
