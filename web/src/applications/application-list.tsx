import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { ApplicationsQuery } from '../generated/graphql.ts';
import { formatDay } from '../matches/describe-posting.ts';
import { usePersonaId } from '../personas/personas.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failure, Loading } from '../shell/states.tsx';
import classes from './application.module.css';
import { StatusControl } from './status-control.tsx';

const Applications = graphql(`
  query Applications($personaId: ID!, $after: String) {
    applications(personaId: $personaId, sort: STATUS_UPDATED_DESC, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          status
          appliedAt
          statusUpdatedAt
          version
          snapshot {
            title
            companyName
            location
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** The persona's applications, those that moved last first. */
export function ApplicationList() {
  const personaId = usePersonaId();
  const { data, error, loading, refetch, fetchMore } = useQuery(Applications, {
    variables: { personaId },
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.applications;

  return (
    <Stack>
      <PageTitle>Applications</PageTitle>
      {error && !loading ? <Failure error={error} onRetry={() => void refetch().catch(() => undefined)} /> : null}
      {!list && loading && <Loading label="Loading your applications" />}
      {list && <ApplicationRows edges={list.edges} />}
      {list?.pageInfo.hasNextPage && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)}
        >
          Load more
        </Button>
      )}
    </Stack>
  );
}

type Edges = NonNullable<ApplicationsQuery['applications']>['edges'];

function ApplicationRows({ edges }: { readonly edges: Edges }) {
  const personaId = usePersonaId();
  if (edges.length === 0) {
    return (
      <Empty title="No applications yet">
        <Text>Open a posting, apply with the employer, then choose “I applied”: it will be followed up here.</Text>
        <Button component={Link} to={`/personas/${personaId}/jobs`}>
          See your jobs
        </Button>
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label="Applications">
      {edges.map(({ node: { snapshot, ...application } }) => (
        <Paper key={application.id} component="li" withBorder radius="md" className={classes.row}>
          <div>
            <Anchor component={Link} to={application.id} fw={600}>
              {snapshot.title}
            </Anchor>
            <Text size="sm">{[snapshot.companyName, snapshot.location].filter(Boolean).join(' · ')}</Text>
            <Text size="sm" c="dimmed">
              Applied {formatDay(application.appliedAt)}, last moved {formatDay(application.statusUpdatedAt)}
            </Text>
          </div>
          <StatusControl application={application} title={snapshot.title} />
        </Paper>
      ))}
    </ul>
  );
}
