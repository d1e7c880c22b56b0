import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withClient } from '#database/logins.ts';
import { openRateCounters, type OpenRateCounters } from '#database/rate-counters.ts';
import { Overloaded } from '#platform/errors.ts';
import { counterPromises } from '../support/counter-promises.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { startDatabaseProxy, type DatabaseProxy } from '../support/database-proxy.ts';

let database: TestDatabase;
let counters: OpenRateCounters;
beforeAll(async () => {
  database = await createDatabase();
  counters = await openRateCounters({ url: database.urls.identity, warn: () => undefined });
});
afterAll(async () => {
  await counters.stop();
  await database.drop();
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

counterPromises(() => ({
  counters,
  pass: async (seconds) => void vi.setSystemTime(Date.now() + seconds * 1000),
}));

describe('counters in PostgreSQL', () => {
  it('are rows that whoever purges can tell the end of', async () => {
    await counters.take('a key', { max: 5, windowSeconds: 60 });
    expect(await database.query("select points, expire from rate_counters where key = 'a key'")).toEqual([
      { points: 1, expire: String(Date.now() + 60_000) },
    ]);
  });
});

describe('counters whose database is away', () => {
  let proxy: DatabaseProxy;
  let through: OpenRateCounters;
  const warnings: unknown[] = [];
  let failures = 0;
  beforeAll(async () => {
    proxy = await startDatabaseProxy(database.urls.identity);
    through = await openRateCounters({
      url: proxy.through(database.urls.identity),
      warn: (error) => void warnings.push(error),
      onFailure: () => void (failures += 1),
    });
  });
  afterAll(async () => {
    await through.stop();
    await proxy.cut();
  });
  const limit = { max: 1, windowSeconds: 60 };

  it('let nothing through, say so once a minute, and work again by themselves', async () => {
    const taken = await through.take('before', limit);
    await proxy.cut();
    await expect(through.take('meanwhile', limit)).rejects.toThrow(Overloaded);
    await expect(through.count('meanwhile')).rejects.toThrow(Overloaded);
    await expect(through.clear('meanwhile')).rejects.toThrow(Overloaded);
    await taken.giveBack();
    expect(warnings).toHaveLength(1);
    expect(failures).toBe(4);
    vi.setSystemTime(Date.now() + 60_000);
    await expect(through.take('meanwhile', limit)).rejects.toThrow(Overloaded);
    expect(warnings).toHaveLength(2);
    await proxy.mend();
    expect((await through.take('after', limit)).waitSeconds).toBeNull();
  });

  it('are not waited for when they do not answer', async () => {
    await through.take('held', { max: 100, windowSeconds: 60 });
    await withClient(database.adminUrl, async (client) => {
      await client.query("begin; select from rate_counters where key = 'held' for update");
      await expect(through.take('held', { max: 100, windowSeconds: 60 })).rejects.toThrow(Overloaded);
      await client.query('commit');
    });
    expect((await through.take('held', { max: 100, windowSeconds: 60 })).waitSeconds).toBeNull();
  });
});
