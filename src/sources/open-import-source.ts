import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { recogniseBoard } from '#job-pool/recognise-board.ts';
import { adapterOf } from './adapters/adapters.ts';
import { decodeAnswer } from './adapters/parse-media.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';
import { fetchBoard } from './fetch-board.ts';
import { ImportError } from './import-error.ts';
import type { SweptBoard } from './import-postings.ts';
import { openImport, type ImportRecord, type OpenImport } from './parse-import.ts';
import { openImportFile, type ReadImportOptions } from './read-import.ts';

/** What an import is told besides its source. */
export interface OpenSourceOptions extends ReadImportOptions {
  readonly fetch: GuardedFetch;
  readonly now: Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told what of a board could not be looked at. */
  readonly onIncomplete: (reason: string, notInspected: number) => void;
}

/** What is to be imported, with the board that it is, if it is one. */
export interface OpenSource extends OpenImport {
  readonly board?: SweptBoard;
}

/** For a whole board, with its waits. */
const longestReading = 30 * 60 * 1000;

/**
 * What `npm run import` is given: a file, a board as `greenhouse:TOKEN`, the address of a board or of a posting there,
 * or of any page, feed or answer with postings. All that is fetched is fetched before it returns.
 * @throws ImportError for what cannot be read
 */
export async function openImportSource(given: string, options: OpenSourceOptions): Promise<OpenSource> {
  const wanted = namedBoard(given) ?? (options.as === undefined ? addressedBoard(given) : null);
  if (wanted) return openBoard(wanted, options);
  return /^https?:\/\//i.test(given) ? openAddress(given, options) : openImportFile(given, options);
}

function namedBoard(given: string): WantedPostings | null {
  const [, name = '', board = ''] = /^([a-z]+):(?!\/\/)(.+)$/.exec(given) ?? [];
  const source = adapterOf(name);
  return source && { source, board, posting: null };
}

function addressedBoard(address: string): WantedPostings | null {
  const { source: name = '', board = null, posting = null } = recogniseBoard(address) ?? {};
  const source = adapterOf(name);
  return source && board !== null ? { source, board, posting } : null;
}

interface WantedPostings {
  readonly source: SourceAdapter;
  readonly board: string;
  /** External id of the only one wanted; all where null. */
  readonly posting: string | null;
}

async function openBoard(
  { source, board, posting }: WantedPostings,
  { fetch, sleep, onIncomplete }: OpenSourceOptions,
): Promise<OpenSource> {
  const deadline = new Date(Date.now() + longestReading);
  const reading = fetchBoard(source, board, { fetch, now: () => new Date(), sleep, key: null, deadline });
  const records: ImportRecord[] = [];
  for await (const page of reading.pages) records.push(...page.filter((each) => isWanted(each, posting)));
  const { state, reason, notInspected, seenIds } = reading.outcome();
  if (state === 'FAILED') throw new ImportError(`${source.label} cannot be read. ${reason}.`);
  if (reason !== null) onIncomplete(reason, notInspected);
  const swept = { name: board, isWhole: state === 'COMPLETE' && !source.limits.isPartial, seenIds };
  return { source, records: all(records), ...(posting === null ? { board: swept } : {}) };
}

const isWanted = (each: ImportRecord, posting: string | null): boolean =>
  posting === null || ('record' in each && each.record.externalId === posting);

async function openAddress(address: string, { fetch, as, now }: OpenSourceOptions): Promise<OpenImport> {
  const answer = await fetch(address, { maxBytes: 32 * 1024 * 1024, timeoutMs: 30_000 }).catch((error: unknown) => {
    throw new ImportError(error instanceof Error ? error.message : String(error));
  });
  if (answer.status !== 200) throw new ImportError(`The address answers with the status ${answer.status}.`);
  const text = decodeAnswer(answer.body, answer.headers.get('content-type'));
  if (text === null) throw new ImportError('The answer is not text in its own encoding.');
  const today = now.toISOString().slice(0, 10);
  return openImport(all([Buffer.from(text)]), { format: as ?? null, board: answer.url, today });
}

async function* all<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
