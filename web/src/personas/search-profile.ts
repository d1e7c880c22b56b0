import type { ApolloCache } from '@apollo/client';
import type { FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';

export const PersonaSearches = graphql(`
  fragment PersonaSearches on Persona {
    id
    searchProfile {
      ...SearchProfileFields
    }
  }
`);

export const SearchProfileFields = graphql(`
  fragment SearchProfileFields on SearchProfile {
    id
    fitSearches {
      label
      keywords
      titles
      remoteokTags
      location
    }
    stretchSearches {
      label
      keywords
      titles
      remoteokTags
      location
    }
    isStale
    generatedAt
    approvedAt
    wordingState
  }
`);

export const SearchesPage = graphql(`
  query SearchesPage($id: ID!) {
    persona(id: $id) {
      id
      ...PersonaSearches
    }
  }
`);

/** Keeps searches that were derived for the first time. */
export function keepSearchProfile(
  cache: ApolloCache,
  personaId: string,
  searchProfile: (FragmentType<typeof SearchProfileFields> & { readonly __typename: 'SearchProfile' }) | null,
): void {
  cache.writeFragment({
    id: `Persona:${personaId}`,
    fragment: PersonaSearches,
    fragmentName: 'PersonaSearches',
    data: { __typename: 'Persona', id: personaId, searchProfile },
  });
}
