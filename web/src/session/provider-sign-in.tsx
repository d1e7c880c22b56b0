import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { words } from '../words/session-providers.ts';
import { noteErrand } from './provider-return.ts';

export const OauthProviders = graphql(`
  query OauthProviders {
    oauthProviders {
      id
      label
      startUrl
    }
  }
`);

/** Leads to the providers by which one signs in, or opens an account; nothing where there are none. */
export function ProviderSignIn({ action = words.signIn }: { readonly action?: string }) {
  // Where it fails, the other ways are still there: a failure in the middle of them would help nobody.
  const { data } = useQuery(OauthProviders);
  return data?.oauthProviders.map(({ id, label, startUrl }) => (
    <Button
      key={id}
      component="a"
      href={`${startUrl}?${new URLSearchParams({ next: window.location.pathname }).toString()}`}
      variant="default"
      onClick={() => noteErrand({ purpose: 'LOGIN', label })}
    >
      {words.with(action, label)}
    </Button>
  ));
}
