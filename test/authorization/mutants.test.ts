import type { EntityName } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFaults } from '#authorization/check-database.ts';
import { ownerMetadata } from '#authorization/orm-hooks.ts';
import { logins, PolicyError, type Policy } from '#authorization/policy.ts';
import { roleOf } from '#authorization/row-policies.ts';
import { readCatalogue } from '#database/catalogue.ts';
import { withClient } from '#database/logins.ts';
import { openOrm } from '#database/orm.ts';
import { forkFor } from '#database/rows.ts';
import { buildSchema, compileSchema, type CompiledSchema } from '../../src/server/build-schema.ts';
import { checkDatabase } from '../../src/server/check-boot.ts';
import { entities } from '../../src/server/entities.ts';
import { allDomains } from '../../src/server/product.ts';
import { openSchemaOrm } from '../../src/server/schema-orm.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import type { TestDatabase } from '../support/database.ts';
import { codesOf, startTestProduct, testPassword, type TestProduct } from '../support/product.ts';
import { sdlMutants } from './sdl-mutants.ts';
import { copyOf, createProbeLogin, seedTenants, type ProbeLogin, type Seed } from './tenants.ts';

// Whatever is taken away, boot or behaviour must tell: what nobody misses protects nothing.

const compiled = compileSchema();
const { policy } = compiled;
const metadata = [
  ...new MikroORM({ clientUrl: 'postgres://nobody@127.0.0.1:1/nowhere', entities: [...entities] })
    .getMetadata()
    .getAll()
    .values(),
];

let seed: Seed;
beforeAll(async () => {
  seed = await seedTenants();
});
afterAll(() => seed.database.drop());

/** Why the product would not start with this schema on a database made for the real one; null if it would. */
async function bootRefusal(mutant: CompiledSchema): Promise<string | null> {
  try {
    buildSchema(mutant, metadata, { resolvers: allDomains.resolvers });
    await checkDatabase(seed.database.urls.app, mutant.policy);
    return null;
  } catch (error) {
    if (error instanceof PolicyError) return error.faults[0] ?? '';
    throw error;
  }
}

describe('a directive taken away', () => {
  const mutants = sdlMutants(typeDefinitions());
  const survivors = new Map<string, CompiledSchema>();
  beforeAll(async () => {
    for (const { what, definitions } of mutants) {
      const changed = compileSchema(definitions);
      if ((await bootRefusal(changed)) === null) survivors.set(what, changed);
    }
  });

  test('stops boot, unless it is one of those that open, move or switch a mutation', async () => {
    expect(await bootRefusal(compiled)).toBeNull();
    expect(mutants.length).toBeGreaterThan(50);
    const opening = /^Mutation\.\w+ @(public|signsIn|runsAs)\b/;
    expect([...survivors.keys()].filter((what) => !opening.test(what))).toEqual([]);
  });

  test('from those is missed by whoever signs in', async () => {
    expect(await firstBrokenPromise(compiled)).toBeNull();
    const missed = new Map<string, string | null>();
    for (const [what, changed] of survivors) missed.set(what, await firstBrokenPromise(changed));
    expect([...missed].filter(([, promise]) => promise === null)).toEqual([]);
  });
});

/** What signing in promises to a client that holds no access token; the first that the schema breaks, null for none. */
async function firstBrokenPromise(schema: CompiledSchema): Promise<string | null> {
  const product = await startTestProduct({ compiled: schema });
  try {
    return await brokenPromise(product);
  } finally {
    await product.stop();
  }
}

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}
interface Entered {
  readonly tokens: Tokens;
  readonly user: { readonly email: string } | null;
}

async function brokenPromise({ send }: TestProduct): Promise<string | null> {
  const input = { email: 'ada@example.com', password: testPassword };
  const ask = async <T>(document: string, variables: object): Promise<T | null> => {
    const { body } = await send(document, variables);
    return body.errors ? null : ((body.data as { readonly answer: T }).answer ?? null);
  };
  const entered = 'tokens { accessToken refreshToken } user { email }';
  const registered = await ask<Entered>(
    `mutation ($input: RegisterInput!) { answer: register(input: $input) { ${entered} } }`,
    { input },
  );
  if (registered?.user?.email !== input.email) return 'registering yields the account';
  const signedIn = await ask<Entered>(
    `mutation ($input: LoginInput!) { answer: login(input: $input) { ... on AuthSession { ${entered} } } }`,
    { input },
  );
  if (signedIn?.user?.email !== input.email) return 'signing in yields the account';
  const refreshed = await ask<Tokens>(
    'mutation ($token: String) { answer: refreshSession(refreshToken: $token) { accessToken refreshToken } }',
    { token: signedIn.tokens.refreshToken },
  );
  if (!refreshed) return 'refreshing yields tokens';
  const ended = await ask<boolean>('mutation ($token: String) { answer: logout(refreshToken: $token) }', {
    token: refreshed.refreshToken,
  });
  const after = await send('{ me { id } }', {}, { authorization: `Bearer ${refreshed.accessToken}` });
  return ended && codesOf(after)[0] === 'UNAUTHENTICATED' ? null : 'signing out ends the session';
}

