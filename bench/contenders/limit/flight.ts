import type { ClientBase, Connection, Pool } from 'pg';
import { serialize } from 'pg-protocol';

/** A column's text, as PostgreSQL sends it. */
export type Cell = string | null;
export type Row = readonly Cell[];

export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Bound = readonly [statement: Statement, ...values: string[]];

/** The statements of a flight as connections know them, so that each is parsed once for each of them. */
const prepared = new WeakMap<Connection, Set<string>>();

const execute = serialize.execute();
const sync = serialize.sync();

/**
 * Sends statements in one write, with one Sync behind them, and gives back the rows of each. A connection whose flight
 * failed is thrown away, with whatever transaction it had open.
 */
export async function fly(pool: Pool, statements: readonly Bound[]): Promise<readonly (readonly Row[])[]> {
  const client = await pool.connect();
  try {
    const rows = await send(client, statements);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function send(client: ClientBase, statements: readonly Bound[]): Promise<readonly (readonly Row[])[]> {
  return new Promise((resolve, reject) => {
    const results: Row[][] = [];
    let current: Row[] = [];
    let failure: Error | null = null;
    // What `pg` asks of a query that somebody else wrote.
    client.query({
      submit: (connection: Connection) => void connection.stream.write(messages(connection, statements)),
      handleDataRow: ({ fields }: { fields: Row }) => void current.push(fields),
      handleCommandComplete: () => {
        results.push(current);
        current = [];
      },
      handleError: (error: Error) => {
        failure ??= error;
        // `pg` takes a failed query for over before its Sync is answered, so nobody waits for that.
        reject(failure);
      },
      handleReadyForQuery: () => resolve(results),
    });
  });
}

function messages(connection: Connection, statements: readonly Bound[]): Buffer {
  const known = prepared.get(connection) ?? new Set();
  prepared.set(connection, known);
  const parts: Buffer[] = [];
  for (const [{ name, text }, ...values] of statements) {
    if (!known.has(name)) parts.push(serialize.parse({ name, text }));
    known.add(name);
    parts.push(serialize.bind({ statement: name, values }), execute);
  }
  parts.push(sync);
  return Buffer.concat(parts);
}
