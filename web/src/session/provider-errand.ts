import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import type { ProviderLinkPurpose } from '../generated/graphql.ts';
import { noteErrand } from './provider-return.ts';
import { useSteps } from './use-steps.ts';

const StartProviderLink = graphql(`
  mutation StartProviderLink($provider: String!, $purpose: ProviderLinkPurpose!) {
    startProviderLink(provider: $provider, purpose: $purpose) {
      url
    }
  }
`);

export interface ProviderErrandProps {
  readonly provider: { readonly id: string; readonly label: string };
  readonly purpose: ProviderLinkPurpose;
}

/** Leaves for a provider from within a session; the settings tell what came of it. */
export function useProviderErrand({ provider: { id, label }, purpose }: ProviderErrandProps) {
  const client = useApolloClient();
  return useSteps(async () => {
    const variables = { provider: id, purpose };
    const { data } = await client.mutate({ mutation: StartProviderLink, variables, fetchPolicy: 'no-cache' });
    if (!data?.startProviderLink) return;
    noteErrand({ purpose, label });
    window.location.assign(data.startProviderLink.url);
  });
}
