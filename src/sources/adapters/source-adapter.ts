import type { RawPosting } from '#job-pool/raw-posting.ts';

/** A posting, or why the record is none in words for whoever runs the import: the source's own field, then the reason. */
export type ReadPosting =
  | {
      readonly posting: RawPosting;
      /** What of the record could not be taken as it stands, each as field and what was done. */
      readonly repairs?: readonly string[];
    }
  | { readonly reason: string };

/** What a record of an answer is read against. */
export interface ReadContext {
  /** The board asked; null for a file that does not say. */
  readonly board: string | null;
  /** `YYYY-MM-DD`, for sources that say how many days ago. */
  readonly today: string;
}

export interface BoardRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; a GET where absent. */
  readonly body?: unknown;
}

/** A record of an answer; where it is only announced there, with the request that tells the rest. */
export type ListedPosting = ReadPosting & { readonly detail?: BoardRequest | null };

export interface ReadAnswer {
  readonly postings: readonly ListedPosting[];
  /** How many postings the board says that it has. */
  readonly total?: number | null;
  /** The answer only tells where the postings are. */
  readonly follow?: BoardRequest;
}

/**
 * One public source of postings: how it is asked, how it answers and what it asks of those who show its postings. Pure:
 * fetching is done elsewhere, alike for all.
 */
export interface SourceAdapter {
  /** As in commands: `greenhouse`. */
  readonly name: string;
  /** As people read it, and as the source is called in the pool: `Greenhouse`. */
  readonly label: string;
  /** What tells one board, or one question, from another. */
  readonly board: {
    /** What it is, for people: `board token`. */
    readonly kind: string;
    /** Anchored: what it does not match is never made part of a URL. */
    readonly pattern: RegExp;
    readonly example: string;
  };
  /** Hosts that are asked, and may be redirected to, for a board. */
  readonly hosts: (board: string) => readonly string[];
  /** How a page of a board is asked for, from 0. @param key the user's own, where the source wants one */
  readonly request: (board: string, page: number, key: string | null) => BoardRequest;
  readonly limits: SourceLimits;
  /** The board that has all of it, where there is one: it is asked for that, and learns nothing of who looks for what. */
  readonly wholeList?: string;
  /** Which boards somebody who looks for this is served by, where a board is a question. */
  readonly boardsFor?: (wanted: Wanted) => readonly string[];
  /** It is asked with a key of the user's own alone. */
  readonly key?: {
    /** What it looks like, for people: `application id, colon, application key`. */
    readonly form: string;
    readonly pattern: RegExp;
  };
  readonly media: AnswerMedia;
  /** Whether an answer, read as its medium, is of this source. */
  readonly recognises: (answer: unknown) => boolean;
  /** What an answer holds, or why it is no answer of this source. */
  readonly parse: (answer: unknown, context: ReadContext) => ReadAnswer | { readonly reason: string };
  /** How the rest of a posting is read that its list only announces. */
  readonly parseDetail?: (answer: unknown, listed: RawPosting, context: ReadContext) => ReadPosting;
  /** How one posting is asked for by its external id and read, where the source has a request for it. */
  readonly one?: {
    readonly request: (board: string, posting: string) => BoardRequest;
    readonly parse: (answer: unknown, context: ReadContext) => ReadPosting;
  };
  /** What the source's terms ask of whoever shows its postings. */
  readonly attribution: { readonly text: string; readonly linkBack: boolean } | null;
  /** Why nobody is asked to poll it unless they turn it on; null where it is on. */
  readonly offBecause: string | null;
  /** Whether its answers were read as recorded from the source, or as its documents describe them. */
  readonly provedOn: 'RECORDED' | 'DOCUMENTED';
}

/** What somebody looks for. */
export interface Wanted {
  readonly searches: readonly {
    readonly titles: readonly string[];
    readonly keywords: readonly string[];
    readonly remoteokTags: readonly string[];
    readonly location: string | null;
  }[];
  /** Where they live, ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** JSON and XML are parsed, a page is its text. */
export type AnswerMedia = 'json' | 'xml' | 'html';

export interface SourceLimits {
  /** Postings of one answer; null where one answer has all. */
  readonly pageSize: number | null;
  readonly mostPages: number;
  /** Between two requests, in milliseconds. */
  readonly pause: number;
  /** For one answer, in milliseconds. */
  readonly timeout: number;
  /** It lists what is new, or what matches: what is not listed any more may be open still. */
  readonly isPartial?: true;
  /** How often it may be asked, for all that ask it with the same key or without. */
  readonly quota?: { readonly requests: number; readonly hours: number };
  /** Before the same is asked again; an hour where it is not said. */
  readonly hoursFresh?: number;
}

/** For a source that answers with all postings at once. */
export const wholeBoard: SourceLimits = { pageSize: null, mostPages: 1, pause: 1_000, timeout: 30_000 };

/** For a source that answers with its newest postings, or with those that match. */
export const newestAlone: SourceLimits = { ...wholeBoard, isPartial: true };

/** For a source whose answers nobody has recorded: a first live one has to be looked at before anybody relies on it. */
export const documentedOnly = {
  offBecause: 'Read as its documents describe it; nobody has looked at a live answer yet.',
  provedOn: 'DOCUMENTED',
} as const satisfies Partial<SourceAdapter>;
