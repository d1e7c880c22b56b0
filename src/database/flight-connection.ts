import { connect } from 'node:net';
import type { PoolClient } from 'pg';
import { Flight, type BoundStatement, type Landing } from './flight.ts';
import { sqlStateOf } from './is-passing.ts';

export interface FlightLimits {
  /** The longest that one statement may take, in milliseconds. */
  readonly statementTimeoutMs: number;
  /** Told of each statement sent, for logs and tests. */
  readonly onQuery?: ((line: string) => void) | undefined;
}

/**
 * Whether somebody still waits: as much of an AbortSignal as is needed, which a request can offer at a tenth of the cost
 * of one.
 */
export type Waiting = Pick<AbortSignal, 'aborted' | 'reason'> & {
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** What a database says that does not know a prepared statement as we do: a pooler or a change of the schema came between. */
export const isUnprepared = (error: Error): boolean => ['26000', '42P05', '0A000'].includes(sqlStateOf(error));

/** What is allowed beyond the statements' own limit before a connection is given up as dead. */
const graceMs = 5_000;

/** A connection on loan: it carries flights one after the other, and is given back clean or not at all. */
export class FlightConnection {
  readonly #client: PoolClient;
  readonly #limits: FlightLimits;
  #isCancelled = false;
  /** Whether its names are in doubt or it is gone; a rollback afterwards mends neither. */
  #isBroken = false;
  #failure: Error | null = null;

  constructor(client: PoolClient, limits: FlightLimits) {
    this.#client = client;
    this.#limits = limits;
  }

  /** Sends statements as one flight, by their names or without. */
  async fly(statements: readonly BoundStatement[], isNamed: boolean): Promise<Landing> {
    const { statementTimeoutMs, onQuery } = this.#limits;
    const started = performance.now();
    const dead = setTimeout(
      () => this.#inner.connection.stream.destroy(),
      statementTimeoutMs * statements.length + graceMs,
    );
    const { promise, resolve } = Promise.withResolvers<Landing>();
    const flight = new Flight(statements, isNamed, resolve);
    this.#client.query(flight as never);
    const landing = await promise;
    clearTimeout(dead);
    if (onQuery) report(onQuery, statements, { landing, ms: performance.now() - started });
    this.#failure = 'error' in landing ? landing.error : null;
    this.#isBroken ||= this.#failure !== null && (flight.preparesAnew || breaks(this.#failure));
    return landing;
  }

  /** Cancels what runs once nobody waits for it. @returns what ends the watch */
  watch(signal: Waiting): () => void {
    let again: NodeJS.Timeout | undefined;
    const giveUp = (): void => {
      this.#isCancelled = true;
      this.#cancel();
      // One that comes before the statements do is ignored.
      again = setInterval(() => this.#cancel(), 100);
    };
    signal.addEventListener('abort', giveUp);
    return () => {
      clearInterval(again);
      signal.removeEventListener('abort', giveUp);
    };
  }

  /** Gives the connection back; one that failed only when it is known to be as it was. */
  async release(): Promise<void> {
    // A cancellation may still be on its way, and would hit whatever flies next.
    if (this.#isCancelled || this.#isBroken) return this.#client.release(true);
    // Statements that leave a transaction open would hand its owner to whoever comes next.
    if (!this.#failure) return this.#client.release(this.#inner.getTransactionStatus() === 'T');
    const isClean = await this.#client.query('rollback').then(
      () => true,
      () => false,
    );
    this.#client.release(!isClean);
  }

  /** Asks the database to stop what runs (PostgreSQL documentation, Canceling Requests in Progress). */
  #cancel(): void {
    const { host, port, processID, secretKey } = this.#inner;
    const request = Buffer.alloc(16);
    [16, 80_877_102, processID, secretKey].forEach((word, at) => request.writeInt32BE(word, at * 4));
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.on('error', () => undefined);
    socket.end(request);
  }

  get #inner(): Inner {
    return this.#client as Inner;
  }
}

/** What it prepared before the change of a schema it would stumble over each time; without a SQLSTATE it is gone. */
function breaks(error: Error): boolean {
  const state = sqlStateOf(error);
  return isUnprepared(error) || state.length !== 5 || state.startsWith('57P');
}

/** What `pg` has but does not declare. */
type Inner = PoolClient & {
  readonly connection: { readonly stream: { destroy(): void } };
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
  /** `I` outside a transaction, `T` within, `E` within one that has failed. */
  getTransactionStatus(): string | null;
};

function report(onQuery: (line: string) => void, statements: readonly BoundStatement[], flown: Flown): void {
  const { landing, ms } = flown;
  const outcomeOf = (at: number): string =>
    'rows' in landing ? `${landing.rows[at]?.length} results` : 'flight failed';
  for (const [at, { statement }] of statements.entries())
    onQuery(`[query] ${statement.text} [took ${Math.round(ms)} ms, ${outcomeOf(at)}]`);
}

interface Flown {
  readonly landing: Landing;
  readonly ms: number;
}
