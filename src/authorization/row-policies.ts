import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { Login, Op, Ownership, Policy } from './policy.ts';

/** A row policy as PostgreSQL keeps it. */
export interface RowPolicy {
  readonly name: string;
  readonly command: 'select' | 'insert' | 'update' | 'delete';
  readonly role: string;
  readonly using?: string;
  readonly check?: string;
}

/** Database role of each login. */
export const roleOf = (login: Login): string => `tenure_${login.toLowerCase()}`;

// PostgreSQL's own spelling, so that comparing schema and database finds no difference where there is none. The
// sub-select is evaluated once for a statement; nullif, because a setting that was local to a transaction is left
// behind as an empty string on a pooled connection.
const viewer = `(select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

const commands = { READ: 'select', CREATE: 'insert', UPDATE: 'update', DELETE: 'delete' } as const satisfies Record<
  Op,
  string
>;

/** The row policies of an owned type: its owner's on APP, and one for each other login that the schema grants something. */
export function rowPolicies(policy: Policy, owner: Ownership, ownerColumn: string): readonly RowPolicy[] {
  const own = `"${ownerColumn}" = ${viewer}`;
  const granted = [...(policy.grants.get(owner.type) ?? [])].flatMap(([login, ops]) =>
    [...ops].map((op) => rowPolicy(login, op, 'true')),
  );
  return [...[...owner.operations].map((op) => rowPolicy('APP', op, own)), ...granted];
}

function rowPolicy(login: Login, op: Op, expression: string): RowPolicy {
  const command = commands[op];
  return {
    name: `${login.toLowerCase()}_${command}`,
    command,
    role: roleOf(login),
    ...(op === 'CREATE' ? {} : { using: expression }),
    ...(op === 'CREATE' || op === 'UPDATE' ? { check: expression } : {}),
  };
}

/** What each login may do on each table: the grants that migrations give and boot compares. */
export function tableGrants(policy: Policy, type: string): ReadonlyMap<string, ReadonlySet<string>> {
  const owned = policy.owned.get(type);
  const grants = new Map<string, Set<string>>();
  const give = (login: Login, ops: Iterable<Op>): void => {
    const held = grants.get(roleOf(login)) ?? new Set();
    for (const op of ops) held.add(commands[op].toUpperCase());
    grants.set(roleOf(login), held);
  };
  // An internal shared table has no edge that leads to it: requests have no business there.
  if (owned) give('APP', owned.operations);
  else if (!policy.internal.has(type)) give('APP', ['READ']);
  for (const [login, ops] of policy.grants.get(type) ?? []) give(login, ops);
  return grants;
}

/** Column that holds the owner's id, for a type whose metadata is at hand. */
export function ownerColumn(meta: EntityMetadata, owner: Ownership): string {
  const property = (meta.properties as Record<string, EntityProperty>)[owner.key];
  return property?.fieldNames?.[0] ?? property?.joinColumns?.[0] ?? snakeCase(owner.key);
}

// At the first hook names are not derived yet; the naming strategy in use is MikroORM's underscore one.
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
