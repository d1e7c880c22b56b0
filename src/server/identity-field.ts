import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { OperationSource } from '#authorization/judge-document.ts';
import type { Policy } from '#authorization/policy.ts';
import { fieldCollector, fragmentsOf } from '#platform/collect-fields.ts';

/**
 * Finds what of identity an operation asks for: the name in the schema of its first root field that runs on the identity
 * login, whatever the client calls it and whether or not it is executed; null for every other operation.
 */
export function identityFieldFinder(
  schema: GraphQLSchema,
  { fields }: Policy,
): (source: Pick<OperationSource, 'document' | 'operation'>) => string | null {
  const known = new WeakMap<OperationDefinitionNode, string | null>();
  return ({ document, operation }) => {
    const before = known.get(operation);
    if (before !== undefined) return before;
    const root = schema.getRootType(operation.operation);
    const collect = fieldCollector(schema, fragmentsOf(document.definitions));
    const asked = root ? [...collect(root, [operation.selectionSet]).values()] : [];
    const found = asked.find(({ name }) => fields.get(`${root?.name}.${name}`)?.runsAs === 'IDENTITY')?.name ?? null;
    known.set(operation, found);
    return found;
  };
}
