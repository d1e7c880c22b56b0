import { createHash } from 'node:crypto';
import { addResolversToSchema } from '@graphql-tools/schema';
import {
  getNamedType,
  getNullableType,
  execute,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { guardSchema } from '#authorization/guard-schema.ts';
import type { FieldPolicy, Policy } from '#authorization/policy.ts';
import { memberTypes } from '#authorization/schema-walk.ts';
import { anonymous, roles, type SignedIn, type Viewer } from '#authorization/viewer.ts';
import type { Operation } from './operations.ts';

// Wall 1 on a stage: the product's schema and policy, with resolvers that give away whatever they are asked for, and no
// wall behind them. What is held there is held by wall 1.

const ada = 'ada';
const bob = 'bob';
/** What a row of Bob's says in each of its texts. */
const secret = 'a text of Bob’s';

/** When everything happens, just after she has signed in. */
export const now = new Date(0);

export const signedIn: SignedIn = {
  kind: 'SignedIn',
  userId: ada,
  sessionId: 's',
  roles: new Set(['SIGNED_IN', ...roles]),
  authenticatedAt: now,
};
export { anonymous };

/** The parts of wall 1 that stand by themselves. */
export type Layer = 'shield' | 'lookup' | 'tripwire';

const partsOf = new WeakMap<Policy, Map<Layer, Policy>>();

/** A policy of which only one part has something to say, the same each time. */
export function only(layer: Layer, policy: Policy): Policy {
  const parts = partsOf.get(policy) ?? new Map<Layer, Policy>();
  partsOf.set(policy, parts);
  const made = parts.get(layer) ?? partOf(layer, policy);
  parts.set(layer, made);
  return made;
}

function partOf(layer: Layer, policy: Policy): Policy {
  return changed(
    policy,
    (field) => ({
      ...field,
      requires: layer === 'shield' ? field.requires : new Set(),
      references: layer === 'lookup' ? field.references : [],
      yieldsOwned: layer === 'tripwire' ? field.yieldsOwned : [],
    }),
    layer !== 'shield',
  );
}

/** A policy with its fields changed. */
export function changed(policy: Policy, change: (field: FieldPolicy) => FieldPolicy, isImplied = false): Policy {
  const fields = new Map([...policy.fields].map(([coordinate, field]) => [coordinate, change(field)]));
  return { ...policy, fields, ...(isImplied ? { isImplied: () => true } : {}) };
}

export interface Staged {
  /** The coordinate at which resolvers give away what is Bob's; nowhere if left out. */
  readonly foreignAt?: string;
  readonly viewer?: Viewer;
  /** What is done to the schema once it is guarded. */
  readonly afterwards?: (guarded: GraphQLSchema) => GraphQLSchema;
}

export interface Seen {
  readonly result: ExecutionResult;
  /** Whether a text of Bob's is in the answer. */
  readonly hasSecret: boolean;
  /** Whether a resolver of a root field was reached. */
  readonly isReached: boolean;
}

interface Built {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
}

/** Sends an operation through wall 1 as a policy builds it; of a subscription, its first event is what is seen. */
export async function stage(
  { schema, policy }: Built,
  { kind, document, variables }: Staging,
  { foreignAt, viewer = signedIn, afterwards = (guarded) => guarded }: Staged = {},
): Promise<Seen> {
  const { guarded, reached } = guardOnce(schema, policy, foreignAt);
  reached.clear();
  const asked = {
    schema: afterwards(guarded),
    document: parse(document),
    variableValues: variables,
    contextValue: context(viewer),
  };
  const result = await (kind === 'subscription' ? firstEvent(asked) : execute(asked));
  return { result, hasSecret: JSON.stringify(result.data ?? null).includes(secret), isReached: reached.size > 0 };
}

interface Guarded {
  readonly guarded: GraphQLSchema;
  /** Fields of a root whose resolver was called since this was emptied. */
  readonly reached: Set<string>;
}

const known = new WeakMap<Policy, Map<string | undefined, Guarded>>();

/** Building takes far longer than asking: what is the same is built once. */
function guardOnce(schema: GraphQLSchema, policy: Policy, foreignAt: string | undefined): Guarded {
  const built = known.get(policy) ?? new Map<string | undefined, Guarded>();
  known.set(policy, built);
  const before = built.get(foreignAt);
  if (before) return before;
  const reached = new Set<string>();
  const reach = (coordinate: string): void => void reached.add(coordinate);
  const made = { guarded: guardSchema(generous(schema, { foreignAt, reach }), policy), reached };
  built.set(foreignAt, made);
  return made;
}

type Staging = Pick<Operation, 'document' | 'variables'> & { readonly kind: string };

async function firstEvent(asked: ExecutionArgs): Promise<ExecutionResult> {
  const opened = await subscribe(asked);
  if (!(Symbol.asyncIterator in opened)) return opened;
  const { value } = await opened.next();
  return (value ?? { data: null }) as ExecutionResult;
}

/** What resolvers and look-ups ask of an operation: the ids that begin as Ada's do are hers. */
const context = (viewer: Viewer) => ({
  viewer,
  now,
  alarm: () => undefined,
  signIn: () => undefined,
  rows: {
    isPlanned: false,
    countReferred: async (type: string, ids: ReadonlySet<string>) => [...ids].filter((id) => id === ownId(type)).length,
    referredAmong: async (type: string, ids: ReadonlySet<string>) => ids.intersection(new Set([ownId(type)])),
  },
});

/** The one id of Ada's of a type. */
export const ownId = (type: string): string =>
  `ada0ada0-0000-7000-8000-${createHash('sha1').update(type).digest('hex').slice(0, 12)}`;

interface Generosity {
  readonly foreignAt: string | undefined;
  readonly reach: (coordinate: string) => void;
}

/** The schema with a resolver at each field that gives a value of its type: a row of Ada's, or at one place of Bob's. */
function generous(schema: GraphQLSchema, { foreignAt, reach }: Generosity): GraphQLSchema {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
    resolvers[type.name] = Object.fromEntries(
      Object.values(type.getFields()).map((field) => {
        const coordinate = `${type.name}.${field.name}`;
        const resolve = (parent: unknown): unknown => {
          if (isRoot) reach(coordinate);
          // A row of Bob's shows in its own texts; what hangs on it would be held elsewhere.
          const owner = isCompositeType(getNamedType(field.type)) ? ada : ownerOf(parent);
          return valueOf(schema, field.type, coordinate === foreignAt ? bob : owner);
        };
        return [
          field.name,
          type === schema.getSubscriptionType() ? { resolve, subscribe: onceOpened(() => reach(coordinate)) } : resolve,
        ];
      }),
    );
  }
  return addResolversToSchema({ schema, resolvers: resolvers as never });
}

/** A stream of one event. */
const onceOpened = (reach: () => void) =>
  async function* (): AsyncGenerator<object> {
    reach();
    yield {};
  };

const ownerOf = (parent: unknown): string => {
  const owner: unknown = typeof parent === 'object' && parent !== null ? Reflect.get(parent, 'ownerId') : undefined;
  return typeof owner === 'string' ? owner : ada;
};

function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, owner: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(schema, nullable.ofType as GraphQLOutputType, owner)];
  const named = getNamedType(type);
  // A user is whoever its id says.
  if (isCompositeType(named))
    return { __typename: memberOf(schema, type).name, id: owner, ownerId: owner, succeeded: [], failed: [] };
  if (isEnumType(named)) return named.getValues()[0]?.value;
  return scalars[named.name] ?? (owner === bob ? secret : 'a text of Ada’s');
}

const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: new Date(0),
  Date: '2025-01-01',
};

function memberOf(schema: GraphQLSchema, type: GraphQLOutputType): GraphQLObjectType {
  const [member] = memberTypes(schema, type);
  if (!member) throw new Error(`${String(type)} has no members.`);
  return member;
}
