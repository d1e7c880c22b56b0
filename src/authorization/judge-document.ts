import {
  isAbstractType,
  Kind,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DomainError } from '#platform/errors.ts';
import type { FieldPolicy, Login, Policy } from './policy.ts';
import { memberTypes } from './schema-walk.ts';
import { refusal, type Viewer } from './viewer.ts';

/** A coordinate that an operation selects. */
export interface Selected {
  readonly policy: FieldPolicy;
  /** Response path down to it, without list indexes. */
  readonly path: readonly string[];
  /** Below a mutation that signs in: judged as the one signed in, by the rules that run during execution. */
  readonly isBehindSignIn: boolean;
}

export interface Refused {
  readonly path: readonly string[];
  readonly error: DomainError;
}

export interface OperationSource {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Every coordinate that an operation selects, skipped branches left out. Selections are merged as execution merges them
 * (GraphQL specification, CollectFields): a document whose fragments spread each other many times over costs no more
 * than its answer.
 */
export function selectedCoordinates(
  schema: GraphQLSchema,
  policy: Policy,
  source: OperationSource,
): readonly Selected[] {
  const collect = fieldCollector(schema, source);
  const selected: Selected[] = [];
  const root = schema.getRootType(source.operation.operation);
  if (root) visit(root, [source.operation.selectionSet], { path: [], isBehindSignIn: false });
  return selected;

  function visit(
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    { path: above, isBehindSignIn }: Omit<Selected, 'policy'>,
  ): void {
    for (const [key, { name, below }] of collect(type, selections)) {
      const own = policy.fields.get(`${type.name}.${name}`);
      const field = type.getFields()[name];
      if (!own || !field) continue;
      const path = [...above, key];
      selected.push({ policy: own, path, isBehindSignIn });
      if (below.length === 0) continue;
      for (const member of memberTypes(schema, field.type))
        visit(member, below, { path, isBehindSignIn: isBehindSignIn || own.signsIn });
    }
  }
}

/** A field of the answer: its name in the schema, and what is selected below it, from all places that select it. */
interface CollectedField {
  readonly name: string;
  readonly below: SelectionSetNode[];
}

/** Gathers the fields that selections name on one object type, by response key. */
function fieldCollector(schema: GraphQLSchema, { document, variables }: OperationSource) {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const appliesTo = (type: GraphQLObjectType, { typeCondition }: InlineFragmentNode | FragmentDefinitionNode) => {
    const condition = typeCondition ? schema.getType(typeCondition.name.value) : type;
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
  return (type: GraphQLObjectType, selections: readonly SelectionSetNode[]): ReadonlyMap<string, CollectedField> => {
    const fields = new Map<string, CollectedField>();
    const spread = new Set<FragmentDefinitionNode>();
    const gather = (node: SelectionNode): void => {
      if (!isIncluded(node, variables)) return;
      if (node.kind === Kind.FIELD) return add(node);
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!fragment || !appliesTo(type, fragment)) return;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (spread.has(fragment)) return;
        spread.add(fragment);
      }
      fragment.selectionSet.selections.forEach(gather);
    };
    const add = ({ alias, name, selectionSet }: FieldNode): void => {
      const key = alias?.value ?? name.value;
      const field = fields.get(key) ?? { name: name.value, below: [] };
      if (selectionSet) field.below.push(selectionSet);
      fields.set(key, field);
    };
    for (const { selections: nodes } of selections) nodes.forEach(gather);
    return fields;
  };
}

/** What of a selection is refused to the viewer before any row is read. */
export const refusedTo = (selected: readonly Selected[], viewer: Viewer): readonly Refused[] =>
  selected.flatMap(({ policy, path, isBehindSignIn }) => {
    const error = isBehindSignIn ? null : refusal(policy.requires, viewer);
    return error ? [{ path, error }] : [];
  });

/** The logins that an operation's root fields run on. */
export const loginsOf = (selected: readonly Selected[]): ReadonlySet<Login> =>
  new Set(selected.filter(({ path }) => path.length === 1).map(({ policy }) => policy.runsAs));

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  );
}
