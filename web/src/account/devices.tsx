import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { MySessionsQuery } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { Failure, Pending } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { describeDevice } from './describe-device.ts';
import { Section } from './section.tsx';

export const MySessions = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      ip
      userAgent
      current
    }
  }
`);

const RevokeSession = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id)
  }
`);

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere($includeCurrent: Boolean!) {
    logoutEverywhere(includeCurrent: $includeCurrent)
  }
`);

type DeviceSession = MySessionsQuery['mySessions'][number];

/** Where the account is signed in, and the ways to end that. */
export function Devices() {
  const { data, error, refetch } = useQuery(MySessions, { fetchPolicy: 'cache-and-network' });
  const sessions = data?.mySessions;
  return (
    <Section title={words.devices.title}>
      {!sessions && <Pending error={error} onRetry={refetch} />}
      {sessions && (
        <>
          <ul className={classes.list} aria-label={words.devices.title}>
            {sessions.map((session) => (
              <Device key={session.id} session={session} />
            ))}
          </ul>
          <SignOutOfMany hasOthers={sessions.length > 1} />
        </>
      )}
    </Section>
  );
}

function Device({ session }: { readonly session: DeviceSession }) {
  const { id, createdAt, lastSeenAt, ip, userAgent, current } = session;
  const device = describeDevice(userAgent);
  const [revoke, { loading, error }] = useMutation(RevokeSession, {
    variables: { id },
    update: (cache) => {
      cache.updateQuery(
        { query: MySessions },
        (list) => list && { mySessions: list.mySessions.filter((each) => each.id !== id) },
      );
    },
  });
  return (
    <li className={classes.row}>
      <div>
        <Text fw={500}>
          {device} {current && <span className={classes.good}>{words.devices.current}</span>}
        </Text>
        <Text size="sm" c="dimmed">
          {words.devices.times(formatMoment(createdAt), formatMoment(lastSeenAt))}
          {ip && ` · ${ip}`}
        </Text>
      </div>
      {!current && (
        <Button
          size="xs"
          variant="default"
          loading={loading}
          aria-label={words.devices.signOutOf(device, formatMoment(createdAt))}
          onClick={() => void revoke()}
        >
          {words.devices.signOut}
        </Button>
      )}
      {error && <Failure error={error} onRetry={() => void revoke()} />}
    </li>
  );
}

function SignOutOfMany({ hasOthers }: { readonly hasOthers: boolean }) {
  const endSession = useSessionEnd();
  const [signOutOthers, others] = useMutation(SignOutEverywhere, {
    variables: { includeCurrent: false },
    refetchQueries: [MySessions],
  });
  const [signOutAll, all] = useMutation(SignOutEverywhere, {
    variables: { includeCurrent: true },
    onCompleted: () => endSession(words.devices.doneAll),
  });
  const error = others.error ?? all.error;
  return (
    <>
      <Group>
        {hasOthers && (
          <Button variant="default" loading={others.loading} onClick={() => void signOutOthers()}>
            {words.devices.signOutOthers}
          </Button>
        )}
        <Button variant="default" loading={all.loading} onClick={() => void signOutAll()}>
          {words.devices.signOutAll}
        </Button>
      </Group>
      {error && <Failure error={error} />}
    </>
  );
}
