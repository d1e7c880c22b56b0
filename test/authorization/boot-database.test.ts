import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataFolder, type RunningPostgres } from '#database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, withClient, type LoginUrls } from '#database/logins.ts';
import { PolicyError } from '#authorization/policy.ts';
import { StartupError } from '#platform/errors.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { checkDatabase, checkLogins } from '../../src/server/check-boot.ts';
import { migrateUp } from '../../src/server/migrations.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const { policy } = compileSchema();
const own = `owner_id = (select nullif(current_setting('app.owner_id', true), '')::uuid)`;
const ownAsKept = `(owner_id = ( SELECT (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid AS "nullif"))`;

async function faultsOf(url: string): Promise<readonly string[]> {
  try {
    await checkDatabase(url, policy);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.faults;
    throw error;
  }
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

interface Tampering {
  readonly what: string;
  readonly tamper: string;
  readonly undo: string;
  readonly faults: readonly string[];
}

const dropped = (table: string, name: string, text: string): string =>
  `${table}: lacks the row policy ${name}: ${text}; migrate`;
const added = (table: string, name: string, text: string): string =>
  `${table}: has the row policy ${name}: ${text}, which the schema does not say; migrate`;
const foreignKey = (table: string, columns: string, target: string): string =>
  `${table} (${columns}) references ${target}`;

const tamperings: readonly Tampering[] = [
  {
    what: 'a policy that shows all rows',
    tamper: 'alter policy app_select on personas using (true)',
    undo: `alter policy app_select on personas using (${own})`,
    faults: [
      added('personas', 'app_select', 'PERMISSIVE | select | tenure_app | true | -'),
      dropped('personas', 'app_select', `PERMISSIVE | select | tenure_app | ${ownAsKept} | -`),
    ],
  },
  {
    what: 'a policy that lets rows be given away',
    tamper: 'alter policy app_update on skills with check (true)',
    undo: `alter policy app_update on skills with check (${own})`,
    faults: [
      added('skills', 'app_update', `PERMISSIVE | update | tenure_app | ${ownAsKept} | true`),
      dropped('skills', 'app_update', `PERMISSIVE | update | tenure_app | ${ownAsKept} | ${ownAsKept}`),
    ],
  },
  {
    what: 'a policy that says the same in other words',
    tamper: `alter policy app_delete on skills using (owner_id::text = (select nullif(current_setting('app.owner_id', true), '')))`,
    undo: `alter policy app_delete on skills using (${own})`,
    faults: [
      added(
        'skills',
        'app_delete',
        `PERMISSIVE | delete | tenure_app | ((owner_id)::text = ( SELECT NULLIF(current_setting('app.owner_id'::text, true), ''::text) AS "nullif")) | -`,
      ),
      dropped('skills', 'app_delete', `PERMISSIVE | delete | tenure_app | ${ownAsKept} | -`),
    ],
  },
  {
    what: 'one policy more',
    tamper: 'create policy support_select on applications for select to tenure_staff using (true)',
    undo: 'drop policy support_select on applications',
    faults: [added('applications', 'support_select', 'PERMISSIVE | select | tenure_staff | true | -')],
  },
  {
    what: 'a policy on a shared table',
    tamper: 'create policy half on job_postings for select to tenure_app using (is_active)',
    undo: 'drop policy half on job_postings',
    faults: [added('job_postings', 'half', 'PERMISSIVE | select | tenure_app | is_active | -')],
  },
  {
    what: 'one policy less',
    tamper: 'drop policy app_insert on timeline_events',
    undo: `create policy app_insert on timeline_events for insert to tenure_app with check (${own})`,
    faults: [dropped('timeline_events', 'app_insert', `PERMISSIVE | insert | tenure_app | - | ${ownAsKept}`)],
  },
  {
    what: 'a policy for one login more',
    tamper: 'alter policy system_select on personas to tenure_system, tenure_app',
    undo: 'alter policy system_select on personas to tenure_system',
    faults: [
      added('personas', 'system_select', 'PERMISSIVE | select | tenure_app,tenure_system | true | -'),
      dropped('personas', 'system_select', 'PERMISSIVE | select | tenure_system | true | -'),
    ],
  },
  {
    what: 'a policy for everybody',
    tamper: 'alter policy system_select on skills to public',
    undo: 'alter policy system_select on skills to tenure_system',
    faults: [
      added('skills', 'system_select', 'PERMISSIVE | select | public | true | -'),
      dropped('skills', 'system_select', 'PERMISSIVE | select | tenure_system | true | -'),
    ],
  },
  {
    what: 'row security that the owner of the table escapes',
    tamper: 'alter table credentials no force row level security',
    undo: 'alter table credentials force row level security',
    faults: [
      'credentials: row security is not forced; alter table credentials enable row level security, force row level security',
    ],
  },
  {
    what: 'row security that is off',
    tamper: 'alter table persona_jobs disable row level security',
    undo: 'alter table persona_jobs enable row level security',
    faults: [
      'persona_jobs: row security is not forced; alter table persona_jobs enable row level security, force row level security',
    ],
  },
  {
    what: 'a grant to empty a table, which no policy looks at',
    tamper: 'grant truncate on users to tenure_app',
    undo: 'revoke truncate on users from tenure_app',
    faults: ['users tenure_app TRUNCATE: granted, but the schema does not say so; revoke it'],
  },
  {
    what: 'a grant of one column',
    tamper: 'grant select (secret_hash) on credentials to tenure_system',
    undo: 'revoke select (secret_hash) on credentials from tenure_system',
    faults: ['credentials tenure_system SELECT: granted, but the schema does not say so; revoke it'],
  },
  {
    what: 'a grant to everybody',
    tamper: 'grant select on job_sources to public',
    undo: 'revoke select on job_sources from public',
    faults: ['job_sources public SELECT: granted, but the schema does not say so; revoke it'],
  },
  {
    what: 'a way to the queue for requests',
    tamper: 'grant usage on schema tenure_queue to tenure_app; grant select on tenure_queue.job to tenure_app',
    undo: 'revoke usage on schema tenure_queue from tenure_app; revoke select on tenure_queue.job from tenure_app',
    faults: [
      'tenure_queue: schema tenure_app USAGE: granted, but nobody needs it; revoke it',
      'tenure_queue: job tenure_app SELECT: granted, but nobody needs it; revoke it',
    ],
  },
  {
    what: 'a queue that the system does not reach',
    tamper: 'revoke delete on tenure_queue.job_common from tenure_system',
    undo: 'grant delete on tenure_queue.job_common to tenure_system',
    faults: ['tenure_queue: job_common tenure_system DELETE: not granted; grant it'],
  },
  {
    what: 'a grant that is missing',
    tamper: 'revoke update on sessions from tenure_identity',
    undo: 'grant update on sessions to tenure_identity',
    faults: ['sessions tenure_identity UPDATE: not granted, though the schema says so; grant it'],
  },
  {
    what: 'a foreign key that leaves the owner out',
    tamper: `alter table skills drop constraint skills_owner_id_persona_id_foreign,
      add constraint skills_owner_id_persona_id_foreign foreign key (persona_id) references personas (id) on delete cascade`,
    undo: `alter table skills drop constraint skills_owner_id_persona_id_foreign,
      add constraint skills_owner_id_persona_id_foreign foreign key (owner_id, persona_id) references personas (owner_id, id) on delete cascade`,
    faults: [
      `${foreignKey('skills', 'persona_id', 'personas (id)')}: a foreign key that the schema does not say; drop it`,
      `${foreignKey('skills', 'owner_id, persona_id', 'personas (owner_id, id)')}: this foreign key is missing; migrate`,
    ],
  },
  {
    what: 'a foreign key that is gone',
    tamper: 'alter table timeline_events drop constraint timeline_events_owner_id_application_id_foreign',
    undo: `alter table timeline_events add constraint timeline_events_owner_id_application_id_foreign
      foreign key (owner_id, application_id) references applications (owner_id, id) on delete cascade`,
    faults: [
      `${foreignKey('timeline_events', 'owner_id, application_id', 'applications (owner_id, id)')}: this foreign key is missing; migrate`,
    ],
  },
  {
    what: 'a table that nothing describes',
    tamper: 'create table notes (id uuid primary key)',
    undo: 'drop table notes',
    faults: ['notes: a table that no type describes; drop it or describe it'],
  },
  {
    what: 'a table that is gone',
    tamper: 'alter table job_sources rename to former_sources',
    undo: 'alter table former_sources rename to job_sources',
    faults: [
      'job_sources: missing; run the migrations',
      'former_sources: a table that no type describes; drop it or describe it',
    ],
  },
  {
    what: 'a view, which reads as its owner',
    tamper: 'create view everybody as select id, email from users',
    undo: 'drop view everybody',
    faults: ['everybody: something that no type describes and that could lead around row security; drop it'],
  },
  {
    what: 'a view that keeps its rows',
    tamper: 'create materialized view kept as select id from personas',
    undo: 'drop materialized view kept',
    faults: ['kept: something that no type describes and that could lead around row security; drop it'],
  },
  {
    what: 'a function that runs as its owner',
    tamper: 'create function peek() returns bigint language sql security definer return 1',
    undo: 'drop function peek',
    faults: ['peek: something that no type describes and that could lead around row security; drop it'],
  },
];

/** Rights on a table of another schema; each by itself leads to it. */
const elsewhere: readonly Tampering[] = ['select', 'insert', 'delete', 'truncate', 'references', 'trigger'].map(
  (privilege) => ({
    what: `a table elsewhere that a login may ${privilege}`,
    tamper: `create schema other; grant usage on schema other to tenure_app;
      create table other.kept (id uuid primary key); grant ${privilege} on other.kept to tenure_app`,
    undo: 'drop schema other cascade',
    faults: ['other.kept: something that no type describes and that could lead around row security; drop it'],
  }),
);

describe('a database', () => {
  test('as the migrations make it passes', async () => {
    expect(await faultsOf(database.urls.app)).toEqual([]);
  });

  test.each([...tamperings, ...elsewhere])('with $what does not', async ({ tamper, undo, faults }) => {
    await database.query(tamper);
    try {
      expect(await faultsOf(database.urls.app)).toEqual(expect.arrayContaining([...faults]));
    } finally {
      await database.query(undo);
    }
    expect(await faultsOf(database.urls.app)).toEqual([]);
  });
});

describe('a database that cannot serve', () => {
  const refusal = async (url: string): Promise<unknown> => checkDatabase(url, policy).catch((error: unknown) => error);

  test('because a migration is pending is told by its name', async () => {
    const names = await database.query<{ name: string }>('delete from mikro_orm_migrations returning *');
    try {
      const error = await refusal(database.urls.app);
      expect(error).toBeInstanceOf(StartupError);
      expect(error).toMatchObject({
        message: `Migrations are pending (${names.map(({ name }) => name).join(', ')}). Run: npm run migrate`,
      });
    } finally {
      for (const { name } of names)
        await database.query('insert into mikro_orm_migrations (name, executed_at) values ($1, now())', [name]);
    }
    expect(await faultsOf(database.urls.app)).toEqual([]);
  });

  test('because it is empty is told so', async () => {
    const empty = await createDatabase('empty');
    try {
      expect(await refusal(empty.urls.app)).toEqual(new StartupError('The database is empty. Run: npm run migrate'));
    } finally {
      await empty.drop();
    }
  });

  test('because it is too old is told so', async () => {
    // The server says another version to whoever looks for its function here first.
    await database.query(`create function public.current_setting(text) returns text language sql return '140012'`);
    try {
      const url = new URL(database.urls.app);
      url.searchParams.set('options', '-c search_path=public,pg_catalog');
      expect(await refusal(url.href)).toEqual(new StartupError('PostgreSQL 14 is too old: 15 or newer is needed.'));
    } finally {
      await database.query('drop function public.current_setting');
    }
  });

  test('because nobody answers, or it lets nobody in, is told in one sentence', async () => {
    const nowhere = new URL(database.urls.app);
    nowhere.port = '1';
    const stranger = new URL(database.urls.app);
    stranger.password = 'wrong';
    for (const url of [nowhere, stranger]) {
      const error = await refusal(url.href);
      expect(error).toBeInstanceOf(StartupError);
      expect(String(error)).toMatch(/The database cannot be reached \(.+\)\. Start it, or correct DATABASE_URL\.$/);
    }
  });
});

// Roles belong to the whole server, so this one is nobody else's.
describe('a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-roles-'));
  let server: RunningPostgres & { readonly stop: () => Promise<void> };
  let urls: LoginUrls;
  let adminUrl: string;
  const asAdmin = (sql: string): Promise<unknown> => withClient(adminUrl, (client) => client.query(sql));

  beforeAll(async () => {
    server = await openDataFolder({ folder, isDurable: false, log: () => undefined });
    const passwords = derivedPasswords('passwords of a server of its own');
    adminUrl = `postgres://${server.superuser}:${encodeURIComponent(server.password)}@127.0.0.1:${server.port}/roles`;
    await ensureLogins(adminUrl.replace(/roles$/, 'postgres'), 'roles', passwords);
    urls = loginUrls(adminUrl, 'roles', passwords);
    await migrateUp(urls.owner, policy);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is served by URLs that connect as their own logins', () => expect(checkLogins(urls)).resolves.toBeUndefined());

  test.each([
    ['a superuser', 'app', () => adminUrl, 'DATABASE_URL: connects as postgres; write the URL of tenure_app'],
    ['the owner', 'app', () => urls.owner, 'DATABASE_URL: connects as tenure_owner; write the URL of tenure_app'],
    [
      'a superuser',
      'identity',
      () => adminUrl,
      'DATABASE_IDENTITY_URL: connects as postgres; write the URL of tenure_identity',
    ],
    [
      'another login',
      'staff',
      () => urls.app,
      'DATABASE_STAFF_URL: connects as tenure_app; write the URL of tenure_staff',
    ],
    [
      'another login',
      'system',
      () => urls.owner,
      'DATABASE_SYSTEM_URL: connects as tenure_owner; write the URL of tenure_system',
    ],
  ] as const)('is not served by a URL of %s in the place of %s', async (...[, login, url, fault]) => {
    await expect(checkLogins({ ...urls, [login]: url() })).rejects.toMatchObject({ faults: [fault] });
  });

  test('is listened to by the app login too', async () => {
    await expect(checkLogins({ ...urls, listen: urls.app })).resolves.toBeUndefined();
    await expect(checkLogins({ ...urls, listen: urls.system })).rejects.toMatchObject({
      faults: ['DATABASE_LISTEN_URL: connects as tenure_system; write the URL of tenure_app'],
    });
  });

  test('is not served by a login that turns into another role as it connects', async () => {
    const url = new URL(urls.app);
    await asAdmin('create role bystander; grant bystander to tenure_app');
    try {
      url.searchParams.set('options', '-c role=bystander');
      await expect(checkLogins({ ...urls, app: url.href })).rejects.toMatchObject({
        faults: ['DATABASE_URL: connects as bystander; write the URL of tenure_app'],
      });
    } finally {
      await asAdmin('drop role bystander');
    }
  });

  test('is not served together with another database, on the same server or on another', async () => {
    const fault = (setting: string): string => `${setting}: leads to another database than DATABASE_URL; correct it`;
    await expect(checkLogins({ ...urls, identity: urls.identity.replace(/roles$/, 'postgres') })).rejects.toMatchObject(
      {
        faults: [fault('DATABASE_IDENTITY_URL')],
      },
    );
    // The run's own server has the same logins by other passwords.
    const other = await createDatabase();
    try {
      await expect(checkLogins({ ...urls, system: other.urls.system })).rejects.toMatchObject({
        faults: [fault('DATABASE_SYSTEM_URL')],
      });
      await expect(checkLogins({ ...urls, listen: other.urls.app })).rejects.toMatchObject({
        faults: [fault('DATABASE_LISTEN_URL')],
      });
    } finally {
      await other.drop();
    }
  });

  test('is not served where a URL leads nowhere, and its setting is named', () =>
    expect(checkLogins({ ...urls, staff: urls.staff.replace(/:\d+\//, ':1/') })).rejects.toThrow(
      /^The database cannot be reached \(.*\)\. Start it, or correct DATABASE_STAFF_URL\.$/,
    ));

  const attributes = [
    {
      what: 'a superuser',
      tamper: 'alter role tenure_app superuser',
      undo: 'alter role tenure_app nosuperuser',
      fault: 'tenure_app: is above row security; alter role tenure_app nosuperuser nobypassrls noreplication',
    },
    {
      what: 'above row security',
      tamper: 'alter role tenure_system bypassrls',
      undo: 'alter role tenure_system nobypassrls',
      fault: 'tenure_system: is above row security; alter role tenure_system nosuperuser nobypassrls noreplication',
    },
    {
      what: 'able to replicate',
      tamper: 'alter role tenure_identity replication',
      undo: 'alter role tenure_identity noreplication',
      fault: 'tenure_identity: is above row security; alter role tenure_identity nosuperuser nobypassrls noreplication',
    },
    {
      what: 'able to make roles',
      tamper: 'alter role tenure_staff createrole',
      undo: 'alter role tenure_staff nocreaterole',
      fault: 'tenure_staff: may create roles; alter role tenure_staff nocreaterole',
    },
    {
      what: 'a member of another login',
      tamper: 'grant tenure_system to tenure_app',
      undo: 'revoke tenure_system from tenure_app',
      fault: 'tenure_app: is a member of tenure_system; revoke tenure_system from tenure_app',
    },
    {
      what: "a member of one of the server's own roles",
      tamper: 'grant pg_read_all_data to tenure_identity',
      undo: 'revoke pg_read_all_data from tenure_identity',
      fault: 'tenure_identity: is a member of pg_read_all_data; revoke pg_read_all_data from tenure_identity',
    },
    {
      what: 'the owner of a table',
      tamper: 'alter table skills owner to tenure_app',
      undo: 'alter table skills owner to tenure_owner; grant select, insert, update, delete on skills to tenure_app',
      fault: 'tenure_app: owns tables or what holds them; reassign them to tenure_owner',
    },
  ];

  test.each(attributes)('on which a login is $what is refused', async ({ tamper, undo, fault }) => {
    await asAdmin(tamper);
    try {
      expect(await faultsOf(urls.app)).toContain(fault);
    } finally {
      await asAdmin(undo);
    }
    expect(await faultsOf(urls.app)).toEqual([]);
  });

  test('that lacks a login is refused', async () => {
    await asAdmin('drop owned by tenure_staff');
    await asAdmin('drop role tenure_staff');
    const [first, ...others] = await faultsOf(urls.app);
    expect(first).toBe('tenure_staff: no such login; run npm run migrate with DATABASE_ADMIN_URL');
    // What it was granted went with it.
    expect(others.filter((fault) => !/tenure_staff|staff_/.test(fault))).toEqual([]);
  });
});
