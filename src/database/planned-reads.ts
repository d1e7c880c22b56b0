import type { EntityName, FilterQuery, OrderDefinition } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { BoundStatement, TextRow } from './flight.ts';
import type { Waiting } from './flight-connection.ts';
import type { FlightPool, FlightRows, FlightTransaction } from './flight-pool.ts';
import { Gathering, type Send } from './gathering.ts';
import { readSeek, SoughtPage, type ListQuery, type Page } from './keyset.ts';
import type { Level, ReadPlan, ReadQuestion, Template } from './read-plan.ts';
import { PlannedRow } from './planned-row.ts';
import type { PlannedSelection, ReadPlanner } from './read-planner.ts';
import { inverseName, type Inverse } from './reads.ts';
import type { Changes, ColumnsOfList, RowReads } from './rows.ts';

/** Where planned reads leave from. */
export interface ReadPath {
  readonly planner: ReadPlanner;
  readonly pool: FlightPool;
  /** Where changes are sent, which a copy would not take. */
  readonly primary: FlightPool;
}

/** Whose rows are read, and for how long it matters. */
export interface ReadTerms {
  readonly ownerId: string | null;
  readonly readOnly: boolean;
  readonly signal?: Waiting | undefined;
}

const fixed = (name: string, text: string): BoundStatement => ({ statement: { name, text }, values: [] });
const beginReading = fixed('begin reading', 'start transaction isolation level repeatable read read only');
const beginWriting = fixed('begin writing', 'start transaction isolation level read committed');
const commit = fixed('commit', 'commit');

/** Each flight is a transaction of its own. */
const sendApart =
  ({ pool }: ReadPath, { ownerId, signal }: ReadTerms): Send =>
  async (statements) => {
    const all = [beginReading, pool.settingsFor(ownerId), ...statements, commit];
    return (await pool.send(all, signal)).slice(2, -1);
  };

/** Reads planned from what an operation selects; rows hold all that was selected below them. */
export class PlannedReads implements RowReads {
  readonly #path: ReadPath;
  readonly #terms: ReadTerms;
  readonly #gathering: Gathering;
  readonly #selection: PlannedSelection | null;
  #transaction: FlightTransaction | null = null;

  constructor(path: ReadPath, terms: ReadTerms, within?: { gathering: Gathering; selection: PlannedSelection }) {
    this.#path = path;
    this.#terms = terms;
    this.#gathering = within?.gathering ?? new Gathering(terms.readOnly ? sendApart(path, terms) : this.#sendOn);
    this.#selection = within?.selection ?? null;
  }

