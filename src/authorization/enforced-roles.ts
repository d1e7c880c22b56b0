import type { GraphQLSchema } from 'graphql';
import type { FieldPolicy } from './policy.ts';
import { memberTypes, objectTypes } from './schema-walk.ts';
import { roles, type Role } from './viewer.ts';

/**
 * The roles every viewer holds who comes to an object of each type, whichever way: the greatest fixed point of
 * "what all edges into the type demand, and what was demanded on the way to them". Starting from "everything" and
 * only ever taking away, so that cycles prove nothing by themselves.
 */
export function enforcedRoles(
  schema: GraphQLSchema,
  fields: ReadonlyMap<string, FieldPolicy>,
): ReadonlyMap<string, ReadonlySet<Role>> {
  const rootNames = new Set(
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((t) => t?.name),
  );
  const types = objectTypes(schema);
  const enforced = new Map<string, ReadonlySet<Role>>(
    types.map((type) => [type.name, new Set(rootNames.has(type.name) ? [] : roles)]),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const type of types)
      for (const field of Object.values(type.getFields())) {
        const policy = fields.get(`${type.name}.${field.name}`);
        const demanded = new Set<Role>([...(enforced.get(type.name) ?? []), ...(policy?.requires ?? [])]);
        for (const member of memberTypes(schema, field.type)) {
          const before = enforced.get(member.name) ?? new Set();
          const after = before.intersection(demanded);
          if (after.size === before.size) continue;
          enforced.set(member.name, after);
          changed = true;
        }
      }
  }
  return enforced;
}
