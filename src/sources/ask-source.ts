import { FetchRefused } from '#platform/fetch-refused.ts';
import type { FetchedAnswer, GuardedFetch } from '#platform/guarded-fetch.ts';
import { decodeAnswer, parseMedia, type ParsedMedia } from './adapters/parse-media.ts';
import type { BoardRequest, SourceAdapter } from './adapters/source-adapter.ts';

/** What a source is asked with. */
export interface AskSource {
  readonly fetch: GuardedFetch;
  readonly now: () => Date;
  /** Resolves after so many milliseconds; tests do not wait. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** The user's own key, where the source wants one. */
  readonly key: string | null;
  /** Ends the reading: what was not read by then is not inspected. */
  readonly deadline: Date;
  readonly signal?: AbortSignal;
  /** Whether one more request may be made, which it counts; any number where it is left out. */
  readonly mayAsk?: () => Promise<boolean>;
}

/** An answer, or why there is none. */
export type AskedSource =
  | Exclude<ParsedMedia, { readonly reason: string }>
  | {
      readonly reason: string;
      /** Whether the source says that there is nothing at that address, or nothing any more. */
      readonly isGone?: boolean;
      /** In milliseconds, where the source is busy or cannot be reached: how long it wants to be left alone, 0 where it does not say. */
      readonly busyFor?: number;
    };

/** Of one answer, as it comes and unpacked; the largest boards known have 20 MB. */
const maxBytes = 32 * 1024 * 1024;
const mostAttempts = 3;
const longestPause = 5 * 60 * 1000;

/**
 * Asks a source once, and again after a wait where it is busy or cannot be reached: as long as Retry-After says, else
 * twice as long each time, but never past the deadline. Reasons name the source and never the address, which may hold
 * a key. @throws only what aborting the signal throws
 */
export async function askSource(
  source: SourceAdapter,
  request: BoardRequest,
  { asking, hosts }: { readonly asking: AskSource; readonly hosts: readonly string[] },
): Promise<AskedSource> {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await askOnce(source, request, { asking, hosts });
    if (!('mayRetry' in answered)) return answered;
    const pause = answered.retryAfter ?? source.limits.pause * 2 ** attempt;
    const { reason, mayRetry, retryAfter, isGone = false } = answered;
    if (!mayRetry) return { reason, isGone };
    const busy = { reason, busyFor: retryAfter ?? 0 };
    if (attempt === mostAttempts) return busy;
    const isTooLong = pause > longestPause || asking.now().getTime() + pause > asking.deadline.getTime();
    if (isTooLong) return { ...busy, reason: `${reason}; waiting ${Math.ceil(pause / 1000)} s for it is too long` };
    await asking.sleep(pause);
  }
}

/** Why there is no answer. */
interface Refusal {
  readonly reason: string;
  /** Whether the source says that there is nothing at that address, or nothing any more. */
  readonly isGone?: boolean;
}

interface Failure extends Refusal {
  readonly mayRetry: boolean;
  /** In milliseconds, where the source says. */
  readonly retryAfter: number | null;
}

const askOnce = async (
  source: SourceAdapter,
  request: BoardRequest,
  how: { readonly asking: AskSource; readonly hosts: readonly string[] },
): Promise<ParsedMedia | Failure> =>
  how.asking.mayAsk && !(await how.asking.mayAsk())
    ? { reason: 'limit: it may not be asked more often for now', mayRetry: false, retryAfter: null }
    : fetchAnswer(source, request, how);

async function fetchAnswer(
  { limits, media }: SourceAdapter,
  { url, headers, body }: BoardRequest,
  { asking, hosts }: { readonly asking: AskSource; readonly hosts: readonly string[] },
): Promise<ParsedMedia | Failure> {
  try {
    const answer = await asking.fetch(url, {
      allowedHosts: hosts,
      maxBytes,
      timeoutMs: limits.timeout,
      ...(headers && { headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(asking.signal && { signal: asking.signal }),
    });
    if (answer.status !== 200) return failureOf(answer, asking.now());
    const text = decodeAnswer(answer.body, answer.headers.get('content-type'));
    return text === null ? { reason: 'answer: is not text in its own encoding' } : parseMedia(text, media);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    const mayRetry = error.code === 'TIMEOUT' || error.code === 'UNREACHABLE';
    return { reason: `answer: ${error.message}`, mayRetry, retryAfter: null };
  }
}

function failureOf({ status, headers }: FetchedAnswer, now: Date): Failure {
  const isGone = status === 404 || status === 410;
  const reason = isGone
    ? `answer: there is no such board (${status})`
    : status === 429
      ? 'answer: too many requests (429)'
      : `answer: has the status ${status}`;
  return { reason, isGone, mayRetry: status === 429 || status >= 500, retryAfter: readRetryAfter(headers, now) };
}

// Seconds, or a date.
function readRetryAfter(headers: Headers, now: Date): number | null {
  const said = headers.get('retry-after')?.trim() ?? '';
  const pause = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now.getTime();
  return Number.isNaN(pause) ? null : Math.max(0, pause);
}
