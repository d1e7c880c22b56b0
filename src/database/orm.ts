import { fileURLToPath } from 'node:url';
import { DataloaderType, type EventSubscriber, type EntityMetadata, type MetadataStorage } from '@mikro-orm/core';
import { MikroORM, type EntityClass } from '@mikro-orm/postgresql';
import { queueSchema } from './work-queue.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The migrator's own table; boot reads from it whether migrations are pending. */
export const migrationsTable = 'mikro_orm_migrations';

/** Whether a migration has run. @throws the database's error, for a login that does not reach it as well */
export async function hasRun(orm: MikroORM, migration: string): Promise<boolean> {
  const rows = await orm.em
    .getConnection()
    .execute<object[]>(`select from ${migrationsTable} where name = ?`, [migration]);
  return rows.length > 0;
}

/** Whether a login reaches the database: asked for something, since a pool that nobody has used yet is not connected. */
export const isReachable = (orm: MikroORM): Promise<boolean> =>
  orm.em
    .getConnection()
    .execute('select 1')
    .then(
      () => true,
      () => false,
    );

export interface OrmOptions {
  /** Connection URL of the login whose pool this is. */
  readonly url: string;
  readonly entities: readonly EntityClass<unknown>[];
  readonly poolSize?: number;
  readonly onMetadata?: (meta: EntityMetadata) => void;
  readonly afterDiscovered?: (storage: MetadataStorage) => void;
  readonly subscribers?: readonly EventSubscriber[];
  readonly onQuery?: (sql: string) => void;
}

/** Opens one login's ORM. Each login has an instance and a pool of its own; no statement ever changes roles. */
export function openOrm(options: OrmOptions): Promise<MikroORM> {
  const { url, entities, poolSize = 10, onMetadata, afterDiscovered, subscribers = [], onQuery } = options;
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    subscribers: [...subscribers],
    pool: { min: 0, max: poolSize },
    // For a new connection as for a free one: whoever waits longer is better told so.
    driverOptions: { connectionTimeoutMillis: 5_000 },
    forceUtcTimezone: true,
    dataloader: DataloaderType.ALL,
    // Joining filtered parents into every find would drop rows whose parent is hidden.
    autoJoinRefsForFilters: false,
    ignoreUndefinedInQuery: false,
    discovery: { ...(onMetadata ? { onMetadata } : {}), ...(afterDiscovered ? { afterDiscovered } : {}) },
    // The queue's tables are pg-boss's.
    schemaGenerator: { ignoreSchema: [queueSchema] },
    migrations: {
      path: migrationsFolder,
      glob: 'Migration*.ts',
      emit: 'ts',
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
    // What the ORM has to tell goes to whoever asked for its statements, never to standard output.
    logger: onQuery ?? (() => undefined),
    ...(onQuery ? { debug: ['query' as const], colors: false } : {}),
  });
}
