import { Client } from 'pg';
import type { TestDatabase } from '../support/database.ts';
import type { Table } from './owned-rows.ts';

export interface Snapshot {
  /**
   * Puts everything back that was there, whoever changed it, and takes away what has come since.
   * @param settled waits for what a change has set off, which would come in between
   * @returns what of others than the one tenant was changed, taken away or added
   */
  readonly restore: (settled: () => Promise<void>) => Promise<readonly Harm[]>;
  /** Takes what is there now for how things were. */
  readonly retake: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A row of somebody's that an operation has touched. */
export interface Harm {
  readonly table: string;
  readonly id: string;
  readonly ownerId: string;
}

/** Keeps a copy of every row, to be compared with bit for bit. */
export async function takeSnapshot(
  database: TestDatabase,
  tables: readonly Table[],
  tenantId: string,
): Promise<Snapshot> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const copies = tables.map(
    ({ table, key }) => `create table proof.${table} as table ${table}; create index on proof.${table} (${key})`,
  );
  const retake = async (): Promise<void> =>
    void (await client.query(['drop schema if exists proof cascade; create schema proof', ...copies].join('; ')));
  await retake();
  // Named, so that it is planned once; and images of rows are compared in less time than their texts.
  const changes = {
    name: 'changes',
    text: [
      ...tables.map(
        ({ table, key, column }) =>
          `select '${table}' as table, coalesce(t.${key}, p.${key})::text as id,
             ${column === null ? "'{}'::uuid[]" : `array[p.${column}, t.${column}]`} as owners
           from ${table} t full join proof.${table} p on p.${key} = t.${key}
           where t.${key} is null or p.${key} is null or t *<> p`,
      ),
      // Work that waits will change something; it is nobody's.
      `select 'tenure_queue.job_common', id::text, '{}'::uuid[] from tenure_queue.job_common
         where state < 'active' and start_after <= now()`,
    ].join(' union all '),
  };
  // With triggers off: in the end the keys are as they were.
  const putBack = (changed: ReadonlySet<string>): string =>
    [
      'begin; set local session_replication_role = replica',
      ...tables
        .filter(({ table }) => changed.has(table))
        .flatMap(({ table, key }) => [
          `delete from ${table} t where not exists (select from proof.${table} p where p.${key} = t.${key} and p *= t)`,
          `insert into ${table} select p.* from proof.${table} p where not exists (select from ${table} t where t.${key} = p.${key})`,
        ]),
      'commit',
    ].join('; ');
  return {
    restore: async (settled) => {
      const { rowCount } = await client.query(changes);
      if (rowCount === 0) return [];
      await settled();
      const { rows } = await client.query<Changed>(changes);
      const { rows: known } = await client.query<{ id: string }>('select id from proof.users where id <> $1', [
        tenantId,
      ]);
      const others = new Set(known.map(({ id }) => id));
      await client.query(putBack(new Set(rows.map(({ table }) => table))));
      return rows.flatMap(({ table, id, owners }) => {
        const ownerId = owners.find((owner) => owner !== null && others.has(owner)) ?? null;
        return ownerId === null ? [] : [{ table, id, ownerId }];
      });
    },
    retake,
    close: () => client.end(),
  };
}

interface Changed extends Pick<Harm, 'table' | 'id'> {
  readonly owners: readonly (string | null)[];
}
