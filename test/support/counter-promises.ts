import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RateCounters } from '#database/rate-counters.ts';

export interface CountersUnderTest {
  readonly counters: RateCounters;
  /** Lets so many seconds pass, as far as the counters can tell. */
  readonly pass: (seconds: number) => Promise<void>;
}

const limit = { max: 5, windowSeconds: 600 };

/** What counters promise, wherever they count. */
export function counterPromises(given: () => CountersUnderTest): void {
  const take = (key: string, by = limit) => given().counters.take(key, by);
  const waits = async (key: string, times: number) => {
    const taken = [];
    for (let at = 0; at < times; at += 1) taken.push((await take(key)).waitSeconds);
    return taken;
  };

  describe('counters', () => {
    it('let as many through as the limit allows, and tell the others how long to wait', async () => {
      const key = randomUUID();
      expect(await waits(key, 5)).toEqual([null, null, null, null, null]);
      await given().pass(60);
      const { waitSeconds } = await take(key);
      expect(waitSeconds).toBeGreaterThanOrEqual(539);
      expect(waitSeconds).toBeLessThanOrEqual(540);
    });

    it('let no more through when many come at once', async () => {
      const key = randomUUID();
      const taken = await Promise.all(Array.from({ length: 20 }, () => take(key)));
      expect(taken.filter(({ waitSeconds }) => waitSeconds === null)).toHaveLength(5);
      expect(taken.filter(({ isLast }) => isLast)).toHaveLength(1);
      // What was refused is counted nowhere.
      expect(await given().counters.count(key)).toBe(5);
    });

    it('begin anew when the window ends, which attempts do not put off', async () => {
      const key = randomUUID();
      await waits(key, 5);
      await given().pass(500);
      await waits(key, 5);
      await given().pass(101);
      expect(await given().counters.count(key)).toBe(0);
      expect(await waits(key, 6)).toEqual([null, null, null, null, null, 600]);
    });

    it('count no more what is given back, and once is as good as twice', async () => {
      const key = randomUUID();
      const first = await take(key);
      await waits(key, 4);
      await first.giveBack();
      await first.giveBack();
      expect(await waits(key, 2)).toEqual([null, expect.any(Number)]);
    });

    it('begin no window with what is given back', async () => {
      const key = randomUUID();
      await (await take(key)).giveBack();
      await given().pass(60);
      expect(await waits(key, 6)).toEqual([null, null, null, null, null, 600]);
    });

    it('take nothing back from another window than that it was taken in', async () => {
      const key = randomUUID();
      const early = await take(key);
      await given().pass(601);
      await early.giveBack();
      await waits(key, 2);
      await early.giveBack();
      const late = await take(key, { ...limit, windowSeconds: 60 });
      await given().pass(601);
      await late.giveBack();
      expect(await waits(key, 6)).toEqual([null, null, null, null, null, expect.any(Number)]);
    });

    it('give back nothing for what was refused', async () => {
      const key = randomUUID();
      await waits(key, 5);
      const refused = await take(key);
      await refused.giveBack();
      expect(await given().counters.count(key)).toBe(5);
    });

    it('keep keys apart, and forget one alone', async () => {
      const [key, other] = [randomUUID(), randomUUID()];
      await waits(key, 5);
      await waits(other, 5);
      await given().counters.clear(key);
      expect(await waits(key, 1)).toEqual([null]);
      expect(await waits(other, 1)).toEqual([expect.any(Number)]);
    });

    it('use a limit up for a whole window, whatever was counted before', async () => {
      const [key, fresh] = [randomUUID(), randomUUID()];
      const early = await take(key);
      await waits(key, 4);
      await given().pass(500);
      for (const each of [key, fresh]) {
        await given().counters.useUp(each, limit);
        await early.giveBack();
        expect(await waits(each, 2)).toEqual([600, 600]);
      }
      await given().pass(601);
      expect(await waits(key, 1)).toEqual([null]);
    });

    it('leave used up what is given back at the same moment', async () => {
      const key = randomUUID();
      const taken = [await take(key), await take(key), await take(key), await take(key), await take(key)];
      await given().counters.useUp(key, limit);
      await Promise.all(taken.map(({ giveBack }) => giveBack()));
      expect(await waits(key, 2)).toEqual([600, 600]);
    });

    it('keep several limits of one size and of others', async () => {
      const key = randomUUID();
      expect((await take(key, { max: 1, windowSeconds: 60 })).isLast).toBe(true);
      expect((await take(`${key} other`, { max: 1, windowSeconds: 30 })).waitSeconds).toBeNull();
      expect((await take(key, { max: 1, windowSeconds: 60 })).waitSeconds).toBe(60);
      expect((await take(`${key} other`, { max: 1, windowSeconds: 30 })).waitSeconds).toBe(30);
    });
  });
}
