import { getDirective } from '@graphql-tools/utils';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { EntityShapes } from './entity-shapes.ts';
import { PolicyError, type FieldPolicy, type Login, type Policy, type Reference } from './policy.ts';
import { memberTypes, objectTypes } from './schema-walk.ts';

interface Scope {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly entities: EntityShapes;
}

/**
 * Holds a compiled policy against the rules that make it sound (which rule, and why: ARCHITECTURE.md "Boot checks").
 * @throws PolicyError with every fault, each with its coordinate and what to write
 */
export function checkPolicy(schema: GraphQLSchema, policy: Policy, entities: EntityShapes): void {
  const scope: Scope = { schema, policy, entities };
  const faults = [
    ...schemaFaults(scope),
    ...entityFaults(scope),
    ...objectTypes(schema).flatMap((type) => [
      ...typeFaults(scope, type),
      ...(policy.internal.has(type.name)
        ? []
        : Object.values(type.getFields()).flatMap((field) => fieldFaults(scope, type, field))),
    ]),
    ...inputFaults(scope),
    ...[...policy.owned.values()].flatMap((owner) => entities.pathFaults(owner)),
  ];
  if (faults.length > 0) throw new PolicyError(faults);
}

function schemaFaults({ schema, policy }: Scope): string[] {
  const faults: string[] = [];
  if (schema.getSubscriptionType())
    faults.push('Subscription: nothing guards its opening and its events yet; leave it out');
  for (const type of Object.values(schema.getTypeMap())) {
    const ruled = ['public', 'auth', 'owner', 'ownerless'].filter((name) => getDirective(schema, type, name));
    if ((isUnionType(type) || isInterfaceType(type)) && ruled.length > 0)
      faults.push(`${type.name}: @${ruled[0]} on an abstract type is ignored; write it on each member`);
    if (!isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (getDirective(schema, field, 'auth') || getDirective(schema, field, 'public'))
        faults.push(
          `${type.name}.${field.name}: a rule on an interface's field is ignored; write it on each implementation`,
        );
  }
  for (const [role, implied] of policy.impliedRoles)
    if (role !== 'USER' && implied.size === 1)
      faults.push(`Role.${role}: implies nothing; write @implies(roles: [USER])`);
  return faults;
}

function entityFaults({ schema, entities }: Scope): string[] {
  return entities.names
    .filter((name) => !schema.getType(name))
    .map((name) => `${name}: a table without a type; write type ${name} @internal @owner(via: …)`);
}

function typeFaults({ schema, policy, entities }: Scope, type: GraphQLObjectType): string[] {
  const faults: string[] = [];
  const isOwned = policy.owned.has(type.name);
  const shared = policy.shared.get(type.name);
  if (entities.has(type.name) && !isOwned && !shared)
    faults.push(
      `${type.name}: a table that says neither whose it is nor that it is shared; write @owner(via: …) or @ownerless(…)`,
    );
  if (!entities.has(type.name) && (isOwned || shared))
    faults.push(`${type.name}: @owner and @ownerless belong to tables; remove it`);
  if (isOwned && shared) faults.push(`${type.name}: @owner and @ownerless contradict each other; keep one`);
  if (getDirective(schema, type, 'public') && getDirective(schema, type, 'auth'))
    faults.push(`${type.name}: @public and @auth contradict each other; keep one`);
  if (policy.owned.get(type.name)?.operations.size === 0)
    faults.push(`${type.name}: @owner(operations: []) allows nothing; name one`);
  for (const grant of getDirective(schema, type, 'grants') ?? [])
    if ((grant['operations'] as unknown[]).length === 0)
      faults.push(`${type.name}: @grants(operations: []) grants nothing; remove it`);
  for (const edge of shared?.reachedFrom ?? [])
    if (!policy.fields.has(edge))
      faults.push(`${type.name}: reachedFrom names ${edge}, which is no field; correct or remove it`);
  return faults;
}

function fieldFaults(scope: Scope, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  const { schema, policy } = scope;
  const at = `${type.name}.${field.name}`;
  const own = policy.fields.get(at);
  if (!own) return [`${at}: no effective policy`];
  const faults: string[] = [];
  if (getDirective(schema, field, 'public') && getDirective(schema, field, 'auth'))
    faults.push(`${at}: @public and @auth contradict each other; keep one`);
  for (const member of memberTypes(schema, field.type)) {
    if (policy.internal.has(member.name))
      faults.push(`${at}: yields the internal ${member.name}; remove the field or @internal`);
    const shared = policy.shared.get(member.name);
    if (shared && !shared.reachedFrom.includes(at))
      faults.push(`${at}: yields ${member.name}, which is shared; write "${at}" into its @ownerless(reachedFrom:)`);
    if (isRoot(schema, type) && own.publicReason !== null && isSilent(policy, member))
      faults.push(
        `${at}: is public, but ${member.name} says nothing and would be refused; write @public(reason: …) on it`,
      );
  }
  return [
    ...faults,
    ...nullabilityFaults(scope, type, field),
    ...own.references.flatMap((r) => referenceFaults(scope, own, r)),
  ];
}

const isRoot = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  type === schema.getQueryType() || type === schema.getMutationType();

const isSilent = (policy: Policy, type: GraphQLObjectType): boolean =>
  Object.keys(type.getFields()).every((name) => policy.fields.get(`${type.name}.${name}`)?.publicReason === null);

/** A row that may be hidden must not sit behind a non-null edge: the null would bubble and tell that the parent exists. */
function nullabilityFaults(
  { policy, entities }: Scope,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): string[] {
  if (!isNonNullType(field.type) || isListType(field.type.ofType)) return [];
  const target = getNamedType(field.type).name;
  const isNode = field.name === 'node' && type.name.endsWith('Edge');
  if (!policy.owned.has(target) || isNode || entities.isProvenEdge(type.name, field.name)) return [];
  return [`${type.name}.${field.name}: non-null, but the ${target} may be hidden; write ${field.name}: ${target}`];
}

function referenceFaults({ policy, entities }: Scope, field: FieldPolicy, { path, to, access }: Reference): string[] {
  const at = `${field.coordinate}(${path.join('.')}:)`;
  if (!entities.has(to)) return [`${at}: @refers(to: "${to}") names no table; correct it`];
  if (policy.shared.has(to)) return [];
  const allowed = allowedOps(policy, to, field.runsAs);
  return allowed.has(access)
    ? []
    : [`${at}: ${access} on ${to} is not allowed to ${field.runsAs}; allow it there or ask for less`];
}

const allowedOps = (policy: Policy, type: string, login: Login): ReadonlySet<string> =>
  (login === 'APP' ? policy.owned.get(type)?.operations : policy.grants.get(type)?.get(login)) ?? new Set();

function inputFaults(scope: Scope): string[] {
  const { schema } = scope;
  const ownerKeys = new Set([...scope.policy.owned.values()].map((owner) => owner.key).filter((key) => key !== 'id'));
  const check = (at: string, input: GraphQLArgument | GraphQLInputField): string[] => {
    const faults: string[] = [];
    const says = ['refers', 'opaqueId'].filter((name) => getDirective(schema, input, name));
    if (getNamedType(input.type).name === 'ID' && says.length !== 1)
      faults.push(
        `${at}: an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)`,
      );
    if (ownerKeys.has(input.name)) faults.push(`${at}: an owner is never taken from a client; remove it`);
    return faults;
  };
  const inFields = objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) => check(`${type.name}.${field.name}(${arg.name}:)`, arg)),
    ),
  );
  const inInputs = Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type))
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => check(`${type.name}.${field.name}`, field)));
  return [...inFields, ...inInputs];
}
