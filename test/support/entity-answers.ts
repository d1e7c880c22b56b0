import type { EntityName, FilterQuery } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { anonymous, type Viewer } from '#authorization/viewer.ts';
import type { ListQuery, Page, PageArguments, SortKey } from '#database/keyset.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import { Rows } from '#database/rows.ts';
import { createFactorAttempts } from '#identity/factor-attempts.ts';
import { createIdentity } from '#identity/identity.ts';
import { createLoginAttempts } from '#identity/login-attempts.ts';
import { createProviders } from '#identity/providers.ts';
import { newOwnedId } from '#platform/ids.ts';
import { createMetrics } from '#platform/metrics.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { sourcesResolvers } from '#sources/sources.resolvers.ts';
import { buildSchema, compileSchema } from '../../src/server/build-schema.ts';
import { domainResolvers } from '../../src/server/domain-resolvers.ts';
import { uncounted } from './counters.ts';
import { testSecret } from './product.ts';

/** Who asks, and what for. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** The product's schema with its resolvers, to be executed without the product around it. */
export function executableSchema(orm: MikroORM, wall1: { readonly isUp: boolean }): GraphQLSchema {
  const compiled = compileSchema();
  const lifetimes = { issuer: 'tenure', accessTokenSeconds: 900, refreshIdleDays: 7, refreshAbsoluteDays: 30 };
  const identity = createIdentity(
    {
      secrets: [testSecret],
      encryptionKeys: [testSecret],
      ...lifetimes,
      refreshGraceSeconds: 10,
      metrics: createMetrics(),
      registration: 'open',
      passwordPolicy: 'classes',
      pepper: null,
      claimMode: 'code',
      claimEmail: null,
      breachCheck: async () => 'unknown',
      attempts: createLoginAttempts(uncounted),
      factorAttempts: createFactorAttempts(uncounted),
      providers: createProviders({ settings: [], publicUrl: () => '', onFailure: () => undefined }),
      relyingParty: () => ({ id: 'localhost', origins: [] }),
    },
    compiled.policy.impliedRoles,
  );
  const box = createSecretBox([testSecret]);
  const resolvers = [identity.resolvers, ...domainResolvers, sourcesResolvers(box)];
  return buildSchema(compiled, [...orm.getMetadata().getAll().values()], { resolvers, wall1 });
}

/** Answers a query with planned reads. */
export const answerPlanned = (
  { schema, orm, path }: { readonly schema: GraphQLSchema; readonly orm: MikroORM; readonly path: ReadPath },
  question: Question,
): Promise<ExecutionResult> =>
  answer(schema, new Rows(orm, { ownerId: ownerIdOf(question.viewer), readOnly: true, path }), question);

/** Answers a query with entities alone: what `em.find` finds, paged in memory. */
export const answerByEntities = (
  { schema, orm }: { readonly schema: GraphQLSchema; readonly orm: MikroORM },
  question: Question,
): Promise<ExecutionResult> =>
  answer(schema, new EntityRows(orm, { ownerId: ownerIdOf(question.viewer), readOnly: true }), question);

const ownerIdOf = (viewer: Viewer): string | null => (viewer === anonymous ? null : Reflect.get(viewer, 'userId'));

async function answer(
  schema: GraphQLSchema,
  rows: Rows,
  { document, variables, viewer, now }: Question,
): Promise<ExecutionResult> {
  const contextValue: Partial<OperationContext> = { rows, viewer, now, newId: () => newOwnedId(now) };
  try {
    const result = await execute({ schema, document: parse(document), variableValues: variables, contextValue });
    // As it would be sent: dates and prototypes are gone.
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  } finally {
    await rows.finish('rollback');
  }
}

/** Rows as entities whose pages are cut out of the whole list in memory. */
class EntityRows extends Rows {
  override selecting(): this {
    return this;
  }

  override async page<T extends { id: string }>(
    entity: EntityName<T>,
    { where, order, page }: ListQuery<T>,
  ): Promise<Page<T>> {
    const relations = order.filter(({ path }) => path.length > 1).map(({ path }) => path[0]);
    const em = await this.em();
    const found = await em.find(entity, where as FilterQuery<T>, { populate: relations as never });
    return pageInMemory(found, order, page);
  }
}

/** A page by the rules of Relay's connections, with missing values last and ties by id. */
function pageInMemory<T extends { id: string }>(found: T[], order: readonly SortKey[], page: PageArguments): Page<T> {
  const isDescending = order[0]?.direction === 'desc';
  const keysOf = (row: T): readonly unknown[] => [...order.map(({ path }) => plainAt(row, path)), row.id];
  const compare = (one: readonly unknown[], other: readonly unknown[]): number => {
    for (const [at, key] of one.entries()) {
      if (key === other[at]) continue;
      if (key === null) return 1;
      if (other[at] === null || other[at] === undefined) return -1;
      return (key as string) < (other[at] as string) === isDescending ? 1 : -1;
    }
    return 0;
  };
  const sorted = found.toSorted((one, other) => compare(keysOf(one), keysOf(other)));
  const cursor = page.after ?? page.before ?? null;
  const keys = cursor === null ? null : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]);
  const isBackwards = typeof page.last === 'number';
  const beyond = sorted.filter(
    (row) =>
      keys === null || ((compare(keysOf(row), keys) === 0) === false && compare(keysOf(row), keys) > 0 !== isBackwards),
  );
  const size = page.last ?? page.first ?? 20;
  const nodes = isBackwards ? beyond.slice(-size) : beyond.slice(0, size);
  const cursorOf = (row: T | undefined): string | null =>
    row ? Buffer.from(JSON.stringify(keysOf(row))).toString('base64url') : null;
  const hasMore = beyond.length > size;
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node) ?? '' })),
    pageInfo: {
      hasNextPage: isBackwards ? keys !== null : hasMore,
      hasPreviousPage: isBackwards ? hasMore : keys !== null,
      startCursor: cursorOf(nodes[0]),
      endCursor: cursorOf(nodes.at(-1)),
    },
    totalCount: () => Promise.resolve(found.length),
  };
}

/** The value at a path as a cursor writes it. */
function plainAt(row: object, path: readonly string[]): unknown {
  const value = path.reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null) return null;
    const next: unknown = Reflect.get(at, name);
    return typeof next === 'object' && next !== null && 'unwrap' in next ? (next.unwrap as () => unknown)() : next;
  }, row);
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
