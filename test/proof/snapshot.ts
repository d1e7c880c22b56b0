import { Client } from 'pg';
import type { TestDatabase } from '../support/database.ts';
import type { OwnedTable } from './owned-rows.ts';

export interface Snapshot {
  /**
   * Puts everything back that was there, whoever changed it, and takes away what has come since.
   * @returns what of others than the one tenant was changed, taken away or added: table and id
   */
  readonly restore: () => Promise<readonly string[]>;
  /** Takes what is there now for how things were. */
  readonly retake: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Keeps a copy of every owned row, to be compared with bit for bit. */
export async function takeSnapshot(
  database: TestDatabase,
  tables: readonly OwnedTable[],
  tenantId: string,
): Promise<Snapshot> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const copies = tables.map(
    ({ table }) => `create table proof.${table} as table ${table}; create index on proof.${table} (id)`,
  );
  const retake = async (): Promise<void> =>
    void (await client.query(['drop schema if exists proof cascade; create schema proof', ...copies].join('; ')));
  await retake();
  const changes = tables
    .map(
      ({ table, column }) =>
        `select '${table} ' || coalesce(t.id, p.id) as row, array[p.${column}, t.${column}] as owners
         from ${table} t full join proof.${table} p on p.id = t.id where t::text is distinct from p::text`,
    )
    .join(' union all ');
  // With triggers off: in the end the keys are as they were.
  const restore = [
    'begin; set local session_replication_role = replica',
    ...tables.flatMap(({ table }) => [
      `delete from ${table} t where not exists (select from proof.${table} p where p.id = t.id and p::text = t::text)`,
      `insert into ${table} select p.* from proof.${table} p where not exists (select from ${table} t where t.id = p.id)`,
    ]),
    'commit',
  ].join('; ');
  return {
    restore: async () => {
      const { rows } = await client.query<{ row: string; owners: readonly (string | null)[] }>(changes);
      if (rows.length === 0) return [];
      const { rows: known } = await client.query<{ id: string }>('select id from proof.users where id <> $1', [
        tenantId,
      ]);
      const others = new Set(known.map(({ id }) => id));
      await client.query(restore);
      return rows.flatMap(({ row, owners }) =>
        owners.some((owner) => owner !== null && others.has(owner)) ? [row] : [],
      );
    },
    retake,
    close: () => client.end(),
  };
}
