import type { EntityMetadata, EntityName, MetadataStorage } from '@mikro-orm/core';
import type { GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isObjectType } from 'graphql';
import { parseCondition } from './read-condition.ts';
import { planChange, planRead, type ReadForm, type ReadPlan, type Template } from './read-plan.ts';
import { everythingOf, SelectionReader, wantColumn, type FieldSelection, type Wanted } from './read-selection.ts';
import type { OrderKey } from './read-source.ts';

/** A reading of rows with its values. */
export interface ReadQuestion {
  readonly where: object;
  readonly order: readonly OrderKey[];
  readonly behind: readonly unknown[] | null;
  readonly limit: number | null;
}

/** What is asked for, with the plans made for it so far by their form. */
export interface PlannedSelection extends FieldSelection {
  readonly plans: Map<string, ReadPlan>;
}

/** As many plans as one selection keeps: forms differ by filters, order and size, of which a screen has few. */
const mostPlans = 50;

/** Plans reads, each form once: the selections of a document are read when it first comes, and live as long as it does. */
export class ReadPlanner {
  readonly #metadata: MetadataStorage;
  readonly #everything = new Map<EntityMetadata, RowSelection>();
  readonly #selections = new WeakMap<OperationDefinitionNode, Map<string, PlannedSelection>>();
  readonly #changes = new Map<string, Template>();
  #selectionReader: SelectionReader | null = null;

  constructor(metadata: MetadataStorage) {
    this.#metadata = metadata;
  }

  /**
   * Takes the schema whose operations will be planned, and plans each of its fields once to see that it can be.
   * @throws where one cannot, with its coordinate
   */
  prepare(schema: GraphQLSchema): void {
    const reader = new SelectionReader(schema, this.#metadata);
    for (const meta of this.#metadata.getAll().values()) {
      const type = schema.getType(meta.className);
      if (!isObjectType(type)) continue;
      planRead(everythingOf(meta), everyRow);
      for (const field of Object.values(type.getFields())) planRead(reader.readField(meta, field), everyRow);
    }
    this.#selectionReader = reader;
  }

  /** What a root field selects. */
  selectionOf(info: GraphQLResolveInfo): PlannedSelection {
    if (!this.#selectionReader) throw new Error('Nothing is planned before the schema is prepared.');
    const ofOperation = this.#selections.get(info.operation) ?? new Map<string, PlannedSelection>();
    this.#selections.set(info.operation, ofOperation);
    const key = String(info.path.key);
    const known = ofOperation.get(key) ?? { ...this.#selectionReader.read(info), plans: new Map() };
    ofOperation.set(key, known);
    return known;
  }

  /** The plan of a question; `values` takes its values, beginning behind those that are there. */
  plan(entity: EntityName<object>, question: ReadQuestion, asked: Asked): ReadPlan {
    const meta = this.#metadata.get(entity);
    const { wanted, plans } = this.#selectionFor(meta, asked.selection);
    const { where, order, behind, limit } = question;
    const condition = parseCondition(meta, where, asked.values);
    const form: ReadForm = {
      condition,
      order,
      behind: behind && behind.map((value) => asked.values.push(value) - 1),
      limit,
    };
    const key = JSON.stringify(form);
    const known = plans.get(key);
    if (known) return known;
    // A cursor names the values of its order.
    for (const { path } of order) wantColumn(wanted, path);
    const plan = planRead(wanted, form);
    if (plans.size >= mostPlans) plans.clear();
    plans.set(key, plan);
    return plan;
  }

  /** The statement that changes these properties of the row whose id is the value behind the owner's; theirs follow. */
  planChange(entity: EntityName<object>, names: readonly string[]): Template {
    const meta = this.#metadata.get(entity);
    const key = `${meta.className} ${names.join(' ')}`;
    const known = this.#changes.get(key) ?? planChange(meta, names);
    this.#changes.set(key, known);
    return known;
  }

  #selectionFor(meta: EntityMetadata, selection: PlannedSelection | null): RowSelection {
    if (selection?.wanted?.meta === meta) return selection as RowSelection;
    const known = this.#everything.get(meta) ?? { wanted: everythingOf(meta), plans: new Map() };
    this.#everything.set(meta, known);
    return known;
  }
}

interface RowSelection {
  readonly wanted: Wanted;
  readonly plans: PlannedSelection['plans'];
}

interface Asked {
  readonly selection: PlannedSelection | null;
  readonly values: unknown[];
}

const everyRow: ReadForm = { condition: { all: [] }, order: [], behind: null, limit: null };
