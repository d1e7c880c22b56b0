import { ReferenceKind, type EntityMetadata } from '@mikro-orm/core';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { compileSchema, publicSchema, type CompiledSchema } from '../../src/server/build-schema.ts';
import { allDomains, type Domains, type ProductOptions } from '../../src/server/product.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { startSignpost } from '../support/issuers.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { Canaries } from './canaries.ts';
import { RowFiller, type Filling, type IdsByType } from './fill-rows.ts';
import { allTables, idsOf, parentsOf, plant, type Tables } from './owned-rows.ts';
import { linksOf } from './links.ts';
import { takeSnapshot, type Harm } from './snapshot.ts';
import { openStaffChannel, type StaffChannel } from './staff-channel.ts';
import { pageOrigin, viewersOf, type Viewer } from './viewers.ts';

/** A provider to have routes of, the same for every world: its address is in answers. */
const signpost = startSignpost('acme');

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
  /** Every kind of viewer; most hold sessions of Ada's. */
  readonly viewers: readonly Viewer[];
  /** What Ada knows that nobody could guess, by the names of what asks for it. */
  readonly known: Known;
  /** What staff may see and do by the schema: the declared channel between tenants. */
  readonly staff: StaffChannel;
  readonly ids: Readonly<Record<'own' | 'foreign' | 'shared', IdsByType>>;
  /** What each owned row points at, by ids. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Columns of Bob's that no canary fits into. */
  readonly unplanted: readonly string[];
  /** Puts every row back as it was. @returns the rows of others than Ada's that were not */
  readonly restore: () => Promise<readonly Harm[]>;
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

/** Starts a product and fills its database with tenants. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { domains = allDomains, compiled = compileSchema(), others = [bob] } = options;
  const metadata = tableMetadata(domains.entities);
  const database = await createDatabase();
  await options.prepare?.(database);
  const tables: Tables = { database, compiled, metadata };
  const product = await startTestProduct(
    { compiled, domains, corsOrigins: [pageOrigin], providers: [await signpost], ...options.product },
    database,
  );
  try {
    const ada = await product.signUp('ada');
    const viewers = await viewersOf(product, { ada, policy: compiled.policy });
    const known = await knownTo(product, ada);
    const rows = await fillTables(tables, { product, ada, others });
    await product.matched();
    const snapshot = await takeSnapshot(database, allTables(tables), ada.userId);
    return {
      ...tables,
      ...rows,
      product,
      schema: publicSchema(compiled.source, compiled.policy),
      ada,
      viewers,
      known,
      staff: await openStaffChannel({ ...tables, canaries: rows.canaries, now: () => product.clock.now }),
      parents: await parentsOf(tables),
      restore: () => snapshot.restore(product.matched),
      remember: snapshot.retake,
      stop: async () => {
        await snapshot.close();
        await product.stop();
      },
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

export type Known = Readonly<Record<string, string>>;

/** A tenant's address, password and refresh token, and a good link of each kind. */
export const knownTo = async ({ database }: TestProduct, tenant: Tenant, mark = adaMark): Promise<Known> => ({
  email: tenant.email,
  confirmEmail: tenant.email,
  password: tenant.password,
  currentPassword: tenant.password,
  refreshToken: tenant.refreshToken,
  provider: 'acme',
  ...(await linksOf(database, tenant, mark)),
});

interface Tenancy {
  readonly product: TestProduct;
  readonly ada: Tenant;
  readonly others: readonly Other[];
}

/** Fills every table for everybody. Ada's rows are the same whoever else there is. */
async function fillTables(
  tables: Tables,
  { product, ada, others }: Tenancy,
): Promise<Pick<World, 'bob' | 'canaries' | 'ids' | 'unplanted'>> {
  const { database, compiled, metadata } = tables;
  const filler = new RowFiller(compiled, metadata);
  const canaries = new Canaries();
  const shown = shownColumns(tables);
  // What the pool keeps to itself nobody may hear either, whose it is or who found it least of all.
  const poolText: Text = (column, length, index) =>
    (shown.has(column) ? null : canaries.text(length)) ?? `Pool ${index} ${column}`.slice(0, length);
  const pool = { ownerId: null, mark: sharedMark, size: 8, text: poolText };
  const shared = await filler.fill(database, pool, new Map());
  const fillOwner = async ({ userId }: Tenant, { mark, size }: Other, text: Text): Promise<IdsByType> => {
    const known = new Map([...shared, ...(await idsOf(tables, userId))]);
    const ids = await filler.fill(database, { ownerId: userId, mark, size, text }, known);
    return new Map([...ids].filter(([type]) => compiled.policy.owned.has(type)));
  };
  const adaText: Text = (column, length, index) => `Ada ${index} ${column}`.slice(0, length);
  const own = await fillOwner(ada, { name: 'ada', mark: adaMark, size: 2 }, adaText);
  const filled: { tenant: Tenant; ids: IdsByType }[] = [];
  const unplanted = new Set<string>();
  for (const other of others) {
    const tenant = await product.signUp(canaries.text() ?? other.name);
    const canary: Text = (column, length) => canaries.text(length) ?? (unplanted.add(column), 'x'.repeat(length));
    const ids = await fillOwner(tenant, other, canary);
    for (const column of await plant(tables, tenant.userId, canaries)) unplanted.add(column);
    canaries.guard([tenant.userId, ...[...ids.values()].flat()]);
    filled.push({ tenant, ids });
  }
  const [first = { tenant: ada, ids: new Map() }] = filled;
  return { bob: first.tenant, canaries, ids: { own, foreign: first.ids, shared }, unplanted: [...unplanted] };
}

type Text = Filling['text'];

/** Columns that fields of the schema are called by, and those that fields are made of. */
const shownColumns = ({ compiled, metadata }: Tables): ReadonlySet<string> =>
  new Set([
    'job_postings.source_url',
    ...metadata.flatMap(({ className, tableName, props }) => {
      const type = compiled.source.getType(className);
      const fields = isObjectType(type) ? type.getFields() : {};
      return props
        .filter(({ name, kind }) => kind === ReferenceKind.SCALAR && name in fields)
        .map(({ fieldNames }) => `${tableName}.${fieldNames[0]}`);
    }),
  ]);
