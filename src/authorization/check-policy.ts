import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { directivesAt, type Directed } from './directives.ts';
import { rootFieldFaults, when } from './check-root-fields.ts';
import { scopeFaults } from './check-scopes.ts';
import type { EntityShapes } from './entity-shapes.ts';
import { PolicyError, type FieldPolicy, type Login, type Policy, type Reference } from './policy.ts';
import { memberTypes, objectTypes, reachableTypes, rootTypes } from './schema-walk.ts';
import { roles } from './viewer.ts';

interface Scope {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly entities: EntityShapes;
}

type Field = GraphQLField<unknown, unknown>;

/**
 * Holds a compiled policy against the rules that make it sound (which rule, and why: ARCHITECTURE.md "Boot checks").
 * @throws PolicyError with every fault, each with its coordinate and what to write
 */
export function checkPolicy(schema: GraphQLSchema, policy: Policy, entities: EntityShapes): void {
  const scope: Scope = { schema, policy, entities };
  const faults = [
    ...Object.values(schema.getTypeMap()).flatMap((type) => abstractFaults(scope, type)),
    ...roleFaults(scope),
    ...entities.names
      .filter((name) => !schema.getType(name))
      .map((name) => `${name}: a table without a type; write type ${name} @internal @owner(via: …)`),
    ...typeFaults(scope),
    ...inputFaults(scope),
    ...[...policy.owned.values()].flatMap((owner) => [...entities.pathFaults(owner), ...entities.linkFaults(owner)]),
  ];
  if (faults.length > 0) throw new PolicyError(faults);
}

const says = (schema: GraphQLSchema, place: Directed, name: string): boolean =>
  directivesAt(schema, place, name).length > 0;

const accessRules = ['public', 'auth', 'requiresScopes', 'beforePasswordChange'] as const;

/** Shield and the row policies work on object types: what an interface or union says would be read by nobody. */
function abstractFaults({ schema }: Scope, type: GraphQLNamedType): string[] {
  const rulesOn = (node: GraphQLNamedType | Field, names: readonly string[]): string[] =>
    names.filter((name) => says(schema, node, name));
  if (!isUnionType(type) && !isInterfaceType(type)) return [];
  const fields = isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return [
    ...rulesOn(type, [...accessRules, 'owner', 'ownerless', 'grants', 'internal']).map(
      (name) => `${type.name}: @${name} on an abstract type is ignored; write it on each member`,
    ),
    ...fields.flatMap((field) =>
      rulesOn(field, [...accessRules, 'stepUp', 'rateLimit', 'signsIn', 'runsAs']).map(
        (name) =>
          `${type.name}.${field.name}: @${name} on an interface's field is ignored; write it on each implementation`,
      ),
    ),
  ];
}

function roleFaults({ schema, policy }: Scope): string[] {
  const declared = schema.getType('Role');
  const names = isEnumType(declared) ? declared.getValues().map((value) => value.name) : [];
  const isRole = (name: string): boolean => roles.some((role) => role === name);
  return [
    ...when(!roles.every((role) => names.includes(role)), `Role: lacks one of ${roles.join(', ')}; add it`),
    ...names.filter((name) => !isRole(name)).map((name) => `Role.${name}: no viewer has this role; remove it`),
    ...[...policy.impliedRoles].flatMap(([role, implied]) => [
      ...when(!implied.has('USER'), `Role.${role}: does not include USER; write @implies(roles: [USER])`),
      ...[...implied]
        .filter((other) => other !== role && other !== 'SIGNED_IN' && policy.impliedRoles.get(other)?.has(role))
        .map((other) => `Role.${role}: implies ${other}, which implies it; take one away`),
    ]),
  ];
}

function typeFaults(scope: Scope): string[] {
  const reachable = reachableTypes(scope.schema);
  return objectTypes(scope.schema).flatMap((type) => {
    const isInternal = scope.policy.internal.has(type.name);
    return [
      ...when(
        !isInternal && !reachable.has(type),
        `${type.name}: nothing yields it; write @internal, or a field that does`,
      ),
      ...ownershipFaults(scope, type),
      ...grantFaults(scope, type),
      ...reachFaults(scope, type),
      ...(isInternal ? [] : Object.values(type.getFields()).flatMap((field) => fieldFaults(scope, type, field))),
    ];
  });
}