  /** All flights of an operation that changes rows are one transaction. */
  readonly #sendOn: Send = (statements) => {
    this.#transaction ??= this.#path.primary.begin([beginWriting, this.#path.primary.settingsFor(this.#terms.ownerId)]);
    return this.#transaction.send(statements);
  };

  async finish(outcome: 'commit' | 'rollback'): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = null;
    await transaction?.finish(outcome);
  }

  selecting(info: GraphQLResolveInfo): PlannedReads {
    const selection = this.#path.planner.selectionOf(info);
    return new PlannedReads(this.#path, this.#terms, { gathering: this.#gathering, selection });
  }

  async find<T extends object>(entity: EntityName<T>, id: string, columns?: readonly string[]): Promise<T | null> {
    const { plan, texts } = this.#plan(entity, { ...plain, where: { id } }, columns);
    const [row] = await this.#readLevel<T>(plan.rows, texts);
    return row ?? null;
  }

  list<T extends object>(entity: EntityName<T>, where: FilterQuery<T>, order: OrderDefinition<T>): Promise<T[]> {
    return this.#list(entity, { where, order });
  }

  listWith<T extends object>(entity: EntityName<T>, list: ColumnsOfList<T>): Promise<T[]> {
    return this.#list(entity, list);
  }

  #list<T extends object>(
    entity: EntityName<T>,
    { where, order, columns }: Omit<ColumnsOfList<T>, 'columns'> & Partial<Pick<ColumnsOfList<T>, 'columns'>>,
  ): Promise<T[]> {
    const keys = Object.entries(order).map(([name, direction]) => ({
      path: [name],
      direction: direction === 'desc' ? ('desc' as const) : ('asc' as const),
      missing: null,
    }));
    const { plan, texts } = this.#plan(entity, { ...plain, where: where as object, order: keys }, columns);
    return this.#readLevel<T>(plan.rows, texts);
  }

  async page<T extends { id: string }>(entity: EntityName<T>, { where, order, page }: ListQuery<T>): Promise<Page<T>> {
    const seek = readSeek(order, page);
    const { plan, texts } = this.#plan(entity, { where: where as object, ...seek });
    const count = async (): Promise<number> => countOf(await this.#gathering.ask([plan.count.bind(texts)]));
    const counted = this.#selection?.countsAll ? count() : null;
    // Whoever reads the rows learns of a failed flight; a count that nobody waits for yet must not end the process.
    counted?.catch(() => undefined);
    const rows = await this.#readLevel<T>(plan.rows, texts);
    return new SoughtPage(rows, { order, seek }, () => counted ?? count());
  }

  async count(entity: EntityName<object>, where: object): Promise<number> {
    const { plan, texts } = this.#plan(entity, { ...plain, where }, null);
    return countOf(await this.#gathering.ask([plan.count.bind(texts)]));
  }

  async change<T extends object>(entity: EntityName<T>, id: string, { values, notice }: Changes): Promise<T | null> {
    const { plan, texts } = this.#plan(entity, { ...plain, where: { id } });
    const form = { names: Object.keys(values), notice };
    const change = this.#path.planner.planChange(entity as EntityName<object>, form);
    const changed = this.#gathering.ask([change.bind([...texts, ...Object.values(values).map(textOf)])]);
    const [[row]] = await Promise.all([this.#readLevel<T>(plan.rows, texts), changed]);
    return row ?? null;
  }

  readonly parent = held;
  readonly children = held;
  readonly lazy = held;

  inverse<T extends object>(row: object, inverse: Inverse<T>): T | null {
    return held(row, inverseName(inverse)) as T | null;
  }

  #plan<T extends object>(
    entity: EntityName<T>,
    question: ReadQuestion,
    selection: PlannedSelection | readonly string[] | null = this.#selection,
  ): Asking {
    const values: unknown[] = [this.#terms.ownerId];
    const plan = this.#path.planner.plan(entity as EntityName<object>, question, { selection, values });
    return { plan, texts: values.map(textOf) };
  }

  async #readLevel<T extends object>(level: Level, texts: readonly (string | null)[]): Promise<T[]> {
    const rows = await this.#gathering.ask(templatesOf(level).map((template) => template.bind(texts)));
    const queue = [...rows];
    return assemble(level, () => queue.shift() ?? []) as object[] as T[];
  }
}

interface Asking {
  readonly plan: ReadPlan;
  readonly texts: readonly (string | null)[];
}

const plain: ReadQuestion = { where: {}, order: [], behind: null, limit: null };

/** What a row was planned to hold. @throws where it was not, because then the plan and the resolvers disagree */
function held(row: object, name: string): unknown {
  const value: unknown = Reflect.get(row, name);
  if (value === undefined) throw new Error(`${name} was not planned for this row.`);
  return value;
}

const countOf = ([rows]: FlightRows): number => Number(rows?.[0]?.[0] ?? 0);

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
};

const templatesOf = ({ template, children }: Level): Template[] => [
  template,
  ...children.flatMap(({ level }) => templatesOf(level)),
];

/** Makes rows of what came, statement by statement in the order of `templatesOf`, and hangs children on their parents. */
function assemble(level: Level, next: () => readonly TextRow[]): PlannedRow[] {
  const rows = next().map((cells) => new level.row(cells));
  for (const { level: below, path, name, isSingle } of level.children) {
    // The first column of a child is the id of the row that it hangs on.
    const children = Map.groupBy(assemble(below, next), (child) => PlannedRow.cellsOf(child)[0]);
    for (const row of rows) {
      const parent = path.reduce<unknown>((at, step) => at && Reflect.get(at, step), row);
      if (typeof parent !== 'object' || parent === null) continue;
      const own = children.get(Reflect.get(parent, 'id') as string) ?? [];
      Reflect.set(parent, name, isSingle ? (own[0] ?? null) : own);
    }
  }
  return rows;
}
