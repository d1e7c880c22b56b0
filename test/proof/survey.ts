import { refusalNow } from '#authorization/viewer.ts';
import { codesOf, type Answer } from '../support/product.ts';
import { Coverage } from './coverage.ts';
import { effort } from './effort.ts';
import { idClasses, OperationMaker, type IdClass, type Operation, type Wish } from './operations.ts';
import { Random } from './random.ts';
import { shrink } from './shrink.ts';
import type { Harm } from './snapshot.ts';
import { unlike, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** What an operation let through that it must not have. */
export interface Leak {
  readonly seed: number;
  readonly viewer: string;
  /** Canaries seen, or rows of others that were changed. */
  readonly found: readonly string[];
  /** The least that shows it still, of the first leaks. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Survey {
  readonly operations: number;
  /** Documents that differ from each other. */
  readonly shapes: ReadonlySet<string>;
  /** How many the server took for valid documents. */
  readonly valid: number;
  readonly leaks: readonly Leak[];
  /** Root fields that gave the own, each with who asked. */
  readonly answered: ReadonlySet<string>;
  /** Root fields that let in, or refused, somebody whom the policy judges otherwise. */
  readonly misjudged: ReadonlySet<string>;
  /** What was asked, as which viewer, with ids of which class. */
  readonly coverage: Coverage;
}

/** Two surveys of one world as one. */
export const together = (one: Survey, other: Survey): Survey => ({
  operations: one.operations + other.operations,
  shapes: one.shapes.union(other.shapes),
  valid: one.valid + other.valid,
  leaks: [...one.leaks, ...other.leaks],
  answered: one.answered.union(other.answered),
  misjudged: one.misjudged.union(other.misjudged),
  coverage: one.coverage.with(other.coverage),
});

export interface SurveyOptions {
  readonly seed: number;
  /** How many operations as chance has them, behind those that reach every root field as every viewer. */
  readonly operations: number;
  /** Root fields to ask for; all if left out. */
  readonly fields?: readonly string[];
  readonly texts?: readonly string[];
  readonly onProgress?: (done: number) => void;
}

/**
 * Asks a world everything its schema allows to ask, as every kind of viewer, and looks for canaries in all that comes
 * back: bodies, headers, cursors, log lines. After each mutation the rows of others must be what they were.
 */
export async function survey(world: World, options: SurveyOptions): Promise<Survey> {
  const random = new Random(options.seed);
  const maker = new OperationMaker(
    { ...world, policy: world.compiled.policy, cursors: await collectCursors(world), texts: options.texts ?? [] },
    random,
  );
  const coverage = new Coverage();
  const shapes = new Set<string>();
  const leaks: Leak[] = [];
  const answered = new Set<string>();
  const misjudged = new Set<string>();
  let valid = 0;
  let done = 0;
  for (const batch of batches(world, wishes(world, maker, { random, ...options }))) {
    const asked = batch.map(({ viewer, wish }) => ({ viewer, operation: maker.make(wish) }));
    for (const each of await watchAll(world, asked)) {
      const { viewer, operation, found, answer } = each;
      coverage.add(viewer.kind, operation);
      shapes.add(operation.document);
      valid += answer.text.includes('GRAPHQL_VALIDATION_FAILED') ? 0 : 1;
      if (gives(world, each)) answered.add(`${operation.field} as ${viewer.kind}`);
      const misjudgement = misjudgementOf(world, each);
      if (misjudgement !== null) misjudged.add(`${operation.field} as ${viewer.kind}: ${misjudgement}`);
      if (found.length > 0)
        leaks.push({ seed: options.seed, ...(await leakOf(world, each, leaks.length < mostShrunk)) });
      done += 1;
      if (done % 1_000 === 0) options.onProgress?.(done);
    }
  }
  // What reads must have changed nothing either.
  await expectUnchanged(world);
  return { operations: done, shapes, valid, leaks, answered, misjudged, coverage };
}

/**
 * Every root field as every viewer, plainly with every class of id, and with all that it takes as those who are let in;
 * then as chance has it.
 */
function* wishes(
  world: World,
  maker: OperationMaker,
  { random, operations, fields }: SurveyOptions & { readonly random: Random },
): Generator<{ viewer: Viewer; wish: Wish }> {
  const asked = maker.fields.filter(({ kind, field }) => kind !== 'subscription' && (fields?.includes(field) ?? true));
  const classesFor = idClassesFor(world);
  const plain = (viewer: Viewer, field: (typeof asked)[number]): Wish[] => {
    const classes = classesFor(viewer, field);
    const isLetIn = refusalOf(world, field, viewer) === null;
    return [
      ...(maker.takesIds(field) ? classes : (['own'] as const)).map((idClass) => ({
        ...field,
        idClass,
        isPlain: true,
      })),
      ...(isLetIn ? [{ ...field, idClass: 'own', isPlain: true, isFull: true } as const] : []),
    ];
  };
  const { viewers } = world;
  for (const viewer of viewers)
    for (const field of asked) for (const wish of plain(viewer, field)) yield { viewer, wish };
  for (let made = 0; made < operations; made += 1) {
    // What reads is asked more often: it has more to say.
    const field = random.pick(random.chance(0.6) ? asked.filter(({ kind }) => kind === 'query') : asked);
    yield { viewer: random.pick(viewers), wish: { ...field, idClass: random.pick(idClasses), isPlain: false } };
  }
}

/**
 * Ids of which classes a field is asked with. Within the suite those of others have to do where the policy refuses it
 * whatever they are, and the own beside them for viewers of whom there is another of the same standing.
 */
export function idClassesFor(
  world: World,
): (viewer: Viewer, field: Pick<Wish, 'kind' | 'field'>) => readonly IdClass[] {
  const told = new Set(unlike(world.viewers));
  const isShort = effort().folder === null;
  return (viewer, field) => {
    if (isShort && refusalOf(world, field, viewer) !== null) return ['foreign'];
    return isShort && !told.has(viewer) ? ['own', 'foreign'] : idClasses;
  };
}

/** Whether who asks for the own, or as staff for anybody's, is given something, and nothing went wrong. */
const gives = ({ staff }: World, { viewer, operation, answer: { body } }: Asked): boolean =>
  (operation.idClass === 'own' || staff.isOpen(operation, viewer)) &&
  !body.errors &&
  Object.values(body.data ?? {}).some((value) => value !== null);

/** By which code the policy alone refuses a root field; null where it lets in. */
function refusalOf(
  { compiled, schema, product }: World,
  { kind, field }: Pick<Wish, 'kind' | 'field'>,
  { is }: Viewer,
): string | null {
  const root = compiled.policy.fields.get(`${schema.getRootType(kind)?.name}.${field}`);
  return (root && refusalNow(root, is, product.clock.now)?.code) ?? null;
}

const refusals: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'STEP_UP_REQUIRED']);

