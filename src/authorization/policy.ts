import type { RateLimit } from './rate-limits.ts';
import type { Demand, Role, Standing } from './viewer.ts';

export const ops = ['READ', 'CREATE', 'UPDATE', 'DELETE'] as const;
export type Op = (typeof ops)[number];
export const logins = ['APP', 'IDENTITY', 'STAFF', 'SYSTEM'] as const;
export type Login = (typeof logins)[number];

/** An argument or input field that names rows: `path` from the argument down, through lists as through single values. */
export interface Reference {
  readonly path: readonly string[];
  readonly to: string;
  readonly access: Op;
  /** Whether what is not found is told of for itself, instead of refusing the field. */
  readonly each: boolean;
}

/** What holds for one field, computed from schema default, type and field. */
export interface FieldPolicy extends Demand {
  readonly coordinate: string;
  /** How often it may be executed; on root fields alone. */
  readonly rateLimits: readonly RateLimit[];
  readonly publicReason: string | null;
  readonly runsAs: Login;
  readonly signsIn: boolean;
  readonly references: readonly Reference[];
  /** The object types the field may yield: its own, or the members of its union or interface. */
  readonly yields: readonly string[];
  /** Those of them that are owned: their rows pass the tripwire. */
  readonly yieldsOwned: readonly string[];
}

export interface Ownership {
  readonly type: string;
  /** Relation path that ends on the user; equal to `key` where the row names its owner itself. */
  readonly via: readonly string[];
  /** Property that holds the owner's id. */
  readonly key: string;
  readonly operations: ReadonlySet<Op>;
}

export interface Shared {
  readonly type: string;
  readonly reason: string;
  readonly reachedFrom: readonly string[];
}

/** The compiled access policy of a schema; everything that enforces or proves it is derived from here. */
export interface Policy {
  readonly fields: ReadonlyMap<string, FieldPolicy>;
  readonly owned: ReadonlyMap<string, Ownership>;
  readonly shared: ReadonlyMap<string, Shared>;
  readonly grants: ReadonlyMap<string, ReadonlyMap<Login, ReadonlySet<Op>>>;
  readonly internal: ReadonlySet<string>;
  /** Each role with all it implies: itself, and being signed in, included. */
  readonly impliedRoles: ReadonlyMap<Role, ReadonlySet<Standing>>;
  /** Whether every way to an object of the type already demands what the field demands. */
  readonly isImplied: (coordinate: string) => boolean;
  /** The same of standings alone: whoever comes by no narrow token has shown it already. */
  readonly isStandingImplied: (coordinate: string) => boolean;
}

/** Whose rows of a type the ids that a field takes may name: staff act on those of others, by a role judged before. */
export function reachOf(policy: Policy, { runsAs }: FieldPolicy, type: string): 'shared' | 'any' | 'own' {
  if (!policy.owned.has(type)) return 'shared';
  return runsAs === 'STAFF' ? 'any' : 'own';
}

/** Faults of a schema's policy, each with its coordinate and what to write. */
export class PolicyError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The access policy does not hold:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'PolicyError';
    this.faults = faults;
  }
}
