import { useQuery } from '@apollo/client/react';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { MyAuditEventsQuery } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Paged } from '../shell/paged.tsx';
import { Empty } from '../shell/states.tsx';
import { words } from '../words/account-activity.ts';
import classes from './account.module.css';
import { auditWords, describeDetail } from './audit-words.ts';
import { describeDevice } from './describe-device.ts';
import { Section } from './section.tsx';

const MyAuditEvents = graphql(`
  query MyAuditEvents($after: String) {
    myAuditEvents(first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          at
          event
          ip
          userAgent
          outcome
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

/** What happened to the account, latest first. */
export function AccountActivity() {
  const { data, error, loading, refetch, fetchMore } = useQuery(MyAuditEvents, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Stack>
      <Anchor component={Link} to="/settings/account">
        {words.back}
      </Anchor>
      <PageTitle>{words.title}</PageTitle>
      <Paged
        list={data?.myAuditEvents}
        loadingLabel={words.loading}
        onRetry={refetch}
        onMore={(after) => fetchMore({ variables: { after } })}
        {...{ error, loading }}
      >
        {(list) => <Events {...list} />}
      </Paged>
    </Stack>
  );
}

type EventList = NonNullable<MyAuditEventsQuery['myAuditEvents']>;

function Events({ edges, totalCount }: Pick<EventList, 'edges' | 'totalCount'>) {
  if (edges.length === 0) {
    return (
      <Empty title={words.none}>
        <Text>{words.noneText}</Text>
      </Empty>
    );
  }
  return (
    <Section title={words.shown(edges.length, totalCount)}>
      <ul className={classes.list} aria-label={words.title}>
        {edges.map(({ node: { id, at, event, ip, userAgent, outcome, detail } }) => (
          <li key={id} className={classes.row}>
            <div>
              <Text fw={500}>
                {auditWords[event]}
                {outcome === 'REFUSED' && <span className={classes.fair}>{words.refused}</span>}
              </Text>
              {detail && <Text size="sm">{describeDetail(detail)}</Text>}
              <Text size="sm" c="dimmed">
                {[describeDevice(userAgent), ip].filter(Boolean).join(' · ')}
              </Text>
            </div>
            <Text size="sm" c="dimmed" component="time" dateTime={at}>
              {formatMoment(at)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
