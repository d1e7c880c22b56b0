import { placeKey, titleKey } from '../../src/job-pool/duplicate-keys.ts';
import type { Board, ShownPosting } from './read-data.ts';

/** Sweeps that have to miss a posting before it counts as gone. */
const missesToClose = 2;

/**
 * Whether a posting should be open at the end of each day, by the rule in plain words: what two snapshots in a row do not
 * show is gone, one with nothing in it says nothing, and what comes back is open. Null before it was first seen.
 */
export function expectedStates(
  board: Board,
  { days: shown }: ShownPosting,
  dayCount: number,
): readonly (boolean | null)[] {
  let misses: number | null = null;
  return Array.from({ length: dayCount }, (_, day) => {
    if (shown.has(day)) misses = 0;
    else if (misses !== null && !isEmptyOn(board, day)) misses += 1;
    return misses === null ? null : misses < missesToClose;
  });
}

/** Whether the board showed nothing at all on a day, though it had shown something. */
export const isEmptyOn = ({ postings }: Board, day: number): boolean => !postings.some(({ days }) => days.has(day));

/** The numbers of days between which a posting was not shown, as how many in a row. */
export function gapsOf({ days }: ShownPosting): readonly number[] {
  const shown = [...days].toSorted((a, b) => a - b);
  return shown.slice(1).flatMap((day, index) => {
    const gap = day - (shown[index] ?? day) - 1;
    return gap > 0 ? [gap] : [];
  });
}

/** Two postings of a board of which the later may be the earlier one under a new id. */
export interface Candidate {
  readonly earlier: ShownPosting;
  readonly later: ShownPosting;
}

/** Those of one title and place of which the earlier one was not there when the later one was first seen. */
export function repostCandidates({ postings }: Board): readonly Candidate[] {
  const groups = Map.groupBy(postings, ({ title, location }) => `${titleKey(title)}\t${placeKey(location)}`);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((later) => {
      const day = firstDay(later);
      return group
        .filter((earlier) => firstDay(earlier) < day && !earlier.days.has(day))
        .map((earlier) => ({ earlier, later }));
    }),
  );
}

const firstDay = ({ days }: ShownPosting): number => Math.min(...days);
