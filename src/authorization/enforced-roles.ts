import type { GraphQLSchema } from 'graphql';
import type { FieldPolicy } from './policy.ts';
import { memberTypes, objectTypes, rootTypes } from './schema-walk.ts';
import { both, closedToTokens, either, implies, openToTokens, type ScopeDemand } from './scopes.ts';
import { roles, type Standing } from './viewer.ts';

/** What everybody has shown who comes to a place. */
export interface Enforced {
  readonly roles: ReadonlySet<Standing>;
  /** Of whoever comes by a narrow token. */
  readonly scopes: ScopeDemand;
}

/**
 * The roles, and the scopes of a narrow token, that every viewer holds who comes to an object of each type, whichever
 * way: the greatest fixed point of "what all edges into the type demand, and what was demanded on the way to them".
 * Starting from "everything" and only ever taking away, so that cycles prove nothing by themselves.
 */
export function enforcedRoles(
  schema: GraphQLSchema,
  fields: ReadonlyMap<string, FieldPolicy>,
): ReadonlyMap<string, Enforced> {
  const types = objectTypes(schema);
  const everything: Enforced = { roles: new Set(['SIGNED_IN', ...roles]), scopes: closedToTokens };
  const nothing: Enforced = { roles: new Set(), scopes: openToTokens };
  const isRoot = new Set(rootTypes(schema));
  const enforced = new Map(types.map((type) => [type.name, isRoot.has(type) ? nothing : everything]));
  const at = (type: string): Enforced => enforced.get(type) ?? nothing;
  const edges = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const own = fields.get(`${type.name}.${field.name}`);
      const demand = own ? { roles: own.requires, scopes: own.scopes } : nothing;
      return memberTypes(schema, field.type).map((member) => ({ from: type.name, to: member.name, demand }));
    }),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, demand } of edges) {
      const before = at(to);
      const onTheWay = { roles: at(from).roles.union(demand.roles), scopes: both(at(from).scopes, demand.scopes) };
      const after = {
        roles: before.roles.intersection(onTheWay.roles),
        scopes: either(before.scopes, onTheWay.scopes),
      };
      if (after.roles.size === before.roles.size && implies(after.scopes, before.scopes)) continue;
      enforced.set(to, after);
      changed = true;
    }
  }
  return enforced;
}
