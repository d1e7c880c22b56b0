import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const fileOf = (name: string): Buffer => readFileSync(new URL(`data/${name}`, import.meta.url));

/** A posting as its board showed it. */
export interface ShownPosting {
  readonly externalId: string;
  readonly title: string;
  readonly location: string | null;
  readonly postedDate: string;
  /** On which days, by their numbers from 0. */
  readonly days: ReadonlySet<number>;
}

/** A board over all days. */
export interface Board {
  /** As sources are called: `greenhouse`. */
  readonly source: string;
  readonly name: string;
  readonly postings: readonly ShownPosting[];
}

/** Daily snapshots of boards. */
export interface Snapshots {
  readonly days: readonly string[];
  readonly boards: readonly Board[];
}

export function readSnapshots(): Snapshots {
  const [first = '', ...lines] = gunzipSync(fileOf('snapshots.tsv.gz')).toString('utf8').trim().split('\n');
  const days = first.split('\t');
  const postings = lines.map((line) => {
    const [board = '', externalId = '', title = '', place = '', postedDate = '', shown = ''] = line.split('\t');
    const bits = Number.parseInt(shown, 36);
    const on = new Set([...days.keys()].filter((day) => Math.floor(bits / 2 ** day) % 2 === 1));
    return { board, posting: { externalId, title, location: place || null, postedDate, days: on } };
  });
  const boards = [...Map.groupBy(postings, ({ board }) => board)].map(([name, own]) => {
    const [source = '', board = ''] = name.split(':');
    return { source, name: board, postings: own.map(({ posting }) => posting) };
  });
  return { days, boards };
}

export const verdicts = ['repost', 'another opening', 'false alarm'] as const;

/** What reading came to on two postings of one board, the later of which may be the earlier one under a new id. */
export interface ReadCandidate {
  /** Of both, the earlier one first: `ashby:acme:…`. */
  readonly uids: readonly [string, string];
  readonly verdict: (typeof verdicts)[number];
  readonly reason: string;
}

export const readCandidates = (): readonly ReadCandidate[] =>
  fileOf('reposts.tsv')
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [earlier = '', later = '', verdict = '', reason = ''] = line.split('\t');
      const known = verdicts.find((each) => each === verdict);
      if (known === undefined) throw new Error(`There is no verdict "${verdict}".`);
      return { uids: [earlier, later], verdict: known, reason };
    });
