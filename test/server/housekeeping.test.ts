import type { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLog } from '#platform/open-log.ts';
import { startHousekeeping } from '../../src/server/housekeeping.ts';
import { day, wait } from '../support/accounts.ts';
import { startTestProduct } from '../support/product.ts';
import { until } from '../support/queue-up.ts';

describe('housekeeping', () => {
  it('begins with the start', async () => {
    const product = await startTestProduct();
    await product.signUp('ada');
    wait(product, 31 * day);
    const another = await startTestProduct({ urls: product.database.urls, now: () => product.clock.now });
    const sessions = (): Promise<unknown[]> => product.database.query('select from sessions');
    await until(async () => (await sessions()).length === 0);
    // The sessions go first: what else has run out is gone when the run has ended.
    await another.stop();
    expect(await product.purged()).toBe(0);
    await product.stop();
  });

  describe('by the hour', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('goes on after a run that failed', async () => {
      const lines: string[] = [];
      const fork = vi.fn<() => never>(() => {
        throw new Error('The database is away.');
      });
      const { stop } = startHousekeeping({
        orm: { em: { fork } } as unknown as MikroORM,
        now: () => new Date(),
        log: openLog('error', { write: (line: string) => void lines.push(line) }),
      });
      await vi.advanceTimersByTimeAsync(0);
      expect(fork).toHaveBeenCalledTimes(3);
      await vi.advanceTimersByTimeAsync(2 * 3_600_000);
      expect(fork).toHaveBeenCalledTimes(9);
      await stop();
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(fork).toHaveBeenCalledTimes(9);
      expect(lines).toHaveLength(9);
    });
  });
});
