import { newSharedId } from '#platform/ids.ts';
import { seedPostings } from '../support/seed.ts';
import { traceOf, type Trace } from '../support/twins.ts';
import { changeAccounts } from './change-accounts.ts';
import { changeAll } from './overhear.ts';
import { idClasses, OperationMaker, type Operation, type Wish } from './operations.ts';
import { payloads } from './payloads.ts';
import { Random } from './random.ts';
import type { Viewer } from './viewers.ts';
import { startWorld, type Other, type World, type WorldOptions } from './world.ts';

// Worlds that differ in nothing but the other tenants. Whoever asks cannot tell in which of them they are: what others do,
// have, or are does not reach them (non-interference; Goguen and Meseguer 1982). The pool is the one declared channel, so
// all worlds get the same postings.

/** Who lives in each, beside Ada. */
const populations: Readonly<Record<string, readonly Other[]>> = {
  alone: [],
  'with Bob': [{ name: 'bob', mark: 'b0bb0bb0', size: 4 }],
  crowded: [
    { name: 'bob', mark: 'b0bb0bb0', size: 9 },
    { name: 'carol', mark: 'ca401ca4', size: 2 },
    { name: 'dave', mark: 'dafedafe', size: 5 },
  ],
};

/** A world whose ids are given out by number, so that the same operation makes the same rows in every world. */
export interface Numbered {
  readonly name: string;
  readonly world: World;
  /** From which number on ids are given. */
  readonly from: (count: number) => void;
}

export const startWorlds = (options: WorldOptions = {}): Promise<Numbered[]> =>
  Promise.all(Object.entries(populations).map(([name, others]) => startNumbered(name, { ...options, others })));

/** A world whose ids are given out by number. */
export async function startNumbered(name: string, options: WorldOptions): Promise<Numbered> {
  let next = 0;
  const newId = (): string => `01930000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`;
  const world = await startWorld({ ...options, product: { ...options.product, newId } });
  return { name, world, from: (count) => void (next = count) };
}

/** An operation that a world answered otherwise than the first did. */
export interface Difference {
  readonly world: string;
  readonly viewer: string;
  readonly operation: Operation;
  readonly seen: Trace;
  readonly expected: Trace;
}

export interface Comparing {
  readonly seed: number;
  readonly rounds: number;
  /** Root fields to ask for; all if left out. */
  readonly fields?: readonly string[];
}

const betweenSystemWork = 75;

/** Sends the same operations to every world, the system at work in between. */
export async function compareWorlds(
  worlds: readonly Numbered[],
  { seed, rounds, fields }: Comparing,
): Promise<Difference[]> {
  const random = new Random(seed);
  const inhabited = worlds[1]?.world;
  if (!inhabited) throw new Error('There is nothing to compare.');
  // A refresh token is another in every world.
  const { refreshToken: _other, ...known } = inhabited.known;
  const maker = new OperationMaker(
    { ...inhabited, known, policy: inhabited.compiled.policy, cursors: [], texts: payloads },
    random,
  );
  const asked = maker.fields.filter(({ kind, field }) => kind !== 'subscription' && (fields?.includes(field) ?? true));
  const differences: Difference[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % betweenSystemWork === betweenSystemWork - 1) await systemWork(worlds, round);
    const plain = asked[round];
    const wish: Wish = plain
      ? { ...plain, idClass: 'own', isPlain: true }
      : { ...random.pick(asked), idClass: random.pick(idClasses), isPlain: false };
    const viewer = plain ? viewerIn(inhabited, 'USER') : random.pick(inhabited.viewers);
    const operation = maker.make(wish);
    // What staff are told of others is meant to differ.
    if (inhabited.staff.isOpen(operation, viewer)) continue;
    differences.push(...(await compareOne(worlds, { operation, viewer: viewer.kind, round })));
  }
  return differences;
}

interface Asking {
  readonly operation: Operation;
  readonly viewer: string;
  readonly round: number;
}

