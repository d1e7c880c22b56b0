import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { fieldCollector, type CollectFields } from '#platform/collect-fields.ts';
import { propertyOf } from './read-condition.ts';
import { inverseName, readsExtension, type Inverse, type Reads } from './reads.ts';

/** What is wanted of an entity's rows. */
export interface Wanted {
  readonly meta: EntityMetadata;
  readonly columns: Set<string>;
  /** What is wanted of the rows that relations lead to, by property. */
  readonly relations: Map<string, Wanted>;
  readonly inverses: Map<string, { readonly inverse: Inverse; readonly wanted: Wanted }>;
}

export const nothingOf = (meta: EntityMetadata): Wanted => ({
  meta,
  columns: new Set(),
  relations: new Map(),
  inverses: new Map(),
});

/** Columns alone: those named, as paths over relations, or every one that is not read only when asked for. */
export function columnsOf(meta: EntityMetadata, names?: readonly string[]): Wanted {
  const all = meta.props.filter(({ kind, lazy }) => kind === 'scalar' && !lazy).map(({ name }) => name);
  const wanted = nothingOf(meta);
  for (const path of names ?? all) wantColumn(wanted, path.split('.'));
  return wanted;
}

/** What one root field of an operation asks for. */
export interface FieldSelection {
  /** Null where the field yields no rows. */
  readonly wanted: Wanted | null;
  readonly countsAll: boolean;
}

/**
 * Reads selections as what they want of rows. Branches that variables may skip are read as if they were there: one plan
 * serves a document whatever its variables, and a column too many goes nowhere.
 */
export class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #metadata: MetadataStorage;

  constructor(schema: GraphQLSchema, metadata: MetadataStorage) {
    this.#schema = schema;
    this.#metadata = metadata;
  }

  /** What all places of a document that ask for this root field want of it together. */
  read({ operation, fragments, parentType, returnType, path }: GraphQLResolveInfo): FieldSelection {
    const collect = fieldCollector(this.#schema, fragments);
    const below = collect(parentType, [operation.selectionSet]).get(String(path.key))?.below ?? [];
    const type = getNamedType(returnType);
    const meta = this.#metaOf(type);
    if (meta) return { wanted: this.#rowsOf(meta, { below, collect }), countsAll: false };
    const rowMeta = isObjectType(type) ? this.#metaOf(getNamedType(type.getFields()['nodes']?.type)) : undefined;
    if (!isObjectType(type) || !rowMeta) return { wanted: null, countsAll: false };
    return this.#readConnection(type, rowMeta, { below, collect });
  }

  /** The same for one field of a type, with nothing selected below it: to see beforehand whether it can be planned. */
  readField(meta: EntityMetadata, field: GraphQLField<unknown, unknown>): Wanted {
    const wanted = nothingOf(meta);
    this.#want(wanted, field, { below: [], collect: () => new Map() });
    return wanted;
  }

  #metaOf(type: GraphQLNamedType | undefined): EntityMetadata | undefined {
    return isObjectType(type)
      ? [...this.#metadata.getAll().values()].find((meta) => meta.className === type.name)
      : undefined;
  }

  #readConnection(type: GraphQLObjectType, meta: EntityMetadata, { below, collect }: Below): FieldSelection {
    const fields = [...collect(type, below).values()];
    const selected = (name: string) => fields.filter((field) => field.name === name).flatMap((field) => field.below);
    const edge = getNamedType(type.getFields()['edges']?.type);
    const inEdges = isObjectType(edge) ? [...collect(edge, selected('edges')).values()] : [];
    const rows = [...selected('nodes'), ...inEdges.flatMap((field) => field.below)];
    const countsAll = fields.some(({ name }) => name === 'totalCount');
    return { wanted: this.#rowsOf(meta, { below: rows, collect }), countsAll };
  }

  #rowsOf(meta: EntityMetadata, below: Below): Wanted {
    const wanted = nothingOf(meta);
    this.#addRows(wanted, below);
    return wanted;
  }

  #addRows(wanted: Wanted, { below, collect }: Below): void {
    const type = this.#schema.getType(wanted.meta.className);
    if (!isObjectType(type)) return;
    for (const field of collect(type, below).values()) {
      const definition = type.getFields()[field.name];
      if (definition) this.#want(wanted, definition, { below: field.below, collect });
    }
  }

  #want(wanted: Wanted, field: GraphQLField<unknown, unknown>, below: Below): void {
    const reads = field.extensions[readsExtension] as Reads | undefined;
    for (const path of reads?.columns ?? []) wantColumn(wanted, path.split('.'));
    for (const inverse of [reads?.inverse ?? []].flat()) this.#wantInverse(wanted, inverse, below);
    const property = wanted.meta.props.find(({ name }) => name === field.name);
    if (property) this.#wantProperty(wanted, property, below);
    else if (!reads)
      throw new Error(
        `${wanted.meta.className}.${field.name} cannot be planned: say by reading(…) what it is computed from.`,
      );
  }

  #wantProperty(wanted: Wanted, property: EntityProperty, below: Below): void {
    if (property.kind === 'scalar') wanted.columns.add(property.name);
    else if (['m:1', '1:m'].includes(property.kind)) this.#addRows(relationOf(wanted, property.name), below);
    else
      throw new Error(`${wanted.meta.className}.${property.name} cannot be planned: its relation is ${property.kind}.`);
  }

  #wantInverse(wanted: Wanted, inverse: Inverse, below: Below): void {
    const name = inverseName(inverse);
    const known = wanted.inverses.get(name) ?? { inverse, wanted: nothingOf(this.#metadata.get(inverse.entity)) };
    wanted.inverses.set(name, known);
    for (const column of inverse.columns ?? []) wantColumn(known.wanted, [column]);
    this.#addRows(known.wanted, below);
  }
}

interface Below {
  readonly below: readonly SelectionSetNode[];
  readonly collect: CollectFields;
}

function relationOf(wanted: Wanted, name: string): Wanted {
  const { targetMeta } = propertyOf(wanted.meta, name);
  if (!targetMeta) throw new Error(`${wanted.meta.className}.${name} leads nowhere.`);
  const known = wanted.relations.get(name) ?? nothingOf(targetMeta);
  wanted.relations.set(name, known);
  return known;
}

/** Adds a column at a path of properties. */
export function wantColumn(wanted: Wanted, [name = '', ...rest]: readonly string[]): void {
  if (rest.length > 0) wantColumn(relationOf(wanted, name), rest);
  else wanted.columns.add(propertyOf(wanted.meta, name).name);
}