/** How an answer differs from what the policy alone says of who asks; null where it does not. */
function misjudgementOf(world: World, { viewer, operation, answer }: Asked): string | null {
  const due = refusalOf(world, operation, viewer);
  const [code = null] = codesOf(answer);
  // What is no valid operation is judged by nobody.
  if (code === due || /^GRAPHQL_|^BAD_USER_INPUT$/.test(String(code))) return null;
  if (due !== null) return `${String(code)} instead of ${due}`;
  // A mutation has reasons of its own to refuse, such as a wrong password; what lies within may ask more than the root.
  return operation.kind === 'query' && refusals.has(code) && !isRefusedWithin(world, operation, viewer)
    ? `${String(code)} instead of an answer`
    : null;
}

/** Whether the policy alone refuses a field that an operation selects. */
const isRefusedWithin = ({ compiled, product }: World, { coordinates }: Operation, { is }: Viewer): boolean =>
  [...coordinates].some((coordinate) => {
    const field = compiled.policy.fields.get(coordinate);
    return field !== undefined && refusalNow(field, is, product.clock.now) !== null;
  });

async function expectUnchanged(world: World): Promise<void> {
  const changed = await world.restore();
  if (changed.length > 0)
    throw new Error(`Rows of others were changed by what reads: ${changed.map(named).join(', ')}`);
}

const named = ({ table, id, ownerId }: Harm): string => `${table} ${id} of ${ownerId}`;

interface Asking {
  readonly viewer: Viewer;
  readonly operation: Operation;
}

interface Asked extends Asking {
  readonly answer: Answer;
  readonly found: readonly string[];
}

const mostAtOnce = 8;

interface Wished {
  readonly viewer: Viewer;
  readonly wish: Wish;
}

/**
 * What reads goes along with what reads, and with what is refused by the policy or finds no row of one's own; what may
 * change rows goes by itself, so that it is known who changed them.
 */
function* batches(world: World, wishes: Iterable<Wished>): Generator<Wished[]> {
  let batch: Wished[] = [];
  for (const each of wishes) {
    const { wish, viewer } = each;
    const isAlone = mayWrite(world, wish) && refusalOf(world, wish, viewer) === null;
    if (batch.length > 0 && (isAlone || batch.length >= mostAtOnce)) {
      yield batch;
      batch = [];
    }
    if (isAlone) yield [each];
    else batch.push(each);
  }
  if (batch.length > 0) yield batch;
}

