import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoundStatement } from '#database/flight.ts';
import type { FlightPool } from '#database/flight-pool.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { fly, openFlightPool, probe, seedOwner, statement, type SeededOwner } from '../support/flights.ts';

let database: TestDatabase;
let owner: SeededOwner;
beforeAll(async () => {
  database = await createDatabase();
  owner = await seedOwner(database, 'ada', 2);
});
afterAll(() => database.drop());

/** A pool of one connection with what it sent, attempt by attempt. */
function openPool(): {
  readonly pool: FlightPool;
  readonly warnings: readonly string[];
  /** How many attempts the work took, and how many of them failed. */
  readonly attempts: (work: () => Promise<unknown>) => Promise<{ readonly sent: number; readonly failed: number }>;
} {
  const lines: string[] = [];
  const opened = openFlightPool(database, { size: 1, onQuery: (line) => void lines.push(line) });
  const attempts = async (work: () => Promise<unknown>) => {
    lines.length = 0;
    await work();
    const begun = lines.filter((line) => line.includes('start transaction'));
    return { sent: begun.length, failed: begun.filter((line) => line.includes('flight failed')).length };
  };
  return { ...opened, attempts };
}

const once = { sent: 1, failed: 0 };
const onceAgain = { sent: 2, failed: 1 };

const all = statement('select * from flight_columns');
/** Names that connections have prepared, a row each. */
const prepared = statement('select name from pg_prepared_statements');
const backend = statement('select pg_backend_pid()');

describe('a change of the schema under a prepared statement', () => {
  it('costs one more attempt, once, and names go on', async () => {
    await database.query('create table flight_columns (a int); grant select on flight_columns to tenure_app');
    await database.query('insert into flight_columns values (1)');
    const { pool, warnings, attempts } = openPool();
    expect(await fly(pool, null, [all])).toEqual([[['1']]]);
    await database.query('alter table flight_columns add column b int default 2');
    const read = async (): Promise<void> => expect(await fly(pool, null, [all])).toEqual([[['1', '2']]]);
    expect(await attempts(read)).toEqual(onceAgain);
    expect(await attempts(read)).toEqual(once);
    expect(await attempts(read)).toEqual(once);
    expect(warnings).toEqual([]);
    const [names] = await fly(pool, null, [prepared]);
    expect(names?.map(([name]) => name)).toContain(all.statement.name);
    await pool.close();
  });
});

describe.each([
  ['that forgets what was prepared (26000)', statement('deallocate all'), probe],
  [
    'that knows a name already (42P05)',
    statement(`prepare "${statement('select full_name from personas order by full_name').statement.name}" as select 1`),
    statement('select full_name from personas order by full_name'),
  ],
] as const)('a connection %s', (_name, meddle: BoundStatement, read: BoundStatement) => {
  it('costs one more attempt and one warning, and names are given up', async () => {
    const { pool, warnings, attempts } = openPool();
    const names = statement('select owner_id, full_name from personas order by full_name');
    await fly(pool, owner.ownerId, [names, backend]);
    await pool.send([meddle]);
    const answers: unknown[] = [];
    const ask = async (): Promise<void> => void answers.push(await fly(pool, owner.ownerId, [read]));
    expect(await attempts(ask)).toEqual(onceAgain);
    expect(await attempts(ask)).toEqual(once);
    expect(await attempts(ask)).toEqual(once);
    const [expected] = read === probe ? [owner.rows] : [owner.rows.map(([, name]) => [name])];
    expect(answers).toEqual([[expected], [expected], [expected]]);
    expect(warnings).toEqual(['A pooler in front of the database forgets prepared statements; reads go without.']);
    const [left] = await fly(pool, null, [prepared]);
    expect(left?.map(([name]) => name)).not.toContain(read.statement.name);
    await pool.close();
  });

  it('is told of once, however many flights meet it', async () => {
    const { pool, warnings } = openFlightPool(database, { size: 3 });
    const read3 = (): Promise<unknown[]> =>
      Promise.all(Array.from({ length: 3 }, () => fly(pool, owner.ownerId, [probe])));
    await read3();
    await Promise.all(Array.from({ length: 3 }, () => pool.send([statement('deallocate all')])));
    expect(await read3()).toEqual(Array.from({ length: 3 }, () => [owner.rows]));
    expect(warnings).toHaveLength(1);
    await pool.close();
  });
});

describe('an error that a retry does not mend', () => {
  it('is told after two attempts', async () => {
    const { pool, attempts } = openPool();
    const raise = statement(`do $$ begin raise exception 'no' using errcode = '0A000'; end $$`);
    const failed = attempts(() => expect(fly(pool, null, [raise])).rejects.toMatchObject({ code: '0A000' }));
    expect(await failed).toEqual({ sent: 2, failed: 2 });
    const other = attempts(() =>
      expect(fly(pool, null, [statement('select 1 / 0')])).rejects.toMatchObject({ code: '22012' }),
    );
    expect(await other).toEqual({ sent: 1, failed: 1 });
    await pool.close();
  });
});

describe('more statements than a connection keeps', () => {
  it('close the one unused for longest, and all answers are right', async () => {
    const { pool, warnings, attempts } = openPool();
    const numbered = (number: number): BoundStatement => statement(`select ${number}::int`);
    const many = Array.from({ length: 250 }, (_, number) => number);
    const counts: number[] = [];
    for (const number of many) {
      // Used each time, so never the one unused for longest.
      const rows = await fly(pool, owner.ownerId, [numbered(number), probe, prepared]);
      expect(rows.slice(0, 2)).toEqual([[[String(number)]], owner.rows]);
      counts.push(rows[2]?.length ?? 0);
    }
    expect(Math.max(...counts)).toBe(200);
    const [names] = await fly(pool, null, [prepared]);
    expect(names?.map(([name]) => name)).toEqual(
      expect.arrayContaining([probe.statement.name, numbered(249).statement.name]),
    );
    expect(names?.map(([name]) => name)).not.toContain(numbered(0).statement.name);
    expect(await attempts(() => fly(pool, null, [numbered(0)]))).toEqual(once);
    expect(warnings).toEqual([]);
    await pool.close();
  });

  it('are right within one flight too, the same one twice included', async () => {
    const { pool } = openPool();
    const many = Array.from({ length: 250 }, (_, number) => statement(`select ${number}::bigint`));
    expect(await fly(pool, null, [...many, ...many])).toEqual(
      [...many, ...many].map((_, at) => [[String(at % many.length)]]),
    );
    const [names] = await fly(pool, null, [prepared]);
    expect(names).toHaveLength(200);
    await pool.close();
  });
});
