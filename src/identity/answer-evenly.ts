import { setTimeout as sleep } from 'node:timers/promises';

/** Several times what a sign-in takes whose password is wrong, unless others sign in: then the queue hides more. */
const leastFailureMs = 100;

/**
 * Does work of which an address with an account makes a little more, and fails no sooner than always. What succeeds ends
 * at once: it tells more than the time would.
 */
export async function failEvenly<R>(work: () => Promise<R>): Promise<R> {
  const least = sleep(leastFailureMs, undefined, { ref: false });
  try {
    return await work();
  } catch (error) {
    await least;
    throw error;
  }
}

/** Several times what the work takes, and nothing to somebody who then waits for a mail. */
const leastMs = 250;

/**
 * Does work of which an address with an account makes more, or less, and ends no sooner than always, so that the time of
 * an answer does not tell which it was. It waits instead of hashing: beside a hash the difference could still be measured.
 */
export async function answerEvenly<R>(work: () => Promise<R>): Promise<R> {
  const least = sleep(leastMs);
  try {
    return await work();
  } finally {
    await least;
  }
}
