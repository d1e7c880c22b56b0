import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { rationaleState, requestRationale } from './request-rationale.ts';

/** @param hasModel whether a language model is set up, which alone writes rationales */
export const scoringResolvers = (hasModel: boolean): Resolvers => ({
  Mutation: {
    requestRationale: (_root, { id }, context) => requestRationale(context, id, hasModel),
  },
  PersonaJob: {
    rationaleState: reading({ columns: ['fitScore', 'scoreDetails', 'rationaleDueAt'] }, (personaJob) =>
      rationaleState(personaJob, hasModel),
    ),
  },
});
