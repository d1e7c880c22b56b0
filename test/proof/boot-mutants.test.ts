import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { checkPolicy } from '#authorization/check-policy.ts';
import { entityShapes } from '#authorization/entity-shapes.ts';
import { databaseFaults } from '#authorization/check-database.ts';
import { logins, PolicyError, type Policy } from '#authorization/policy.ts';
import { roleOf } from '#authorization/row-policies.ts';
import { readCatalogue, type Catalogue } from '#database/catalogue.ts';
import { withClient } from '#database/logins.ts';
import { buildSchema, compileSchema, type CompiledSchema } from '../../src/server/build-schema.ts';
import { checkDatabase } from '../../src/server/check-boot.ts';
import { allDomains } from '../../src/server/product.ts';
import { openSchemaOrm, tableMetadata } from '../../src/server/schema-orm.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import { codesOf, startTestProduct, testPassword, type TestProduct } from '../support/product.ts';
import { sampled } from './effort.ts';
import { report, type Finding } from './report.ts';
import { withOther, withoutEach } from './sdl-mutants.ts';
import { seedTenants, type Seed } from '../authorization/tenants.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// Whatever is taken away, boot or behaviour must tell: what nobody misses protects nothing.

const compiled = compileSchema();
const { policy } = compiled;
const metadata = tableMetadata();
const shapes = entityShapes(metadata, 'User');

let seed: Seed;
/** What the database is like: no mutant of the schema changes it. */
let catalogue: Catalogue;
const findings: Finding[] = [];
beforeAll(async () => {
  seed = await seedTenants();
  catalogue = await withClient(seed.database.urls.app, (client) => readCatalogue(client, logins.map(roleOf)));
});
afterAll(async () => {
  report({
    name: 'mutants that boot refuses',
    claim: 'What would make a wall say something else than the schema does not start.',
    counts: { mutants: findings.length },
    findings,
  });
  await seed.database.drop();
});

/** By what of a policy the database is to be like: most mutants change nothing of it, and are looked at once for all. */
const looked = new Map<string, readonly string[]>();

async function faultsWith(mutant: Policy): Promise<readonly string[]> {
  const { owned, shared, grants, internal } = mutant;
  const told = inspect([owned, shared, grants, internal], { depth: null, maxArrayLength: null });
  const known = looked.get(told);
  if (known) return known;
  const orm = await openSchemaOrm(seed.database.urls.app, mutant);
  const faults = databaseFaults(mutant, orm.getMetadata().getAll().values(), catalogue);
  await orm.close();
  looked.set(told, faults);
  return faults;
}

/** Why the product would not start with this schema on a database made for the real one; null if it would. */
async function bootRefusal(mutant: CompiledSchema): Promise<string | null> {
  try {
    checkPolicy(mutant.source, mutant.policy, shapes);
    const faults = await faultsWith(mutant.policy);
    if (faults.length > 0) return faults.join('; ');
    // Last, because it takes the longest.
    buildSchema(mutant, metadata, { resolvers: allDomains.resolvers });
    return null;
  } catch (error) {
    if (error instanceof PolicyError) return error.faults.join('; ');
    throw error;
  }
}

const matrix = accessMatrix(compiled.source, compiled.policy);

/** Whether the committed matrix would show it: worth knowing, but no reason to call a mutant killed. */
const matrixOf = ({ source, policy: changed }: CompiledSchema): string =>
  accessMatrix(source, changed) === matrix ? 'the matrix is the same' : 'the matrix differs';

/**
 * Whether the committed matrix shows it in the very rows of what is changed: those of a field and its arguments, or of a
 * type and its fields. That matrix is compared with the schema's before anything is merged.
 */
function isShownByMatrix(what: string, { source, policy: changed }: CompiledSchema): boolean {
  const coordinate = /^\w+(?:\.\w+)?/.exec(what)?.[0] ?? '';
  const own = (text: string): string =>
    text
      .split('\n')
      .filter((line) => new RegExp(`^${coordinate}(?![\\w])`).test(line))
      .join('\n');
  return own(accessMatrix(source, changed)) !== own(matrix);
}

/** The type that a mutant is about: boot must name it, or its table. */
const typeOf = (what: string): string => /^\w+/.exec(what)?.[0] ?? '';

interface Refusal {
  readonly type: string;
  readonly refusal: string | null;
}

function refusedAtBoot(what: string, { type, refusal }: Refusal): Finding {
  const table = metadata.find(({ className }) => className === type)?.tableName ?? type;
  const isNamed = refusal !== null && [type, table].some((name) => refusal.includes(name));
  const outcome =
    refusal === null ? 'survived' : `boot ${isNamed ? 'refuses' : 'refuses without its name'}: ${refusal}`;
  return { what, outcome, isGood: isNamed };
}

