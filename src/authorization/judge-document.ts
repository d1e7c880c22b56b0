import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldCollector, fragmentsOf } from '#platform/collect-fields.ts';
import type { DomainError } from '#platform/errors.ts';
import { refusedDecision, type TraceDecision } from './decision-trace.ts';
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

/** Every coordinate that an operation selects, skipped branches left out. */
export function selectedCoordinates(
  schema: GraphQLSchema,
  policy: Policy,
  source: OperationSource,
): readonly Selected[] {
  const { document, operation, variables } = source;
  const collect = fieldCollector(schema, fragmentsOf(document.definitions), (node) => isIncluded(node, variables));
  const selected: Selected[] = [];
  const root = schema.getRootType(operation.operation);
  if (root) visit(root, [operation.selectionSet], { path: [], isBehindSignIn: false });
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

/** What of a selection is refused to the viewer before any row is read. */
export const refusedTo = (
  selected: readonly Selected[],
  viewer: Viewer,
  trace: TraceDecision | null = null,
): readonly Refused[] =>
  selected.flatMap(({ policy, path, isBehindSignIn }) => {
    const error = isBehindSignIn ? null : refusal(policy.requires, viewer);
    if (!error) return [];
    trace?.(refusedDecision(policy, 'document', viewer));
    return [{ path, error }];
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
