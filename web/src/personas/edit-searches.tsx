import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { usePersonaId } from './personas.ts';
import { Searches } from './searches.tsx';

const SearchesPage = graphql(`
  query SearchesPage($id: ID!) {
    persona(id: $id) {
      id
      ...PersonaSearches
    }
  }
`);

/** What sources are asked for a persona. */
export function EditSearches() {
  const id = usePersonaId();
  // Changes of the persona make them stale without saying so.
  const { data, error, refetch } = useQuery(SearchesPage, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  return (
    <Stack>
      <PageTitle>Searches</PageTitle>
      <Searches personaId={id} persona={data.persona} />
    </Stack>
  );
}
