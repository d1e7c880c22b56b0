import { hash } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { insertMissing } from '#database/bulk.ts';
import type { RateCounters } from '#database/rate-counters.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { newSharedId } from '#platform/ids.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';
import { fetchBoard, type BoardOutcome } from './fetch-board.ts';
import { importPostings } from './import-postings.ts';
import type { ImportRecord } from './parse-import.ts';
import { plainReason } from './plain-reason.ts';
import { SourceAnswer } from './source-answer.entity.ts';
import { keepGate, leaveGate, takeGate } from './source-gates.ts';
import { SourceKey } from './source-key.entity.ts';

/** What polling takes. */
export interface PollWork {
  /** Whether sources are asked at all. */
  readonly isOn: boolean;
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  readonly fetch: GuardedFetch;
  readonly box: SecretBox;
  /** How often each source may be asked. */
  readonly counters: Pick<RateCounters, 'take'>;
  /** @throws once the signal is aborted */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborted when the product stops. */
  readonly signal: AbortSignal;
}

/** A source as it is asked for everybody, or by one account's key for that account. */
export interface AskedBy {
  readonly source: SourceAdapter;
  readonly key: { readonly id: string; readonly ownerId: string; readonly secret: string } | null;
}

/** For one list, with its waits. */
const longestReading = 4 * 60_000;
/** Before a list is asked for again that could not be read. */
const minutesAfterFailure = 15;

/** What an answer to one board is found by; of one key's by nothing else. */
export const answerKeyOf = ({ source, key }: AskedBy, board: string): string =>
  hash('sha256', JSON.stringify([source.name, key?.id ?? null, board]));

/**
 * Sees to it that there are answers to all of these boards that are fresh enough, whoever asked for them; asks for those
 * that are not, one after the other, with no transaction open.
 * @returns BUSY where somebody else asks the source now
 */
export async function pollBoards(
  work: PollWork,
  by: AskedBy,
  boards: readonly string[],
): Promise<'DONE' | 'CLOSED' | 'BUSY'> {
  if ((await staleAmong(work, by, boards)).length === 0) return 'DONE';
  const gateKey = by.key ? `${by.source.name}:${by.key.id}` : by.source.name;
  const taken = await takeGate(work.orm, gateKey, work.now());
  if (taken !== 'TAKEN') return taken;
  let hasAnswered = false;
  let busyFor: number | undefined;
  try {
    // Somebody else may have asked in between.
    for (const [index, board] of (await staleAmong(work, by, boards)).entries()) {
      if (index > 0) await work.sleep(by.source.limits.pause, work.signal);
      await keepGate(work.orm, gateKey, work.now());
      ({ busyFor } = await pollBoard(work, by, board));
      if (busyFor !== undefined) return 'CLOSED';
      hasAnswered = true;
    }
  } finally {
    await leaveGate(work.orm, gateKey, { hasAnswered, busyFor, now: work.now() });
  }
  return 'DONE';
}

/** What failed the last time comes last, the longest ago first: one board that is out of order keeps no other waiting. */
async function staleAmong({ orm, now }: PollWork, by: AskedBy, boards: readonly string[]): Promise<readonly string[]> {
  const keys = new Map(boards.map((board) => [board, answerKeyOf(by, board)]));
  const found = await orm.em.fork().find(SourceAnswer, { answerKey: { $in: [...keys.values()] } });
  const answers = new Map(found.map((answer) => [answer.answerKey, answer]));
  const answerTo = (board: string): SourceAnswer | undefined => answers.get(keys.get(board) ?? '');
  const failedAt = (board: string): number => {
    const answer = answerTo(board);
    return answer?.state === 'FAILED' ? answer.answeredAt.getTime() : 0;
  };
  return boards
    .filter((board) => {
      const answer = answerTo(board);
      return !answer || !isFresh(answer, by.source, now());
    })
    .toSorted((one, other) => failedAt(one) - failedAt(other));
}

function isFresh({ state, answeredAt }: SourceAnswer, { limits }: SourceAdapter, now: Date): boolean {
  const minutes = state === 'FAILED' ? minutesAfterFailure : (limits.hoursFresh ?? 1) * 60;
  return answeredAt.getTime() > now.getTime() - minutes * 60_000;
}

