import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { Overloaded } from '#platform/errors.ts';
import { openPostgresCounts, openRedisCounts, type CountStore } from './count-stores.ts';

/** How often something may happen within a window, which begins with the first time. */
export interface Limit {
  readonly max: number;
  readonly windowSeconds: number;
}

/** One that was counted, or was one too many. */
export interface Taken {
  /** Whole seconds until the key's window ends where it was one too many, which is not counted; null where it was not. */
  readonly waitSeconds: number | null;
  /** Whether the limit is used up by it. */
  readonly isLast: boolean;
  /** Counts it no more, unless its window is over; never fails: what cannot be given back stays counted. */
  readonly giveBack: () => Promise<void>;
}

/** Counts what may happen only so often, across processes. */
export interface RateCounters {
  /**
   * Counts one more, in one step with looking how many there are.
   * @throws Overloaded where nobody can tell: what is limited is refused then
   */
  readonly take: (key: string, limit: Limit) => Promise<Taken>;
  /** How many are counted in the key's window. @throws Overloaded */
  readonly count: (key: string) => Promise<number>;
  /** Uses the limit up, for a whole window from now. @throws Overloaded */
  readonly useUp: (key: string, limit: Limit) => Promise<void>;
  /** Forgets what was counted. @throws Overloaded */
  readonly clear: (key: string) => Promise<void>;
}

export interface OpenRateCounters extends RateCounters {
  readonly stop: () => Promise<void>;
}

export interface RateCounterOptions {
  /** Connection URL of the login that may write `rate_counters`. */
  readonly url: string;
  /** Redis or Valkey to count in instead. */
  readonly redisUrl?: string | null | undefined;
  /** Told why it cannot be counted, once a minute at most. */
  readonly warn: (error: unknown) => void;
  /** Told each time that it cannot. */
  readonly onFailure?: () => void;
}

/** Opens the counters. They need not be reachable yet: what cannot be counted is refused until they are. */
export async function openRateCounters(options: RateCounterOptions): Promise<OpenRateCounters> {
  const { url, redisUrl } = options;
  return new StoredCounters(redisUrl ? await openRedisCounts(redisUrl) : openPostgresCounts(url), options);
}

/** A login waits for it: who has no answer by then is told to come again. */
const answerMilliseconds = 1_000;
const quietMilliseconds = 60_000;

class StoredCounters implements OpenRateCounters {
  readonly #store: CountStore;
  readonly #options: RateCounterOptions;
  readonly #limiters = new Map<string, RateLimiterStoreAbstract>();
  #warnedAt = -Infinity;

  constructor(store: CountStore, options: RateCounterOptions) {
    this.#store = store;
    this.#options = options;
  }

  async take(key: string, limit: Limit): Promise<Taken> {
    const counted = await this.#ask(consume(this.#limiter(limit), key));
    const endsAt = Date.now() + counted.msBeforeNext;
    const giveBack = once(() => this.#ask(this.#store.giveBack(key, endsAt)).catch(() => undefined));
    const isOver = counted.consumedPoints > limit.max;
    // The library counts what it refuses, and what is given back later would not be there for the next.
    if (isOver) await giveBack();
    return {
      waitSeconds: isOver ? Math.max(1, Math.ceil(counted.msBeforeNext / 1000)) : null,
      isLast: counted.consumedPoints === limit.max,
      giveBack,
    };
  }

  async count(key: string): Promise<number> {
    return (await this.#ask(this.#limiter(anyLimit).get(key)))?.consumedPoints ?? 0;
  }

  async useUp(key: string, limit: Limit): Promise<void> {
    await this.#ask(this.#limiter(limit).set(key, limit.max + usedUpPoints, limit.windowSeconds));
  }

  async clear(key: string): Promise<void> {
    await this.#ask(this.#limiter(anyLimit).delete(key));
  }

  stop(): Promise<void> {
    return this.#store.stop();
  }

  #limiter({ max, windowSeconds }: Limit): RateLimiterStoreAbstract {
    const name = `${max}/${windowSeconds}`;
    const known = this.#limiters.get(name) ?? this.#store.limiter(max, windowSeconds);
    this.#limiters.set(name, known);
    return known;
  }

  async #ask<R>(question: Promise<R>): Promise<R> {
    try {
      return await inTime(question);
    } catch (error) {
      this.#options.onFailure?.();
      if (Math.abs(Date.now() - this.#warnedAt) >= quietMilliseconds) {
        this.#warnedAt = Date.now();
        this.#options.warn(error);
      }
      throw new Overloaded();
    }
  }
}

/** More than could be given back meanwhile of what was taken in a window that ends at nearly the same time. */
const usedUpPoints = 1_000_000;

/** For what is the same whatever the limit. */
const anyLimit: Limit = { max: 1, windowSeconds: 1 };

/** The library throws what it refuses. */
const consume = (limiter: RateLimiterStoreAbstract, key: string): Promise<RateLimiterRes> =>
  limiter.consume(key).catch((refusal: unknown) => {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  });

async function inTime<R>(question: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The counters do not answer in time.')), answerMilliseconds);
  });
  try {
    return await Promise.race([question, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