function ownershipFaults({ schema, policy, entities }: Scope, type: GraphQLObjectType): string[] {
  const { name } = type;
  const owner = policy.owned.get(name);
  const isShared = policy.shared.has(name);
  const isTable = entities.has(name);
  return [
    ...when(
      isTable && !owner && !isShared,
      `${name}: a table that says neither whose it is nor that it is shared; write @owner(via: …) or @ownerless(…)`,
    ),
    ...when(!isTable && (Boolean(owner) || isShared), `${name}: @owner and @ownerless belong to tables; remove it`),
    ...when(Boolean(owner) && isShared, `${name}: @owner and @ownerless contradict each other; keep one`),
    ...when(owner?.operations.size === 0, `${name}: @owner(operations: []) allows nothing; name one`),
    ...when(
      says(schema, type, 'public') && says(schema, type, 'auth'),
      `${name}: @public and @auth contradict each other; keep one`,
    ),
  ];
}

function grantFaults({ schema, entities }: Scope, type: GraphQLObjectType): string[] {
  const grants = directivesAt(schema, type, 'grants');
  return [
    ...when(grants.length > 0 && !entities.has(type.name), `${type.name}: @grants belongs to tables; remove it`),
    ...grants.flatMap(({ login, operations }) => [
      ...when(
        Array.isArray(operations) && operations.length === 0,
        `${type.name}: @grants(login: ${String(login)}, operations: []) grants nothing; remove it`,
      ),
      // A second policy of one login widens the first: every viewer would see every row.
      ...when(
        login === 'APP',
        `${type.name}: @grants(login: APP) would open the rows of all to each viewer; write @owner(operations: …)`,
      ),
    ]),
  ];
}

function reachFaults({ policy }: Scope, type: GraphQLObjectType): string[] {
  const edges = policy.shared.get(type.name)?.reachedFrom ?? [];
  const yieldsIt = (edge: string): boolean => policy.fields.get(edge)?.yields.includes(type.name) ?? false;
  return edges
    .filter((edge) => !yieldsIt(edge))
    .map((edge) => `${type.name}: reachedFrom names ${edge}, which does not yield it; correct or remove it`);
}

function fieldFaults(scope: Scope, type: GraphQLObjectType, field: Field): string[] {
  const { schema, policy } = scope;
  const at = `${type.name}.${field.name}`;
  const own = policy.fields.get(at);
  if (!own) return [`${at}: no effective policy`];
  const mutation = schema.getMutationType();
  return [
    ...when(
      says(schema, field, 'public') && own.publicReason === null,
      `${at}: @public opens nothing where @auth holds too, here or on ${type.name}; keep one`,
    ),
    ...when(
      type !== mutation && says(schema, field, 'signsIn'),
      `${at}: @signsIn is read on mutations alone; remove it`,
    ),
    ...rootFieldFaults(schema, type, own),
    ...scopeFaults(schema, { type, field }, own),
    ...memberTypes(schema, field.type).flatMap((member) => edgeFaults(scope, own, member)),
    ...nullabilityFaults(scope, type, field),
    ...own.references.flatMap((reference) => referenceFaults(scope, own, reference)),
  ];
}

function edgeFaults({ schema, policy }: Scope, field: FieldPolicy, target: GraphQLObjectType): string[] {
  const at = field.coordinate;
  const shared = policy.shared.get(target.name);
  const isRoot = rootTypes(schema).some((root) => at.startsWith(`${root.name}.`));
  const isSilent = Object.keys(target.getFields()).every(
    (name) => policy.fields.get(`${target.name}.${name}`)?.publicReason === null,
  );
  return [
    ...when(
      policy.internal.has(target.name),
      `${at}: yields the internal ${target.name}; remove the field or @internal`,
    ),
    ...when(
      shared !== undefined && !shared.reachedFrom.includes(at),
      `${at}: yields ${target.name}, which is shared; write "${at}" into its @ownerless(reachedFrom:)`,
    ),
    ...when(
      isRoot && field.publicReason !== null && !field.signsIn && isSilent,
      `${at}: is public, but ${target.name} says nothing and would be refused; write @public(reason: …) on it`,
    ),
  ];
}

