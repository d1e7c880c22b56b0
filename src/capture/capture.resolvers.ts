import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { ingestJob } from './ingest-job.ts';
import { JobIngest } from './job-ingest.entity.ts';

export const captureResolvers: Resolvers = {
  Query: {
    jobIngest: (_root, { id }, { rows }) => rows.find(JobIngest, id),
  },
  Mutation: {
    ingestJob: (_root, { personaId, input }, context) => ingestJob(context, personaId, input),
  },
  JobIngest: {
    // What has run out is thrown away by the hour, and nobody's to look at from the minute it does.
    state: reading({ columns: ['state', 'expiresAt'] }, (ingest, _args, { now }) =>
      ingest.expiresAt <= now && ingest.state !== 'EXPIRED' ? 'EXPIRED' : ingest.state,
    ),
    preview: reading({ columns: ['preview', 'expiresAt'] }, ({ preview, expiresAt }, _args, { now }) =>
      expiresAt <= now ? null : (preview ?? null),
    ),
    url: reading({ columns: ['input'] }, ({ input }) => input?.url ?? null),
  },
};
