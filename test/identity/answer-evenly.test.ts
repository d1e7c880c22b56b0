import { describe, expect, it } from 'vitest';
import { answerEvenly, failEvenly } from '#identity/answer-evenly.ts';

/** Timers may fire a moment early by the clock that is read here. */
const least = 248;

describe('answers that are even', () => {
  it('come no sooner where there was nothing to do', async () => {
    const startedAt = performance.now();
    expect(await answerEvenly(async () => 'nothing')).toBe('nothing');
    expect(performance.now() - startedAt).toBeGreaterThan(least);
  });

  it('come no sooner where the work fails, and fail likewise', async () => {
    const startedAt = performance.now();
    await expect(answerEvenly(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(performance.now() - startedAt).toBeGreaterThan(least);
  });
});

describe('failures that are even', () => {
  it('come no sooner than always, and are what they were', async () => {
    const startedAt = performance.now();
    await expect(failEvenly(() => Promise.reject(new Error('wrong password')))).rejects.toThrow('wrong password');
    expect(performance.now() - startedAt).toBeGreaterThan(98);
  });

  it('leave what succeeds as it is', async () => {
    expect(await failEvenly(async () => 'right')).toBe('right');
  });
});