/** A row that may be hidden must not sit behind a non-null edge: the null would bubble and tell that the parent exists. */
function nullabilityFaults({ policy, entities }: Scope, type: GraphQLObjectType, field: Field): string[] {
  if (!isNonNullType(field.type) || isListType(field.type.ofType)) return [];
  const isNode = field.name === 'node' && type.name.endsWith('Edge');
  const owner = policy.owned.get(type.name);
  if (isNode || (owner && entities.isProvenEdge(owner, field.name))) return [];
  const hidden = policy.fields.get(`${type.name}.${field.name}`)?.yieldsOwned[0];
  const target = getNamedType(field.type).name;
  return hidden === undefined
    ? []
    : [`${type.name}.${field.name}: non-null, but the ${hidden} may be hidden; write ${field.name}: ${target}`];
}

function referenceFaults(scope: Scope, field: FieldPolicy, { path, to, access, each }: Reference): string[] {
  const { policy, entities } = scope;
  const at = `${field.coordinate}(${path.join('.')}:)`;
  if (!entities.has(to)) return [`${at}: @refers(to: "${to}") names no table; correct it`];
  return [
    ...when(
      !policy.shared.has(to) && !allowedOps(policy, to, field.runsAs).has(access),
      `${at}: ${access} on ${to} is not allowed to ${field.runsAs}; allow it there or ask for less`,
    ),
    ...when(
      each && !canTellOfEach(scope, field),
      `${at}: @refers(each: true) is for the one list of ids of a mutation that yields \`failed\`; remove it`,
    ),
  ];
}

const canTellOfEach = ({ schema, policy }: Scope, { coordinate, references, yields }: FieldPolicy): boolean => {
  const [root, name = ''] = coordinate.split('.');
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const argument = mutations[name]?.args.find((each) => each.name === references[0]?.path[0]);
  return (
    root === 'Mutation' &&
    references.length === 1 &&
    argument !== undefined &&
    isListType(getNullableType(argument.type)) &&
    yields.every((type) => policy.fields.has(`${type}.failed`) && policy.fields.has(`${type}.succeeded`))
  );
};

const allowedOps = (policy: Policy, type: string, login: Login): ReadonlySet<string> =>
  (login === 'APP' ? policy.owned.get(type)?.operations : policy.grants.get(type)?.get(login)) ?? new Set();

function inputFaults(scope: Scope): string[] {
  const inFields = objectTypes(scope.schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) => idFaults(scope, `${type.name}.${field.name}(${argument.name}:)`, argument)),
    ),
  );
  const inInputs = Object.values(scope.schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type)
      ? [
          ...Object.values(type.getFields()).flatMap((field) => idFaults(scope, `${type.name}.${field.name}`, field)),
          ...nestingFaults(scope, type),
        ]
      : [],
  );
  return [...inFields, ...inInputs];
}

function idFaults({ schema, policy }: Scope, at: string, input: GraphQLArgument | GraphQLInputField): string[] {
  const said = ['refers', 'opaqueId'].filter((name) => says(schema, input, name));
  const isOwnerKey = [...policy.owned.values()].some(({ key }) => key !== 'id' && key === input.name);
  return [
    ...when(
      getNamedType(input.type).name === 'ID' && said.length !== 1,
      `${at}: an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)`,
    ),
    ...when(
      getNamedType(input.type).name !== 'ID' && said.length > 0,
      `${at}: @${said[0]} is for ids; make its type ID`,
    ),
    ...when(isOwnerKey, `${at}: an owner is never taken from a client; remove it`),
  ];
}

/** References are found by their path, and an input that holds itself has no end of paths. */
function nestingFaults({ schema }: Scope, type: GraphQLInputObjectType): string[] {
  const reached = new Set<GraphQLInputObjectType>();
  const visit = (from: GraphQLInputObjectType): void => {
    for (const field of Object.values(from.getFields())) {
      const named = getNamedType(field.type);
      if (!isInputObjectType(named) || reached.has(named)) continue;
      reached.add(named);
      visit(named);
    }
  };
  visit(type);
  const holdsReference = [...reached].some((each) =>
    Object.values(each.getFields()).some((field) => says(schema, field, 'refers')),
  );
  return when(
    reached.has(type) && holdsReference,
    `${type.name}: holds itself and ids, which are looked up to a fixed depth; name each level as a type of its own`,
  );
}
