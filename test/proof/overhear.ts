import { connect, type Connection, type Subscribed } from '../support/subscribe.ts';
import { OperationMaker, type Operation } from './operations.ts';
import { Random } from './random.ts';
import type { Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** What came of a subscription. */
export interface Overheard {
  /** Answers in the order they came. */
  readonly answers: readonly unknown[];
  /** Whether it was opened, or ended at once. */
  readonly isOpen: boolean;
}

export const connectViewer = ({ product }: World, { headers }: Pick<Viewer, 'headers'>): Connection => {
  const { authorization, ...others } = headers;
  return connect(product, { headers: others, params: authorization === undefined ? {} : { authorization } });
};

/** Who subscribes, and to what. */
export interface Subscribing {
  readonly viewer: Pick<Viewer, 'headers'>;
  readonly asked: Pick<Operation, 'document' | 'variables'>;
}

/**
 * Lets all of them subscribe, Bob and then Ada change all they can, and listens until each has heard something, of Ada's
 * changes or a refusal: Bob's would have come before them.
 */
export async function overhearAll(world: World, subscribing: readonly Subscribing[]): Promise<Overheard[]> {
  const connections = subscribing.map(({ viewer }) => connectViewer(world, viewer));
  try {
    const subscribed: Subscribed[] = [];
    for (const [index, { asked }] of subscribing.entries()) {
      const connection = connections[index];
      if (connection) subscribed.push(await connection.subscribe(asked.document, asked.variables));
    }
    let waiting = subscribed.length;
    // What refuses it, or else what Ada changes. Where a session is over, its connection may be ended before either.
    const heard = subscribed.map(async ({ next, answers }) => {
      const first = await next().catch(() => null);
      waiting -= 1;
      return { answers, isOpen: first !== null && first.errors === undefined };
    });
    await changeAll(world, 'bob', 1);
    // Other rows with each seed: some hang on what is subscribed to.
    for (let seed = 1; seed <= mostSeeds && waiting > 0; seed += 1) await changeAll(world, 'ada', seed);
    return await Promise.all(heard);
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
    await world.restore();
  }
}

const mostSeeds = 40;
const mostAtOnce = 8;

/** What a tenant hears of their own changes: there is something to hear. */
export async function hearOwn(
  world: World,
  name: 'bob',
  asked: Pick<Operation, 'document' | 'variables'>,
): Promise<unknown> {
  const connection = connectViewer(world, world[name]);
  try {
    const subscribed = await connection.subscribe(asked.document, asked.variables);
    for (let seed = 1; seed <= mostSeeds && subscribed.answers.length === 0; seed += 1)
      await changeAll(world, name, seed);
    return await subscribed.next();
  } finally {
    await connection.close();
    await world.restore();
  }
}

/** Everything that a tenant can change of theirs but who they are: each mutation once. */
export async function changeAll(world: World, name: 'ada' | 'bob', seed: number): Promise<void> {
  const { ids, compiled, product, canaries } = world;
  const own = name === 'ada' ? ids.own : ids.foreign;
  const material = { ...world, policy: compiled.policy, ids: { ...ids, own }, cursors: [], texts: [] };
  // What Bob writes is heard as well as what he has.
  const plain = (): string => (name === 'bob' ? canaries.text() : null) ?? 'plain';
  const maker = new OperationMaker({ ...material, plain }, new Random(seed));
  const changing = maker.fields.filter(
    ({ kind, field }) =>
      kind === 'mutation' &&
      compiled.policy.fields.get(`Mutation.${field}`)?.runsAs === 'APP' &&
      !field.startsWith('delete'),
  );
  const made = changing.map((field) => maker.make({ ...field, idClass: 'own', isPlain: true }));
  for (let from = 0; from < made.length; from += mostAtOnce)
    await Promise.all(
      made.slice(from, from + mostAtOnce).map(({ document, variables }) => world[name].send(document, variables)),
    );
  // What was handed in is read behind the answer.
  await product.ingested();
  await product.matched();
}
