import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Login } from '#authorization/policy.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { checkDatabase } from '../../src/server/check-boot.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { makeKeysPlain } from '../authorization/tenants.ts';
import { allTables, ownedTables, type OwnedTable, type Table } from './owned-rows.ts';
import { report, type Finding } from './report.ts';
import {
  attempted,
  inserting,
  linking,
  ownedKeys,
  reachedBySql,
  touching,
  type Attempt,
  type WritingLogin,
} from './sql-reach.ts';
import { startWorld, type World } from './world.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// Row policies, forced row security, composite keys and grants, each changed by itself: it must show in the rows that a
// login reaches. Only SQL is asked here, as the login that requests use: no shield, no filter.

const compiled = compileSchema();
const tables = ownedTables({ compiled, metadata: tableMetadata() });

/** As the migrations make it. */
let world: World;
/** Its keys leave the owner out: what stands of wall 3 there is the policies. */
let plain: World;
const findings: Finding[] = [];
beforeAll(async () => {
  [world, plain] = await Promise.all([startWorld(), startWorld()]);
  await makeKeysPlain(plain.database);
}, 120_000);
afterAll(async () => {
  report({
    name: 'mutants of wall 3',
    claim:
      'Every row policy of requests, forced row security, composite key and the privilege to empty a table is missed when it is gone or wider, by rows that a login then reaches.',
    counts: { mutants: findings.length },
    findings,
  });
  await Promise.all([world.stop(), plain.stop()]);
});

interface Mutant {
  readonly what: string;
  readonly sql: string;
  readonly undo: string;
  readonly login?: WritingLogin | 'owner';
  /** Whether it takes away from what a login reaches; else it adds to it. */
  readonly isNarrower?: boolean;
  readonly attempt: Attempt;
}

/** Whether an attempt ends otherwise once the database is changed. */
async function isKilled(on: World, mutant: Mutant): Promise<boolean> {
  const tried = (): Promise<number | string> => attempted(on, mutant.login ?? 'app', mutant.attempt);
  const before = await tried();
  await on.database.query(mutant.sql);
  const changed = { aside: '', after: '' as number | string };
  try {
    changed.aside = await driftOf(on);
    changed.after = await tried();
  } finally {
    await on.database.query(mutant.undo);
  }
  const { aside, after } = changed;
  // Refused for want of a policy or privilege, or by a key; anything else would be a fault of the attempt.
  for (const end of [before, after])
    if (typeof end === 'string' && !['42501', '23503'].includes(end)) throw new Error(`${mutant.what}: ${end}`);
  const reach = (end: number | string): number => (typeof end === 'number' ? end : -1);
  const isGood = mutant.isNarrower ? reach(after) < reach(before) : reach(after) > reach(before);
  findings.push({
    what: mutant.what,
    outcome: isGood ? `killed: ${before} became ${after}` : 'survived',
    isGood,
    aside,
  });
  return isGood;
}

const commands = { READ: 'select', CREATE: 'insert', UPDATE: 'update', DELETE: 'delete' } as const;

/** Whether boot would tell: worth knowing, but no reason to call a mutant killed. */
const driftOf = ({ database }: World): Promise<string> =>
  checkDatabase(database.urls.app, compiled.policy).then(
    () => 'boot would not tell',
    () => 'boot would refuse',
  );

describe('a row policy', () => {
  const policies = tables.flatMap((table) =>
    [...(compiled.policy.owned.get(table.type)?.operations ?? [])].map((operation) => ({ ...table, operation })),
  );
  const own = (column: string): string =>
    `("${column}" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"))`;

  /** A change of every row that is there, to a value that one of them has; it reads no column. */
  async function changing({ meta, table }: OwnedTable): Promise<Attempt> {
    const unique = new Set(meta.uniques.flatMap(({ properties }) => [properties ?? []].flat()));
    const property = meta.props.find(
      ({ kind, name, primary, persist }) =>
        kind === 'scalar' && !primary && persist !== false && name !== 'ownerId' && !unique.has(name as never),
    );
    const column = property?.fieldNames[0] ?? '';
    const [row] = await plain.database.query<{ value: string }>(
      `select ${column}::text as value from ${table} limit 1`,
    );
    return touching(`update ${table} set ${column} = $1`, [row?.value]);
  }

  test.each(policies)('of $table that lets everybody $operation', async ({ operation, ...table }) => {
    const { table: name, column } = table;
    const mutant = (using: string, attempt: Attempt): Mutant => ({
      what: `${name}: ${using}`,
      sql: `alter policy app_${commands[operation]} on ${name} ${using}`,
      undo: `alter policy app_${commands[operation]} on ${name} ${using.replaceAll('(true)', own(column))}`,
      attempt,
    });
    const giving: Attempt = (client, on) => touching(`update ${name} set ${column} = $1`, [on.bob.userId])(client, on);
    const mutants = {
      READ: [mutant('using (true)', touching(`select from ${name}`))],
      CREATE: [
        mutant(
          'with check (true)',
          inserting(table, ({ bob }) => ({ [column]: bob.userId })),
        ),
      ],
      // The check alone would hold what the other half lets be seen.
      UPDATE: [mutant('using (true) with check (true)', await changing(table)), mutant('with check (true)', giving)],
      DELETE: [mutant('using (true)', touching(`delete from ${name}`))],
    }[operation];
    for (const each of mutants) expect([each.what, await isKilled(plain, each)]).toEqual([each.what, true]);
  });

  test.each(policies)('of $table to $operation, dropped', async ({ operation, ...table }) => {
    const { table: name, column } = table;
    const command = commands[operation];
    const attempts = {
      READ: touching(`select from ${name}`),
      CREATE: inserting(table, () => ({})),
      UPDATE: await changing(table),
      DELETE: touching(`delete from ${name}`),
    };
    const clause = {
      READ: `using ${own(column)}`,
      CREATE: `with check ${own(column)}`,
      UPDATE: `using ${own(column)} with check ${own(column)}`,
      DELETE: `using ${own(column)}`,
    }[operation];
    const verdict = await isKilled(plain, {
      what: `${name}: no policy to ${operation}`,
      sql: `drop policy app_${command} on ${name}`,
      undo: `create policy app_${command} on ${name} for ${command} to tenure_app ${clause}`,
      attempt: attempts[operation],
      isNarrower: true,
    });
    expect(verdict).toBe(true);
  });
});

