import type { ApolloCache, Reference } from '@apollo/client';
import type { PersonaJobStatus } from '../generated/graphql.ts';

interface KeptList {
  readonly edges: readonly { readonly node: Reference }[];
}

/** Forgets every list of matches: the persona changed, so all of them may have. */
export function forgetMatches(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'personaJobs' });
}

/**
 * Forgets the lists that do not hold one of these matches and may have to from now on. Those that hold them stay, with
 * all pages loaded so far: they leave out by themselves what no longer belongs.
 */
export function forgetListsWithout(cache: ApolloCache, ...matchIds: readonly string[]): void {
  cache.modify<{ personaJobs: KeptList }>({
    fields: {
      personaJobs: (list, { DELETE, readField }) => {
        if (!('edges' in list)) return DELETE;
        const held = new Set(list.edges.map(({ node }) => readField('id', node)));
        return matchIds.every((id) => held.has(id)) ? list : DELETE;
      },
    },
  });
}

interface Standing {
  readonly status?: PersonaJobStatus;
  readonly isFavorite?: boolean;
}

/** Writes down what became of matches whose new state came as no more than their ids. */
export function changeStanding(cache: ApolloCache, ids: readonly string[], standing: Standing): void {
  for (const id of ids)
    cache.modify({
      id: cache.identify({ __typename: 'PersonaJob', id }),
      fields: Object.fromEntries(Object.entries(standing).map(([name, value]) => [name, () => value as never])),
    });
  forgetListsWithout(cache, ...ids);
}