describe('a filter taken away', () => {
  const types = [...policy.owned.keys()];
  let probe: ProbeLogin;
  let database: TestDatabase;
  beforeAll(async () => {
    [probe, database] = await Promise.all([createProbeLogin(), copyOf(seed.database)]);
  });
  afterAll(async () => {
    await database.drop();
    await probe.drop();
  });

  /** The owned types of which Ada finds rows of Bob's, with wall 2 alone. */
  async function foreignTypes(withoutFilter: string | null): Promise<readonly string[]> {
    const hook = ownerMetadata(policy, { filter: true });
    const orm = await openOrm({
      url: await probe.on(database),
      entities,
      onMetadata: (meta) => {
        hook(meta);
        if (meta.className === withoutFilter) delete meta.filters['owner'];
      },
    });
    try {
      const em = forkFor(orm, seed.ada.userId);
      const found: string[] = [];
      for (const [type, { key }] of policy.owned) {
        const rows = await em.find(orm.getMetadata().getByClassName(type).class as EntityName<object>, {});
        if (rows.some((row) => Reflect.get(row, key) !== seed.ada.userId)) found.push(type);
      }
      return found;
    } finally {
      await orm.close();
    }
  }

  test('is missed: rows of others appear, of that type and no other', async () => {
    expect(await foreignTypes(null)).toEqual([]);
    for (const type of types) expect(await foreignTypes(type)).toEqual([type]);
  });
});

describe('taken away from the database', () => {
  /** Boot's faults with each statement done and undone in turn. */
  async function unnoticed(statements: readonly string[]): Promise<readonly string[]> {
    const orm = await openSchemaOrm(seed.database.urls.owner, policy);
    const tables = [...orm.getMetadata().getAll().values()];
    const isNoticed = (catalogue: Parameters<typeof databaseFaults>[2]): boolean =>
      databaseFaults(policy, tables, catalogue).length > 0;
    const passed: string[] = [];
    await withClient(seed.database.adminUrl, async (client) => {
      const catalogue = (): ReturnType<typeof readCatalogue> => readCatalogue(client, logins.map(roleOf));
      expect(isNoticed(await catalogue())).toBe(false);
      for (const statement of statements) {
        await client.query('begin');
        await client.query(statement);
        if (!isNoticed(await catalogue())) passed.push(statement);
        await client.query('rollback');
      }
    });
    await orm.close();
    return passed;
  }

  const statementsFrom = async (sql: string): Promise<readonly string[]> =>
    (await seed.database.query<{ statement: string }>(sql)).map(({ statement }) => statement);

  test('each row policy is missed', async () => {
    const drops = await statementsFrom(
      `select format('drop policy %I on %I', policyname, tablename) as statement from pg_policies where schemaname = 'public'`,
    );
    expect(drops).toHaveLength(policiesOf(policy));
    expect(await unnoticed(drops)).toEqual([]);
  });

  test('each key over owner and parent is missed, though a plain one takes its place', async () => {
    const keys = await statementsFrom(
      `select format('alter table %s drop constraint %I, add constraint %I foreign key (%I) references %s (id)', conrelid::regclass, conname, conname,
         (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[2]), confrelid::regclass) as statement
       from pg_constraint where contype = 'f' and cardinality(conkey) > 1`,
    );
    expect(keys.length).toBeGreaterThanOrEqual(6);
    expect(await unnoticed(keys)).toEqual([]);
  });

  test('forced row security is missed on each owned table', async () => {
    const tables = await statementsFrom(
      `select format('alter table %I no force row level security', relname) as statement from pg_class where relforcerowsecurity`,
    );
    expect(tables).toHaveLength(policy.owned.size);
    expect(await unnoticed(tables)).toEqual([]);
  });

  test('each grant is missed', async () => {
    const grants = await statementsFrom(
      `select format('revoke %s on %I from %I', privilege_type, table_name, grantee) as statement
       from information_schema.table_privileges where table_schema = 'public' and grantee = any('{tenure_app,tenure_identity,tenure_staff,tenure_system}')`,
    );
    expect(grants.length).toBeGreaterThan(40);
    expect(await unnoticed(grants)).toEqual([]);
  });
});

/** One policy for each operation of an owner, and of each login that is granted one on an owned table. */
function policiesOf({ owned, grants }: Policy): number {
  return [...owned.values()].reduce(
    (sum, { type, operations }) =>
      sum + operations.size + [...(grants.get(type)?.values() ?? [])].reduce((all, ops) => all + ops.size, 0),
    0,
  );
}
