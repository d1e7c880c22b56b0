import { useQuery } from '@apollo/client/react';
import { Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { graphql } from '../generated/gql.ts';
import type { ApplicationNumbersQuery } from '../generated/graphql.ts';
import { formatNumber, formatShare } from '../language/format-number.ts';
import { usePersonaId } from '../personas/personas.ts';
import { NotFound, Pending } from '../shell/states.tsx';
import { words } from '../words/applications.ts';
import { statusLabels } from './application-status.ts';
import { NoApplications } from './no-applications.tsx';
import classes from './numbers.module.css';

const Numbers = graphql(`
  query ApplicationNumbers($personaId: ID!) {
    applicationStats(personaId: $personaId) {
      funnel {
        status
        count
      }
      timeInStatus {
        status
        count
        ongoing
        lowerQuartileDays
        medianDays
        upperQuartileDays
      }
    }
  }
`);

type Stats = NonNullable<ApplicationNumbersQuery['applicationStats']>;

/** How far a persona's applications come, and how long they wait. */
export function ApplicationNumbers() {
  // Counted anew whenever they are looked at: every move changes them.
  const { data, error, refetch } = useQuery(Numbers, {
    variables: { personaId: usePersonaId() },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.applicationStats) return <NotFound />;
  const { funnel, timeInStatus } = data.applicationStats;
  if (funnel.every(({ count }) => count === 0)) return <NoApplications />;
  return (
    <div className={classes.plots}>
      <Funnel steps={funnel} />
      <Waits waits={timeInStatus} />
    </div>
  );
}

interface PlotProps {
  readonly title: string;
  readonly hint: string;
  /** What columns of the table stand for. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** A plot that is a table: its bars say again what stands beside them. */
function Plot({ title, hint, columns, children }: PlotProps) {
  const titleId = useId();
  return (
    <Paper withBorder component="section" className={classes.plot} aria-labelledby={titleId}>
      <Title order={2} size="h4" id={titleId}>
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <table className={classes.table} aria-labelledby={titleId}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Paper>
  );
}

function Funnel({ steps }: { readonly steps: Stats['funnel'] }) {
  const all = steps[0]?.count ?? 0;
  return (
    <Plot
      title={words.numbers.funnel}
      hint={words.numbers.funnelHint}
      columns={[words.numbers.step, words.numbers.applications, words.numbers.ofAll, words.numbers.ofBefore]}
    >
      {steps.map(({ status, count }, index) => {
        const before = steps[index - 1]?.count;
        return (
          <Row key={status} name={statusLabels[status]} bar={<Bar from={0} to={count} of={all} />}>
            <td>{formatNumber(count)}</td>
            <td>{formatShare(all === 0 ? 0 : count / all)}</td>
            <td>{before ? formatShare(count / before) : '–'}</td>
          </Row>
        );
      })}
    </Plot>
  );
}

function Waits({ waits }: { readonly waits: Stats['timeInStatus'] }) {
  const longest = Math.max(1, ...waits.map(({ upperQuartileDays }) => upperQuartileDays ?? 0));
  return (
    <Plot
      title={words.numbers.waits}
      hint={words.numbers.waitsHint}
      columns={[words.numbers.step, words.numbers.median, words.numbers.middleHalf, words.numbers.ongoing]}
    >
      {waits.map(({ status, count, ongoing, lowerQuartileDays: low, medianDays: middle, upperQuartileDays: high }) => (
        <Row
          key={status}
          name={statusLabels[status]}
          bar={middle === null ? null : <Bar from={low ?? 0} to={high ?? 0} of={longest} mark={middle} />}
        >
          <td>{middle === null ? '–' : words.numbers.days(middle)}</td>
          <td>{low === null || high === null ? '–' : words.numbers.range(low, high)}</td>
          <td>{words.numbers.share(ongoing, count)}</td>
        </Row>
      ))}
    </Plot>
  );
}

interface RowProps {
  readonly name: string;
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

function Row({ name, bar, children }: RowProps) {
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        {children}
      </tr>
      <tr aria-hidden="true">
        <td colSpan={4} className={classes.barCell}>
          {bar}
        </td>
      </tr>
    </>
  );
}

interface BarProps {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly mark?: number;
}

const barWidth = 100;
/** What is there shows, however little it is. */
const least = 0.8;

function Bar({ from, to, of, mark }: BarProps) {
  const place = (value: number): number => (value / of) * barWidth;
  return (
    <svg className={classes.bar} viewBox={`0 0 ${barWidth} 4`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={barWidth} height="4" className={classes.track} />
      {to > 0 && <rect x={place(from)} width={Math.max(least, place(to - from))} height="4" className={classes.fill} />}
      {mark !== undefined && (
        <rect x={Math.min(barWidth - least, place(mark))} width={least} height="4" className={classes.mark} />
      )}
    </svg>
  );
}
