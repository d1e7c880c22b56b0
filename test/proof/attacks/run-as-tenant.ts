import type { QueryResult } from 'pg';
import { withClient } from '#database/logins.ts';

/** How far one statement came: its rows as texts, how many it touched, and the error it met. */
export interface Reached {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly count: number;
  readonly code: string | null;
  readonly said: string;
}

/**
 * Runs statements on one connection in one transaction, as a request of the owner has it, and takes all back: what
 * injected SQL could do.
 * @returns what became of the last one
 */
export function runAsTenant(
  url: string,
  ownerId: string,
  statements: readonly (readonly [sql: string, values?: readonly unknown[]])[],
): Promise<Reached> {
  return withClient(url, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('app.owner_id', $1, true)`, [ownerId]);
    try {
      let last: readonly QueryResult[] = [];
      // A text of several statements has several results.
      for (const [sql, values] of statements) last = [await client.query(sql, values && [...values])].flat();
      return { rows: last.flatMap(({ rows }) => rows), count: last.at(-1)?.rowCount ?? 0, code: null, said: '' };
    } catch (error) {
      const { code = 'none', message, detail } = error as { code?: string; message: string; detail?: string };
      return { rows: [], count: 0, code, said: [message, detail].join(' ').trim() };
    } finally {
      await client.query('rollback');
    }
  });
}
