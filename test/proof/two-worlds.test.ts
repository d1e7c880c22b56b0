import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSharedId } from '#platform/ids.ts';
import { seedPostings } from '../support/seed.ts';
import { traceOf, type Trace } from '../support/twins.ts';
import { effort } from './effort.ts';
import { idClasses, OperationMaker, type Operation } from './operations.ts';
import { payloads } from './payloads.ts';
import { Random } from './random.ts';
import { report, type Finding } from './report.ts';
import { startWorld, type Other, type World } from './world.ts';

// Worlds that differ in nothing but the other tenants. Whoever asks cannot tell in which of them they are: what others do,
// have, or are does not reach them (non-interference; Goguen and Meseguer 1982). The pool is the one declared channel, so
// all worlds get the same postings.

const { seed, operations } = effort();
/** Each operation is sent to every world, one after the other, with its statements listened to. */
const rounds = Math.max(300, Math.floor(operations / 40));
const betweenSystemWork = 75;

const populations: Readonly<Record<string, readonly Other[]>> = {
  alone: [],
  'with Bob': [{ name: 'bob', mark: 'b0bb0bb0', size: 4 }],
  crowded: [
    { name: 'bob', mark: 'b0bb0bb0', size: 9 },
    { name: 'carol', mark: 'ca401ca4', size: 2 },
    { name: 'dave', mark: 'dafedafe', size: 5 },
  ],
};

interface Numbered {
  readonly world: World;
  /** From which on ids are given; set before each operation, so that it makes the same rows in every world. */
  readonly from: (count: number) => void;
}

/** Ids as if by chance, the same in every world. */
function numberedIds(): { newId: () => string; from: Numbered['from'] } {
  let next = 0;
  return {
    newId: () => `01930000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`,
    from: (count) => void (next = count),
  };
}

async function startNumbered(others: readonly Other[]): Promise<Numbered> {
  const { newId, from } = numberedIds();
  return { world: await startWorld({ others, product: { newId } }), from };
}

let worlds: Numbered[];
const findings: Finding[] = [];
let compared = 0;
beforeAll(async () => {
  worlds = await Promise.all(Object.values(populations).map(startNumbered));
});
afterAll(async () => {
  report({
    name: 'two worlds',
    claim:
      'The same operations get the same bytes by the same statements, whoever else there is, and change nothing of theirs.',
    counts: { worlds: worlds.length, operations: compared, differences: findings.length },
    findings,
  });
  await Promise.all(worlds.map(({ world }) => world.stop()));
});

const inhabited = (): World => {
  const world = worlds[1]?.world;
  if (!world) throw new Error('There is no world with Bob.');
  return world;
};

test(
  'whoever asks is told the same, and leaves others as they were',
  async () => {
    const random = new Random(seed);
    const material = { ...inhabited(), policy: inhabited().compiled.policy, cursors: [], texts: payloads };
    const maker = new OperationMaker(material, random);
    const fields = maker.fields.filter(({ kind }) => kind !== 'subscription');
    const kinds = inhabited().viewers.map(({ kind }) => kind);
    for (let round = 0; round < rounds; round += 1) {
      if (round % betweenSystemWork === betweenSystemWork - 1) await systemWork(round);
      const plain = fields[round];
      const isPlain = plain !== undefined;
      const field = plain ?? random.pick(fields);
      const operation = maker.make({ ...field, idClass: isPlain ? 'own' : random.pick(idClasses), isPlain });
      const kind = isPlain ? 'USER' : random.pick(kinds);
      const traces = [];
      for (const { world, from } of worlds) {
        from((round + 1) * 1_000);
        traces.push(await traceIn(world, kind, operation));
      }
      compared += 1;
      expectAlike(traces, { kind, operation });
    }
    expect(compared).toBe(rounds);
  },
  60 * 60_000,
);

/** Every world answered as the first did, by the same statements. */
function expectAlike(traces: readonly Trace[], { kind, operation }: { kind: string; operation: Operation }): void {
  const { document, variables } = operation;
  for (const [at, trace] of traces.entries()) {
    const seen = { world: Object.keys(populations)[at], kind, document, variables, trace };
    if (JSON.stringify(trace) !== JSON.stringify(traces[0]))
      findings.push({
        what: `${operation.field} as ${kind}: ${seen.world}`,
        outcome: 'differs',
        isGood: false,
        replay: `${document} ${JSON.stringify(variables)}`,
      });
    expect(seen).toEqual({ ...seen, trace: traces[0] });
  }
}

async function traceIn(world: World, kind: string, operation: Operation): Promise<Trace> {
  const viewer = world.viewers.find((each) => each.kind === kind);
  if (!viewer) throw new Error(`There is no viewer ${kind}.`);
  const seen = await traceOf(world.product, () =>
    world.product.send(operation.document, operation.variables, viewer.headers),
  );
  expect(operation.kind === 'mutation' ? await world.restore() : []).toEqual([]);
  return masked(seen, world.product.port);
}

/** Without what is another in every world on purpose: secrets, what is hashed from them, and the port. */
function masked(trace: Trace, port: number): Trace {
  const hide = (text: string): string =>
    text
      .replaceAll(String(port), 'its port')
      .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'an access token')
      .replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, 'a secret')
      .replaceAll(/\$argon2id\$[^'"]+/g, 'a hash');
  return {
    ...trace,
    text: hide(trace.text),
    headers: trace.headers.map(hide),
    statements: trace.statements.map(hide),
  };
}

/** The pool grows in every world by the same posting, and the system matches it with everybody who is there. */
async function systemWork(round: number): Promise<void> {
  const id = newSharedId();
  for (const { world } of worlds) {
    const [made = id] = await seedPostings(world.database, 1, () => ({ id, title: `Posting of round ${round}` }));
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
