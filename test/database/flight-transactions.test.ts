import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlightPool, FlightTransaction } from '#database/flight-pool.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { fly, openFlightPool, probe, seedOwner, statement, type SeededOwner } from '../support/flights.ts';

let database: TestDatabase;
let owner: SeededOwner;
let other: SeededOwner;
beforeAll(async () => {
  database = await createDatabase();
  owner = await seedOwner(database, 'ada', 2);
  other = await seedOwner(database, 'bob', 3);
});
afterAll(() => database.drop());

const beginWriting = statement('start transaction isolation level read committed');
const begin = (pool: FlightPool, { ownerId }: SeededOwner): FlightTransaction =>
  pool.begin([beginWriting, pool.settingsFor(ownerId)]);
const rename = (name: string) => statement('update personas set phone = $1', [name]);
const phones = async () =>
  (await database.query<{ phone: string }>('select distinct phone from personas order by phone')).map(
    ({ phone }) => phone,
  );
const divide = statement('select 1 / 0');
const kill = statement('select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)');

/** The one connection is there, knows no owner, and every name it has is right. */
async function expectWhole(pool: FlightPool): Promise<void> {
  const state = statement(`select coalesce(current_setting('app.owner_id', true), ''), count(*) from personas`);
  expect(await pool.send([state])).toEqual([[['', '0']]]);
  for (const each of [owner, other]) expect(await fly(pool, each.ownerId, [probe])).toEqual([each.rows]);
}

describe('a transaction of several flights', () => {
  it('keeps all of its changes or none, and changes its owner’s rows alone', async () => {
    const { pool } = openFlightPool(database, { size: 1 });
    const kept = begin(pool, owner);
    expect(await kept.send([probe])).toEqual([owner.rows]);
    await kept.send([rename('kept')]);
    await kept.finish('commit');
    expect(await phones()).toEqual(['', 'kept']);
    const dropped = begin(pool, owner);
    await dropped.send([rename('dropped')]);
    await dropped.finish('rollback');
    expect(await phones()).toEqual(['', 'kept']);
    await expectWhole(pool);
    await pool.close();
  });

  it('that nothing was asked of gives its connection back', async () => {
    const { pool } = openFlightPool(database, { size: 1 });
    for (const outcome of ['commit', 'rollback'] as const)
      expect(await begin(pool, owner).finish(outcome)).toBeUndefined();
    await expectWhole(pool);
    await pool.close();
  });

  it.each([
    ['an error', divide, '22012'],
    ['a missing table', statement('select * from nowhere'), '42P01'],
    ['a killed backend', kill, '57P01'],
  ] as const)('that fails by %s leaves nothing and a whole pool', async (_name, fault, code) => {
    const { pool, warnings } = openFlightPool(database, { size: 1 });
    for (let time = 0; time < 3; time += 1) {
      const failed = begin(pool, owner);
      await failed.send([rename('failed')]);
      // A name behind the fault was never prepared, whatever was meant.
      await expect(failed.send([probe, fault, statement(`select ${time}`)])).rejects.toMatchObject({ code });
      await failed.finish('rollback').catch(() => undefined);
      expect(await fly(pool, owner.ownerId, [statement(`select ${time}`)])).toEqual([[[String(time)]]]);
    }
    expect(await phones()).toEqual(['', 'kept']);
    expect(warnings).toEqual([]);
    await expectWhole(pool);
    await pool.close();
  });

  it('that has failed cannot be committed as if it had not', async () => {
    const { pool } = openFlightPool(database, { size: 1 });
    const failed = begin(pool, owner);
    await failed.send([rename('failed')]);
    await expect(failed.send([divide])).rejects.toMatchObject({ code: '22012' });
    await expect(failed.finish('commit')).rejects.toThrow(/./);
    expect(await phones()).toEqual(['', 'kept']);
    await expectWhole(pool);
    await pool.close();
  });

  it('begins anew where a change of the schema came between', async () => {
    await database.query('create table changed (a int); grant select on changed to tenure_app');
    const { pool, warnings } = openFlightPool(database, { size: 1 });
    const all = statement('select * from changed');
    const change = async (phone: string): Promise<void> => {
      const transaction = begin(pool, owner);
      await transaction.send([all, rename(phone)]);
      await transaction.send([all, probe]);
      await transaction.finish('commit');
    };
    await change('before');
    await database.query('alter table changed add column b int');
    await change('after');
    expect(await phones()).toEqual(['', 'after']);
    expect(warnings).toEqual([]);
    await expectWhole(pool);
    await pool.close();
  });

  it('begins anew where names were forgotten, and is whole where they are in the middle of it', async () => {
    const { pool, warnings } = openFlightPool(database, { size: 1 });
    const forget = statement('deallocate all');
    const change = async (phone: string): Promise<void> => {
      const transaction = begin(pool, owner);
      await transaction.send([probe, rename(phone)]);
      await transaction.send([forget]);
      await transaction.send([probe, rename(`${phone} indeed`)]);
      await transaction.finish('commit');
    };
    await change('one');
    await change('two');
    expect(await phones()).toEqual(['', 'two indeed']);
    expect(warnings).toHaveLength(1);
    await expectWhole(pool);
    await pool.close();
  });

  it('that finds no database says so, and ends nothing else', async () => {
    const nowhere = new URL(database.urls.app);
    nowhere.port = '1';
    const { pool } = openFlightPool(database, { size: 1, url: nowhere.href });
    const lost = begin(pool, owner);
    await expect(lost.send([probe])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(lost.finish('rollback')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await pool.close();
  });
});
