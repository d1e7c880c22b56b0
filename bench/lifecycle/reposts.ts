import type { Measured } from '../matching/measured.ts';
import { atMost } from '../report/goals.ts';
import { repostCandidates } from './expected.ts';
import { verdicts, type ReadCandidate, type Snapshots } from './read-data.ts';
import type { Replayed } from './replay.ts';

const nameOf = ([earlier, later]: readonly [string, string]): string => `${earlier} > ${later}`;

/** Holds what was taken for a repost under a new id against what reading came to. */
export function measureReposts({ boards }: Snapshots, { rows }: Replayed, read: readonly ReadCandidate[]): Measured {
  const candidates = boards.flatMap((board) =>
    repostCandidates(board).map(({ earlier, later }): readonly [string, string] => {
      const uidOf = (id: string): string => `${board.source}:${board.name}:${id}`;
      return [uidOf(earlier.externalId), uidOf(later.externalId)];
    }),
  );
  const linked = linkedPairs(rows.at(-1) ?? []);
  const verdictOf = new Map(read.map((each) => [nameOf(each.uids), each]));
  const unread = [...candidates, ...linked].filter((uids) => !verdictOf.has(nameOf(uids)));
  const names = new Set(linked.map(nameOf));
  // Of several that a posting may repost it is linked with one: what counts is whether it is known to be a repost.
  const laterLinked = new Set(linked.map(([, later]) => later));
  const count = (verdict: string, isLinked: boolean): number =>
    read.filter((each) => each.verdict === verdict && names.has(nameOf(each.uids)) === isLinked).length;
  const falseAlarms = read.filter((each) => each.verdict !== 'repost' && names.has(nameOf(each.uids)));
  const missed = read.filter((each) => each.verdict === 'repost' && !laterLinked.has(each.uids[1]));
  return {
    blocks: [
      `### ${candidates.length} candidates for reposts under a new id`,
      [
        '| read as | linked | not linked |',
        '|---|---:|---:|',
        ...verdicts.map((verdict) => `| ${verdict} | ${count(verdict, true)} | ${count(verdict, false)} |`),
      ].join('\n'),
      [
        ...falseAlarms.map(({ uids, verdict, reason }) => `- linked: ${nameOf(uids)}, ${verdict}: ${reason}`),
        ...missed.map(({ uids, reason }) => `- not known to be a repost: ${nameOf(uids)}: ${reason}`),
        ...unread.map((uids) => `- read by nobody: ${nameOf(uids)}`),
      ].join('\n'),
    ].filter((block) => block !== ''),
    goals: [atMost('candidates', 'that nobody has read', [unread.length, 0])],
  };
}

/** Each posting that is known to repost another, with that one. */
function linkedPairs(rows: Replayed['rows'][number]): readonly (readonly [string, string])[] {
  const uids = new Map(rows.map(({ id, uid }) => [id, uid]));
  return rows.flatMap(({ uid, previousIds: [previous] }) => {
    const earlier = uids.get(previous ?? '');
    return earlier === undefined ? [] : [[earlier, uid] as const];
  });
}