/** Whether an operation that is let in may find rows to change: staff find those of all, and what takes no ids its own. */
const mayWrite = (world: World, wish: Wish): boolean => {
  const { runsAs, references = [] } = world.compiled.policy.fields.get(`Mutation.${wish.field}`) ?? {};
  return writes(world, wish) && (references.length === 0 || runsAs === 'STAFF' || wish.idClass === 'own');
};

/** Whether rows change by it: staff's queries write down that somebody looked. */
const writes = ({ compiled }: World, { kind, field }: Pick<Wish, 'kind' | 'field'>): boolean =>
  kind === 'mutation' || compiled.policy.fields.get(`Query.${field}`)?.runsAs === 'STAFF';

/** Sends operations at once and looks at all that became of them; of several, who changed rows is found by asking again. */
async function watchAll(world: World, asked: readonly Asking[]): Promise<Asked[]> {
  const heard = await Promise.all(asked.map((each) => hear(world, each)));
  const writing = heard.filter(({ operation }) => writes(world, operation));
  const changed = writing.length > 0 ? await world.restore() : [];
  const [only] = writing;
  if (only && writing.length === 1) return heard.map((each) => (each === only ? withHarm(world, each, changed) : each));
  if (changed.length === 0) return heard;
  const again = await oneByOne(world, writing);
  const isFound = [...again.values()].some(({ found }) => found.length > 0);
  // What happens but once is laid to all of them.
  return heard.map((each) =>
    writing.includes(each) ? (isFound && again.get(each)) || withHarm(world, each, changed) : each,
  );
}

async function oneByOne(world: World, asked: readonly Asked[]): Promise<ReadonlyMap<Asked, Asked>> {
  const again = new Map<Asked, Asked>();
  for (const each of asked) again.set(each, await watch(world, each));
  return again;
}

/** Sends an operation and looks at all that became of it. */
async function watch(world: World, { viewer, operation }: Asking): Promise<Asked> {
  const heard = await hear(world, { viewer, operation });
  return writes(world, operation) ? withHarm(world, heard, await world.restore()) : heard;
}

/** Sends an operation and listens to what is told of it. */
async function hear({ product, canaries, staff }: World, { viewer, operation }: Asking): Promise<Asked> {
  const answer = await product.send(operation.document, operation.variables, viewer.headers);
  const said = `${operation.document} ${JSON.stringify(operation.variables)}`;
  const told = [...[...answer.headers].map((each) => each.join(': ')), ...product.log.splice(0)];
  const shown = staff.shown(operation, viewer);
  product.statements.length = 0;
  const found = [
    ...canaries.in(answer.text, said).filter((canary) => !shown.has(canary)),
    ...canaries.in(told.join('\n'), said),
  ];
  return { viewer, operation, answer, found };
}

/** With the rows of others that it has changed. */
function withHarm({ staff }: World, asked: Asked, changed: readonly Harm[]): Asked {
  const { viewer, operation } = asked;
  const isHarm = (harm: Harm): boolean => {
    const isOwn = viewer.is.kind === 'SignedIn' && viewer.is.userId === harm.ownerId;
    return !isOwn && !staff.mayTouch(operation, viewer, harm);
  };
  return { ...asked, found: [...asked.found, ...changed.filter(isHarm).map(named)] };
}

/** Only the first few are worth the requests that it takes to make them small. */
const mostShrunk = 3;

async function leakOf(
  world: World,
  { viewer, operation, found }: Asked,
  isFirst: boolean,
): Promise<Omit<Leak, 'seed'>> {
  const stillLeaks = async (document: string): Promise<boolean> =>
    (await watch(world, { viewer, operation: { ...operation, document } })).found.length > 0;
  const document = isFirst ? await shrink(operation.document, stillLeaks) : operation.document;
  return { viewer: viewer.kind, found, document, variables: operation.variables };
}

/** Places in every list of both tenants, as each of them is told. */
async function collectCursors(world: World): Promise<readonly string[]> {
  const cursors = new Set<string>();
  for (const [tenant, ids] of [
    [world.ada, world.ids.own],
    [world.bob, world.ids.foreign],
  ] as const) {
    const own = { ...world, policy: world.compiled.policy, ids: { ...world.ids, own: ids }, cursors: [], texts: [] };
    const maker = new OperationMaker(own, new Random(1));
    for (const field of maker.fields.filter(({ kind }) => kind === 'query')) {
      const { document, variables } = maker.make({ ...field, idClass: 'own', isPlain: true });
      const { text } = await tenant.send(document, variables);
      for (const [, cursor] of text.matchAll(/"(?:cursor|startCursor|endCursor)":"([^"]+)"/g))
        cursors.add(cursor ?? '');
    }
  }
  return [...cursors];
}
