import { accessDirective, demanded, standingIn } from './decision-trace.ts';
import type { AccessQuestion, Explanation, Step, Verdict } from './explanation.ts';
import {
  loginsOf,
  namesAny,
  policyStep,
  subjectsOf,
  typesBelow,
  wall1Step,
  wall2Step,
  wall3Step,
} from './explain-walls.ts';
import type { FieldPolicy } from './policy.ts';
import { closedToTokens, either, type ScopeDemand } from './scopes.ts';
import type { TracedRow } from './trace-owner.ts';
import { refusal, type Viewer } from './viewer.ts';

/**
 * Replays the decision for a viewer: what each part of the policy says, in the order in which a request meets them, and
 * what comes of it. Decides nothing for real and reads no data itself: the rows come with the question.
 */
export function explainAccess(question: AccessQuestion): Explanation {
  const steps = [
    policyStep(question),
    wall1Step(question),
    ...(question.trail ? [rowsStep(question, question.trail)] : []),
    wall2Step(question),
    wall3Step(question),
  ];
  return { steps, verdict: staticVerdict(question) ?? rowVerdict(question) };
}

/** Where the way from a row to its owner stops being the viewer's. */
function breakOf(question: AccessQuestion, trail: readonly TracedRow[]): number {
  const { policy, viewer } = question;
  const isOwn = !namesAny(question);
  return trail.findIndex(
    ({ type, isThere, ownerId }) =>
      !isThere || (isOwn && policy.owned.has(type) && (ownerId === null || ownerId !== viewer.accountId)),
  );
}

function rowsStep(question: AccessQuestion, trail: readonly TracedRow[]): Step {
  const { shapes } = question;
  const brokenAt = breakOf(question, trail);
  const says = trail.map((row, at) => {
    const { type, id, relation } = row;
    const column = shapes.get(type)?.ownerColumn;
    const whose = row.isThere && column ? `${column} ${row.ownerId ?? 'null'}` : 'shared';
    const found = row.isThere ? whose : 'is not there';
    const mark = at === brokenAt ? `   ← ${brokenBy(question, row)}` : '';
    return `${'  '.repeat(at)}${relation === null ? '' : `${relation} → `}${type} ${id}: ${found}${mark}`;
  });
  const whole = namesAny(question) ? "staff may name anybody's" : "all of the way is the viewer's";
  return { by: 'Rows', says: [...says, ...(brokenAt === -1 ? [whole] : [])] };
}

function brokenBy({ policy, viewer }: AccessQuestion, { type, isThere, ownerId }: TracedRow): string {
  if (!isThere) return `there is no such ${type}`;
  const key = `${policy.owned.get(type)?.key} of ${type}`;
  if (ownerId === null) return `${key} is nobody's`;
  return viewer.accountId === null ? `${key} is an account's, and nobody is signed in` : `${key} is another account's`;
}

/** What depends on the viewer and the schema alone. */
function staticVerdict(question: AccessQuestion): Verdict | null {
  const { policy, coordinate, viewer } = question;
  const { type, field } = coordinate;
  if (policy.internal.has(type))
    return {
      outcome: 'UNREACHABLE',
      directive: '@internal',
      wall: 'the public schema, which does not have it',
      reason: `${type} is a table without a place in the API`,
      clientSees: 'an error of validation, as for a type that does not exist',
    };
  const fields = fieldsOf(question);
  const errors = fields.map((each) => refusal(each, viewer.viewer)).filter((error) => error !== null);
  const [error] = errors;
  if (!error || errors.length < fields.length) return null;
  return {
    outcome: 'REFUSED',
    directive: directiveOf(question),
    wall: 'wall 1, with the document, before any row is read',
    reason: `${field ? field.coordinate : `every field of ${type}`} needs ${demandedBy(fields, viewer.viewer)}; ${viewer.name} ${standingIn(viewer.viewer)}${isBelowSignIn(question) ? '. Below a mutation that signs in, it is judged as whom that signs in' : ''}`,
    clientSees: `an error, ${error.code}; nothing of a mutation is done`,
  };
}

const demandedBy = (fields: readonly FieldPolicy[], viewer: Viewer): string =>
  demanded({ requires: new Set(fields.flatMap(({ requires }) => [...requires])), scopes: anyScopes(fields) }, viewer);

/** What lets a narrow token in to some field of them. */
const anyScopes = (fields: readonly FieldPolicy[]): ScopeDemand =>
  fields.map(({ scopes }) => scopes).reduce(either, closedToTokens);

/** Where the way leads past a sign-in, the document decides nothing yet. */
const isBelowSignIn = (question: AccessQuestion): boolean =>
  [...question.policy.fields.values()].some(
    (field) => field.signsIn && typesBelow(question.schema, field.coordinate).has(question.coordinate.type),
  );

