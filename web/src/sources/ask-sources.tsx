import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { SourceRunFieldsFragment } from '../generated/graphql.ts';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/sources.ts';
import { describeAsking } from './describe-run.ts';
import classes from './sources.module.css';
import { SourceRuns } from './use-source-runs.ts';

const RefreshSources = graphql(`
  mutation RefreshSources($personaId: ID!) {
    refreshSources(personaId: $personaId) {
      id
      state
    }
  }
`);

interface AskSourcesProps {
  readonly personaId: string;
  readonly runs: readonly SourceRunFieldsFragment[] | undefined;
}

/** Has sources asked now, and says how many have answered. */
export function AskSources({ personaId, runs = [] }: AskSourcesProps) {
  const [refresh, { data, loading, error }] = useMutation(RefreshSources, {
    variables: { personaId },
    refetchQueries: [SourceRuns],
    awaitRefetchQueries: true,
  });
  const start = () => void refresh().catch(() => undefined);
  const earliest = runs.findLast(({ state }) => state === 'WAITING')?.askedAt;
  const asked = earliest === undefined ? [] : runs.filter(({ askedAt }) => askedAt >= earliest);
  const answered = asked.filter(({ state }) => state !== 'WAITING').length;
  return (
    <>
      <Group gap="md">
        <Button variant="default" loading={loading} onClick={start}>
          {words.ask.now}
        </Button>
        {asked.length > 0 && (
          <progress className={classes.progress} value={answered} max={asked.length} aria-label={words.ask.progress} />
        )}
        <Text size="sm" c="dimmed" role="status">
          {describeAsking({ asked: asked.length, answered, refreshed: data?.refreshSources })}
        </Text>
      </Group>
      {error && <Failure error={error} onRetry={start} />}
    </>
  );
}
