import type { ApolloCache } from '@apollo/client';
import { graphql } from '../generated/gql.ts';
import { applicationLists, type ApplicationListName } from './application-lists.ts';
import { isFinal } from './application-status.ts';
import type { ApplicationPageQuery, ApplicationPageQueryVariables, ApplicationStatus } from '../generated/graphql.ts';

/** A page of applications. */
export const ApplicationPage = graphql(`
  query ApplicationPage(
    $personaId: ID!
    $filter: ApplicationFilter
    $sort: ApplicationSort!
    $first: Int!
    $after: String
  ) {
    applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...ApplicationCard
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

export const firstPage = 20;

type Page = NonNullable<ApplicationPageQuery['applications']>;
type Edge = Page['edges'][number];

/** What a column of the board asks for; the board itself asks for all of them in these words. */
export const columnOf = (personaId: string, status: ApplicationStatus): ApplicationPageQueryVariables => ({
  personaId,
  filter: { statuses: [status], archived: false },
  sort: 'STATUS_UPDATED_DESC',
  first: firstPage,
});

/** What a list asks for. */
export function listOf(personaId: string, name: ApplicationListName): ApplicationPageQueryVariables {
  const { statuses, sort } = applicationLists[name];
  return { personaId, filter: { statuses: [...statuses], archived: false }, sort, first: firstPage };
}

interface Move {
  readonly personaId: string;
  readonly id: string;
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
}

/**
 * Takes an application out of the column it was in and puts it on top of the one it came to, as far as they are loaded.
 * Lists leave out by themselves what no longer belongs; the one that it may newly belong to is forgotten.
 */
export function moveBetweenColumns(cache: ApolloCache, { personaId, id, from, to }: Move): void {
  const change = (status: ApplicationStatus, update: (page: Page) => Page) =>
    cache.updateQuery({ query: ApplicationPage, variables: columnOf(personaId, status) }, (data) =>
      data?.applications ? { applications: update(data.applications) } : undefined,
    );
  let moved: Edge | undefined;
  change(from, (page) => {
    moved = page.edges.find(({ node }) => node.id === id);
    return { ...page, edges: page.edges.filter((edge) => edge !== moved), totalCount: page.totalCount - 1 };
  });
  change(to, (page) => ({
    ...page,
    edges: moved ? [moved, ...page.edges] : page.edges,
    totalCount: page.totalCount + 1,
  }));
  if (!isFinal(to)) return;
  const { filter, sort } = listOf(personaId, 'ended');
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'applications', args: { personaId, filter, sort } });
}
