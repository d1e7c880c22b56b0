import {
  getNamedType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { fieldNameOf } from './coordinates.ts';
import type { FieldPolicy } from './policy.ts';
import type { RateLimit } from './rate-limits.ts';
import { rootTypes } from './schema-walk.ts';

/** The fault, where it holds. */
export const when = (holds: boolean, fault: string): string[] => (holds ? [fault] : []);

/** Faults of what is decided for a whole operation, before any of it is executed. */
export function rootFieldFaults(schema: GraphQLSchema, type: GraphQLObjectType, own: FieldPolicy): string[] {
  const at = own.coordinate;
  const isRoot = rootTypes(schema).includes(type);
  const subscription = schema.getSubscriptionType();
  const args = new Set(type.getFields()[fieldNameOf(at)]?.args.flatMap(pathsOf));
  return [
    ...when(
      own.runsAs !== 'APP' && (!isRoot || type === subscription),
      `${at}: @runsAs is read on queries and mutations alone; remove it`,
    ),
    ...when(
      own.runsAs === 'STAFF' && !staffRoles.some((role) => own.requires.has(role)),
      `${at}: runs on STAFF, which reaches the rows of all; write @auth(requires: SUPPORT) or ADMIN`,
    ),
    ...stepUpFaults(own, isRoot),
    ...when(
      own.rateLimits.length > 0 && (!isRoot || type === subscription),
      `${at}: @rateLimit is read on queries and mutations alone; remove it`,
    ),
    ...own.rateLimits.flatMap((limit) => limitFaults(own, { limit, args })),
  ];
}

function stepUpFaults({ coordinate: at, stepUpSeconds, publicReason }: FieldPolicy, isRoot: boolean): string[] {
  if (stepUpSeconds === null) return [];
  return [
    ...when(!isRoot, `${at}: @stepUp is read on root fields alone; remove it`),
    ...when(stepUpSeconds < 1, `${at}: @stepUp(maxAge:) is in seconds, 1 or more`),
    ...when(publicReason !== null, `${at}: @stepUp asks nothing of who is signed out; remove it or @public`),
  ];
}

/** What a limit may count by: an argument, or a field of the input that it takes. */
function pathsOf({ name, type }: GraphQLArgument): readonly string[] {
  const named = getNamedType(type);
  return [name, ...(isInputObjectType(named) ? Object.keys(named.getFields()).map((field) => `${name}.${field}`) : [])];
}

const staffRoles = ['SUPPORT', 'ADMIN'] as const;

function limitFaults(
  { coordinate: at, publicReason }: FieldPolicy,
  { limit, args }: { readonly limit: RateLimit; readonly args: ReadonlySet<string> },
): string[] {
  return [
    ...when(limit.max < 1, `${at}: @rateLimit(max:) must be 1 or more`),
    ...when(limit.windowSeconds === 0, `${at}: @rateLimit(window:) is written like "15m": a count and s, m, h or d`),
    ...when(
      (limit.by === 'ARGUMENT') !== (limit.argument !== null),
      `${at}: @rateLimit(by: ARGUMENT) names its argument, and no other does`,
    ),
    ...when(
      limit.argument !== null && !args.has(limit.argument),
      `${at}: @rateLimit(argument: "${limit.argument}") names no argument of it; correct it`,
    ),
    ...when(
      limit.by === 'VIEWER' && publicReason !== null,
      `${at}: @rateLimit(by: VIEWER) counts all who are signed out as one; write IP or ARGUMENT`,
    ),
  ];
}
