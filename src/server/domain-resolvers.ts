import { administrationResolvers } from '#administration/administration.resolvers.ts';
import { applicationsResolvers } from '#applications/applications.resolvers.ts';
import { computeResolvers } from '#compute/compute.resolvers.ts';
import { jobPoolResolvers } from '#job-pool/job-pool.resolvers.ts';
import { personasResolvers } from '#personas/personas.resolvers.ts';
import { searchWordingResolvers } from '#personas/search-wording.resolvers.ts';
import { scoringResolvers } from '#scoring/scoring.resolvers.ts';

/** What the domains resolve, beside identity, which needs its services; without a language model. */
export const domainResolvers = [
  personasResolvers,
  searchWordingResolvers(false),
  jobPoolResolvers,
  scoringResolvers(false),
  computeResolvers,
  applicationsResolvers,
  administrationResolvers,
];
