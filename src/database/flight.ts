import { serialize } from 'pg-protocol';

/** A statement as it is sent: its text and the name under which a connection keeps it prepared. */
export interface Statement {
  readonly text: string;
  readonly name: string;
}

/** A statement with a value for each of its placeholders, as PostgreSQL writes values in text. */
export interface BoundStatement {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
}

/** A row as it came: its columns in order, each as text. */
export type TextRow = readonly (string | null)[];

/** What a flight came to: the rows of each of its statements, or the first error. */
export type Landing =
  | { readonly rows: readonly (readonly TextRow[])[]; readonly affected: readonly number[] }
  | { readonly error: Error };

/** As many prepared statements as a connection keeps; the oldest makes room. */
const mostPrepared = 200;

/**
 * The names of the statements that each connection has prepared, oldest first. Using one does not make it younger: a set
 * that changes with every request leaves old forms of itself behind, which keep what is younger from being collected.
 */
const prepared = new WeakMap<object, Set<string>>();

/** What of `pg`'s connection a query of one's own needs. */
export interface Wire {
  readonly stream: { write(messages: Buffer): unknown };
}

/**
 * Statements that go to PostgreSQL together, in one message flow that ends in one Sync: one round trip, however many
 * they are (PostgreSQL documentation, Extended Query, Pipelining). The first that fails ends the flight. Rows come
 * undescribed: who made the statement knows its columns. A query of `pg`'s own kind, for `client.query`.
 */
export class Flight {
  readonly #statements: readonly BoundStatement[];
  readonly #isNamed: boolean;
  readonly #land: (landing: Landing) => void;
  readonly #rows: TextRow[][] = [];
  readonly #affected: number[] = [];
  #current: TextRow[] = [];
  /** Whether names were given away that a failure leaves in doubt. */
  preparesAnew = false;

  constructor(statements: readonly BoundStatement[], isNamed: boolean, land: (landing: Landing) => void) {
    this.#statements = statements;
    this.#isNamed = isNamed;
    this.#land = land;
  }

  submit(connection: Wire): null {
    const names = prepared.get(connection) ?? new Set<string>();
    prepared.set(connection, names);
    const messages = this.#statements.flatMap(({ statement: { name, text }, values }) => {
      const statement = this.#isNamed ? name : '';
      const bound = serialize.bind({ statement, values: values as (string | null)[] });
      const asked = [bound, serialize.execute()];
      return this.#isNamed
        ? [...this.#prepare(names, { name, text }), ...asked]
        : [serialize.parse({ text }), ...asked];
    });
    // One write: the socket takes many small ones one by one.
    connection.stream.write(Buffer.concat([...messages, serialize.sync()]));
    return null;
  }

  #prepare(names: Set<string>, { name, text }: Statement): readonly Buffer[] {
    if (names.has(name)) return [];
    names.add(name);
    this.preparesAnew = true;
    const [oldest = ''] = names;
    const parse = serialize.parse({ name, text });
    if (names.size <= mostPrepared) return [parse];
    names.delete(oldest);
    return [serialize.close({ type: 'S', name: oldest }), parse];
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.#current.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows.push(this.#current);
    // The tag of a statement ends in how many rows it touched.
    this.#affected.push(Number(text.slice(text.lastIndexOf(' ') + 1)) || 0);
    this.#current = [];
  }

  handleError(error: Error): void {
    this.#land({ error });
  }

  handleReadyForQuery(): void {
    this.#land({ rows: this.#rows, affected: this.#affected });
  }

  handleRowDescription(): void {
    throw new Error('A flight asks for no descriptions.');
  }
}
