import type { ApolloCache, Reference } from '@apollo/client';

interface KeptList {
  readonly edges: readonly { readonly node: Reference }[];
}

/** Forgets every list of matches: the persona changed, so all of them may have. */
export function forgetMatches(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'personaJobs' });
}

/**
 * Forgets the lists that do not hold this match and may have to from now on. Those that hold it stay, with all pages
 * loaded so far: they leave out by themselves what no longer belongs.
 */
export function forgetListsWithout(cache: ApolloCache, matchId: string): void {
  cache.modify<{ personaJobs: KeptList }>({
    fields: {
      personaJobs: (list, { DELETE, readField }) =>
        'edges' in list && list.edges.some(({ node }) => readField('id', node) === matchId) ? list : DELETE,
    },
  });
}
