import { traceOf, type Trace } from '../support/twins.ts';
import { OperationMaker, type Operation } from './operations.ts';
import { Random } from './random.ts';
import { masked, startNumbered, type Numbered } from './two-worlds.ts';
import type { World, WorldOptions } from './world.ts';

// What Bob does reaches the pool, which Ada reads. Of two worlds that are alike he is busy in one: whatever she asks, and
// whatever she does in her turn with the very same posting, must not tell her in which of them she is.

export interface Pair {
  readonly still: Numbered;
  readonly busy: Numbered;
}

export async function startPair(options: WorldOptions = {}): Promise<Pair> {
  const others = [{ name: 'bob', mark: 'b0bb0bb0', size: 2 }];
  const [still, busy] = await Promise.all([
    startNumbered('still', { ...options, others }),
    startNumbered('busy', { ...options, others }),
  ]);
  return { still, busy };
}

// Ids are numbers that go on from here; Bob's never reach Ada's.
const bobsIds = 1_000;
const adasIds = 1_000_000;

/** What somebody does in a world. */
export type Deed = (world: World) => Promise<unknown>;

/** Lets Bob do something where he is busy, and takes what is there then for how things are. */
export async function actBusily({ busy: { world, from } }: Pair, deeds: readonly Deed[]): Promise<void> {
  from(bobsIds);
  for (const deed of deeds) await deed(world);
  await world.product.ingested();
  await world.product.matched();
  await world.remember();
}

/** A request of Ada's. */
export interface Request {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Several requests of Ada's, each made of what came of those before. */
export type Requests = AsyncGenerator<Request, void, Readonly<Record<string, unknown>>>;

/** @returns the requests that were answered, or worked on, otherwise in one world than in the other */
export async function tellingRequests({ still, busy }: Pair, requests: (world: World) => Requests): Promise<string[]> {
  const [expected = [], seen = []] = await Promise.all(
    [still, busy].map(async ({ world, from }) => {
      from(adasIds);
      return tracesOf(world, requests(world));
    }),
  );
  const isSame = (at: number): boolean => JSON.stringify(seen[at]?.trace) === JSON.stringify(expected[at]?.trace);
  return expected.filter((_, at) => !isSame(at)).map(({ document }) => document);
}

interface Traced {
  readonly document: string;
  readonly trace: Trace;
}

async function tracesOf(world: World, requests: Requests): Promise<Traced[]> {
  const traces: Traced[] = [];
  let data: Readonly<Record<string, unknown>> = {};
  for (;;) {
    const { done, value } = await requests.next(data);
    if (done) break;
    const { document, variables } = value;
    const trace = await traceOf(world.product, async () => {
      const answer = await world.ada.send(document, variables);
      // What is read aside is work for the request as well.
      await world.product.ingested();
      await world.product.matched();
      data = (answer.body.data ?? {}) as typeof data;
      return answer;
    });
    traces.push({ document, trace: masked(trace, world) });
  }
  const harmed = await world.restore();
  if (harmed.length > 0) throw new Error(`Ada changed rows of others: ${JSON.stringify(harmed)}`);
  return traces;
}

/** Everything that Ada can read, each of her rows by every way to it. */
export async function* everything(world: World): Requests {
  const material = { ...world, policy: world.compiled.policy, cursors: [], texts: [] };
  const maker = new OperationMaker(material, new Random(1));
  const asked: Operation[] = maker.fields
    .filter(
      ({ kind, field }) => kind === 'query' && world.compiled.policy.fields.get(`Query.${field}`)?.runsAs === 'APP',
    )
    .map((field) => maker.make({ ...field, idClass: 'own', isPlain: true }));
  for (const { document, variables } of asked) yield { document, variables };
  // Her matches and applications one by one: they show the postings that Bob has to do with.
  for (const [type, field] of [
    ['PersonaJob', 'personaJob'],
    ['Application', 'application'],
  ] as const)
    for (const id of world.ids.own.get(type) ?? []) {
      const { document } = maker.make({ kind: 'query' as never, field, idClass: 'own', isPlain: true });
      yield { document, variables: { v0: id } };
    }
}