describe('a directive taken away', () => {
  const all = Map.groupBy(withoutEach(typeDefinitions()), ({ what }) => what.includes(' @requiresScopes'));
  // Half of all say the same of other places: which tokens may.
  const mutants = [...(all.get(false) ?? []), ...sampled(all.get(true) ?? [])];
  /** Whether the matrix shows it, by what was taken away; of those of signing in, the schema instead. */
  const survivors = new Map<string, boolean>();
  const ofSigningIn = new Map<string, CompiledSchema>();
  beforeAll(async () => {
    for (const { what, definitions } of mutants) {
      const changed = compileSchema(definitions);
      const refusal = await bootRefusal(changed);
      if (refusal !== null) findings.push(refusedAtBoot(`without ${what}`, { type: typeOf(what), refusal }));
      else if (isOfSigningIn(what)) ofSigningIn.set(what, changed);
      else survivors.set(what, isShownByMatrix(what, changed));
    }
  });

  /** What a client needs that has no session yet, or not any more. */
  const isOfSigningIn = (what: string): boolean =>
    /^Mutation\.(register|login|refreshSession|logout) @(public|signsIn|runsAs)\b/.test(what);

  test('stops boot, unless it is one of those that say who may, how recently, how often and by which login', async () => {
    expect(await bootRefusal(compiled)).toBeNull();
    await checkDatabase(seed.database.urls.app, policy);
    expect(mutants.length).toBeGreaterThan(50);
    expect(findings.filter(({ isGood }) => !isGood)).toEqual([]);
    const saying =
      /^\w+(\.\w+)? @requiresScopes\b|^(Query|Mutation)\.\w+ @(public|signsIn|runsAs|stepUp|rateLimit|beforePasswordChange)\b/;
    const ofType = /^\w+ @(auth|public|beforePasswordChange)\b/;
    expect(
      [...survivors.keys(), ...ofSigningIn.keys()].filter((what) => !saying.test(what) && !ofType.test(what)),
    ).toEqual([]);
  });

  test('from those is shown by the matrix, in its own row', () => {
    const unseen = [...survivors].flatMap(([what, isGood]) => {
      findings.push({ what: `without ${what}`, outcome: isGood ? 'shown by the matrix' : 'survived', isGood });
      return isGood ? [] : [what];
    });
    expect(survivors.size).toBeGreaterThan(40);
    expect(unseen).toEqual([]);
  });

  test('from those of signing in is missed by whoever does', async () => {
    expect(await firstBrokenPromise(compiled)).toBeNull();
    const missed = new Map<string, string | null>();
    for (const [what, changed] of ofSigningIn) {
      const promise = await firstBrokenPromise(changed);
      missed.set(what, promise);
      findings.push({
        what: `without ${what}`,
        outcome: `killed: no longer so that ${promise}`,
        isGood: promise !== null,
        aside: matrixOf(changed),
      });
    }
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

describe('a directive with another argument', () => {
  // A relation that is kept as an id is another name of one that is not: the same column, to the same row.
  const relations = new Set(
    metadata.flatMap((meta) => meta.relations.filter(({ mapToPk }) => !mapToPk).map(({ name }) => name)),
  );
  const mutants = sampled(withOther(typeDefinitions(), [...relations]));

  test('stops boot, with its coordinate, or is shown by the matrix, in its own row', async () => {
    expect(mutants.length).toBeGreaterThan(100);
    const survivors: string[] = [];
    for (const { what, definitions } of mutants) {
      const changed = compileSchema(definitions);
      const refusal = await bootRefusal(changed);
      const isSeen = refusal === null && isShownByMatrix(what, changed);
      const finding = isSeen
        ? { what, outcome: 'shown by the matrix', isGood: true }
        : refusedAtBoot(what, { type: typeOf(what), refusal });
      findings.push(finding);
      if (!finding.isGood) survivors.push(`${what}: ${finding.outcome}`);
    }
    expect(survivors).toEqual([]);
  });
});

describe('changed in the database', () => {
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
        const isKilled = isNoticed(await catalogue());
        findings.push({ what: statement, outcome: isKilled ? 'boot refuses' : 'survived', isGood: isKilled });
        if (!isKilled) passed.push(statement);
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

  test('each wider grant is noticed, to logins and to everybody', async () => {
    const grants = await statementsFrom(
      `select format('grant %s on %I to %s', privilege, relname, grantee) as statement
       from pg_class, unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) privilege,
            unnest('{tenure_app,tenure_identity,tenure_staff,tenure_system,public}'::text[]) grantee
       where relnamespace = 'public'::regnamespace and relkind = 'r'
         and not (grantee <> 'public' and has_table_privilege(nullif(grantee, 'public'), pg_class.oid, privilege))`,
    );
    expect(grants.length).toBeGreaterThan(200);
    expect(await unnoticed(sampled(grants))).toEqual([]);
  });

  test('each membership and each attribute above row security is noticed', async () => {
    const roles = logins.map(roleOf);
    const others = [...roles, 'tenure_owner', 'pg_read_all_data', 'pg_write_all_data'];
    const memberships = roles.flatMap((role) =>
      others.filter((other) => other !== role).map((other) => `grant ${other} to ${role}`),
    );
    const attributes = roles.flatMap((role) =>
      ['superuser', 'bypassrls', 'createrole', 'replication'].map((attribute) => `alter role ${role} ${attribute}`),
    );
    expect(await unnoticed([...memberships, ...attributes])).toEqual([]);
  });

  test('each policy wider by a word, and each one more, is noticed', async () => {
    const wider = await statementsFrom(
      `select format('alter policy %I on %I using (true)', policyname, tablename) as statement from pg_policies
         where schemaname = 'public' and qual is not null and qual <> 'true'
       union all select format('alter policy %I on %I with check (true)', policyname, tablename) from pg_policies
         where schemaname = 'public' and with_check is not null and with_check <> 'true'
       union all select format('alter policy %I on %I to public', policyname, tablename) from pg_policies where schemaname = 'public'
       union all select format('create policy more on %I for all to tenure_app using (true)', relname) from pg_class where relforcerowsecurity
       union all select format('alter table %I disable row level security', relname) from pg_class where relforcerowsecurity`,
    );
    expect(wider.length).toBeGreaterThan(60);
    expect(await unnoticed(sampled(wider))).toEqual([]);
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