/** What else decides: whose the row is, as far as one was named. */
function rowVerdict(question: AccessQuestion): Verdict {
  const { coordinate, trail } = question;
  const [row] = trail ?? [];
  if (!row)
    return {
      ...allowed(directiveOf(question)),
      reason: withoutRow(question),
      clientSees: coordinate.field ? "what the resolver answers, of the viewer's rows alone" : "the viewer's rows",
    };
  const broken = trail?.[breakOf(question, trail)];
  if (broken === row)
    return {
      outcome: 'NOT_FOUND',
      ...deciderOf(question, row.type),
      reason: brokenBy(question, row),
      clientSees: `${nothingFound(question)}, exactly as for an id that no row has`,
    };
  const reason = broken
    ? `the row names the viewer, which is all that walls compare, but its way to the user disagrees: ${brokenBy(question, broken)}. Composite keys should have kept them equal; look at how it was written`
    : becauseOf(question, row);
  const directive = namesAny(question) ? directiveOf(question) : ownerDirective(question, row.type);
  return { ...allowed(directive), reason, clientSees: 'the row' };
}

const allowed = (directive: string) => ({ outcome: 'ALLOWED', directive, wall: 'none stops it' }) as const;

function withoutRow(question: AccessQuestion): string {
  const { policy, coordinate } = question;
  const owned = subjectsOf(question).filter((type) => policy.owned.has(type));
  if (owned.length === 0) return 'nothing of it depends on whose rows they are';
  if (namesAny(question)) return `ids of ${owned.join(', ')} are looked up among those of all: the role decides`;
  if (loginsOf(question).includes('APP')) return `rows of ${owned.join(', ')} are filtered by their owner`;
  return coordinate.field?.references.length
    ? `ids of ${owned.join(', ')} are looked up as the viewer's own`
    : `the tripwire lets no other ${owned.join(', ')} leave than the viewer's`;
}

function becauseOf(question: AccessQuestion, { type }: TracedRow): string {
  const { policy } = question;
  const owner = policy.owned.get(type);
  if (namesAny(question)) return `the role lets the viewer name any ${type}, whoever owns it`;
  if (owner) return `${owner.key} of ${type} is the viewer`;
  const shared = policy.shared.get(type);
  return `${type} is shared (${shared?.reason}), and reached from ${shared?.reachedFrom.join(', ') || 'nowhere'}`;
}

/** Which directive and wall a foreign or missing row meets first. */
function deciderOf(question: AccessQuestion, type: string): Pick<Verdict, 'directive' | 'wall'> {
  const { coordinate, policy } = question;
  const directive = ownerDirective(question, type);
  const runsOnApp = loginsOf(question).includes('APP');
  const others = runsOnApp ? 'walls 2 and 3 would as well' : 'this login sees the rows of all';
  if ((coordinate.field?.references.length ?? 0) > 0)
    return { directive: `@refers, by ${directive}`, wall: `wall 1, the look-up; ${others}` };
  if (!policy.owned.has(type)) return { directive, wall: 'none: it is not there' };
  return runsOnApp
    ? { directive, wall: 'wall 2, the owner filter; wall 3 and the tripwire would as well' }
    : { directive, wall: 'wall 1, the tripwire' };
}

function nothingFound({ schema, coordinate: { type } }: AccessQuestion): string {
  if (type === schema.getQueryType()?.name) return 'null, and no error';
  if (type === schema.getMutationType()?.name) return 'an error, NOT_FOUND, and nothing is done';
  if (type === schema.getSubscriptionType()?.name) return 'an error, NOT_FOUND, and it ends';
  return 'null in a query, NOT_FOUND in a mutation; a list leaves it out';
}

const ownerDirective = ({ sdl }: AccessQuestion, type: string): string =>
  sdl.directivesAt(type).find(({ name }) => ['owner', 'ownerless'].includes(name))?.text ?? `${type}, by its key`;

const fieldsOf = ({ policy, coordinate: { field, type } }: AccessQuestion): readonly FieldPolicy[] =>
  field ? [field] : [...policy.fields.values()].filter(({ coordinate }) => coordinate.startsWith(`${type}.`));

/** By which a field is open or closed; for a type, by what all its fields say. */
function directiveOf(question: AccessQuestion): string {
  const fields = fieldsOf(question);
  const [first] = fields;
  const isOpen = fields.every(({ publicReason }) => publicReason !== null);
  const common = {
    publicReason: isOpen ? (first?.publicReason ?? null) : null,
    requires: fields.map(({ requires }) => requires).reduce((one, other) => one.intersection(other)),
    scopes: anyScopes(fields),
    stepUpSeconds: question.coordinate.field?.stepUpSeconds ?? null,
  };
  return accessDirective(common, question.viewer.viewer);
}