async function pollBoard(
  work: PollWork,
  by: AskedBy,
  board: string,
): Promise<{ readonly busyFor: number | undefined }> {
  const { source, key } = by;
  const now = work.now();
  const reading = fetchBoard(source, board, {
    fetch: work.fetch,
    now: work.now,
    sleep: (milliseconds) => work.sleep(milliseconds, work.signal),
    key: key?.secret ?? null,
    deadline: new Date(now.getTime() + longestReading),
    signal: work.signal,
    mayAsk: () => mayAsk(work, by),
  });
  const records: ImportRecord[] = [];
  for await (const page of reading.pages) records.push(...page);
  const polled = { board, records, outcome: reading.outcome(), now };
  tellRejected(work, by, records);
  await note(work, answerKeyOf(by, board), { ...polled, outcome: await keep(work, by, polled) });
  return { busyFor: polled.outcome.busyFor };
}

const mostReasons = 5;

/** Of whom the board was asked, or for what, is no business of the log. */
function tellRejected({ log }: PollWork, { source }: AskedBy, records: readonly ImportRecord[]): void {
  const reasons = records.flatMap((each) => ('rejected' in each ? [each.rejected.reason] : []));
  if (reasons.length === 0) return;
  const first = [...new Set(reasons)].slice(0, mostReasons);
  log.warn({ source: source.name, rejected: reasons.length, reasons: first }, 'postings of a source rejected');
}

/** Counted before it is asked, so that whoever is killed meanwhile has not asked for nothing. */
async function mayAsk({ counters }: PollWork, { source, key }: AskedBy): Promise<boolean> {
  const { quota } = source.limits;
  if (!quota) return true;
  const limit = { max: quota.requests, windowSeconds: quota.hours * 3600 };
  return (await counters.take(`source ${source.name} ${key?.id ?? ''}`, limit)).waitSeconds === null;
}

interface Polled {
  readonly board: string;
  readonly records: readonly ImportRecord[];
  readonly outcome: BoardOutcome;
  readonly now: Date;
}

/** @returns how it ended, with a failure where the pool cannot take it: whoever asks again at once would fail again */
async function keep(work: PollWork, by: AskedBy, polled: Polled): Promise<BoardOutcome> {
  const { outcome } = polled;
  if (outcome.state === 'FAILED') return outcome;
  try {
    await store(work, by, polled);
    return outcome;
  } catch (error) {
    work.log.error({ err: error, source: by.source.name }, 'postings of a source not stored');
    return { ...outcome, state: 'FAILED', reason: 'pool: its postings could not be stored' };
  }
}

async function store(
  { orm }: PollWork,
  { source, key }: AskedBy,
  { board, records, outcome, now }: Polled,
): Promise<void> {
  // Whoever has taken a key away is found nothing by it any more.
  if (key && (await orm.em.fork().count(SourceKey, { id: key.id })) === 0) return;
  const { seenIds } = outcome;
  const isWhole = outcome.state === 'COMPLETE';
  await importPostings(orm, records, {
    sourceName: source.label,
    now,
    onProgress: () => undefined,
    board: source.limits.isPartial ? null : { name: board, isWhole, seenIds },
    ...(key && { foundFor: key.ownerId }),
  });
}

const note = (
  { orm, now }: PollWork,
  answerKey: string,
  { records, outcome }: Pick<Polled, 'records' | 'outcome'>,
): Promise<void> =>
  orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const { state, notInspected, reason } = outcome;
    const failure = reason === null ? null : plainReason(reason);
    const counts = {
      found: records.length,
      rejected: records.filter((each) => 'rejected' in each).length,
      repaired: records.filter((each) => 'repairs' in each).length,
    };
    const said = { ...counts, state, notInspected, failure, answeredAt: now() };
    await insertMissing(em, SourceAnswer, [{ id: newSharedId(), answerKey, ...said }]);
    await em.nativeUpdate(SourceAnswer, { answerKey }, said);
  });
