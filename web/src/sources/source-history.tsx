import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { FragmentType } from '../generated/fragment-masking.ts';
import type { PollingFrequency, SourceRunFieldsFragment } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { Panel } from '../personas/panel.tsx';
import { Pending } from '../shell/states.tsx';
import { words } from '../words/sources.ts';
import { describeNextTry, listLines, type RunLine } from './describe-run.ts';
import { listPreferences, type SourcePreferenceFields } from './source-lists.tsx';
import classes from './sources.module.css';
import type { SourceRunList } from './use-source-runs.ts';

interface SourceHistoryProps {
  readonly runs: SourceRunList;
  readonly frequency: PollingFrequency;
  readonly preferences: readonly FragmentType<typeof SourcePreferenceFields>[];
}

/** What came of asking, by the times at which sources were asked: the latest, and on request those before. */
export function SourceHistory({ runs, frequency, preferences }: SourceHistoryProps) {
  const { known, error, refetch } = runs;
  const enabled = new Set(listPreferences(preferences).flatMap((each) => (each.enabled ? [each.source.id] : [])));
  return (
    <Panel title={words.history.title} hint={words.history.hint}>
      {(!known || error) && <Pending error={error} onRetry={refetch} />}
      {known?.length === 0 && <Text size="sm">{words.history.none}</Text>}
      {known && <Times known={known} runs={runs} nextTry={nextTries(known, { enabled, frequency })} />}
    </Panel>
  );
}

interface TimesProps {
  readonly known: readonly SourceRunFieldsFragment[];
  readonly runs: SourceRunList;
  readonly nextTry: ReadonlyMap<string, string>;
}

/** Sources that were asked a moment ago are passed over when all are asked again: their answers still count as latest. */
const togetherMs = 15 * 60_000;

function Times({ known, runs, nextTry }: TimesProps) {
  const [isWhole, setIsWhole] = useState(false);
  const times = [...Map.groupBy(known, ({ askedAt }) => askedAt)];
  const newest = Date.parse(times[0]?.[0] ?? '');
  const shown = isWhole ? times : times.filter(([askedAt]) => newest - Date.parse(askedAt) < togetherMs);
  return (
    <>
      {shown.map(([askedAt, asked]) => (
        <AskedAt key={askedAt} time={askedAt} lines={listLines(asked, nextTry)} />
      ))}
      {(runs.hasMore || shown.length < times.length) && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={isWhole && runs.loading}
            onClick={isWhole ? runs.loadMore : () => setIsWhole(true)}
          >
            {words.history.earlier}
          </Button>
        </div>
      )}
    </>
  );
}

interface Asked {
  readonly enabled: ReadonlySet<string>;
  readonly frequency: PollingFrequency;
}

const isWanting = ({ state }: SourceRunFieldsFragment): boolean => state === 'FAILED' || state === 'PARTIAL';

/** When sources are asked again whose latest answer was none, or not all, by the ids of those runs. */
function nextTries(
  runs: readonly SourceRunFieldsFragment[],
  { enabled, frequency }: Asked,
): ReadonlyMap<string, string> {
  const latest = new Map(runs.toReversed().map((run) => [run.source?.id, run]));
  return new Map(
    [...latest.values()]
      .filter((run) => isWanting(run) && run.source && enabled.has(run.source.id))
      .map((run) => [run.id, describeNextTry(run.askedAt, frequency)]),
  );
}

function AskedAt({ time, lines }: { readonly time: string; readonly lines: readonly RunLine[] }) {
  return (
    <section aria-label={formatMoment(time)}>
      <Title order={3} size="h6">
        <time dateTime={time}>{formatMoment(time)}</time>
      </Title>
      <ul className={classes.runs}>
        {lines.map(({ kind, sources, text }) => (
          <li key={sources.join()} className={classes.run} data-state={kind}>
            <Text size="sm" fw={500}>
              {sources.join(', ')}
            </Text>
            <Text size="sm" className={classes.became ?? ''}>
              {text}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
