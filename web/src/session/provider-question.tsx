import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { takeFocusOfDialog } from '../shell/dialog.tsx';
import { Pending, Refused } from '../shell/states.tsx';
import { words } from '../words/session-proof.ts';
import { useProviderErrand, type ProviderErrandProps } from './provider-errand.ts';

const LinkedProviders = graphql(`
  query LinkedProviders {
    oauthProviders {
      id
      label
    }
    mySignInMethods {
      id
      kind
      label
    }
  }
`);

interface ProviderQuestionProps {
  /** For an account whose providers are not there any more. */
  readonly fallback: ReactNode;
  readonly onCancel: () => void;
}

/** Asks for another sign-in at a provider: it takes the place of this page, and comes back to the settings. */
export function ProviderQuestion({ fallback, onCancel }: ProviderQuestionProps) {
  const { data, error, refetch } = useQuery(LinkedProviders);
  if (!data) return <Pending error={error} onRetry={refetch} />;
  const linked = data.oauthProviders.filter(({ label }) =>
    data.mySignInMethods.some((method) => method.kind === 'OAUTH' && method.label === label),
  );
  if (linked.length === 0) return fallback;
  return (
    <Stack>
      <Text>{words.stepUp.provider}</Text>
      {linked.map((provider, index) => (
        <AskProvider key={provider.id} provider={provider} isFirst={index === 0} />
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {words.stepUp.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

interface AskProviderProps extends Pick<ProviderErrandProps, 'provider'> {
  readonly isFirst: boolean;
}

function AskProvider({ provider, isFirst }: AskProviderProps) {
  const { run, loading, error } = useProviderErrand({ provider, purpose: 'STEP_UP' });
  return (
    <>
      <Button ref={isFirst ? takeFocusOfDialog : null} autoFocus={isFirst} loading={loading} onClick={run}>
        {words.stepUp.signInAgain(provider.label)}
      </Button>
      <Refused>{error ? describeProblem(parseProblem(error)) : null}</Refused>
    </>
  );
}
