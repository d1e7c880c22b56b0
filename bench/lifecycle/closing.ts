import type { Measured } from '../matching/measured.ts';
import { atLeast, atMost } from '../report/goals.ts';
import { expectedStates, gapsOf } from './expected.ts';
import type { Snapshots } from './read-data.ts';
import type { Replayed, StoredPosting } from './replay.ts';

interface Followed {
  readonly uid: string;
  readonly gaps: readonly number[];
  readonly expected: readonly (boolean | null)[];
  /** Its row at the end of each day. */
  readonly rows: readonly (StoredPosting | undefined)[];
}

/** Judges whether each posting was open when it should have been, and is the same row with its links throughout. */
export function measureClosing({ days, boards }: Snapshots, replayed: Replayed): Measured {
  const byDay = replayed.rows.map((rows) => new Map(rows.map((row) => [row.uid, row])));
  const all = boards.flatMap((board) =>
    board.postings.map((posting): Followed => {
      const uid = `${board.source}:${board.name}:${posting.externalId}`;
      const rows = byDay.map((ofDay) => ofDay.get(uid));
      return { uid, gaps: gapsOf(posting), expected: expectedStates(board, posting, days.length), rows };
    }),
  );
  const wrong = all.filter(({ expected, rows }) => expected.some((open, day) => open !== (rows[day]?.isOpen ?? null)));
  const moved = all.filter(({ rows }) => new Set(rows.flatMap((row) => row?.id ?? [])).size !== 1);
  const reopened = all.filter((each) => changes(each, true) > 0);
  const brief = all.filter(({ gaps }) => gaps.length > 0 && gaps.every((gap) => gap === 1));
  const closedBrief = brief.filter((each) => changes(each, true) > 0);
  const { links, emptySweeps, closedByEmpty } = replayed;
  const lines = [
    ['postings', all.length],
    ['open in the end', all.filter(({ rows }) => rows.at(-1)?.isOpen).length],
    ['closed in the end', all.filter(({ rows }) => rows.at(-1)?.isOpen === false).length],
    ['closed at some time', all.filter((each) => changes(each, false) > 0).length],
    ['opened again', reopened.length],
    ['gaps of one day', all.flatMap(({ gaps }) => gaps.filter((gap) => gap === 1)).length],
    ['missing for such days alone', brief.length],
    ['sweeps that found nothing', emptySweeps],
  ] as const;
  return {
    blocks: [
      `### ${boards.length} boards on ${days.length} days`,
      ['| | |', '|---|---:|', ...lines.map(([name, count]) => `| ${name} | ${count} |`)].join('\n'),
      wrong.map(({ uid }) => `- open or closed when it should not be: ${uid}`).join('\n'),
    ].filter((block) => block !== ''),
    goals: [
      atMost('states', 'postings that were open or closed when they should not be', [wrong.length, 0]),
      atMost('rows', 'postings that became another row', [moved.length, 0]),
      atLeast('links', 'kept of the links that were made', [links.kept, links.made]),
      atMost('single days', 'postings closed that were missing for single days alone', [closedBrief.length, 0]),
      atMost('empty boards', 'postings closed by sweeps that found nothing', [closedByEmpty, 0]),
    ],
  };
}

/** How often a posting opened after it had closed, or closed. */
const changes = ({ rows }: Pick<Followed, 'rows'>, isOpen: boolean): number =>
  rows.slice(1).filter((row, day) => row?.isOpen === isOpen && rows[day]?.isOpen === !isOpen).length;
