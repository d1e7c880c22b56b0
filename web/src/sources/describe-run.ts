import type { PollingFrequency, SourceRunFieldsFragment, SourceRunState } from '../generated/graphql.ts';
import { formatMoment } from '../matches/describe-posting.ts';

interface Asking {
  readonly asked: number;
  readonly answered: number;
  /** What asking now has come to, once it was asked for. */
  readonly refreshed: readonly { readonly state: SourceRunState }[] | undefined;
}

/** How far asking has got, or why nothing is asked. */
export function describeAsking({ asked, answered, refreshed }: Asking): string | undefined {
  if (asked > 0)
    return `${answered} of ${asked} ${asked === 1 ? 'source has' : 'sources have'} answered. It takes two minutes or more; you can leave this page.`;
  if (!refreshed) return undefined;
  if (refreshed.length === 0) return 'No source is turned on: turn one on below.';
  return refreshed.some(({ state }) => state === 'WAITING')
    ? 'All have answered.'
    : 'All were asked in the last quarter of an hour: their answers stand below.';
}

type Run = SourceRunFieldsFragment;

/** What came of asking a source, in a few words. */
export function describeRun(run: Run): string {
  switch (run.state) {
    case 'WAITING':
      return 'Being asked …';
    case 'SKIPPED':
      return `Not asked. ${run.failure ?? ''}`;
    case 'FAILED':
      return `Failed. ${run.failure ?? ''} What was known of it stays.`;
    case 'PARTIAL':
    case 'SUCCEEDED':
      return [countPostings(run), run.failure].filter(Boolean).join('. ');
  }
}

function countPostings({ found, newMatches, notInspected }: Run): string {
  const counts = [newMatches ? `${newMatches} new` : 'Nothing new', `${found ?? 0} listed`];
  return [...counts, ...(notInspected ? [`${notInspected} not inspected`] : [])].join(', ');
}

/** What stands in one line: what came of asking one source, or the same of several. */
export interface RunLine {
  readonly kind: (typeof kinds)[number];
  readonly sources: readonly string[];
  readonly words: string;
}

const kinds = ['NEW', 'FAILED', 'PARTIAL', 'WAITING', 'SUCCEEDED', 'SKIPPED'] as const;

/** What came of asking sources at one time, what matters most first. Those without numbers of their own share a line. */
export function listLines(runs: readonly Run[], nextTry: ReadonlyMap<string, string>): readonly RunLine[] {
  const lines = new Map<string, RunLine>();
  for (const run of runs) {
    const words = [describeRun(run), nextTry.get(run.id)].filter(Boolean).join(' ');
    const isShared = run.state === 'SKIPPED' || run.state === 'WAITING';
    const key = isShared ? words : run.id;
    const sources = [...(lines.get(key)?.sources ?? []), run.source?.label ?? 'A source that is gone'];
    lines.set(key, { kind: run.newMatches ? 'NEW' : run.state, sources: sources.toSorted(), words });
  }
  return [...lines.values()].toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

/** How many hours later a source is asked again; never where only its owner asks. */
const hoursBetween: Readonly<Record<PollingFrequency, number | undefined>> = {
  TWICE_DAILY: 12,
  DAILY: 24,
  WEEKLY: 7 * 24,
  MANUAL_ONLY: undefined,
};

/** When a source is asked again that gave nothing, or not all. */
export function describeNextTry(askedAt: string, frequency: PollingFrequency): string {
  const hours = hoursBetween[frequency];
  if (hours === undefined) return 'It is asked again when you ask.';
  const next = Date.parse(askedAt) + hours * 3_600_000;
  return next <= Date.now()
    ? 'It is asked again soon.'
    : `It is asked again on ${formatMoment(new Date(next).toISOString())}.`;
}
