import { Pool } from 'pg';
import type { BoundStatement, Landing, TextRow } from './flight.ts';
import { FlightConnection, isUnprepared, type FlightLimits, type Waiting } from './flight-connection.ts';
import { sqlStateOf } from './is-passing.ts';

export interface FlightPoolOptions extends FlightLimits {
  /** Connection URL of the login whose pool this is. */
  readonly url: string;
  readonly size: number;
  readonly warn: (message: string) => void;
}

export type FlightRows = readonly (readonly TextRow[])[];

/** Several flights in one transaction. */
export interface FlightTransaction {
  readonly send: (statements: readonly BoundStatement[]) => Promise<FlightRows>;
  /** Ends it, and gives its connection back. @throws where a commit fails; nothing of it stays then */
  readonly finish: (outcome: 'commit' | 'rollback') => Promise<void>;
}

/** Connections of one login that flights leave from. A connection carries one flight at a time and keeps nothing of it. */
export class FlightPool {
  readonly #pool: Pool;
  readonly #options: FlightPoolOptions;
  #isNamed = true;

  constructor(options: FlightPoolOptions) {
    this.#options = options;
    this.#pool = new Pool({
      connectionString: options.url,
      max: options.size,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
    });
    // An idle connection that breaks is replaced when the next flight needs one; one under way tells its flight.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Sends statements as one flight.
   * @param signal gives up, here and in the database, when its asker has gone
   * @returns the rows of each statement
   * @throws the database's error, with its SQLSTATE as `code`; the connection is clean or gone by then
   */
  async send(statements: readonly BoundStatement[], signal?: Waiting): Promise<FlightRows> {
    const isNamed = this.#isNamed;
    const first = await this.#attempt(statements, isNamed, signal);
    if ('rows' in first) return first.rows;
    if (!isNamed || !isUnprepared(first.error)) throw first.error;
    this.#doubtNames(first.error);
    return rowsOf(await this.#attempt(statements, false, signal));
  }

  /** Begins a transaction of several flights, on a connection of its own; `opening` goes ahead of the first. */
  begin(opening: readonly BoundStatement[]): FlightTransaction {
    let ahead = opening;
    let failure: Error | null = null;
    const lent = this.#pool.connect().then((client) => new FlightConnection(client, this.#options));
    const open = async (connection: FlightConnection, statements: readonly BoundStatement[]): Promise<Landing> => {
      const first = await connection.fly(statements, this.#isNamed);
      if (!('error' in first) || !isUnprepared(first.error)) return first;
      this.#doubtNames(first.error);
      await connection.fly([rollback], false);
      return connection.fly(statements, false);
    };
    const send = async (statements: readonly BoundStatement[]): Promise<FlightRows> => {
      const connection = await lent;
      const opened = ahead;
      ahead = [];
      // Only the first can be sent again, so only it relies on names.
      const landing = await (opened.length > 0
        ? open(connection, [...opened, ...statements])
        : connection.fly(statements, false));
      if ('error' in landing) failure ??= landing.error;
      return rowsOf(landing).slice(opened.length);
    };
    const finish = async (outcome: 'commit' | 'rollback'): Promise<void> => {
      const connection = await lent;
      try {
        // PostgreSQL answers the commit of a failed transaction with a rollback and no error.
        if (failure && outcome === 'commit') throw failure;
        if (ahead.length === 0) await send([{ statement: { name: outcome, text: outcome }, values: [] }]);
      } finally {
        await connection.release();
      }
    };
    return { send, finish };
  }

  /** What a transaction begins with: whose rows it sees, and how long a statement of it may take. */
  settingsFor(ownerId: string | null): BoundStatement {
    return { statement: settings, values: [ownerId ?? '', String(this.#options.statementTimeoutMs)] };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** A change of the schema passes; other reasons not to know a statement do not. */
  #doubtNames(error: Error): void {
    if (sqlStateOf(error) === '0A000') return;
    if (this.#isNamed)
      this.#options.warn('A pooler in front of the database forgets prepared statements; reads go without.');
    this.#isNamed = false;
  }

  async #attempt(statements: readonly BoundStatement[], isNamed: boolean, signal?: Waiting): Promise<Landing> {
    throwIfAborted(signal);
    const connection = new FlightConnection(await this.#pool.connect(), this.#options);
    const unwatch = signal && connection.watch(signal);
    try {
      throwIfAborted(signal);
      return await connection.fly(statements, isNamed);
    } finally {
      unwatch?.();
      await connection.release();
    }
  }
}

function throwIfAborted(signal: Waiting | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

function rowsOf(landing: Landing): FlightRows {
  if ('error' in landing) throw landing.error;
  return landing.rows;
}

const rollback: BoundStatement = { statement: { name: 'rollback', text: 'rollback' }, values: [] };

const settings = {
  name: 'settings',
  text: `select set_config('app.owner_id', $1, true), set_config('statement_timeout', $2, true)`,
};
