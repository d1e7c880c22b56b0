import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRateCounters, type OpenRateCounters } from '#database/rate-counters.ts';
import { Overloaded } from '#platform/errors.ts';
import { counterPromises } from '../support/counter-promises.ts';
import { startRedis, type RedisServer } from '../support/redis.ts';

const limit = { max: 1, windowSeconds: 60 };
let redis: RedisServer;
let client: Redis;
let counters: OpenRateCounters;
const warnings: unknown[] = [];

const open = (): Promise<OpenRateCounters> =>
  openRateCounters({
    url: 'postgres://nobody@127.0.0.1:1/nowhere',
    redisUrl: redis.url,
    warn: (error) => void warnings.push(error),
  });

beforeAll(async () => {
  redis = await startRedis();
  client = new Redis(redis.url);
  client.on('error', () => undefined);
  counters = await open();
});
afterAll(async () => {
  await counters.stop();
  client.disconnect();
  await redis.remove();
});

describe('in Redis', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  // Its clock is its own: what is to end sooner is told so.
  const pass = async (seconds: number): Promise<void> => {
    vi.setSystemTime(Date.now() + seconds * 1000);
    for (const key of await client.keys('*')) await client.pexpire(key, (await client.pttl(key)) - seconds * 1000);
  };
  counterPromises(() => ({ counters, pass }));

  it('counts end by themselves', async () => {
    await counters.take('a key', { max: 5, windowSeconds: 60 });
    expect(await client.ttl('tenure:counters:a key')).toBeGreaterThan(58);
  });
});

describe('counters whose Redis is away', () => {
  it('let nothing through, and work again by themselves', async () => {
    await redis.kill();
    await expect(counters.take('meanwhile', limit)).rejects.toThrow(Overloaded);
    await expect(counters.count('meanwhile')).rejects.toThrow(Overloaded);
    await redis.start();
    await vi.waitFor(
      async () => expect((await counters.take('after', { ...limit, max: 1_000 })).waitSeconds).toBeNull(),
      5_000,
    );
  });

  it('are not waited for when it does not answer', async () => {
    redis.pause();
    const before = performance.now();
    await expect(counters.take('paused', limit)).rejects.toThrow(Overloaded);
    expect(performance.now() - before).toBeLessThan(2_000);
    redis.resume();
    await vi.waitFor(
      async () => expect((await counters.take('resumed', { ...limit, max: 1_000 })).waitSeconds).toBeNull(),
      5_000,
    );
  });

  it('need not be there from the start', async () => {
    await redis.kill();
    const early = await open();
    await expect(early.take('early', limit)).rejects.toThrow(Overloaded);
    await redis.start();
    await vi.waitFor(
      async () => expect((await early.take('late', { ...limit, max: 1_000 })).waitSeconds).toBeNull(),
      5_000,
    );
    await early.stop();
    expect(warnings).not.toEqual([]);
  });
});
