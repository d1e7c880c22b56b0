import { addResolversToSchema } from '@graphql-tools/schema';
import { MapperKind, mapSchema, mergeDeep, pruneSchema, type IResolvers } from '@graphql-tools/utils';
import type { EntityMetadata } from '@mikro-orm/core';
import {
  buildASTSchema,
  concatAST,
  GraphQLScalarType,
  GraphQLSchema,
  parse,
  specifiedDirectives,
  type GraphQLFieldResolver,
} from 'graphql';
import { DateTimeResolver, JSONResolver, LocalDateResolver } from 'graphql-scalars';
import { checkPolicy } from '#authorization/check-policy.ts';
import { compilePolicy } from '#authorization/compile-policy.ts';
import { entityShapes } from '#authorization/entity-shapes.ts';
import { guardSchema, type Wall1 } from '#authorization/guard-schema.ts';
import { ContextWithRows, type OperationContext } from '#authorization/operation-context.ts';
import type { Policy } from '#authorization/policy.ts';
import { relationResolvers } from './relation-resolvers.ts';
import { typeDefinitions } from './type-definitions.ts';

export interface CompiledSchema {
  /** The SDL as written, internal types included; never served. */
  readonly source: GraphQLSchema;
  readonly policy: Policy;
}

/** Reads the SDL and compiles its policy. Tests compile hundreds, and graphql by itself takes half of the toolkit's time. */
export function compileSchema(definitions: readonly string[] = typeDefinitions()): CompiledSchema {
  const source = buildASTSchema(concatAST(definitions.map((text) => parse(text))));
  return { source, policy: compilePolicy(source) };
}

/**
 * The schema that is served: checked, without what is internal, with resolvers, behind wall 1.
 * @throws PolicyError where the policy does not hold
 */
export function buildSchema(
  compiled: CompiledSchema,
  metadata: readonly EntityMetadata[],
  parts: SchemaParts,
): GraphQLSchema {
  const { source, policy } = compiled;
  checkPolicy(source, policy, entityShapes(metadata, 'User'));
  const visible = publicSchema(source, policy);
  const scalars = { DateTime: storedInstant, Date: storedDate, JSON: JSONResolver };
  const resolvers = mergeDeep([relationResolvers(visible, metadata), ...parts.resolvers, scalars], false) as IResolvers;
  const resolved = addResolversToSchema({ schema: visible, resolvers });
  selectRows(resolved);
  return guardSchema(resolved, policy, parts.wall1);
}

/** Tells rows which root field asks for them, so that they can be planned with all that is selected below it. */
function selectRows(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const field of roots.flatMap((type) => Object.values(type?.getFields() ?? {}))) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = (...[root, args, context, info]: Parameters<GraphQLFieldResolver<unknown, OperationContext>>) =>
      resolve(root, args, new ContextWithRows(context, context.rows.selecting(info)), info);
  }
}

// What the database holds is a date; to check each again costs more than to read it. As text, because what `JSON.stringify`
// has to ask for its form takes the slow way through it with all that surrounds it.
const storedInstant = new GraphQLScalarType({
  ...DateTimeResolver.toConfig(),
  serialize: (value) => (value instanceof Date ? value.toISOString() : DateTimeResolver.serialize(value)),
});
const storedDate = new GraphQLScalarType({ ...LocalDateResolver.toConfig(), serialize: String });

export interface SchemaParts {
  readonly resolvers: readonly IResolvers[];
  readonly wall1?: Wall1;
}

/** The schema as clients see it: no internal types, no policy directives. */
export function publicSchema(source: GraphQLSchema, policy: Policy): GraphQLSchema {
  const visible = mapSchema(source, {
    [MapperKind.OBJECT_TYPE]: (type) => (policy.internal.has(type.name) ? null : undefined),
  });
  return pruneSchema(new GraphQLSchema({ ...visible.toConfig(), directives: [...specifiedDirectives] }));
}
