import { type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { fieldAt, typeNameOf } from './coordinates.ts';
import { extraGuards } from './access-matrix.ts';
import { demanded, silence } from './decision-trace.ts';
import type { AccessQuestion, Step } from './explanation.ts';
import { argumentCoordinate, writtenAt } from './find-coordinate.ts';
import { reachOf, type FieldPolicy, type Login, type Op, type Ownership, type Reference } from './policy.ts';
import { roleOf, rowPolicies, tableGrants, type RowPolicy } from './row-policies.ts';
import { memberTypes, rootTypes } from './schema-walk.ts';
import type { WrittenDirective } from './sdl-directives.ts';
import { refusal } from './viewer.ts';

/** The directives that make the decision, with where they are written. */
export function policyStep(question: AccessQuestion): Step {
  const { coordinate, schema, sdl } = question;
  const { field, type } = coordinate;
  const lines = [
    ...(field ? accessLines(question, field) : []),
    ...written(question, field?.coordinate ?? type, field ? ['signsIn', 'runsAs', 'stepUp', 'rateLimit'] : accessNames),
    ...referencesOf(question).flatMap((reference) =>
      field ? written(question, writtenAt(schema, field, reference), ['refers']) : [],
    ),
    ...subjectsOf(question).flatMap((each) => written(question, each, ['owner', 'ownerless', 'grants', 'internal'])),
  ];
  const none = `${type}: no directive, and no rows of its own`;
  return { by: 'Policy', says: lines.length > 0 ? lines : [line(none, sdl.placeOf(type))] };
}

function accessLines(question: AccessQuestion, { coordinate, publicReason }: FieldPolicy): readonly string[] {
  const { sdl } = question;
  const type = typeNameOf(coordinate);
  const at = (names: readonly string[]): readonly string[] =>
    [coordinate, type].flatMap((each) => written(question, each, names));
  if (publicReason !== null) return at(['public']);
  const standing = at(standingNames);
  return [
    ...(standing.length > 0 ? standing : [line(`${coordinate}: ${silence}`, sdl.placeOf(coordinate))]),
    ...at(['requiresScopes']),
  ];
}

const standingNames = ['auth', 'beforePasswordChange'] as const;
const accessNames = ['public', 'requiresScopes', ...standingNames] as const;

const written = ({ sdl }: AccessQuestion, at: string, names: readonly string[]): readonly string[] =>
  sdl
    .directivesAt(at)
    .filter(({ name }) => names.includes(name))
    .map((directive) => line(`${at}: ${directive.text}`, directive));

const line = (text: string, place: Pick<WrittenDirective, 'file' | 'line'> | null): string =>
  place ? `${text}   (${place.file}:${place.line})` : text;

/** What is decided before rows are read, and what stands around the resolver. */
export function wall1Step(question: AccessQuestion): Step {
  const { policy, coordinate, viewer } = question;
  const { field } = coordinate;
  if (!field)
    return { by: 'Wall 1: shield', says: [`a type is judged field by field; rows run on ${loginNames(question)}`] };
  const error = refusal(field, viewer.viewer);
  const demand =
    field.publicReason === null
      ? `needs ${demanded(field, viewer.viewer)}: ${viewer.name} ${error ? `is refused, ${error.code}` : 'has it'}`
      : 'open to everybody';
  const implied = 'every way to it demands as much: judged with the document, no rule of its own';
  const place = policy.isImplied(field.coordinate)
    ? implied
    : 'judged with the document, and again by shield before the resolver';
  return {
    by: 'Wall 1: shield, look-up, tripwire',
    says: [
      demand,
      ...(field.publicReason === null ? [place] : []),
      ...extraGuards(field),
      ...referencesOf(question).map((reference) => lookUp(question, field, reference)),
      ...field.yieldsOwned.map((type) => `tripwire: of ${type}, only the viewer's own may leave it`),
      `runs on ${loginNames(question)}`,
    ],
  };
}

const lookUp = ({ policy }: AccessQuestion, field: FieldPolicy, reference: Reference): string => {
  const whose = reachOf(policy, field, reference.to);
  return `${argumentCoordinate(field, reference)} is looked up as ${whose} ${reference.to} for ${reference.access}, before the resolver${reference.each ? ', which gets those that are found' : ''}`;
};

const loginNames = (question: AccessQuestion): string =>
  loginsOf(question).join(' or ') || 'no login: no request comes here';

/** The condition that the ORM adds to every statement. */
export function wall2Step(question: AccessQuestion): Step {
  const { policy, shapes, viewer } = question;
  const runsOnApp = loginsOf(question).includes('APP');
  const changes = referencesOf(question).some(({ access }) => access !== 'READ');
  const says = subjectsOf(question).flatMap((type) => {
    const owner = policy.owned.get(type);
    const shape = shapes.get(type);
    if (!owner || !shape) return [`${type}: shared, no filter`];
    const others = loginsOf(question).filter((login) => login !== 'APP');
    const condition =
      viewer.viewer.kind === 'Anonymous'
        ? 'false, since nobody is signed in'
        : `"${shape.table}"."${shape.ownerColumn}" = ${viewer.accountId === null ? "the viewer's id" : `'${viewer.accountId}'`}`;
    return [
      ...(runsOnApp ? [`${type}: where ${condition}`] : []),
      ...(runsOnApp && changes ? [`${type}: the write guard refuses a row that is, or becomes, another owner's`] : []),
      ...others.map((login) => `${type}: no filter on ${login}; its use cases say themselves which rows they mean`),
    ];
  });
  return { by: "Wall 2: the ORM's owner filter", says: says.length > 0 ? says : ['no rows that requests come to'] };
}

/** What PostgreSQL itself lets the login do. */
export function wall3Step(question: AccessQuestion): Step {
  const { policy, shapes } = question;
  const says = subjectsOf(question).flatMap((type) => {
    const owner = policy.owned.get(type);
    const shape = shapes.get(type);
    if (!shape) return [];
    const grants = [...tableGrants(policy, type)].map(([role, held]) => `${role} ${[...held].join(' ')}`);
    return [
      ...(owner ? policyLines(question, owner, shape.ownerColumn ?? '') : [`${type}: shared, no row security`]),
      `${type}: granted on "${shape.table}": ${grants.join('; ') || 'nothing'}`,
    ];
  });
  return { by: "Wall 3: PostgreSQL's row policies", says: says.length > 0 ? says : ['no rows'] };
}

function policyLines(question: AccessQuestion, owner: Ownership, column: string): readonly string[] {
  const { policy, coordinate } = question;
  const roles = loginsOf(question).map(roleOf);
  const applying = new Set(opsOf(question, owner.type).map((op) => commandOf[op]));
  const applies = ({ role, command }: RowPolicy): boolean => roles.includes(role) && applying.has(command);
  const all = rowPolicies(policy, owner, column);
  // A type stands for its table: whatever there is on it, for every login.
  const shown = coordinate.field ? all.filter(applies) : all;
  const missing = coordinate.field
    ? [...applying].filter((command) => !shown.some((each) => each.command === command))
    : [];
  return [
    ...shown.map((each) => `${owner.type}: ${policyText(each)}`),
    ...missing.map(
      (command) => `${owner.type}: no policy for ${command} on ${roles.join(', ')}, so that it finds no row`,
    ),
  ];
}

const commandOf = { READ: 'select', CREATE: 'insert', UPDATE: 'update', DELETE: 'delete' } as const satisfies Record<
  Op,
  RowPolicy['command']
>;

const policyText = ({ name, command, role, using, check }: RowPolicy): string =>
  [`${name} for ${command} to ${role}`, using && `using (${using})`, check && `with check (${check})`]
    .filter(Boolean)
    .join(' ');

/** The tables that the coordinate has to do with: what it is read from, what it takes, what it yields. */
export function subjectsOf(question: AccessQuestion): readonly string[] {
  const { policy, coordinate } = question;
  const { type, field, reference } = coordinate;
  const named = [type, ...referencesOf(question).map(({ to }) => to), ...(reference ? [] : (field?.yields ?? []))];
  return [...new Set(named)].filter((name) => policy.owned.has(name) || policy.shared.has(name));
}

/** Whether the ids asked about may be anybody's rows. */
export const namesAny = (question: AccessQuestion): boolean => {
  const { policy, coordinate } = question;
  return referencesOf(question).some(({ to }) => coordinate.field && reachOf(policy, coordinate.field, to) === 'any');
};

const referencesOf = ({ coordinate: { field, reference } }: AccessQuestion): readonly Reference[] =>
  reference ? [reference] : (field?.references ?? []);

/** What is done to the rows of a type there, as far as the schema says it. */
const opsOf = (question: AccessQuestion, type: string): readonly Op[] => [
  'READ',
  ...referencesOf(question).flatMap(({ to, access }) => (to === type ? [access] : [])),
];

/** The logins that requests come here on: those of the root fields that lead here. */
export function loginsOf({ schema, policy, coordinate }: AccessQuestion): readonly Login[] {
  const roots = rootTypes(schema).map(({ name }) => name);
  const { field, type } = coordinate;
  if (field && roots.some((root) => root === type)) return [field.runsAs];
  const leading = [...policy.fields.values()].filter(
    (each) => roots.includes(typeNameOf(each.coordinate)) && typesBelow(schema, each.coordinate).has(type),
  );
  return [...new Set(leading.map(({ runsAs }) => runsAs))].toSorted();
}

/** The name of every object type that a selection of the field can come to. */
export function typesBelow(schema: GraphQLSchema, coordinate: string): ReadonlySet<string> {
  const field = fieldAt(schema, coordinate);
  const reached = new Set(field ? memberTypes(schema, field.type) : []);
  const below = (from: GraphQLObjectType): readonly GraphQLObjectType[] =>
    Object.values(from.getFields()).flatMap((each) => memberTypes(schema, each.type));
  // A set's iteration goes on to what is added meanwhile.
  for (const each of reached) for (const next of below(each)) reached.add(next);
  return new Set([...reached].map(({ name }) => name));
}
