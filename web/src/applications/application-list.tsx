import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Paper, Text } from '@mantine/core';
import { Link } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import type { ApplicationCardFragment } from '../generated/graphql.ts';
import { formatDay } from '../language/format-date.ts';
import { usePersonaId } from '../personas/personas.ts';
import { ShowMore } from '../shell/show-more.tsx';
import { Empty, Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/applications.ts';
import { ApplicationCardFields, NextHint } from './application-card.tsx';
import { ApplicationPage, listOf } from './application-page.ts';
import { statusColors, statusLabels } from './application-status.ts';
import { applicationLists, type ApplicationListName } from './application-lists.ts';
import classes from './application.module.css';
import { MoveMenu } from './move-menu.tsx';
import { NoApplications } from './no-applications.tsx';
import type { Moves } from './use-moves.ts';

interface ApplicationListProps {
  readonly name: ApplicationListName;
  readonly moves: Moves;
}

/** The persona's applications one below the other. */
export function ApplicationList({ name, moves }: ApplicationListProps) {
  const { label, title, statuses } = applicationLists[name];
  const { data, error, loading, refetch, fetchMore } = useQuery(ApplicationPage, {
    variables: listOf(usePersonaId(), name),
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.applications;
  // What was moved elsewhere since the list was loaded is still in it.
  const applications = (list?.edges ?? [])
    .map(({ node }) => unmask(ApplicationCardFields, node))
    .filter(({ status }) => statuses.includes(status));

  if (!list) {
    const retry = () => void refetch().catch(() => undefined);
    return error && !loading ? <Failure error={error} onRetry={retry} /> : <Loading label={words.loading} />;
  }
  if (applications.length === 0 && !list.pageInfo.hasNextPage) return <NothingListed name={name} />;
  return (
    <>
      <ul className={classes.list} aria-label={title}>
        {applications.map((application) => (
          <ApplicationRow key={application.id} application={application} moves={moves} />
        ))}
      </ul>
      <ShowMore pageInfo={list.pageInfo} label={label} fetchMore={fetchMore} />
    </>
  );
}

function NothingListed({ name }: { readonly name: ApplicationListName }) {
  const { emptyTitle } = applicationLists[name];
  if (name !== 'ended') return <NoApplications title={emptyTitle} />;
  return (
    <Empty title={emptyTitle}>
      <Text>{words.list.endedHint}</Text>
    </Empty>
  );
}

interface ApplicationRowProps {
  readonly application: ApplicationCardFragment;
  readonly moves: Moves;
}

function ApplicationRow({ application, moves }: ApplicationRowProps) {
  const { id, status, appliedAt, statusUpdatedAt, snapshot } = application;
  return (
    <Paper component="li" withBorder radius="md" className={classes.row} data-card={id}>
      <div className={classes.rowBody}>
        <Anchor component={Link} to={id} fw={600}>
          {snapshot.title}
        </Anchor>
        <Text size="sm">{[snapshot.companyName, snapshot.location].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="dimmed">
          {status === 'APPLIED'
            ? words.list.applied(formatDay(appliedAt))
            : words.list.moved(formatDay(appliedAt), formatDay(statusUpdatedAt))}
        </Text>
      </div>
      <NextHint application={application} />
      <Badge variant="light" size="lg" color={statusColors[status]} tt="none">
        {statusLabels[status]}
      </Badge>
      <MoveMenu application={application} moves={moves} size="xs" />
    </Paper>
  );
}