describe('row security', () => {
  const readable = tables.filter(({ type }) => compiled.policy.owned.get(type)?.operations.has('READ'));

  test.each(readable)('of $table, disabled', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: row security disabled`,
      sql: `alter table ${table} disable row level security`,
      undo: `alter table ${table} enable row level security`,
      attempt: touching(`select from ${table}`),
    });
    expect(verdict).toBe(true);
  });

  test.each(tables)('of $table, no longer forced on its owner', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: row security not forced`,
      sql: `alter table ${table} no force row level security`,
      undo: `alter table ${table} force row level security`,
      login: 'owner',
      attempt: touching(`select from ${table}`),
    });
    expect(verdict).toBe(true);
  });
});

describe('a privilege', () => {
  test.each(tables)('to empty $table', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: truncate granted`,
      sql: `grant truncate on all tables in schema public to tenure_app`,
      undo: `revoke truncate on all tables in schema public from tenure_app`,
      attempt: touching(`truncate ${table} cascade`),
    });
    expect(verdict).toBe(true);
  });
});

describe('a login that reaches the rows of all', () => {
  const others = ['identity', 'staff', 'system'] as const;
  const all = allTables({ compiled, metadata: tableMetadata() });
  const typeOf = new Map(tableMetadata().map(({ tableName, className }) => [tableName, className]));
  const grantedTo = (login: WritingLogin, table: string, operation: keyof typeof commands): boolean =>
    compiled.policy.grants
      .get(typeOf.get(table) ?? '')
      ?.get(login.toUpperCase() as Login)
      ?.has(operation) ?? false;
  const statements = ({ table, key }: Table) =>
    ({
      READ: `select from ${table}`,
      UPDATE: `update ${table} set ${key} = ${key}`,
      DELETE: `delete from ${table}`,
    }) as const;
  const cases = all.flatMap((table) =>
    others.flatMap((login) =>
      (['READ', 'UPDATE', 'DELETE'] as const).map((operation) => ({ table, login, operation })),
    ),
  );
  const refused = cases.filter(({ login, table: { table }, operation }) => !grantedTo(login, table, operation));

  test('reaches none but those that the schema grants it', async () => {
    const reached: string[] = [];
    for (const { table, login, operation } of refused) {
      const end = await attempted(world, login, touching(statements(table)[operation]));
      if (end !== '42501') reached.push(`${login} may ${operation} ${table.table}: ${end}`);
    }
    expect(refused.length).toBeGreaterThan(60);
    expect(reached).toEqual([]);
  });

  test('by staff sees accounts, sessions, access tokens and events, and of a job search postings and their reports alone', () => {
    const seen = all.filter(({ table }) => grantedTo('staff', table, 'READ')).map(({ table }) => table);
    expect(seen.toSorted()).toEqual([
      'access_tokens',
      'audit_events',
      'job_postings',
      'job_reports',
      'posting_sightings',
      'sessions',
      'users',
    ]);
  });

  test('writes nothing over in the audit log, unless it were granted and a policy let it', async () => {
    for (const login of ['app', ...others] as const) {
      const verdict = await isKilled(world, {
        what: `audit_events: ${login} may update`,
        sql: `grant select, update on audit_events to tenure_${login};
              create policy more on audit_events for all to tenure_${login} using (true) with check (true)`,
        undo: `drop policy more on audit_events; revoke update on audit_events from tenure_${login};
               ${login === 'identity' ? 'revoke select on audit_events from tenure_identity' : ''}`,
        login,
        attempt: touching(`update audit_events set outcome = outcome`),
      });
      expect([login, verdict]).toEqual([login, true]);
    }
  });
});

describe('a key over owner and parent', () => {
  test('that leaves the owner out links rows across owners', async () => {
    const keys = await ownedKeys(world);
    expect(keys.length).toBeGreaterThanOrEqual(6);
    for (const key of keys) {
      const { name, table, column, target, definition } = key;
      const verdict = await isKilled(world, {
        what: `${table}.${column}: a key without the owner`,
        sql: `alter table ${table} drop constraint ${name}, add constraint ${name} foreign key (${column}) references ${target} (id)`,
        undo: `alter table ${table} drop constraint ${name}, add constraint ${name} ${definition}`,
        ...linking(world, key),
      });
      expect([table, column, verdict]).toEqual([table, column, true]);
    }
  });
});

test('with nothing changed, the login of requests reaches nothing of others', async () => {
  const reached = await reachedBySql(world);
  findings.push({
    what: 'SQL of the app login',
    outcome: reached.join('; ') || 'reaches nothing',
    isGood: reached.length === 0,
  });
  expect(reached).toEqual([]);
});
