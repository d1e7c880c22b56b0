import { escapeIdentifier } from 'pg';
import { StartupError } from '#platform/errors.ts';
import { sqlStateOf } from './is-passing.ts';
import { withClient } from './logins.ts';

export interface SoughtRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly id: string;
  /** Whether the table's row security is forced, so that it holds for the table's owner as well. */
  readonly isForced: boolean;
}

const lockNotAvailable = '55P03';

/**
 * Reads one row whoever's it is, as the login that owns the tables. Forced row security holds for that login too; it is
 * lifted within a transaction that is always rolled back, so that no other connection ever sees it lifted. That takes the
 * table for a moment: rather than let requests queue up behind a long one, this gives up.
 * @throws StartupError where the table is busy
 */
export async function readPastRowSecurity(
  ownerUrl: string,
  { table, columns, id, isForced }: SoughtRow,
): Promise<Readonly<Record<string, unknown>> | null> {
  const name = escapeIdentifier(table);
  const wanted = ['id', ...columns].map((column) => escapeIdentifier(column)).join(', ');
  return withClient(ownerUrl, async (client) => {
    await client.query('begin');
    try {
      await client.query(`set local lock_timeout = '500ms'`);
      if (isForced) await client.query(`alter table ${name} no force row level security`);
      const { rows } = await client.query(`select ${wanted} from ${name} where id = $1`, [id]);
      return (rows[0] as Record<string, unknown> | undefined) ?? null;
    } catch (error) {
      if (sqlStateOf(error) === lockNotAvailable)
        throw new StartupError(`The table ${table} is in use by something that takes long. Try again in a moment.`);
      throw error;
    } finally {
      await client.query('rollback');
    }
  });
}
