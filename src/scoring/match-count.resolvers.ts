import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { matchCount, type CountMatches } from './match-count.ts';

/** @param countMatches what reaches the pool, which no request does by itself */
export const matchCountResolvers = (countMatches: CountMatches): Resolvers => ({
  Query: {
    matchCount: (_root, args, context) => matchCount(context, args, countMatches),
  },
});
