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

/** As many prepared statements as a connection keeps; the one unused for longest makes room. */
const mostPrepared = 200;

/** The statements that each connection has prepared, by name, least recently used first. */
const prepared = new WeakMap<object, Map<string, true>>();

/** What `pg` lets queries of others use of its connection; its own declarations name the types otherwise. */
export interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string }): void;
  bind(message: { statement: string; values: readonly (string | null)[] }): void;
  execute(message: object): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
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
    connection.stream.cork();
    for (const { statement, values } of this.#statements) {
      const name = this.#isNamed ? statement.name : '';
      if (!this.#isNamed || !this.#wasPrepared(connection, name)) connection.parse({ text: statement.text, name });
      connection.bind({ statement: name, values });
      connection.execute({});
    }
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  #wasPrepared(connection: Wire, name: string): boolean {
    const names = prepared.get(connection) ?? new Map<string, true>();
    prepared.set(connection, names);
    const was = names.delete(name);
    names.set(name, true);
    if (was) return true;
    this.preparesAnew = true;
    const [oldest] = names.keys();
    if (names.size > mostPrepared && oldest !== undefined) {
      names.delete(oldest);
      connection.close({ type: 'S', name: oldest });
    }
    return false;
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
