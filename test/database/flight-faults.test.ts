import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { BoundStatement } from '#database/flight.ts';
import type { FlightPool } from '#database/flight-pool.ts';
import { PlannedReads } from '#database/planned-reads.ts';
import { ReadPlanner } from '#database/read-planner.ts';
import { Persona } from '#personas/persona.entity.ts';
import { openAppOrm } from '../support/app-orm.ts';
import { startDatabaseProxy } from '../support/database-proxy.ts';
import { withClient } from '#database/logins.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import {
  begin,
  commit,
  flightOf,
  fly,
  openFlightPool,
  probe,
  seedOwner,
  statement,
  type SeededOwner,
} from '../support/flights.ts';
import { queueUp, until, waitingFor } from '../support/queue-up.ts';

const size = 4;
let database: TestDatabase;
let orm: MikroORM;
let planner: ReadPlanner;
let owners: readonly SeededOwner[];
beforeAll(async () => {
  database = await createDatabase();
  orm = await openAppOrm(database, { poolSize: 1 });
  planner = new ReadPlanner(orm.getMetadata());
  owners = [await seedOwner(database, 'ada', 3), await seedOwner(database, 'bob', 7)];
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

const count = statement('select count(*) from personas');
const divide = statement('select 1 / 0');

/** Gives what a flight must come to: its rows, or the SQLSTATE of its failure. */
interface Request {
  readonly send: (pool: FlightPool, owner: SeededOwner) => Promise<unknown>;
  readonly expected: (owner: SeededOwner) => unknown;
}

const failing = (sqlState: string, ...statements: BoundStatement[]): Request => ({
  send: (pool, { ownerId }) => fly(pool, ownerId, statements),
  expected: () => sqlState,
});

/** Begins and sets on its own terms. */
const failingFromStart = (sqlState: string, ...statements: BoundStatement[]): Request => ({
  send: (pool) => pool.send(statements),
  expected: () => sqlState,
});

const reads = (pool: FlightPool, { ownerId }: SeededOwner): PlannedReads =>
  new PlannedReads({ planner, pool, primary: pool }, { ownerId, readOnly: true });

/** Asks for rows and counts twice over in one flight. */
const planned: Request = {
  send: async (pool, owner) => {
    const own = reads(pool, owner);
    const [list, all, [, page, pageCount]] = await Promise.all([
      own.list(Persona, {}, { fullName: 'asc' }),
      own.count(Persona, {}),
      own
        .page(Persona, {
          where: {},
          order: [{ path: ['fullName'], direction: 'asc', parse: String }],
          page: { first: 2 },
        })
        .then(async (each) => [each, each.nodes.map(({ fullName }) => fullName), await each.totalCount()] as const),
    ]);
    return [list.map((row) => [row.ownerId, row.fullName]), all, page, pageCount];
  },
  expected: ({ rows }) => [rows, rows.length, rows.slice(0, 2).map(([, name]) => name), rows.length],
};

const aborted: Request = {
  send: async (pool, { ownerId }) => {
    const asker = new AbortController();
    setImmediate(() => asker.abort());
    const statements = flightOf(pool, ownerId, [probe, statement('select pg_sleep(4)')]);
    return pool
      .send(statements, asker.signal)
      .catch((error: Error) => (error.name === 'AbortError' ? '57014' : Promise.reject(error)));
  },
  expected: () => '57014',
};

const good: Request = {
  send: (pool, { ownerId }) => fly(pool, ownerId, [probe, count, probe]),
  expected: ({ rows }) => [rows, [[String(rows.length)]], rows],
};

const faults: Readonly<Record<string, Request>> = {
  'an error before the reads': failing('22012', divide, probe),
  'an error behind the reads': failing('22012', probe, count, divide),
  'an error between the reads': failing('22012', probe, divide, probe),
  'a missing table': failing('42P01', probe, statement('select * from nowhere'), probe),
  'a syntax error': failing('42601', probe, statement('selekt'), probe),
  'a wrong value': failing('22P02', probe, statement('select $1::uuid', ['no uuid']), probe),
  'a statement that takes too long': failing(
    '57014',
    statement(`select set_config('statement_timeout', '5', true)`),
    probe,
    statement('select pg_sleep(60)'),
  ),
  'a killed backend': failing('57P01', probe, statement('select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)')),
  'a write': failing('25006', probe, statement('delete from personas')),
  'a failing begin': failingFromStart('42601', statement('start transaction isolation level none'), probe, commit),
  'a failing setting': failingFromStart(
    '22023',
    begin,
    statement(`select set_config('app.owner_id', $1, true), set_config('statement_timeout', $2, true)`, ['', 'soon']),
    probe,
    commit,
  ),
  'an unknown setting': failingFromStart(
    '42704',
    begin,
    statement(`select set_config('nowhere', '', true)`),
    probe,
    commit,
  ),
  'an asker who leaves': aborted,
};

const requests: readonly Request[] = [
  ...Object.values(faults),
  ...Object.keys(faults).map((_, at) => (at % 2 ? good : planned)),
];

/** The same numbers every time (Park and Miller's generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

/** What came of a request: its rows, or the code of its error. */
const outcomeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.catch((error: Error) => ('code' in error ? error.code : error));

/** Whoever uses the pool next finds all its connections, and nothing of anybody on them. */
async function expectWhole(pool: FlightPool): Promise<void> {
  const lock = 'lock table personas in access exclusive mode';
  const all = <R>(request: (at: number) => Promise<R>): Promise<R[]> =>
    queueUp(
      database,
      lock,
      Array.from({ length: size }, (_, at) => () => request(at)),
    );
  const [first, second] = owners;
  if (!first || !second) throw new Error('There are no owners.');
  expect(await all((at) => fly(pool, (at % 2 ? first : second).ownerId, [probe]))).toEqual(
    Array.from({ length: size }, (_, at) => [(at % 2 ? first : second).rows]),
  );
  const owner = statement(`select coalesce(current_setting('app.owner_id', true), '')`);
  const unset = Array.from({ length: size }, () => [[], [['']], [['0']]]);
  // As they are: nobody's rows, though no one says so.
  expect(await all(() => pool.send([probe, owner, count]))).toEqual(unset);
  expect(await fly(pool, null, [probe, owner, count])).toEqual(unset[0]);
}

describe('two thousand requests of two tenants, every second one broken', () => {
  it('each get what is theirs or their own failure, and leave the pool as it was', async () => {
    const { pool, warnings } = openFlightPool(database, { size });
    const random = numbers(20_251_103);
    const mixed = Array.from({ length: 2_000 }, (_, at) => {
      const request = requests[random.next().value % requests.length] ?? good;
      return { at, request, owner: owners[random.next().value % 2] ?? { ownerId: '', rows: [] } };
    });
    const wrong: unknown[] = [];
    const queue = mixed.values();
    const work = async (): Promise<void> => {
      for (const { at, request, owner } of queue) {
        const outcome = await outcomeOf(request.send(pool, owner));
        const expected = request.expected(owner);
        if (JSON.stringify(outcome) !== JSON.stringify(expected)) wrong.push({ at, outcome, expected });
      }
    };
    await Promise.all(Array.from({ length: 16 }, work));
    expect(wrong).toEqual([]);
    expect(warnings).toEqual([]);
    await expectWhole(pool);
    await pool.close();
  });

  it.each(Object.entries(faults))('%s alone leaves the pool whole', async (_name, request) => {
    const { pool } = openFlightPool(database, { size });
    for (const owner of owners)
      for (let time = 0; time <= size; time += 1)
        expect(await outcomeOf(request.send(pool, owner))).toEqual(request.expected(owner));
    await expectWhole(pool);
    await pool.close();
  });
});

describe('a planned read', () => {
  it('whose flight fails says so to everybody who asked, and the next one is right', async () => {
    const { pool } = openFlightPool(database, { size });
    const [owner] = owners;
    if (!owner) throw new Error('There is no owner.');
    const own = reads(pool, owner);
    const asked = [
      own.list(Persona, {}, { fullName: 'asc' }),
      own.count(Persona, {}),
      own.find(Persona, 'no uuid'),
    ].map(outcomeOf);
    expect(await Promise.all(asked)).toEqual(['22P02', '22P02', '22P02']);
    expect(await own.count(Persona, {})).toBe(owner.rows.length);
    await pool.close();
  });
});

describe('connections that break without a word', () => {
  it('fail the flights they carried, and the next flights have others', async () => {
    const proxy = await startDatabaseProxy(database.urls.app);
    const { pool } = openFlightPool(database, { size, url: proxy.through(database.urls.app) });
    const outcomes = await withClient(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('lock table personas in access exclusive mode');
      const answers = Array.from({ length: size }, () => outcomeOf(fly(pool, null, [probe])));
      await until(async () => (await waitingFor(database)) === size);
      await proxy.cut();
      return Promise.all(answers);
    });
    expect(outcomes).toEqual(Array.from({ length: size }, () => new Error('Connection terminated unexpectedly')));
    await proxy.mend();
    await expectWhole(pool);
    await pool.close();
    await proxy.cut();
  });
});
