import { useQuery } from '@apollo/client/react';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { auditWords, describeDetail } from '../account/audit-words.ts';
import { describeDevice } from '../account/describe-device.ts';
import { graphql } from '../generated/gql.ts';
import type { AdminAuditEventsQuery } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty } from '../shell/states.tsx';
import { words } from '../words/administration.ts';
import { AccountName } from './account-name.tsx';
import classes from './administration.module.css';
import { CountedList } from './counted-list.tsx';
import { Paged } from '../shell/paged.tsx';

const AdminAuditEvents = graphql(`
  query AdminAuditEvents($userId: ID, $after: String) {
    adminAuditEvents(userId: $userId, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          at
          event
          outcome
          userId
          actorId
          ip
          userAgent
          detail
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

/** What has happened, latest first: of all accounts, or of the one in the address. */
export function AuditLog() {
  const [params] = useSearchParams();
  const userId = params.get('user');
  const { data, error, loading, refetch, fetchMore } = useQuery(AdminAuditEvents, {
    variables: { userId },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Stack>
      <PageTitle>{words.audit.title}</PageTitle>
      {userId !== null && (
        <Text>
          {words.audit.ofOne(
            <AccountName id={userId} />,
            <Anchor component={Link} to="/admin/audit" underline="always">
              {words.audit.all}
            </Anchor>,
          )}
        </Text>
      )}
      <Paged
        list={data?.adminAuditEvents}
        loadingLabel={words.audit.loading}
        onRetry={refetch}
        onMore={(after) => fetchMore({ variables: { after } })}
        {...{ error, loading }}
      >
        {(list) => <Events {...list} />}
      </Paged>
    </Stack>
  );
}

type EventList = NonNullable<AdminAuditEventsQuery['adminAuditEvents']>;
type AuditEvent = EventList['edges'][number]['node'];

function Events({ edges, totalCount }: Pick<EventList, 'edges' | 'totalCount'>) {
  if (edges.length === 0) {
    return (
      <Empty title={words.audit.none}>
        <Text>{words.audit.noneText}</Text>
      </Empty>
    );
  }
  return (
    <CountedList label={words.audit.list} shown={edges.length} totalCount={totalCount}>
      {edges.map(({ node }) => (
        <EventRow key={node.id} event={node} />
      ))}
    </CountedList>
  );
}

function EventRow({
  event: { at, event, outcome, userId, actorId, ip, userAgent, detail },
}: {
  readonly event: AuditEvent;
}) {
  // What staff do is told by its detail alone.
  const isAct = event === 'ADMIN_ACT' && detail !== null;
  return (
    <li className={classes.row}>
      <div className={classes.said}>
        <Text fw={500}>
          {isAct ? words.audit.staff(detail) : auditWords[event]}
          {outcome === 'REFUSED' && <span className={classes.fair}>{words.audit.refused}</span>}
        </Text>
        {detail !== null && !isAct && <Text size="sm">{describeDetail(detail)}</Text>}
        <Text size="sm">
          {userId !== null && words.audit.account(<AccountName id={userId} isLink />)}
          {actorId !== null &&
            actorId !== userId &&
            (userId === null ? words.audit.by : words.audit.alsoBy)(<AccountName id={actorId} isLink />)}
        </Text>
        <Text size="sm" c="dimmed">
          {[describeDevice(userAgent), ip].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" component="time" dateTime={at}>
        {formatMoment(at)}
      </Text>
    </li>
  );
}
