import { useQuery } from '@apollo/client/react';
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { ApplicationQuery } from '../generated/graphql.ts';
import { formatMoment, formatPay } from '../matches/describe-posting.ts';
import { usePersonaId } from '../personas/personas.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading, NotFound } from '../shell/states.tsx';
import { eventLabels } from './application-status.ts';
import classes from './application.module.css';
import { StatusControl } from './status-control.tsx';

const Application = graphql(`
  query Application($id: ID!) {
    application(id: $id) {
      id
      status
      version
      personaJob {
        id
      }
      snapshot {
        title
        companyName
        location
        description
        salaryMin
        salaryMax
        salaryCurrency
        capturedAt
      }
      timeline {
        id
        eventType
        eventDate
        description
      }
    }
  }
`);

type ApplicationFields = NonNullable<ApplicationQuery['application']>;

/** One application: where it stands, what happened, and the posting as it was. */
export function ApplicationDetail() {
  const { applicationId = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(Application, { variables: { id: applicationId } });
  const application = data?.application;
  if (application) return <ApplicationPage application={application} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return loading ? <Loading label="Loading the application" /> : <NotFound />;
}

function ApplicationPage({ application }: { readonly application: ApplicationFields }) {
  const personaId = usePersonaId();
  const { snapshot, personaJob, timeline } = application;
  const facts = [snapshot.companyName, snapshot.location, formatPay(snapshot)].filter(Boolean);

  return (
    <Stack>
      <Anchor component={Link} to={`/personas/${personaId}/applications`}>
        ← All applications
      </Anchor>
      <div>
        <PageTitle order={2}>{snapshot.title}</PageTitle>
        <Text c="dimmed">{facts.join(' · ')}</Text>
      </div>
      <StatusControl application={application} title={snapshot.title} />
      <Paper withBorder component="section" className={classes.panel}>
        <Title order={2} size="h4" mb="sm">
          What happened
        </Title>
        <ol className={classes.timeline}>
          {timeline.map(({ id, eventType, eventDate, description }) => (
            <li key={id} className={classes.event}>
              <Text fw={500}>{eventLabels[eventType]}</Text>
              {description && <Text size="sm">{description}</Text>}
              <Text size="sm" c="dimmed" component="time" dateTime={eventDate}>
                {formatMoment(eventDate)}
              </Text>
            </li>
          ))}
        </ol>
      </Paper>
      <Paper withBorder component="section" className={classes.panel}>
        <Title order={2} size="h4">
          The posting when you applied
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          Kept {formatMoment(snapshot.capturedAt)}.{' '}
          {personaJob && (
            <Anchor component={Link} to={`/personas/${personaId}/jobs/${personaJob.id}`} underline="always">
              See it as it is now
            </Anchor>
          )}
        </Text>
        <Text className={classes.text}>{snapshot.description}</Text>
      </Paper>
    </Stack>
  );
}
