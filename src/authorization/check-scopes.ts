import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { directivesAt } from './directives.ts';
import { when } from './check-root-fields.ts';
import type { FieldPolicy } from './policy.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * Faults of what narrow tokens are let in to. They prove no recent sign-in and hold no role beside that of everybody, and
 * what an account signs in by is none of their business. The scopes of a type may stand above a field that is closed to
 * them otherwise; those of a field itself would say what is never so.
 */
export function scopeFaults(
  schema: GraphQLSchema,
  { type, field }: { readonly type: GraphQLObjectType; readonly field: Field },
  own: FieldPolicy,
): string[] {
  const [ofType, ofField] = [type, field].map((node) => directivesAt(schema, node, 'requiresScopes'));
  const at = own.coordinate;
  const contradicted = (by: string): string =>
    `${at}: @requiresScopes lets narrow tokens in, which ${by}; remove it, here or on ${type.name}`;
  const contradictions = [
    ...when(own.stepUpSeconds !== null, contradicted('can never meet @stepUp')),
    ...when(
      (['SUPPORT', 'ADMIN'] as const).some((role) => own.requires.has(role)),
      contradicted('hold no role of staff'),
    ),
    ...when(own.requires.has('SIGNED_IN'), contradicted('@beforePasswordChange is not meant for')),
    ...when(own.runsAs !== 'APP', contradicted(`the login ${own.runsAs} does not know`)),
  ];
  const written = [...(ofType ?? []), ...(ofField ?? [])];
  return [
    ...when(
      written.some(isEmpty),
      `${at}: @requiresScopes with an empty list asks for nothing, or for what no token has; name a scope in each`,
    ),
    ...when(own.publicReason !== null && written.length > 0, contradicted('@public does not ask for')),
    ...(ofField?.length ? contradictions : []),
  ];
}

const isEmpty = ({ scopes }: Record<string, unknown>): boolean =>
  !Array.isArray(scopes) ||
  scopes.length === 0 ||
  (scopes as unknown[]).some((all) => !Array.isArray(all) || all.length === 0);
