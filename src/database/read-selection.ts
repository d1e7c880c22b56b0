import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
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

/** Every column that is not read only when asked for; no relations. */
export function everythingOf(meta: EntityMetadata): Wanted {
  const wanted = nothingOf(meta);
  for (const { kind, name, lazy } of meta.props) if (kind === 'scalar' && !lazy) wanted.columns.add(name);
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
  readonly #metaByType = new Map<string, EntityMetadata>();

  constructor(schema: GraphQLSchema, metadata: MetadataStorage) {
    this.#schema = schema;
    this.#metadata = metadata;
    for (const meta of metadata.getAll().values())
      if (isObjectType(schema.getType(meta.className))) this.#metaByType.set(meta.className, meta);
  }

  /** What all places of a document that ask for this root field want of it together. */
  read({ operation, fragments, parentType, fieldName, path }: GraphQLResolveInfo): FieldSelection {
    const field = parentType.getFields()[fieldName];
    const key = String(path.key);
    const nodes: FieldNode[] = [];
    this.#collect([operation.selectionSet], { type: parentType, fragments }, (node) => {
      if ((node.alias ?? node.name).value === key) nodes.push(node);
    });
    return this.#readRoot(field?.type, nodes, fragments);
  }

  /** The same for one field of a type, with nothing selected below it: to see beforehand whether it can be planned. */
  readField(meta: EntityMetadata, field: GraphQLField<unknown, unknown>): Wanted {
    const wanted = nothingOf(meta);
    this.#want(wanted, field, { below: [], fragments: {} });
    return wanted;
  }

  #readRoot(type: GraphQLOutputType | undefined, nodes: FieldNode[], fragments: Fragments): FieldSelection {
    const named = type && getNamedType(type);
    if (!isObjectType(named)) return { wanted: null, countsAll: false };
    const meta = this.#metaByType.get(named.name);
    if (meta) return { wanted: this.#readRows(meta, setsOf(nodes), fragments), countsAll: false };
    const rows = isObjectType(named) ? getNamedType(named.getFields()['nodes']?.type) : undefined;
    const rowMeta = isObjectType(rows) ? this.#metaByType.get(rows.name) : undefined;
    if (!rowMeta) return { wanted: null, countsAll: false };
    return this.#readConnection(named, rowMeta, { below: setsOf(nodes), fragments });
  }

  #readConnection(type: GraphQLObjectType, meta: EntityMetadata, { below, fragments }: Below): FieldSelection {
    const rows: SelectionSetNode[] = [];
    let countsAll = false;
    this.#collect(below, { type, fragments }, (node) => {
      if (node.name.value === 'nodes') rows.push(...setsOf([node]));
      if (node.name.value === 'totalCount') countsAll = true;
      const edge = getNamedType(type.getFields()['edges']?.type);
      if (node.name.value === 'edges' && isObjectType(edge))
        this.#collect(setsOf([node]), { type: edge, fragments }, (inner) => rows.push(...setsOf([inner])));
    });
    return { wanted: this.#readRows(meta, rows, fragments), countsAll };
  }

  #readRows(meta: EntityMetadata, below: readonly SelectionSetNode[], fragments: Fragments): Wanted {
    const wanted = nothingOf(meta);
    this.#addRows(wanted, { below, fragments });
    return wanted;
  }

  #addRows(wanted: Wanted, { below, fragments }: Below): void {
    const type = this.#schema.getType(wanted.meta.className);
    if (!isObjectType(type)) return;
    // All that asks for a field is read together, so that fragments which spread each other cost no more than what they name.
    const asked = new Map<string, SelectionSetNode[]>();
    this.#collect(below, { type, fragments }, (node) =>
      asked.set(node.name.value, [...(asked.get(node.name.value) ?? []), ...setsOf([node])]),
    );
    for (const [name, sets] of asked) {
      const field = type.getFields()[name];
      if (field) this.#want(wanted, field, { below: sets, fragments });
    }
  }

  #want(wanted: Wanted, field: GraphQLField<unknown, unknown>, below: Below): void {
    const reads = field.extensions[readsExtension] as Reads | undefined;
    for (const path of reads?.columns ?? []) wantColumn(wanted, path.split('.'));
    if (reads?.inverse) this.#wantInverse(wanted, reads.inverse, below);
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
    this.#addRows(known.wanted, below);
  }

  #collect(
    sets: readonly SelectionSetNode[],
    { type, fragments }: { readonly type: GraphQLObjectType; readonly fragments: Fragments },
    found: (node: FieldNode) => void,
  ): void {
    const spread = new Set<string>();
    const visit = (node: SelectionNode): void => {
      if (node.kind === Kind.FIELD) return found(node);
      if (node.kind === Kind.INLINE_FRAGMENT)
        return this.#applies(node.typeCondition?.name.value, type)
          ? node.selectionSet.selections.forEach(visit)
          : undefined;
      const fragment = fragments[node.name.value];
      if (!fragment || spread.has(node.name.value) || !this.#applies(fragment.typeCondition.name.value, type)) return;
      spread.add(node.name.value);
      fragment.selectionSet.selections.forEach(visit);
    };
    for (const { selections } of sets) selections.forEach(visit);
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    const named = condition === undefined ? type : this.#schema.getType(condition);
    return named === type || (named !== undefined && !isObjectType(named));
  }
}

type Fragments = GraphQLResolveInfo['fragments'];
interface Below {
  readonly below: readonly SelectionSetNode[];
  readonly fragments: Fragments;
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));

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
