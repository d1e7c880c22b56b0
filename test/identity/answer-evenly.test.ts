import { describe, expect, it } from 'vitest';
import { answerEvenly } from '#identity/answer-evenly.ts';

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
