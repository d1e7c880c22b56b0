import { connect } from 'node:net';
import { Pool, type PoolClient } from 'pg';
import { Flight, type BoundStatement, type Landing, type TextRow } from './flight.ts';
import { sqlStateOf } from './is-passing.ts';

export interface FlightPoolOptions {
  /** Connection URL of the login whose pool this is. */
  readonly url: string;
  readonly size: number;
  /** The longest that one statement may take, in milliseconds. */
  readonly statementTimeoutMs: number;
  /** Told of each statement sent, for logs and tests. */
  readonly onQuery?: ((line: string) => void) | undefined;
  readonly warn: (message: string) => void;
}

/** How to ask for a flight. */
export interface FlightTerms {
  /** Gives up, here and in the database, when its asker has gone. */
  readonly signal?: AbortSignal | undefined;
}

export type FlightRows = readonly (readonly TextRow[])[];

/** What a database says that does not know a prepared statement as we do: a pooler or a change of the schema came between. */
const unprepared = new Set(['26000', '42P05', '0A000']);

/** What is allowed beyond the statements' own limit before a connection is given up as dead. */
const graceMs = 5_000;

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
   * @returns the rows of each statement
   * @throws the database's error, with its SQLSTATE as `code`; the connection is clean or gone by then
   */
  async send(statements: readonly BoundStatement[], terms: FlightTerms = {}): Promise<FlightRows> {
    const isNamed = this.#isNamed;
    const first = await this.#attempt(statements, isNamed, terms);
    if ('rows' in first) return first.rows;
    const code = sqlStateOf(first.error);
    if (!isNamed || !unprepared.has(code)) throw first.error;
    if (code !== '0A000') this.#giveUpNames();
    const second = await this.#attempt(statements, false, terms);
    if ('rows' in second) return second.rows;
    throw second.error;
  }

  /** What a flight begins with inside its transaction: whose rows it sees, and how long a statement may take. */
  settingsFor(ownerId: string | null): BoundStatement {
    return { statement: settings, values: [ownerId ?? '', String(this.#options.statementTimeoutMs)] };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #giveUpNames(): void {
    if (this.#isNamed)
      this.#options.warn('A pooler in front of the database forgets prepared statements; reads go without.');
    this.#isNamed = false;
  }

  async #attempt(statements: readonly BoundStatement[], isNamed: boolean, { signal }: FlightTerms): Promise<Landing> {
    signal?.throwIfAborted();
    const client = await this.#pool.connect();
    if (signal?.aborted) client.release();
    signal?.throwIfAborted();
    const { statementTimeoutMs, onQuery } = this.#options;
    const started = performance.now();
    const dead = setTimeout(() => destroy(client), statementTimeoutMs * statements.length + graceMs);
    const watch = signal && watchFor(signal, client);
    const { flight, landing } = await fly(client, statements, isNamed);
    clearTimeout(dead);
    watch?.end();
    if (onQuery) report(onQuery, statements, { landing, ms: performance.now() - started });
    // A cancellation may still be on its way, and would hit whatever flies next.
    if (signal?.aborted) client.release(true);
    else await release(client, landing, flight.preparesAnew);
    return landing;
  }
}

async function fly(
  client: PoolClient,
  statements: readonly BoundStatement[],
  isNamed: boolean,
): Promise<{ flight: Flight; landing: Landing }> {
  const { promise, resolve } = Promise.withResolvers<Landing>();
  const flight = new Flight(statements, isNamed, resolve);
  client.query(flight as never);
  return { flight, landing: await promise };
}

/** Cancels what a connection runs once its asker has gone. */
function watchFor(signal: AbortSignal, client: PoolClient): { end: () => void } {
  let again: NodeJS.Timeout | undefined;
  const giveUp = (): void => {
    cancel(client);
    // One that comes before the statements do is ignored.
    again = setInterval(() => cancel(client), 100);
  };
  signal.addEventListener('abort', giveUp, { once: true });
  const end = (): void => {
    clearInterval(again);
    signal.removeEventListener('abort', giveUp);
  };
  return { end };
}

const settings = {
  name: 'settings',
  text: `select set_config('app.owner_id', $1, true), set_config('statement_timeout', $2, true)`,
};

/** A connection that failed goes back only when it is known to be as it was. */
async function release(client: PoolClient, landing: Landing, isInDoubt: boolean): Promise<void> {
  if ('rows' in landing) return client.release();
  const code = sqlStateOf(landing.error);
  // What it prepared before the change of the schema that it tells of, it would stumble over each time.
  const isBroken = isInDoubt || unprepared.has(code) || code.length !== 5 || code.startsWith('57P');
  const isClean = !isBroken && (await client.query('rollback').then(...isTrue));
  client.release(!isClean);
}

const isTrue = [() => true, () => false] as const;

type Inner = PoolClient & {
  readonly connection: { readonly stream: { destroy(): void } };
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
};

const destroy = (client: PoolClient): void => {
  (client as Inner).connection.stream.destroy();
};

/** Asks the database to stop what a connection runs (PostgreSQL documentation, Canceling Requests in Progress). */
function cancel(client: PoolClient): void {
  const { host, port, processID, secretKey } = client as Inner;
  const request = Buffer.alloc(16);
  [16, 80_877_102, processID, secretKey].forEach((word, at) => request.writeInt32BE(word, at * 4));
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.on('error', () => undefined);
  socket.end(request);
}

function report(
  onQuery: (line: string) => void,
  statements: readonly BoundStatement[],
  { landing, ms }: { readonly landing: Landing; readonly ms: number },
): void {
  const took = `took ${Math.round(ms)} ms`;
  statements.forEach(({ statement }, at) => {
    const outcome = 'rows' in landing ? `${landing.rows[at]?.length ?? 0} results` : 'flight failed';
    onQuery(`[query] ${statement.text} [${took}, ${outcome}]`);
  });
}
