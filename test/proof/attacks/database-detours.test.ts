import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PolicyError } from '#authorization/policy.ts';
import { StartupError } from '#platform/errors.ts';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { checkDatabase } from '../../../src/server/check-boot.ts';
import { seedTenants, type Seed } from '../../authorization/tenants.ts';
import { runAsTenant } from './run-as-tenant.ts';

// Things that somebody with more rights could leave in the database, each of which shows every owner's rows to the login
// of requests. Each works, so nothing is served from a database that has one.

const { policy } = compileSchema();

let seed: Seed;
beforeAll(async () => {
  seed = await seedTenants();
});
afterAll(() => seed.database.drop());

/** Owners whose rows the login of requests sees by a statement of its own, as Ada. */
async function ownersSeen(sql: string): Promise<readonly unknown[]> {
  const { rows } = await runAsTenant(seed.database.urls.app, seed.ada.userId, [[sql]]);
  return [...new Set(rows.map((row) => row['owner_id']))];
}

async function faults(): Promise<readonly string[]> {
  try {
    await checkDatabase(seed.database.urls.app, policy);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.faults;
    throw error;
  }
}

interface Detour {
  readonly what: string;
  readonly make: string;
  readonly use: string;
  readonly undo: string;
  /** How boot names it. */
  readonly named: RegExp;
}

const detours: readonly Detour[] = [
  {
    what: 'a view of a superuser, which reads as its owner',
    make: 'create view everybody as select * from skills; grant select on everybody to tenure_app',
    use: 'select owner_id from everybody',
    undo: 'drop view everybody',
    named: /^everybody: something that no type describes/,
  },
  {
    what: 'a view that keeps its rows',
    make: 'create materialized view kept as select * from skills; grant select on kept to tenure_app',
    use: 'select owner_id from kept',
    undo: 'drop materialized view kept',
    named: /^kept: something that no type describes/,
  },
  {
    what: 'a function that runs as its owner',
    make: 'create function peek() returns setof skills language sql security definer as $$ select * from skills $$',
    use: 'select owner_id from peek()',
    undo: 'drop function peek',
    named: /^peek: something that no type describes/,
  },
  {
    what: 'a child of a table, which has policies of its own or none',
    make: `create table older_skills () inherits (skills); grant select on older_skills to tenure_app;
      insert into older_skills select * from skills`,
    use: 'select owner_id from only older_skills',
    undo: 'drop table older_skills',
    named: /^older_skills: a table that no type describes/,
  },
  {
    what: 'a partition, which has policies of its own or none',
    make: `create table years (owner_id uuid, year int) partition by range (year);
      create table year_2025 partition of years for values from (2025) to (2026);
      alter table years enable row level security, force row level security;
      insert into years select owner_id, 2025 from skills; grant select on years, year_2025 to tenure_app`,
    use: 'select owner_id from year_2025',
    undo: 'drop table years',
    named: /^year_2025: a table that no type describes/,
  },
  {
    what: 'a copy of a table beside it',
    make: 'create table skills_before as table skills; grant select on skills_before to public',
    use: 'select owner_id from skills_before',
    undo: 'drop table skills_before',
    named: /^skills_before: a table that no type describes/,
  },
  {
    what: 'a policy that is one alternative more',
    make: 'create policy more on skills for select to tenure_app using (true)',
    use: 'select owner_id from skills',
    undo: 'drop policy more on skills',
    named: /^skills: has the row policy more/,
  },
  {
    what: 'a view in another schema',
    make: `create schema reports; grant usage on schema reports to tenure_app;
      create view reports.everybody as select * from skills; grant select on reports.everybody to tenure_app`,
    use: 'select owner_id from reports.everybody',
    undo: 'drop schema reports cascade',
    named: /^reports\.everybody: something that no type describes/,
  },
  {
    what: 'a copy of a table in another schema',
    make: `create schema backup; grant usage on schema backup to public;
      create table backup.skills as table skills; grant select on backup.skills to public`,
    use: 'select owner_id from backup.skills',
    undo: 'drop schema backup cascade',
    named: /^backup\.skills: something that no type describes/,
  },
  {
    what: 'a function in another schema that runs as its owner',
    make: `create schema tools; grant usage on schema tools to tenure_app;
      create function tools.peek() returns setof skills language sql security definer as $$ select * from public.skills $$`,
    use: 'select owner_id from tools.peek()',
    undo: 'drop schema tools cascade',
    named: /^tools\.peek: something that no type describes/,
  },
];

describe('a database with', () => {
  test('nothing of the kind shows own rows alone, and is served', async () => {
    expect(await ownersSeen('select owner_id from skills')).toEqual([seed.ada.userId]);
    expect(await faults()).toEqual([]);
  });

  test.each(detours)('$what shows the rows of all, and is not served', async ({ make, use, undo, named }) => {
    await seed.database.query(make);
    try {
      expect(await ownersSeen(use)).toContain(seed.bob.userId);
      expect(await faults()).toContainEqual(expect.stringMatching(named));
    } finally {
      await seed.database.query(undo);
    }
    expect(await faults()).toEqual([]);
  });

  test('schemas that its logins cannot look into is served', async () => {
    await seed.database.query('create schema other; create table other.skills as table skills');
    try {
      expect(await faults()).toEqual([]);
    } finally {
      await seed.database.query('drop schema other cascade');
    }
  });
});

describe('a server whose row security has known holes', () => {
  /** The server says another version to whoever looks for its function here first. */
  async function refusalOf(version: string): Promise<unknown> {
    await seed.database.query(
      `create function public.current_setting(text) returns text language sql return '${version}'`,
    );
    try {
      const url = new URL(seed.database.urls.app);
      url.searchParams.set('options', '-c search_path=public,pg_catalog');
      return await checkDatabase(url.href, policy).catch((error: unknown) => error);
    } finally {
      await seed.database.query('drop function public.current_setting');
    }
  }

  // Statistics and kept plans show hidden rows before these (CVE-2025-8713, CVE-2024-10976).
  test.each([
    ['150013', '15.13', '15.14'],
    ['160009', '16.9', '16.10'],
    ['170005', '17.5', '17.6'],
  ])('is not served from: %s', async (version, release, sound) => {
    expect(await refusalOf(version)).toEqual(
      new StartupError(`PostgreSQL ${release} has known holes in row security: ${sound} or newer is needed.`),
    );
  });

  test.each(['150014', '160010', '170006', '180000'])('is any but these: %s', async (version) => {
    expect(await refusalOf(version)).toBeUndefined();
  });
});
