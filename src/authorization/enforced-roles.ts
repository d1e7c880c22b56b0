import type { GraphQLSchema } from 'graphql';
import type { FieldPolicy } from './policy.ts';
import { memberTypes, objectTypes, rootTypes } from './schema-walk.ts';
import { roles, type Standing } from './viewer.ts';

/**
 * The roles every viewer holds who comes to an object of each type, whichever way: the greatest fixed point of
 * "what all edges into the type demand, and what was demanded on the way to them". Starting from "everything" and
 * only ever taking away, so that cycles prove nothing by themselves.
 */
export function enforcedRoles(
  schema: GraphQLSchema,
  fields: ReadonlyMap<string, FieldPolicy>,
): ReadonlyMap<string, ReadonlySet<Standing>> {
  const types = objectTypes(schema);
  const everything: ReadonlySet<Standing> = new Set(['SIGNED_IN', ...roles]);
  const nothing: ReadonlySet<Standing> = new Set();
  const isRoot = new Set(rootTypes(schema));
  const enforced = new Map(types.map((type) => [type.name, isRoot.has(type) ? nothing : everything]));
  const at = (type: string): ReadonlySet<Standing> => enforced.get(type) ?? nothing;
  const edges = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const requires = fields.get(`${type.name}.${field.name}`)?.requires ?? nothing;
      return memberTypes(schema, field.type).map((member) => ({ from: type.name, to: member.name, requires }));
    }),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, requires } of edges) {
      const before = at(to);
      const after = before.intersection(at(from).union(requires));
      if (after.size === before.size) continue;
      enforced.set(to, after);
      changed = true;
    }
  }
  return enforced;
}
