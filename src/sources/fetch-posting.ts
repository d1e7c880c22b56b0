import { boardPostingKey } from '#job-pool/board-posting-key.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { recogniseBoard } from '#job-pool/recognise-board.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { adapterOf } from './adapters/adapters.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';
import { askSource, type AskSource } from './ask-source.ts';
import { fetchBoard } from './fetch-board.ts';

export interface AskForPosting {
  /** With the limits of whoever asks. */
  readonly fetch: GuardedFetch;
  readonly now: Date;
}

/** What an address was found to be: a posting, or the address of a board that names none of its postings. */
export type FoundPosting = { readonly posting: RawPosting } | { readonly isBoard: true };

/** A posting, or a board, that can be asked for by its board's own interface. */
export interface Askable {
  readonly source: SourceAdapter;
  readonly board: string;
  /** External id; null where the address calls the posting otherwise, or is the board's own. */
  readonly posting: string | null;
  readonly address: string;
}

/**
 * Reads the posting that an address of a public board leads to, by the board's own interface: alone where there is a
 * request for one, else out of the list. It is asked once, because somebody waits for it.
 * @returns null for every other address, a source that is off, a board that cannot be read, and a posting that it does
 * not list: the page may say more
 */
export async function fetchPosting(address: string, { fetch, now }: AskForPosting): Promise<FoundPosting | null> {
  const askable = askableAt(address);
  if (askable === null) return null;
  // The time is up from the start: what would have to be waited for is given up.
  const asking = { fetch, now: () => now, sleep: async () => undefined, key: null, deadline: now };
  return askable.posting !== null && askable.source.one
    ? askForOne(askable.source.one, { ...askable, posting: askable.posting }, asking)
    : findListed(askable, asking);
}

/** What an address names of a board that can be asked; null for every other address, and for a source that is off. */
export function askableAt(address: string): Askable | null {
  const { source: name = '', board = null, posting = null } = recogniseBoard(address) ?? {};
  const source = adapterOf(name);
  if (!source || source.offBecause !== null || board === null || !source.board.pattern.test(board)) return null;
  return { source, board, posting, address };
}

async function askForOne(
  one: NonNullable<SourceAdapter['one']>,
  { source, board, posting }: Askable & { readonly posting: string },
  asking: AskSource,
): Promise<FoundPosting | null> {
  const parsed = await askSource(source, one.request(board, posting), { asking, hosts: source.hosts(board) });
  if ('reason' in parsed) return null;
  const read = one.parse(parsed.answer, { board, today: asking.now().toISOString().slice(0, 10) });
  return 'posting' in read ? { posting: read.posting } : null;
}

async function findListed(askable: Askable, asking: AskSource): Promise<FoundPosting | null> {
  const reading = fetchBoard(askable.source, askable.board, asking);
  for await (const page of reading.pages)
    for (const each of page) if ('record' in each && isAskedFor(each.record, askable)) return { posting: each.record };
  return askable.posting === null && reading.outcome().state !== 'FAILED' ? { isBoard: true } : null;
}

/** By its id, by the same posting of the board under another spelling of its address, or by the very page. */
export function isAskedFor({ externalId, sourceUrl, applyUrl }: RawPosting, { posting, address }: Askable): boolean {
  if (externalId === posting) return true;
  const key = boardPostingKey(address);
  if (key !== null) return boardPostingKey(sourceUrl, applyUrl) === key;
  return [sourceUrl, applyUrl].some((url) => url !== null && pageOf(url) === pageOf(address));
}

/** An address without what only says how one came there. */
function pageOf(address: string): string | null {
  const url = URL.parse(address);
  return url && `${url.host}${url.pathname.replace(/\/$/, '')}`;
}
