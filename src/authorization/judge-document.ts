import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
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
import { refusalNow, type Viewer } from './viewer.ts';

/** A coordinate that an operation selects. */
export interface Selected {
  readonly policy: FieldPolicy;
  /** Response path down to it, without list indexes. */
  readonly path: readonly string[];
  /** Below a mutation that signs in: judged as the one signed in, by the rules that run during execution. */
  readonly isBehindSignIn: boolean;
  readonly field: GraphQLField<unknown, unknown>;
  /** Where the document selects it; merged selections have the same arguments. */
  readonly node: FieldNode;
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
    { path: above, isBehindSignIn }: Pick<Selected, 'path' | 'isBehindSignIn'>,
  ): void {
    for (const [key, { name, below, nodes }] of collect(type, selections)) {
      const own = policy.fields.get(`${type.name}.${name}`);
      const field = type.getFields()[name];
      const [node] = nodes;
      if (!own || !field || !node) continue;
      const path = [...above, key];
      selected.push({ policy: own, path, isBehindSignIn, field, node });
      if (below.length === 0) continue;
      for (const member of memberTypes(schema, field.type))
        visit(member, below, { path, isBehindSignIn: isBehindSignIn || own.signsIn });
    }
  }
}

/** Who is judged, and when. */
export interface Judged {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly trace?: TraceDecision | null;
}

/** What of a selection is refused to the viewer before any row is read. */
export const refusedTo = (selected: readonly Selected[], { viewer, now, trace = null }: Judged): readonly Refused[] =>
  selected.flatMap(({ policy, path, isBehindSignIn }) => {
    const error = isBehindSignIn ? null : refusalNow(policy, viewer, now);
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
