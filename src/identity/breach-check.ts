import { createHash } from 'node:crypto';
import { OversizedAnswer, readAnswer } from '#platform/read-answer.ts';
import { normalisePassword } from './password-policy.ts';

const prefixLength = 5;
// A padded range has about 1,000 lines of 40 bytes; the largest answer worth reading is several times that.
const maxBytes = 262_144;
const rangeLine = /^([0-9A-F]{35}):(\d+)$/i;

/** `unknown`: there was no answer to rely on, or nobody may be asked. */
export type BreachVerdict = 'breached' | 'clear' | 'unknown';

/** Why there was no answer; few enough to label a metric with. */
export type BreachCheckFailure = 'timeout' | 'unreachable' | 'status' | 'oversized' | 'malformed';

/**
 * Says whether a password is known from a breach. Never rejects.
 * @param signal ends the question early, with `unknown` and without a failure being told
 */
export type BreachCheck = (password: string, signal?: AbortSignal) => Promise<BreachVerdict>;

interface BreachCheckOptions {
  /** Where the API is, without `/range/…`; null asks nobody, and every password is `unknown`. */
  readonly baseUrl: string | null;
  /** For the whole question, its answer's last byte included. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly onFailure?: (reason: BreachCheckFailure) => void;
}

/**
 * Asks the range API of Have I Been Pwned, or a mirror of it. Of the password it learns 20 bits: the first 5 hex
 * characters of its SHA-1, which some thousand breached passwords share; the answer is compared here. Padding keeps
 * the answer's size from telling which range was asked for (https://haveibeenpwned.com/API/v3#PwnedPasswords).
 */
export function createBreachCheck(options: BreachCheckOptions): BreachCheck {
  const { baseUrl, timeoutMs = 1000, fetch = globalThis.fetch, onFailure } = options;
  return async (password, signal) => {
    if (baseUrl === null) return 'unknown';
    const digest = createHash('sha1').update(normalisePassword(password)).digest('hex').toUpperCase();
    const ended = new AbortController();
    const signals = [ended.signal, AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
    try {
      const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/range/${digest.slice(0, prefixLength)}`, {
        headers: { 'add-padding': 'true', 'user-agent': 'tenure', accept: 'text/plain' },
        redirect: 'error',
        signal: AbortSignal.any(signals),
      });
      const counts = readCounts(await readText(response));
      // Padding has a count of 0.
      return (counts.get(digest.slice(prefixLength)) ?? 0) > 0 ? 'breached' : 'clear';
    } catch (error) {
      if (!signal?.aborted) onFailure?.(reasonOf(error));
      return 'unknown';
    } finally {
      // Lets go of an answer that was given up halfway.
      ended.abort();
    }
  };
}

class UnusableAnswer extends Error {
  readonly reason: BreachCheckFailure;
  constructor(reason: BreachCheckFailure) {
    super(reason);
    this.reason = reason;
  }
}

async function readText(response: Response): Promise<string> {
  if (response.status !== 200) throw new UnusableAnswer('status');
  return (await readAnswer(response, maxBytes)).toString('latin1');
}

/** A page of an access point or an error told with status 200 is no range, and an empty one does not exist. */
const readCounts = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => {
        const [, suffix, count] = rangeLine.exec(line) ?? [];
        if (suffix === undefined) throw new UnusableAnswer('malformed');
        return [suffix.toUpperCase(), Number(count)];
      }),
  );

function reasonOf(error: unknown): BreachCheckFailure {
  if (error instanceof UnusableAnswer) return error.reason;
  if (error instanceof OversizedAnswer) return 'oversized';
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}
