import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { typeNameOf } from './coordinates.ts';
import { enforcedRoles } from './enforced-roles.ts';
import {
  logins,
  type FieldPolicy,
  type Login,
  type Op,
  type Ownership,
  type Policy,
  type Reference,
  type Shared,
} from './policy.ts';
import { directivesAt, type Directed, type Directive } from './directives.ts';
import { memberTypes, objectTypes } from './schema-walk.ts';
import { readRateLimit } from './rate-limits.ts';
import { both, closedToTokens, implies, openToTokens, type ScopeDemand } from './scopes.ts';
import { roles, type Role, type Standing } from './viewer.ts';

/**
 * Compiles a schema's directives into the policy of every field, argument and input field. Silence means: signed in.
 * Faults of the policy are found by `checkPolicy`; this never throws on one, so that all can be reported at once.
 */
export function compilePolicy(schema: GraphQLSchema): Policy {
  const read = (node: Directed, name: string): Directive | null => directivesAt(schema, node, name)[0] ?? null;
  const types = objectTypes(schema);
  const owned = new Map<string, Ownership>();
  const shared = new Map<string, Shared>();
  const grants = new Map<string, ReadonlyMap<Login, ReadonlySet<Op>>>();
  for (const type of types) {
    const owner = read(type, 'owner');
    if (owner) owned.set(type.name, ownership(type.name, owner));
    const ownerless = read(type, 'ownerless');
    if (ownerless)
      shared.set(type.name, {
        type: type.name,
        reason: text(ownerless['reason']),
        reachedFrom: texts(ownerless['reachedFrom']),
      });
    grants.set(type.name, grantsOf(directivesAt(schema, type, 'grants')));
  }
  const internal = new Set(types.filter((type) => read(type, 'internal')).map((type) => type.name));
  const fields = new Map<string, FieldPolicy>();
  for (const type of types.filter(({ name }) => !internal.has(name)))
    for (const field of Object.values(type.getFields()))
      fields.set(`${type.name}.${field.name}`, fieldPolicy({ type, field, schema, owned, read }));
  const impliedRoles = roleLattice(schema, read);
  return {
    fields,
    owned,
    shared,
    grants,
    impliedRoles,
    internal,
    ...impliedBy(enforcedRoles(schema, fields), fields),
  };
}

function impliedBy(
  enforced: ReturnType<typeof enforcedRoles>,
  fields: Policy['fields'],
): Pick<Policy, 'isImplied' | 'isStandingImplied'> {
  const isStandingImplied = (coordinate: string): boolean => {
    const behind = enforced.get(typeNameOf(coordinate));
    return Boolean(behind && fields.get(coordinate)?.requires.isSubsetOf(behind.roles));
  };
  return {
    isImplied: (coordinate) => {
      const scopes = enforced.get(typeNameOf(coordinate))?.scopes ?? openToTokens;
      return isStandingImplied(coordinate) && implies(scopes, fields.get(coordinate)?.scopes ?? closedToTokens);
    },
    isStandingImplied,
  };
}

function ownership(type: string, owner: Directive): Ownership {
  return {
    type,
    via: text(owner['via']).split('.'),
    key: text(owner['key']),
    operations: new Set(texts(owner['operations']) as Op[]),
  };
}

function grantsOf(directives: readonly Directive[]): ReadonlyMap<Login, ReadonlySet<Op>> {
  return new Map(
    logins.flatMap((login) => {
      const granted = directives
        .filter((directive) => directive['login'] === login)
        .flatMap((d) => texts(d['operations']) as Op[]);
      return granted.length > 0 ? [[login, new Set(granted)] as const] : [];
    }),
  );
}

interface FieldScope {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly schema: GraphQLSchema;
  readonly owned: ReadonlyMap<string, Ownership>;
  readonly read: (node: Directed, name: string) => Directive | null;
}

function fieldPolicy({ type, field, schema, owned, read }: FieldScope): FieldPolicy {
  const yields = memberTypes(schema, field.type).map((member) => member.name);
  return {
    coordinate: `${type.name}.${field.name}`,
    ...whoMay({ type, field, read }),
    stepUpSeconds: (read(field, 'stepUp')?.['maxAge'] as number | undefined) ?? null,
    rateLimits: directivesAt(schema, field, 'rateLimit').map(readRateLimit),
    runsAs: (read(field, 'runsAs')?.['login'] as Login | undefined) ?? 'APP',
    signsIn: read(field, 'signsIn') !== null,
    references: field.args.flatMap((argument) => references(argument, { path: [], within: [] }, read)),
    yields,
    yieldsOwned: yields.filter((name) => owned.has(name)),
  };
}

/** What type and field say together of who may ask; what guards is never weakened by what opens. */
function whoMay({
  type,
  field,
  read,
}: Pick<FieldScope, 'type' | 'field' | 'read'>): Pick<FieldPolicy, 'requires' | 'scopes' | 'publicReason'> {
  const onEither = (name: string): Directive | null => read(field, name) ?? read(type, name);
  const guards = [read(type, 'auth'), read(field, 'auth')].filter((guard) => guard !== null);
  const open = guards.length === 0 ? onEither('public') : null;
  if (open) return { requires: new Set(), scopes: openToTokens, publicReason: text(open['reason']) };
  const basis: Standing = onEither('beforePasswordChange') ? 'SIGNED_IN' : 'USER';
  const requires = new Set<Standing>([basis, ...guards.map((guard) => guard['requires'] as Role)]);
  const demands = [read(type, 'requiresScopes'), read(field, 'requiresScopes')].flatMap((each) =>
    each ? [scopesOf(each)] : [],
  );
  const scopes = demands.length > 0 ? demands.reduce(both) : closedToTokens;
  return { requires, scopes, publicReason: null };
}

const scopesOf = ({ scopes }: Directive): ScopeDemand =>
  Array.isArray(scopes) ? scopes.map((all: unknown) => new Set(texts(all))) : closedToTokens;

/** Finds the ids below an argument. An input type that holds itself is not followed again; `checkPolicy` refuses ids there. */
function references(
  input: GraphQLArgument | GraphQLInputField,
  at: { readonly path: readonly string[]; readonly within: readonly GraphQLInputObjectType[] },
  read: FieldScope['read'],
): readonly Reference[] {
  const path = [...at.path, input.name];
  const refers = read(input, 'refers');
  if (refers) return [{ path, to: text(refers['to']), access: refers['access'] as Op, each: refers['each'] === true }];
  const named = getNamedType(input.type);
  if (!isInputObjectType(named) || at.within.includes(named)) return [];
  const within = [...at.within, named];
  return Object.values(named.getFields()).flatMap((field) => references(field, { path, within }, read));
}

function roleLattice(schema: GraphQLSchema, read: FieldScope['read']): Policy['impliedRoles'] {
  const role = schema.getType('Role');
  const direct = new Map<Role, readonly Role[]>();
  if (isEnumType(role))
    for (const value of role.getValues())
      direct.set(value.name as Role, texts(read(value, 'implies')?.['roles']) as Role[]);
  const expand = (from: Role, seen: ReadonlySet<Role>): ReadonlySet<Role> =>
    (direct.get(from) ?? []).reduce<ReadonlySet<Role>>(
      (all, next) => (all.has(next) ? all : expand(next, all)),
      new Set([...seen, from]),
    );
  return new Map(roles.map((each) => [each, new Set<Standing>(['SIGNED_IN', ...expand(each, new Set())])]));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
