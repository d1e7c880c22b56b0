import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DomainError } from '#platform/errors.ts';
import type { FieldPolicy, Login, Policy } from './policy.ts';
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

/** Every coordinate that an operation selects, fragments followed and skipped branches left out. */
export function selectedCoordinates(
  schema: GraphQLSchema,
  policy: Policy,
  source: OperationSource,
): readonly Selected[] {
  const { document, operation, variables } = source;
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const selected: Selected[] = [];
  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, { path: [], isBehindSignIn: false });
  return selected;

  function walk(set: SelectionSetNode, parent: GraphQLCompositeType, at: Omit<Selected, 'policy'>): void {
    for (const node of set.selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) visitField(node, parent, at);
      else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const narrowed = schema.getType(fragment?.typeCondition?.name.value ?? parent.name);
        if (fragment && isCompositeType(narrowed)) walk(fragment.selectionSet, narrowed, at);
      }
    }
  }

  function visitField(node: FieldNode, parent: GraphQLCompositeType, at: Omit<Selected, 'policy'>): void {
    const path = [...at.path, node.alias?.value ?? node.name.value];
    const owners = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    for (const owner of owners) {
      const own = policy.fields.get(`${owner.name}.${node.name.value}`);
      if (!own) continue;
      selected.push({ policy: own, path, isBehindSignIn: at.isBehindSignIn });
      const field = isObjectType(owner) ? owner.getFields()[node.name.value] : undefined;
      const type = field && getNamedType(field.type);
      if (node.selectionSet && isCompositeType(type))
        walk(node.selectionSet, type, { path, isBehindSignIn: at.isBehindSignIn || own.signsIn });
    }
  }
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
