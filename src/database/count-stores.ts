import { once } from 'node:events';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';

/** Where counts are kept. */
export interface CountStore {
  readonly limiter: (max: number, windowSeconds: number) => RateLimiterStoreAbstract;
  /**
   * Counts one less in the window that ends then, and in no other: the library would begin a new one below zero. A window
   * in which nothing is left is none.
   */
  readonly giveBack: (key: string, endsAt: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const connectMilliseconds = 1_000;
/** By as much the end of one window may seem to differ; those of two windows lie a second apart or more. */
const sameEndMilliseconds = 500;

/** Counts in PostgreSQL, in the table that the migrations make. */
export function openPostgresCounts(url: string): CountStore {
  const pool = new Pool({
    connectionString: url,
    // Each statement changes one row by its key.
    max: 3,
    connectionTimeoutMillis: connectMilliseconds,
    query_timeout: connectMilliseconds,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced when the next is needed.
  pool.on('error', () => undefined);
  // Without the names that the library gives its statements: a pooler may not know them on the next connection.
  const storeClient = {
    query: ({ text, values }: { readonly text: string; readonly values: unknown[] }) => pool.query({ text, values }),
  };
  const shared = { storeClient, storeType: 'client', tableName: 'rate_counters', tableCreated: true, keyPrefix: '' };
  return {
    limiter: (max, windowSeconds) =>
      new RateLimiterPostgres({ ...shared, clearExpiredByTimeout: false, points: max, duration: windowSeconds }),
    giveBack: async (key, endsAt) => {
      const { rows } = await pool.query<{ points: number }>(
        `update rate_counters set points = points - 1
         where key = $1 and points > 0 and expire > $2 and abs(expire - $3) <= $4 returning points`,
        [key, Date.now(), endsAt, sameEndMilliseconds],
      );
      if (rows[0]?.points === 0) await pool.query('delete from rate_counters where key = $1 and points = 0', [key]);
    },
    stop: () => pool.end(),
  };
}

const keyPrefix = 'tenure:counters';

const giveBackScript = `
  local points = tonumber(redis.call('get', KEYS[1]) or '0')
  local left = redis.call('pttl', KEYS[1])
  if points > 0 and math.abs(left - tonumber(ARGV[1])) <= tonumber(ARGV[2]) then
    if points == 1 then redis.call('del', KEYS[1]) else redis.call('decr', KEYS[1]) end
  end`;

/** Counts in Redis or Valkey. Waits a second for it at most, and goes on without: it may come later. */
export async function openRedisCounts(redisUrl: string): Promise<CountStore> {
  const redis = new Redis(redisUrl, {
    connectTimeout: connectMilliseconds,
    commandTimeout: connectMilliseconds,
    // A connection that is gone without a word is given up while somebody waits on it.
    socketTimeout: 2 * connectMilliseconds,
    keepAlive: 10_000,
    // What cannot be counted now is refused now, and nothing is counted twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempts) => Math.min(attempts * 100, connectMilliseconds),
  });
  // Each command tells of it by itself.
  redis.on('error', () => undefined);
  await once(redis, 'ready', { signal: AbortSignal.timeout(connectMilliseconds) }).catch(() => undefined);
  return {
    limiter: (max, windowSeconds) =>
      new RateLimiterRedis({
        storeClient: redis,
        rejectIfRedisNotReady: true,
        keyPrefix,
        points: max,
        duration: windowSeconds,
      }),
    giveBack: async (key, endsAt) => {
      await redis.eval(giveBackScript, 1, `${keyPrefix}:${key}`, endsAt - Date.now(), sameEndMilliseconds);
    },
    stop: async () => {
      redis.disconnect();
    },
  };
}
