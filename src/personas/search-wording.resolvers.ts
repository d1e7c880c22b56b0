import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { requestSearchWording, searchWordingState } from './request-search-wording.ts';

/** @param hasModel whether a language model is set up, which alone names searches */
export const searchWordingResolvers = (hasModel: boolean): Resolvers => ({
  Mutation: {
    requestSearchWording: (_root, { personaId }, context) => requestSearchWording(context, personaId, hasModel),
  },
  SearchProfile: {
    wordingState: reading(
      { columns: ['fitSearches', 'stretchSearches', 'approvedAt', 'wordingDueAt', 'wordedAt'] },
      (profile) => searchWordingState(profile, hasModel),
    ),
  },
});
