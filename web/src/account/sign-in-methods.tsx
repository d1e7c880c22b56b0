import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { SignInMethodKind } from '../generated/graphql.ts';
import { formatDay } from '../matches/describe-posting.ts';
import { Failure, Loading } from '../shell/states.tsx';
import classes from './account.module.css';
import { Section } from './section.tsx';

export const MySignInMethods = graphql(`
  query MySignInMethods {
    mySignInMethods {
      id
      kind
      label
      addedAt
      lastUsedAt
    }
    me {
      id
      backupCodesLeft
    }
  }
`);

const kinds: Readonly<Record<SignInMethodKind, string>> = {
  TOTP: 'Authenticator app, as a second step',
  OAUTH: 'Provider',
  PASSWORD: 'E-mail and password',
  PASSKEY: 'Passkey',
};

/** The ways into the account. */
export function SignInMethods() {
  const { data, error, refetch } = useQuery(MySignInMethods);
  const methods = data?.mySignInMethods;
  return (
    <Section title="Ways to sign in">
      {!methods &&
        (error ? <Failure error={error} onRetry={() => void refetch().catch(() => undefined)} /> : <Loading />)}
      {methods?.length === 0 && <Text>None yet: set a password.</Text>}
      {methods && methods.length > 0 && (
        <ul className={classes.list} aria-label="Ways to sign in">
          {methods.map(({ id, kind, label, addedAt, lastUsedAt }) => (
            <li key={id} className={classes.row}>
              <div>
                <Text fw={500}>{[kinds[kind], label].filter(Boolean).join(': ')}</Text>
                <Text size="sm" c="dimmed">
                  Since {formatDay(addedAt)}
                  {lastUsedAt && `, last used ${formatDay(lastUsedAt)}`}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
