import type { MikroORM } from '@mikro-orm/postgresql';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { administrationResolvers } from '#administration/administration.resolvers.ts';
import { applicationsResolvers } from '#applications/applications.resolvers.ts';
import { captureResolvers, keepingResolvers } from '#capture/capture.resolvers.ts';
import { submittedStore } from '#capture/store-submitted.ts';
import { computeResolvers } from '#compute/compute.resolvers.ts';
import { jobPoolResolvers } from '#job-pool/job-pool.resolvers.ts';
import { personasResolvers } from '#personas/personas.resolvers.ts';
import { searchWordingResolvers } from '#personas/search-wording.resolvers.ts';
import { createSecretBox, type NamedSecret } from '#platform/secret-box.ts';
import { matchCounter } from '#scoring/match-count.ts';
import { matchCountResolvers } from '#scoring/match-count.resolvers.ts';
import { sourcesResolvers } from '#sources/sources.resolvers.ts';
import { scoringResolvers } from '#scoring/scoring.resolvers.ts';

/** What the domains resolve, but for identity and what needs services; without a language model. */
export const domainResolvers = [
  personasResolvers,
  searchWordingResolvers(false),
  jobPoolResolvers,
  scoringResolvers(false),
  computeResolvers,
  captureResolvers,
  applicationsResolvers,
  administrationResolvers,
];

/** What the settings of an installation have to do with. */
interface Served {
  readonly languageModel?: unknown;
  readonly encryptionKeys: readonly NamedSecret[];
}

/** What domains resolve by what the product hands to them. @param system the ORM of the system login */
export const servedResolvers = ({ languageModel, encryptionKeys }: Served, system: MikroORM): readonly Resolvers[] => [
  searchWordingResolvers(Boolean(languageModel)),
  scoringResolvers(Boolean(languageModel)),
  matchCountResolvers(matchCounter(system)),
  keepingResolvers(submittedStore(system)),
  sourcesResolvers(createSecretBox(encryptionKeys)),
];
