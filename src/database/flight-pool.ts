import { connect } from 'node:net';
import { Pool, type PoolClient } from 'pg';
import { Flight, type BoundStatement, type Landing, type TextRow } from './flight.ts';

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
    // An idle connection that breaks is replaced when the next flight needs one.
    this.#pool.on('error', () => undefined);
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
    const code = codeOf(first.error);
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
    const { statementTimeoutMs, onQuery } = this.#options;
    const started = performance.now();
    let isGivenUp = false;
    let flight: Flight | undefined;
    const giveUp = (): void => {
      isGivenUp = true;
      cancel(client);
    };
    const dead = setTimeout(() => destroy(client), statementTimeoutMs * statements.length + graceMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    const landing = await new Promise<Landing>((resolve) => {
      flight = new Flight(statements, isNamed, resolve);
      client.query(flight as never);
    });
    clearTimeout(dead);
    signal?.removeEventListener('abort', giveUp);
    if (onQuery) report(onQuery, statements, { landing, ms: performance.now() - started });
    if (isGivenUp) client.release(true);
    else await release(client, landing, flight?.preparesAnew ?? true);
    return landing;
  }
}

const settings = {
  name: 'settings',
  text: `select set_config('app.owner_id', $1, true), set_config('statement_timeout', $2, true)`,
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** A connection that failed goes back only when it is known to be as it was. */
async function release(client: PoolClient, landing: Landing, isInDoubt: boolean): Promise<void> {
  if ('rows' in landing) return client.release();
  const isBroken = isInDoubt || codeOf(landing.error).length !== 5 || codeOf(landing.error).startsWith('57P');
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
