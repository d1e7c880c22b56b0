import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field of the answer: its name in the schema, and all places of the document that select it. */
export interface CollectedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** What is selected below it. */
  readonly below: readonly SelectionSetNode[];
}

/** Gathers the fields that selections name on one object type, by response key. */
export type CollectFields = (
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
) => ReadonlyMap<string, CollectedField>;

/**
 * Merges selections as execution merges them (GraphQL specification, CollectFields): fragments that spread each other
 * many times over cost no more than what they select.
 * @param isIncluded whether a selection counts; every one unless told
 */
export function fieldCollector(
  schema: GraphQLSchema,
  fragments: GraphQLResolveInfo['fragments'],
  isIncluded: (node: SelectionNode) => boolean = () => true,
): CollectFields {
  const appliesTo = (type: GraphQLObjectType, { typeCondition }: InlineFragmentNode | FragmentDefinitionNode) => {
    const condition = typeCondition ? schema.getType(typeCondition.name.value) : type;
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
  return (type, selections) => {
    const fields = new Map<string, { name: string; nodes: FieldNode[]; below: SelectionSetNode[] }>();
    const spread = new Set<FragmentDefinitionNode>();
    const gather = (node: SelectionNode): void => {
      if (!isIncluded(node)) return;
      if (node.kind === Kind.FIELD) return add(node);
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
      if (!fragment || !appliesTo(type, fragment)) return;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (spread.has(fragment)) return;
        spread.add(fragment);
      }
      fragment.selectionSet.selections.forEach(gather);
    };
    const add = (node: FieldNode): void => {
      const { alias, name, selectionSet } = node;
      const key = alias?.value ?? name.value;
      const field = fields.get(key) ?? { name: name.value, nodes: [], below: [] };
      field.nodes.push(node);
      if (selectionSet) field.below.push(selectionSet);
      fields.set(key, field);
    };
    for (const { selections: nodes } of selections) nodes.forEach(gather);
    return fields;
  };
}

/** The fragments of a document by name. */
export const fragmentsOf = (definitions: readonly { readonly kind: Kind }[]): GraphQLResolveInfo['fragments'] =>
  Object.fromEntries(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
