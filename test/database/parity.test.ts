import * as fc from 'fast-check';
import { parse, validate, type GraphQLSchema } from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Viewer } from '#authorization/viewer.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import { limitRules } from '../../src/server/document-limits.ts';
import { openAppOrm, openReadPath } from '../support/app-orm.ts';
import { answerByEntities, answerPlanned, executableSchema, type Question } from '../support/entity-answers.ts';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { seedSearch, type Search } from '../support/search.ts';
import { selectionOf, writeSelection, type Selection } from '../support/selections.ts';
import { missingId } from '../support/twins.ts';

let product: TestProduct;
let orm: MikroORM;
let path: ReadPath;
let guarded: GraphQLSchema;
let open: GraphQLSchema;
let own: Search;
let foreign: Search;
const cursors = new Map<string, readonly string[]>();

const sorts = {
  personaJobs: ['FIT_DESC', 'STRETCH_DESC', 'DISCOVERED_DESC', 'POSTED_DESC', 'SALARY_DESC'],
  applications: ['STATUS_UPDATED_DESC', 'APPLIED_DESC'],
} as const;
type Connection = keyof typeof sorts;

beforeAll(async () => {
  product = await startTestProduct();
  own = await seedSearch(product, 'own', 12);
  foreign = await seedSearch(product, 'foreign', 5);
  orm = await openAppOrm(product.database);
  guarded = executableSchema(orm, { isUp: true });
  open = executableSchema(orm, { isUp: false });
  path = openReadPath(product.database, orm);
  path.planner.prepare(open);
  for (const [root, orders] of Object.entries(sorts))
    for (const sort of orders) cursors.set(`${root} ${sort}`, await cursorsOf(root, sort));
});
afterAll(async () => {
  await path.pool.close();
  await orm.close();
  await product.stop();
});

async function cursorsOf(root: string, sort: string): Promise<readonly string[]> {
  type Edges = Readonly<Record<string, { readonly edges: readonly { readonly cursor: string }[] }>>;
  const all = root === 'personaJobs' ? ', filter: { includeFiltered: true }' : '';
  const query = `query ($id: ID!) { ${root}(personaId: $id, sort: ${sort}${all}) { edges { cursor } } }`;
  const data = await own.tenant.ask<Edges>(query, { id: own.personaId });
  return data[root]?.edges.map(({ cursor }) => cursor) ?? [];
}

/** A root field with what is selected below it; ids and cursors are still places in lists. */
interface Root {
  readonly name: string;
  readonly id: number;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly cursor: number | null;
  readonly below: readonly Selection[];
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const someOf = (...values: string[]) => optional(fc.array(fc.constantFrom(...values), { maxLength: 3 }));

const filters: Readonly<Record<Connection, fc.Arbitrary<object>>> = {
  personaJobs: fc.record({
    statuses: someOf('DISCOVERED', 'DISMISSED', 'APPLIED'),
    favorite: optional(fc.boolean()),
    minFit: optional(fc.constantFrom(0, 75, 80, 100)),
    search: optional(fc.constantFrom('engineer', 'Engineer 1', 'company 2', 'ENGINEER company', '%', '_', ' ')),
    workModels: someOf('REMOTE', 'HYBRID', 'ONSITE'),
    seniorities: someOf('ENTRY', 'MID', 'SENIOR'),
    company: optional(fc.constantFrom('company 1', 'COMPANY 3', 'Company', '')),
    postedAfter: optional(fc.constantFrom('2025-10-01', '2025-10-02', '2026-01-01')),
    includeFiltered: optional(fc.boolean()),
    active: optional(fc.boolean()),
  }),
  applications: fc.record({
    statuses: someOf('APPLIED', 'INTERVIEWING', 'REJECTED'),
    archived: optional(fc.boolean()),
    appliedAfter: optional(fc.constantFrom('2025-10-02T00:00:00Z', '2025-10-03T06:00:00.002Z')),
  }),
};

const id = fc.nat({ max: 20 });
/** Once or twice under one response key. */
const belowOf = (schema: GraphQLSchema, type: string, depth: number) =>
  fc.array(selectionOf(schema, type, depth), { minLength: 1, maxLength: 2 });

const single = (schema: GraphQLSchema, name: string, type: string): fc.Arbitrary<Root> =>
  fc.record({
    name: fc.constant(name),
    id,
    arguments: fc.constant({}),
    cursor: fc.constant(null),
    below: belowOf(schema, type, 3),
  });

const connection = (schema: GraphQLSchema, name: Connection, type: string): fc.Arbitrary<Root> =>
  fc.record({
    name: fc.constant(name),
    id: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: id }),
    arguments: fc
      .tuple(
        optional(filters[name]),
        fc.constantFrom(...sorts[name]),
        fc.constantFrom({}, { first: 1 }, { first: 3 }, { first: 100 }, { last: 2 }, { last: 100 }),
      )
      .map(([filter, sort, page]) => ({ ...(filter ? { filter } : {}), sort, ...page })),
    cursor: fc.option(fc.nat({ max: 11 })),
    below: belowOf(schema, type, 4),
  });

