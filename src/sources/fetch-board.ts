import type { RawPosting } from '#job-pool/raw-posting.ts';
import type {
  BoardRequest,
  ListedPosting,
  ReadAnswer,
  ReadContext,
  ReadPosting,
  SourceAdapter,
} from './adapters/source-adapter.ts';
import { askSource, type AskedSource, type AskSource } from './ask-source.ts';
import { toRecord, type ImportRecord } from './parse-import.ts';

/** How the reading of a board ended. */
export interface BoardOutcome {
  /** COMPLETE: what was not among its postings is gone from it. PARTIAL: more is there. FAILED: nothing could be read. */
  readonly state: 'COMPLETE' | 'PARTIAL' | 'FAILED';
  /** Why it is not complete, the first reason of all. */
  readonly reason: string | null;
  /** Postings known to be there that nobody has looked at, at least so many. */
  readonly notInspected: number;
  /** External ids of those among them whose id is known: they are on the board still. */
  readonly seenIds: readonly string[];
  /** As of what was asked last; absent where the source answered. */
  readonly busyFor?: number;
}

/** A board that is being read. */
export interface BoardReading {
  /** Its postings, page by page. */
  readonly pages: AsyncIterable<readonly ImportRecord[]>;
  /** Told once the pages are through; until then what is known so far. */
  readonly outcome: () => BoardOutcome;
}

/** One bad page is left out; after two in a row the source is left alone. */
const mostFailures = 2;

/** Share of the records. */
const mostUnreadable = 0.1;

const timeIsUp = 'limit: the time for the source is up';

/**
 * Reads a board from its source, and never throws for what the source does: a failed reading is an outcome with a
 * reason. Belongs outside of transactions: it takes as long as the source does.
 */
export function fetchBoard(source: SourceAdapter, board: string, asking: AskSource): BoardReading {
  const run = new BoardRun(source, board, asking);
  return { pages: run.pages(), outcome: () => run.outcome() };
}

class BoardRun {
  private readonly source: SourceAdapter;
  private readonly board: string;
  private readonly asking: AskSource;
  private readonly context: ReadContext;
  private readonly seen = new Set<string>();
  private readonly seenIds: string[] = [];
  private reason: string | null = null;
  private inspected = 0;
  private unreadable = 0;
  private notInspected = 0;
  private failures = 0;
  private busyFor: number | undefined;
  /** Postings on the pages so far, also on those that could not be read. */
  private listed = 0;

  constructor(source: SourceAdapter, board: string, asking: AskSource) {
    this.source = source;
    this.board = board;
    this.asking = asking;
    this.context = { board, today: asking.now().toISOString().slice(0, 10) };
  }

  outcome(): BoardOutcome {
    const { notInspected, seenIds } = this;
    const reason = this.reason ?? this.doubt();
    const state = reason === null ? 'COMPLETE' : this.inspected + seenIds.length > 0 ? 'PARTIAL' : 'FAILED';
    const busy = this.busyFor === undefined ? {} : { busyFor: this.busyFor };
    return { state, reason, notInspected, seenIds, ...busy };
  }

  async *pages(): AsyncGenerator<readonly ImportRecord[]> {
    const refusal = this.refusal();
    if (refusal === null) yield* this.allPages();
    else this.fail(refusal);
  }

  private async *allPages(): AsyncGenerator<readonly ImportRecord[]> {
    const { limits } = this.source;
    for (let page = 0; page < limits.mostPages; page += 1) {
      if (page > 0) await this.asking.sleep(limits.pause);
      const answer = await this.readPage(page);
      if ('reason' in answer) {
        const size = page === 0 ? 0 : (limits.pageSize ?? 0);
        this.fail(answer.reason, size);
        this.listed += size;
        if (page === 0 || this.isGivenUp()) return;
      } else {
        this.failures = 0;
        this.listed += answer.postings.length;
        yield await this.readPostings(answer.postings);
        if (isLast(answer, this.listed, this.source)) return;
        if (this.isGivenUp()) return this.fail(timeIsUp, 1);
      }
    }
    this.fail(`limit: more than ${limits.mostPages} pages are not read`, 1);
  }

  private refusal(): string | null {
    const { board, source, asking } = this;
    if (!source.board.pattern.test(board)) return `board: is no ${source.board.kind}`;
    return source.key && asking.key === null ? 'key: the source wants one of your own' : null;
  }

  /** Many records that are no postings mean that the source writes otherwise now, not that its postings are gone. */
  private doubt(): string | null {
    const { unreadable, inspected } = this;
    return unreadable > inspected * mostUnreadable ? `records: ${unreadable} of ${inspected} are no postings` : null;
  }

  private fail(reason: string, notInspected = 0): void {
    this.reason ??= reason;
    this.notInspected += notInspected;
    this.failures += 1;
  }

  private isGivenUp(): boolean {
    return this.failures >= mostFailures || this.asking.now() >= this.asking.deadline;
  }

  private async readPage(page: number): Promise<ReadAnswer | { readonly reason: string }> {
    const { source, board, asking } = this;
    const first = await this.read(source.request(board, page, asking.key));
    return 'follow' in first && first.follow ? this.read(first.follow) : first;
  }

  private async read(request: BoardRequest): Promise<ReadAnswer | { readonly reason: string }> {
    const parsed = await this.ask(request);
    return 'reason' in parsed ? parsed : this.source.parse(parsed.answer, this.context);
  }

  private async ask(request: BoardRequest): Promise<AskedSource> {
    const { source, board, asking } = this;
    const parsed = await askSource(source, request, { asking, hosts: source.hosts(board) });
    this.busyFor = 'reason' in parsed ? parsed.busyFor : undefined;
    return parsed;
  }

  private async readPostings(postings: readonly ListedPosting[]): Promise<ImportRecord[]> {
    const records: ImportRecord[] = [];
    for (const listed of postings) {
      const read = await this.readDetail(listed);
      if (read === null) continue;
      this.inspected += 1;
      if ('reason' in read) this.unreadable += 1;
      records.push(toRecord({ line: this.inspected, read }, this.seen));
    }
    return records;
  }

  /** The posting with its text; null where that could not be read: stored without, it would lose the text it had. */
  private async readDetail(listed: ListedPosting): Promise<ReadPosting | null> {
    const { source, asking, context } = this;
    if ('reason' in listed || !listed.detail || !source.parseDetail) return listed;
    if (this.isGivenUp()) return this.skip(listed.posting);
    await asking.sleep(source.limits.pause);
    const parsed = await this.ask(listed.detail);
    if ('reason' in parsed) {
      this.fail(parsed.reason);
      return this.skip(listed.posting);
    }
    this.failures = 0;
    return source.parseDetail(parsed.answer, listed.posting, context);
  }

  private skip({ externalId }: RawPosting): null {
    this.reason ??= timeIsUp;
    this.notInspected += 1;
    this.seenIds.push(externalId);
    return null;
  }
}

function isLast({ postings, total }: ReadAnswer, listed: number, { limits }: SourceAdapter): boolean {
  if (limits.pageSize === null || postings.length === 0) return true;
  if (typeof total === 'number') return listed >= total;
  return postings.length < limits.pageSize;
}
