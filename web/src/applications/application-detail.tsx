import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { ApplicationQuery } from '../generated/graphql.ts';
import { formatDay, formatMoment } from '../language/format-date.ts';
import { formatPay, workModels } from '../matches/describe-posting.ts';
import { usePersonaId } from '../personas/personas.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading, NotFound } from '../shell/states.tsx';
import { words } from '../words/applications.ts';
import { statusColors, statusLabels } from './application-status.ts';
import classes from './application.module.css';
import { LazyMoveDialog } from './lazy-move-dialog.tsx';
import { ApplicationStanding } from './move-application.ts';
import { MoveMenu } from './move-menu.tsx';
import { MoveNotice } from './move-notice.tsx';
import { Offer, Rejection } from './outcome.tsx';
import { Timeline } from './timeline.tsx';
import { useMoves } from './use-moves.ts';

const Application = graphql(`
  query Application($id: ID!) {
    application(id: $id) {
      id
      notes
      appliedAt
      personaJob {
        id
      }
      snapshot {
        title
        companyName
        companyUrl
        location
        workModel
        description
        salaryMin
        salaryMax
        salaryCurrency
        sourceUrl
        capturedAt
      }
      ...ApplicationStanding
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
  return loading ? <Loading label={words.detail.loading} /> : <NotFound />;
}

function ApplicationPage({ application }: { readonly application: ApplicationFields }) {
  const personaId = usePersonaId();
  const moves = useMoves();
  const { snapshot, notes, appliedAt } = application;
  const standing = unmask(ApplicationStanding, application);
  const { id, status, offerDetails, rejectionDetails, timeline } = standing;
  const facts = [snapshot.location, snapshot.workModel && workModels[snapshot.workModel], formatPay(snapshot)];

  return (
    <Stack>
      <Anchor component={Link} to={`/personas/${personaId}/applications`}>
        {words.detail.back}
      </Anchor>
      <div>
        <PageTitle order={2}>{snapshot.title}</PageTitle>
        <Text fw={500}>{snapshot.companyName}</Text>
        <Text c="dimmed">{[...facts, words.detail.applied(formatDay(appliedAt))].filter(Boolean).join(' · ')}</Text>
      </div>
      <Group gap="xs" data-card={id}>
        <Badge variant="light" size="lg" color={statusColors[status]} tt="none">
          {statusLabels[status]}
        </Badge>
        <MoveMenu application={{ ...standing, snapshot }} moves={moves} size="xs" />
      </Group>
      <div className={classes.detail}>
        <Stack>
          <Section title={words.detail.timeline}>
            <Timeline events={timeline} />
          </Section>
          {offerDetails && (
            <Section title={words.detail.offer}>
              <Offer offer={offerDetails} />
            </Section>
          )}
          {rejectionDetails && (
            <Section title={words.detail.rejection}>
              <Rejection rejection={rejectionDetails} />
            </Section>
          )}
          {notes && (
            <Section title={words.detail.notes}>
              <Text className={classes.text}>{notes}</Text>
            </Section>
          )}
        </Stack>
        <PostingThen application={application} />
      </div>
      <LazyMoveDialog moves={moves} />
      <MoveNotice moves={moves} />
    </Stack>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** The posting as it was: employers change and remove theirs. */
function PostingThen({ application: { snapshot, personaJob } }: { readonly application: ApplicationFields }) {
  const personaId = usePersonaId();
  return (
    <Section title={words.detail.posting}>
      <Text size="sm" c="dimmed" mb="sm">
        {words.detail.kept(
          formatMoment(snapshot.capturedAt),
          personaJob && (
            <Anchor component={Link} to={`/personas/${personaId}/jobs/${personaJob.id}`} underline="always">
              {words.detail.now}
            </Anchor>
          ),
        )}
      </Text>
      <Text className={classes.text}>{snapshot.description}</Text>
    </Section>
  );
}