const rootsOf = (schema: GraphQLSchema): fc.Arbitrary<readonly Root[]> =>
  fc.array(
    fc.oneof(
      single(schema, 'me', 'User'),
      single(schema, 'mySessions', 'Session'),
      single(schema, 'personas', 'Persona'),
      single(schema, 'persona', 'Persona'),
      single(schema, 'personaJob', 'PersonaJob'),
      single(schema, 'application', 'Application'),
      { weight: 3, arbitrary: connection(schema, 'personaJobs', 'PersonaJobConnection') },
      { weight: 2, arbitrary: connection(schema, 'applications', 'ApplicationConnection') },
    ),
    { minLength: 1, maxLength: 3 },
  );

const noRows = [missingId, 'no-id-at-all'];
const idsOf = (name: string): readonly string[] => {
  if (name === 'personaJob') return [...own.matchIds, foreign.matchIds[0] ?? '', ...noRows];
  if (name === 'application') return [...own.applicationIds, foreign.applicationIds[0] ?? '', ...noRows];
  return [own.personaId, own.emptyPersonaId, foreign.personaId, ...noRows];
};

/** The document and its variables. */
function write(roots: readonly Root[]): Pick<Question, 'document' | 'variables'> {
  const fragments: string[] = [];
  const fields = roots.flatMap((root, at) => {
    const given = argumentsOf(root);
    return root.below.map((below) => `r${at}: ${root.name}${given} ${writeSelection(below, fragments)}`);
  });
  const body = `{ ${fields.join('\n')} }\n${fragments.join('\n')}`;
  const declared = ['yes', 'no'].filter((name) => body.includes(`$${name}`));
  const head = declared.length > 0 ? `(${declared.map((name) => `$${name}: Boolean!`).join(', ')})` : '';
  return {
    document: `query ${head} ${body}`,
    variables: Object.fromEntries(declared.map((name) => [name, name === 'yes'])),
  };
}

function argumentsOf({ name, id: at, arguments: given, cursor }: Root): string {
  const known = idsOf(name);
  if (['me', 'mySessions', 'personas'].includes(name)) return '';
  const key = ['personaJobs', 'applications'].includes(name) ? 'personaId' : 'id';
  const list = cursors.get(`${name} ${String(given['sort'])}`) ?? [];
  const place = cursor === null ? {} : { ['last' in given ? 'before' : 'after']: list[cursor % list.length] };
  return `(${literals({ [key]: known[at % known.length], ...given, ...place })})`;
}

const literals = (values: object): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${literal(name, value)}`)
    .join(', ');

function literal(name: string, value: unknown): string {
  if (name === 'sort') return String(value);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'object' && value !== null ? `{ ${literals(value)} }` : JSON.stringify(value);
}

function viewerOf({ userId, accessToken }: Tenant): Viewer {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  return {
    kind: 'SignedIn',
    userId,
    sessionId: claims.sid,
    roles: new Set(['SIGNED_IN', 'USER']),
    authenticatedAt: new Date(0),
  };
}

/** Far more aliases than a screen has are refused; those of a fragment count wherever it is named. */
const isWithinLimits = ({ document }: Pick<Question, 'document'>): boolean =>
  validate(open, parse(document), limitRules).length === 0;

/** The generated documents are the same at each run. */
const runs = { seed: 3, numRuns: 120, endOnFailure: true } as const;
const documents = (check: (asked: Pick<Question, 'document' | 'variables'>) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(rootsOf(open).map(write).filter(isWithinLimits), check), runs);

describe('what a query answers', () => {
  it.each([
    ['the owner of the rows', () => own, 100_000],
    ['another tenant', () => foreign, 20_000],
  ] as const)('to %s is what the entities say', async (_who, search, least) => {
    const { tenant } = search();
    let characters = 0;
    await documents(async ({ document, variables }) => {
      const question = { document, variables, viewer: viewerOf(tenant), now: product.clock.now };
      const { body } = await tenant.send(document, variables);
      expect(body).toEqual(await answerByEntities({ schema: guarded, orm }, question));
      characters += JSON.stringify(body.data).length;
    });
    // The documents ask for something, and get it.
    expect(characters).toBeGreaterThan(least);
  });

  it('to nobody is nothing', async () => {
    await documents(async ({ document, variables }) => {
      const question = { document, variables, viewer: anonymous, now: product.clock.now };
      const answer = await product.send(document, variables);
      expect(answer.body.data).toBeUndefined();
      expect(new Set(codesOf(answer))).toEqual(new Set(['UNAUTHENTICATED']));
      const { data } = await answerByEntities({ schema: guarded, orm }, question);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    });
  });
});

describe('planned reads without the first wall', () => {
  it.each(['the owner of the rows', 'another tenant', 'nobody'])('find for %s what the entities find', async (who) => {
    const viewer = { 'another tenant': viewerOf(foreign.tenant), nobody: anonymous }[who] ?? viewerOf(own.tenant);
    await documents(async (asked) => {
      const question = { ...asked, viewer, now: product.clock.now };
      const planned = await answerPlanned({ schema: open, orm, path }, question);
      expect(planned).toEqual(await answerByEntities({ schema: open, orm }, question));
    });
  });
});
