import type { EntityMetadata, EntityName, MetadataStorage } from '@mikro-orm/core';
import type { GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isObjectType } from 'graphql';
import { formOf } from './read-condition.ts';
import { planChange, planRead, type ChangeForm, type ReadPlan, type ReadQuestion, type Template } from './read-plan.ts';
import { columnsOf, SelectionReader, wantColumn, type FieldSelection, type Wanted } from './read-selection.ts';

/** What is asked for, with the plans made for it so far by their form. */
export interface PlannedSelection extends FieldSelection {
  readonly plans: Map<string, ReadPlan>;
}

/** As many plans as one selection keeps: forms differ by filters, order and size, of which a screen has few. */
const mostPlans = 50;

/** Plans reads, each form once: the selections of a document are read when it first comes, and live as long as it does. */
export class ReadPlanner {
  readonly #metadata: MetadataStorage;
  readonly #columns = new Map<string, RowSelection>();
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
      planRead(columnsOf(meta), everyRow);
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

  /** The plan of a question; `values` takes its values, behind the owner's id. */
  plan(entity: EntityName<object>, question: ReadQuestion, asked: Asked): ReadPlan {
    const meta = this.#metadata.get(entity);
    const { wanted, plans } = this.#selectionFor(meta, asked.selection);
    const { where, order, behind, limit } = question;
    const key = `${formOf(where, asked.values)}${JSON.stringify([order, behind !== null, limit])}`;
    asked.values.push(...(behind ?? []));
    const known = plans.get(key);
    if (known) return known;
    // A cursor names the values of its order.
    for (const { path } of order) wantColumn(wanted, path);
    const plan = planRead(wanted, question);
    if (plans.size >= mostPlans) plans.clear();
    plans.set(key, plan);
    return plan;
  }

  /** The statement that changes these properties of the row whose id is the value behind the owner's; theirs follow. */
  planChange(entity: EntityName<object>, form: ChangeForm): Template {
    const meta = this.#metadata.get(entity);
    const key = `${meta.className} ${JSON.stringify(form)}`;
    const known = this.#changes.get(key) ?? planChange(meta, form);
    this.#changes.set(key, known);
    return known;
  }

  #selectionFor(meta: EntityMetadata, selection: Asked['selection']): RowSelection {
    if (selection && 'wanted' in selection && selection.wanted?.meta === meta) return selection as RowSelection;
    const names = Array.isArray(selection) ? (selection as readonly string[]) : undefined;
    const key = `${meta.className} ${names?.join(' ') ?? '*'}`;
    const known = this.#columns.get(key) ?? { wanted: columnsOf(meta, names), countsAll: false, plans: new Map() };
    this.#columns.set(key, known);
    return known;
  }
}

type RowSelection = PlannedSelection & { readonly wanted: Wanted };

interface Asked {
  /** What a document selects, or columns by name; null for all columns. */
  readonly selection: PlannedSelection | readonly string[] | null;
  readonly values: unknown[];
}

const everyRow: ReadQuestion = { where: {}, order: [], behind: null, limit: null };
