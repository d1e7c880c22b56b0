import type { OperationContext, SubscriptionEvent } from '#authorization/operation-context.ts';
import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { addJob } from './add-job.ts';
import { confirmIngest } from './confirm-ingest.ts';
import { ingestJob } from './ingest-job.ts';
import { standingOf } from './job-ingest-transitions.ts';
import { JobIngest } from './job-ingest.entity.ts';
import type { StoreSubmitted } from './store-submitted.ts';
import { changedIngest, watchIngest } from './watch-ingest.ts';

export const captureResolvers: Resolvers = {
  Query: {
    jobIngest: (_root, { id }, { rows }) => rows.find(JobIngest, id),
  },
  Mutation: {
    ingestJob: (_root, { personaId, input }, context) => ingestJob(context, personaId, input),
  },
  Subscription: {
    ingestProgress: {
      subscribe: (_root, { id }, context) => watchIngest(context, id),
      resolve: (event: SubscriptionEvent, { id }: { id: string }, context: OperationContext) =>
        changedIngest(event, id, context),
    },
  },
  JobIngest: {
    state: reading({ columns: ['state', 'expiresAt'] }, (ingest, _args, { now }) => standingOf(ingest, now)),
    preview: reading({ columns: ['preview', 'expiresAt'] }, ({ preview, expiresAt }, _args, { now }) =>
      expiresAt <= now ? null : (preview ?? null),
    ),
    url: reading({ columns: ['input'] }, ({ input }) => input?.url ?? null),
  },
};

/** @param store what writes to the pool, which no request does by itself */
export const keepingResolvers = (store: StoreSubmitted): Resolvers => ({
  Mutation: {
    confirmIngest: (_root, args, context) => confirmIngest(context, args, store),
    addJob: (_root, args, context) => addJob(context, args, store),
  },
});
