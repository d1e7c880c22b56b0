import { Parser } from 'htmlparser2';
import { FetchRefused } from '#platform/fetch-refused.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { askSource, type AskSource } from './ask-source.ts';
import { closedSites } from './closed-sites.ts';
import { fetchBoard } from './fetch-board.ts';
import { isAskedFor, askableAt, type Askable } from './fetch-posting.ts';

/** Whether a posting is where it was published; an answer that says neither is no evidence. */
export type Presence = 'THERE' | 'GONE' | 'UNKNOWN';

export interface CheckedPosting {
  readonly title: string;
  /** Of its page. */
  readonly address: string;
}

/**
 * Asks whether a posting is still there: its board by the board's own interface, else its page. Gone is what its board
 * lists no more, though it lists others, and what answers 404 or 410; whoever is busy, fails or answers something else
 * has said nothing. Belongs outside of transactions.
 */
export async function checkPosting({ title, address }: CheckedPosting, asking: AskSource): Promise<Presence> {
  const askable = askableAt(address);
  const onBoard = askable === null ? 'UNKNOWN' : await checkBoard(askable, asking);
  return onBoard === 'UNKNOWN' ? checkPage({ title, address }, asking) : onBoard;
}

async function checkBoard(askable: Askable, asking: AskSource): Promise<Presence> {
  const { source, board, posting } = askable;
  if (posting === null || !source.one) return checkList(askable, asking);
  const request = source.one.request(board, posting);
  const parsed = await askSource(source, request, { asking, hosts: source.hosts(board) });
  if ('reason' in parsed) return parsed.isGone ? 'GONE' : 'UNKNOWN';
  const read = source.one.parse(parsed.answer, { board, today: asking.now().toISOString().slice(0, 10) });
  return 'posting' in read ? 'THERE' : 'UNKNOWN';
}

async function checkList(askable: Askable, asking: AskSource): Promise<Presence> {
  const reading = fetchBoard(askable.source, askable.board, asking);
  let listed = 0;
  for await (const page of reading.pages) {
    const records = page.flatMap((each) => ('record' in each ? [each.record] : []));
    if (records.some((record) => isAskedFor(record, askable))) return 'THERE';
    listed += records.length;
  }
  const { state, seenIds } = reading.outcome();
  if (askable.posting !== null && seenIds.includes(askable.posting)) return 'THERE';
  // A board that answers nothing says more of itself than of its postings; and what it calls otherwise may be among them.
  return state === 'COMPLETE' && listed > 0 && askable.posting !== null ? 'GONE' : 'UNKNOWN';
}

async function checkPage({ title, address }: CheckedPosting, { fetch, signal }: AskSource): Promise<Presence> {
  const host = URL.parse(address)?.hostname;
  if (host === undefined || closedSites.test(host)) return 'UNKNOWN';
  const answer = await answerOf(address, { fetch, signal });
  if (answer === null) return 'UNKNOWN';
  if (answer.status === 404 || answer.status === 410) return 'GONE';
  if (answer.status !== 200) return 'UNKNOWN';
  // A page that says that the posting is filled answers 200 as well.
  return plain(wordsOf(answer.body.toString('utf8'))).includes(plain(title)) ? 'THERE' : 'UNKNOWN';
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();

/** All words of a page, also those of its head and of what it says for machines. */
function wordsOf(html: string): string {
  const parts: string[] = [];
  new Parser({ ontext: (words) => void parts.push(words) }).end(html);
  return parts.join('');
}

async function answerOf(address: string, { fetch, signal }: { fetch: GuardedFetch; signal: AbortSignal | undefined }) {
  try {
    return await fetch(address, { headers: { accept: 'text/html,application/xhtml+xml' }, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof FetchRefused) return null;
    throw error;
  }
}
