import { getDirective } from '@graphql-tools/utils';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { when } from './check-root-fields.ts';
import type { FieldPolicy } from './policy.ts';

/**
 * Faults of what narrow tokens are let in to. They prove no recent sign-in and hold no role beside that of everybody, and
 * what an account signs in by is none of their business.
 */
export function scopeFaults(
  schema: GraphQLSchema,
  { type, field }: { readonly type: GraphQLObjectType; readonly field: GraphQLField<unknown, unknown> },
  own: FieldPolicy,
): string[] {
  const at = own.coordinate;
  const written = [type, field].flatMap((node) => getDirective(schema, node, 'requiresScopes')?.[0] ?? []);
  if (written.length === 0) return [];
  const lists = written.map(({ scopes }) => (Array.isArray(scopes) ? (scopes as unknown[]) : []));
  const contradicted = (by: string): string =>
    `${at}: @requiresScopes lets narrow tokens in, which ${by}; remove it, here or on ${type.name}`;
  return [
    ...when(
      lists.some((lists) => lists.length === 0 || lists.some((all) => !Array.isArray(all) || all.length === 0)),
      `${at}: @requiresScopes with an empty list asks for nothing, or for what no token has; name a scope in each`,
    ),
    ...when(own.publicReason !== null, contradicted('@public does not ask for')),
    ...when(own.stepUpSeconds !== null, contradicted('can never meet @stepUp')),
    ...when(
      (['SUPPORT', 'ADMIN'] as const).some((role) => own.requires.has(role)),
      contradicted('hold no role of staff'),
    ),
    ...when(own.requires.has('SIGNED_IN'), contradicted('@beforePasswordChange is not meant for')),
    ...when(own.runsAs !== 'APP', contradicted(`the login ${own.runsAs} does not know`)),
  ];
}
