import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityMetadata } from '@mikro-orm/core';
import { roles } from '#authorization/viewer.ts';
import { allDomains, type Domains, type ProductOptions } from '../../src/server/product.ts';
import { compileSchema, publicSchema, type CompiledSchema } from '../../src/server/build-schema.ts';
import type { GraphQLSchema } from 'graphql';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { dataOf, post, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { Canaries } from './canaries.ts';
import { RowFiller, type Filling, type IdsByType } from './fill-rows.ts';
import { takeSnapshot, type OwnedTable } from './snapshot.ts';

/** Whoever asks, as the headers they send. */
export interface Viewer {
  readonly kind: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A product with the rows of two tenants: Ada, who asks, and Bob, whose every text and id is a canary. */
export interface World {
  readonly product: TestProduct;
  readonly database: TestDatabase;
  readonly compiled: CompiledSchema;
  /** The schema as clients see it. */
  readonly schema: GraphQLSchema;
  readonly metadata: readonly EntityMetadata[];
  readonly ada: Tenant;
  readonly bob: Tenant;
  readonly canaries: Canaries;
  /** Every kind of viewer; all but the signed out hold sessions of Ada's. */
  readonly viewers: readonly Viewer[];
  readonly ids: Readonly<Record<'own' | 'foreign' | 'shared', IdsByType>>;
  /** What each owned row points at, by ids. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Columns of Bob's that no canary fits into. */
  readonly unplanted: readonly string[];
  /** Puts every owned row back as it was. @returns the rows of others that were not, each by table and id */
  readonly restore: () => Promise<readonly string[]>;
  /** Takes what is there now for how things were. */
  readonly remember: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface WorldOptions {
  readonly compiled?: CompiledSchema;
  readonly domains?: Domains;
  readonly product?: Partial<ProductOptions>;
  /** Makes what the migrations do not, before anything is put in. */
  readonly prepare?: (database: TestDatabase) => Promise<void>;
  /** Tenants beside Ada; without any there is no Bob. */
  readonly others?: readonly Other[];
}

/** Another tenant, by what of theirs differs between worlds. */
export interface Other {
  readonly name: string;
  readonly mark: string;
  readonly size: number;
}

const adaMark = 'ada0ada0';
const sharedMark = '5eed5eed';
const bob: Other = { name: 'bob', mark: 'b0bb0bb0', size: 2 };

/** The metadata of entities, without a database. */
export const metadataOf = ({ entities }: Domains): readonly EntityMetadata[] => [
  ...new MikroORM({ clientUrl: 'postgres://nobody@127.0.0.1:1/nowhere', entities: [...entities] })
    .getMetadata()
    .getAll()
    .values(),
];

/** Starts a product and fills its database with tenants. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { domains = allDomains, others = [bob] } = options;
  const compiled = options.compiled ?? compileSchema();
  const metadata = metadataOf(domains);
  const database = await createDatabase();
  await options.prepare?.(database);
  const product = await startTestProduct({ urls: database.urls, compiled, domains, corsOrigins: [pageOrigin], ...options.product });
  try {
    const filler = new RowFiller(compiled, metadata);
    const canaries = new Canaries();
    const shared = await filler.fill(
      database,
      { ownerId: null, mark: sharedMark, size: 8, text: (column, length, index) => `Pool ${index} ${column}`.slice(0, length) },
      new Map(),
    );
    const fillOwner = async (tenant: Tenant, other: Other, text: Text): Promise<IdsByType> => {
      const known = new Map([...shared, ...(await idsOf({ database, compiled, metadata }, tenant.userId))]);
      const filling = { ownerId: tenant.userId, mark: other.mark, size: other.size, text };
      const ids = await filler.fill(database, filling, known);
      return new Map([...ids].filter(([type]) => compiled.policy.owned.has(type)));
    };
    const ada = await product.signUp('ada');
    const viewers = await viewersOf(product, ada);
    let unplanted: readonly string[] = [];
    let foreign: IdsByType = new Map();
    const tenants: Tenant[] = [];
    for (const other of others) {
      const tenant = await product.signUp(canaries.text() ?? other.name);
      tenants.push(tenant);
      const narrow = new Set<string>();
      const token: Text = (column, length) => canaries.text(length) ?? (narrow.add(column), 'x'.repeat(Math.min(length, 3)));
      const ids = await fillOwner(tenant, other, token);
      const refused = await plant({ database, compiled, metadata }, tenant.userId, canaries);
      if (tenants.length === 1) [foreign, unplanted] = [ids, [...narrow.union(refused)]];
      canaries.guard([tenant.userId, ...[...ids.values()].flat()]);
    }
    const own = await fillOwner(ada, { name: 'ada', mark: adaMark, size: 2 }, (column, length, index) => `Ada ${index} ${column}`.slice(0, length));
    await product.matched();
    const snapshot = await takeSnapshot(database, ownedTables({ compiled, metadata }), ada.userId);
    return {
      product,
      database,
      compiled,
      schema: publicSchema(compiled.source, compiled.policy),
      metadata,
      ada,
      bob: tenants[0] ?? ada,
      canaries,
      viewers,
      ids: { own, foreign, shared },
      parents: await parentsOf({ database, compiled, metadata }),
      unplanted,
      restore: async () => {
        // Matching that a change has set off would come in between.
        await product.matched();
        return snapshot.restore();
      },
      remember: snapshot.retake,
      stop: async () => {
        await snapshot.close();
        await product.stop();
        await database.drop();
      },
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

type Text = Filling['text'];
type Parts = Pick<World, 'database' | 'compiled' | 'metadata'>;

/** The tables with an owner, and the column that says whose a row is. */
export const ownedTables = ({ compiled, metadata }: Pick<World, 'compiled' | 'metadata'>): OwnedTable[] =>
  metadata.flatMap((meta) => {
    const owner = compiled.policy.owned.get(meta.className);
    return owner ? [{ type: meta.className, meta, table: meta.tableName, column: owner.key === 'id' ? 'id' : 'owner_id' }] : [];
  });

/** Ids of the rows that an owner has by now, by type; types without any are left out. */
export async function idsOf(parts: Parts, ownerId: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { type, table, column } of ownedTables(parts)) {
    const rows = await parts.database.query<{ id: string }>(`select id from ${table} where ${column} = $1 order by id`, [ownerId]);
    if (rows.length > 0) found.set(type, rows.map(({ id }) => id));
  }
  return found;
}

async function parentsOf(parts: Parts): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>();
  for (const { meta, table } of ownedTables(parts)) {
    const columns = meta.relations.filter(({ kind }) => kind === 'm:1').map(({ fieldNames }) => fieldNames[0]);
    const rows = await parts.database.query<{ id: string; up: string[] }>(
      `select id, array_remove(array[${columns.join(', ')}]::text[], null) as up from ${table}`,
    );
    for (const { id, up } of rows) parents.set(id, up);
  }
  return parents;
}

/**
 * Puts a canary into every text, JSON and array of an owner's rows that the API made: what a check refuses stays.
 * @returns the columns that stay
 */
async function plant(parts: Parts, ownerId: string, canaries: Canaries): Promise<Set<string>> {
  const refused = new Set<string>();
  for (const { meta, table, column } of ownedTables(parts))
    for (const property of meta.props) {
      const [name] = property.fieldNames ?? [];
      const [type = ''] = property.columnTypes ?? [];
      const isText = /^(text|varchar|jsonb)/.test(type) && !property.items && property.persist !== false;
      if (!isText || name === undefined) continue;
      const rows = await parts.database.query<{ id: string; text: string | null }>(
        `select id, "${name}"::text as text from ${table} where ${column} = $1`,
        [ownerId],
      );
      for (const { id, text } of rows) {
        if (text === null || canaries.in(text).length > 0) continue;
        const token = canaries.text(property.length);
        const cast = type === 'jsonb' ? 'to_jsonb($1::text)' : type === 'text[]' ? 'array[$1::text]' : '$1';
        const update = parts.database.query(`update ${table} set "${name}" = ${cast} where id = $2`, [token, id]);
        await update.catch(() => void refused.add(`${table}.${name}`));
      }
    }
  return refused;
}

/** Where the client's page is, at the same place in every world. */
const pageOrigin = 'http://page.example.com';

const anHour = 60 * 60_000;

/** Signed out, signed out by time and by revocation, and signed in with each role, by token and as browsers are. */
async function viewersOf(product: TestProduct, ada: Tenant): Promise<readonly Viewer[]> {
  const signIn = async (): Promise<{ accessToken: string; sessionId: string }> => {
    const answer = await product.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }',
      { input: { email: ada.email, password: ada.password } },
    );
    const { login } = dataOf<{ login: { tokens: { accessToken: string } } }>(answer);
    const { accessToken } = login.tokens;
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    return { accessToken, sessionId: claims.sid };
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const viewers: Viewer[] = [{ kind: 'anonymous', headers: {} }];
  const { now } = product.clock;
  product.clock.now = new Date(now.getTime() - anHour);
  viewers.push({ kind: 'expired', headers: bearer((await signIn()).accessToken) });
  product.clock.now = now;
  const revoked = await signIn();
  viewers.push({ kind: 'revoked', headers: bearer(revoked.accessToken) });
  await product.database.query('update sessions set revoked_at = $1 where id = $2', [now, revoked.sessionId]);
  for (const role of roles) {
    const { accessToken, sessionId } = await signIn();
    await product.database.query('update sessions set roles = array[$1] where id = $2', [role, sessionId]);
    viewers.push({ kind: role, headers: bearer(accessToken) });
  }
  viewers.push({ kind: 'browser', headers: await browserHeaders(product, ada) });
  return viewers;
}

/** What the client's page sends: cookies, its origin, and the header that no foreign page can add. */
async function browserHeaders(product: TestProduct, ada: Tenant): Promise<Record<string, string>> {
  const page = { origin: pageOrigin, 'apollo-require-preflight': '1', 'x-tenure-client': 'web' };
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
  const variables = { input: { email: ada.email, password: ada.password } };
  const { headers } = await post(`${product.url}/graphql`, JSON.stringify({ query, variables }), page);
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return { ...page, cookie: cookies.join('; ') };
}