async function compareOne(worlds: readonly Numbered[], { operation, viewer, round }: Asking): Promise<Difference[]> {
  const traces = await Promise.all(
    worlds.map(async ({ name, world, from }) => {
      from((round + 1) * 1_000);
      return { name, trace: await traceIn(world, viewer, operation) };
    }),
  );
  const [first] = traces;
  if (!first) return [];
  const expected = first.trace;
  return traces
    .filter(({ trace }) => JSON.stringify(trace) !== JSON.stringify(expected))
    .map(({ name, trace }) => ({ world: name, viewer, operation, seen: trace, expected }));
}

async function traceIn(world: World, kind: string, operation: Operation): Promise<Trace> {
  const { headers } = viewerIn(world, kind);
  const seen = await traceOf(world.product, () => world.product.send(operation.document, operation.variables, headers));
  const harm = operation.kind === 'mutation' ? await world.restore() : [];
  const plain = masked(seen, world);
  return { ...plain, statements: [...plain.statements, ...harm.map(({ table, id }) => `harmed ${table} ${id}`)] };
}

function viewerIn({ viewers }: World, kind: string): Viewer {
  const viewer = viewers.find((each) => each.kind === kind);
  if (!viewer) throw new Error(`There is no viewer ${kind}.`);
  return viewer;
}

/** Without what is another in every world on purpose: secrets, what is hashed from them, and the port. */
export function masked(trace: Trace, { product, ids }: World): Trace {
  const known = new Set([...ids.shared.values()].flat());
  // As addresses and names of cookies have it: ids and secrets may hold the same digits.
  const port = new RegExp(`(?<=[:-]|%3A)${product.port}(?!\\w)`, 'g');
  const hide = (text: string): string =>
    text
      .replaceAll(port, 'its port')
      // Rows of nobody's get ids by chance when an operation makes them.
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g, (id) =>
        known.has(id) ? id : 'an id',
      )
      .replaceAll(/tenure_pat_[\w-]{43}/g, 'a narrow token')
      .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'an access token')
      .replaceAll(/(?<![\w-])[\w-]{80}\.\w+/g, 'a sealed seed')
      .replaceAll(/(?<![\w-])[A-Z2-7]{32}(?![\w-])/g, 'a seed')
      .replaceAll(/(?<![\w-])[\dA-HJKMNP-TV-Z]{4}(?:-[\dA-HJKMNP-TV-Z]{4}){3}(?![\w-])/g, 'a backup code')
      .replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, 'a secret')
      .replaceAll(/(?<!\w)[0-9a-f]{64}(?!\w)/g, 'a hash of a secret')
      .replaceAll(/\$argon2id\$[^'"]+/g, 'a hash');
  return {
    ...trace,
    text: hide(trace.text),
    headers: trace.headers.map(hide),
    statements: trace.statements.map(hide),
  };
}

/** The pool grows in every world by the same posting, and the system matches it with everybody who is there. */
async function systemWork(worlds: readonly Numbered[], round: number): Promise<void> {
  const id = newSharedId();
  for (const { world } of worlds) {
    // Whoever else there is does something of their own.
    if (world.bob !== world.ada) {
      await changeAll(world, 'bob', round);
      await changeAccounts(world, round);
    }
    const [made = id] = await seedPostings(world.database, 1, () => ({
      id,
      title: `Posting of round ${round}`,
      surfaced_hash: null,
    }));
    await world.database.query(
      `insert into outbox_messages (id, kind, subject_id, created_at, attempts, available_at) values ($1, 'POSTING_CHANGED', $2, $3, 0, $3)`,
      [newSharedId(), made, world.product.clock.now],
    );
    await world.product.matched();
    // Matches get ids by chance: the same in every world only if they are made of what they match.
    await world.database.query(
      `update persona_jobs set id = encode(substring(sha256((persona_id::text || job_posting_id)::bytea) for 16), 'hex')::uuid where job_posting_id = $1`,
      [made],
    );
    await world.remember();
  }
}
