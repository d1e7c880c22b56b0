import type { PollingFrequency, SourceRunFieldsFragment, SourceRunState } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { words } from '../words/sources.ts';

interface Asking {
  readonly asked: number;
  readonly answered: number;
  /** What asking now has come to, once it was asked for. */
  readonly refreshed: readonly { readonly state: SourceRunState }[] | undefined;
}

/** How far asking has got, or why nothing is asked. */
export function describeAsking({ asked, answered, refreshed }: Asking): string | undefined {
  if (asked > 0) return words.ask.answered(answered, asked);
  if (!refreshed) return undefined;
  if (refreshed.length === 0) return words.ask.none;
  return refreshed.some(({ state }) => state === 'WAITING') ? words.ask.done : words.ask.recently;
}

type Run = SourceRunFieldsFragment;

/** What came of asking a source, in a few words. */
export function describeRun(run: Run): string {
  switch (run.state) {
    case 'WAITING':
      return words.run.waiting;
    case 'SKIPPED':
      return words.run.skipped(run.failure ?? '');
    case 'FAILED':
      return words.run.failed(run.failure ?? '');
    case 'PARTIAL':
    case 'SUCCEEDED':
      return [countPostings(run), run.failure].filter(Boolean).join('. ');
  }
}

function countPostings({ found, newMatches, notInspected }: Run): string {
  const counts = [newMatches ? words.run.new(newMatches) : words.run.nothingNew, words.run.found(found ?? 0)];
  return [...counts, ...(notInspected ? [words.run.notInspected(notInspected)] : [])].join(', ');
}

/** What stands in one line: what came of asking one source, or the same of several. */
export interface RunLine {
  readonly kind: (typeof kinds)[number];
  readonly sources: readonly string[];
  readonly text: string;
}

const kinds = ['NEW', 'FAILED', 'PARTIAL', 'WAITING', 'SUCCEEDED', 'SKIPPED'] as const;

/** What came of asking sources at one time, what matters most first. Those without numbers of their own share a line. */
export function listLines(runs: readonly Run[], nextTry: ReadonlyMap<string, string>): readonly RunLine[] {
  const lines = new Map<string, RunLine>();
  for (const run of runs) {
    const text = [describeRun(run), nextTry.get(run.id)].filter(Boolean).join(' ');
    const isShared = run.state === 'SKIPPED' || run.state === 'WAITING';
    const key = isShared ? text : run.id;
    const sources = [...(lines.get(key)?.sources ?? []), run.source?.label ?? words.run.gone];
    lines.set(key, { kind: run.newMatches ? 'NEW' : run.state, sources: sources.toSorted(), text });
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
  if (hours === undefined) return words.run.nextByHand;
  const next = Date.parse(askedAt) + hours * 3_600_000;
  return next <= Date.now() ? words.run.nextSoon : words.run.nextOn(formatMoment(new Date(next).toISOString()));
}
