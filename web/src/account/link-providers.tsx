import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { describeProblem, parseProblem } from '../api/problem.ts';
import type { MySignInMethodsQuery } from '../generated/graphql.ts';
import { useProviderErrand, type ProviderErrandProps } from '../session/provider-errand.ts';
import { OauthProviders } from '../session/provider-sign-in.tsx';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/account.ts';

interface LinkProvidersProps {
  readonly methods: MySignInMethodsQuery['mySignInMethods'];
}

/** Leads to each provider by which the account does not sign in so far. */
export function LinkProviders({ methods }: LinkProvidersProps) {
  const { data } = useQuery(OauthProviders);
  const linked = new Set(methods.filter(({ kind }) => kind === 'OAUTH').map(({ label }) => label));
  return data?.oauthProviders
    .filter(({ label }) => !linked.has(label))
    .map((provider) => <LinkProvider key={provider.id} provider={provider} />);
}

function LinkProvider({ provider }: Pick<ProviderErrandProps, 'provider'>) {
  const { run, loading, error } = useProviderErrand({ provider, purpose: 'LINK' });
  return (
    <>
      <Button variant="default" loading={loading} onClick={run}>
        {words.methods.link(provider.label)}
      </Button>
      <Refused>{error ? describeProblem(parseProblem(error)) : null}</Refused>
    </>
  );
}
