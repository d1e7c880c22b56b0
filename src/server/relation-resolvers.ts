import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { IResolvers } from '@graphql-tools/utils';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { OperationContext } from '#authorization/operation-context.ts';

type Resolver = (row: object, args: unknown, context: OperationContext) => unknown;

/** Resolvers for every field that is a relation or a lazily read column of its entity: one rule instead of one function each. */
export function relationResolvers(schema: GraphQLSchema, metadata: Iterable<EntityMetadata>): IResolvers {
  const resolvers: Record<string, Record<string, Resolver>> = {};
  for (const meta of metadata) {
    const type = schema.getType(meta.className);
    if (!isObjectType(type)) continue;
    for (const name of Object.keys(type.getFields())) {
      const resolver = resolverFor((meta.properties as Record<string, EntityProperty>)[name]);
      if (resolver) (resolvers[type.name] ??= {})[name] = resolver;
    }
  }
  return resolvers;
}

function resolverFor(property: EntityProperty | undefined): Resolver | null {
  if (!property) return null;
  const { name, kind, lazy } = property;
  if (kind === 'm:1') return (row, _args, { rows }) => rows.parent(row, name);
  if (kind === '1:m') return (row, _args, { rows }) => rows.children(row, name);
  return lazy ? (row, _args, { rows }) => rows.lazy(row, name) : null;
}
