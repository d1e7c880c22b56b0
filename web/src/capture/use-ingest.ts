import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { usePolling } from '../api/use-polling.ts';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';

export const IngestFields = graphql(`
  fragment IngestFields on JobIngest {
    id
    state
    failure
    expiresAt
    personaJob {
      id
    }
    preview {
      title
      companyName
      location
      workModel
      seniorityLevel
      employmentType
      salaryMin
      salaryMax
      salaryCurrency
      descriptionText
      skills {
        name
        kind
        required
        years
      }
      applicationDeadline
      applyUrl
      isIncomplete
    }
  }
`);

const Ingest = graphql(`
  query Ingest($id: ID!) {
    jobIngest(id: $id) {
      ...IngestFields
    }
  }
`);

const IngestProgress = graphql(`
  subscription IngestProgress($id: ID!) {
    ingestProgress(id: $id) {
      ...IngestFields
    }
  }
`);

const pollMs = 1_000;
/** While it is pushed: in case that what is pushed does not come through, and nobody says so. */
const slowPollMs = 3_000;
const longestTimerMs = 2 ** 31 - 1;

/** A posting that was handed in, as far as it has got: pushed, or asked for again where nothing can be pushed. */
export function useIngest(id: string) {
  const asked = useQuery(Ingest, { variables: { id } });
  const { data, error, refetch } = asked;
  const ingest = unmask(IngestFields, data?.jobIngest);
  const isReading = ingest?.state === 'PROCESSING';
  const pushed = useSubscription(IngestProgress, { variables: { id }, skip: !isReading });
  usePolling(asked, isReading ? (pushed.error ? pollMs : slowPollMs) : undefined);

  // What runs out does so without anybody saying it.
  const runsOutAt = ingest?.state === 'READY' ? ingest.expiresAt : undefined;
  useEffect(() => {
    if (runsOutAt === undefined) return undefined;
    const wait = Math.min(Math.max(Date.parse(runsOutAt) - Date.now() + 1_000, 1_000), longestTimerMs);
    const timer = setTimeout(() => void refetch().catch(() => undefined), wait);
    return () => clearTimeout(timer);
  }, [runsOutAt, refetch]);

  return { ingest, isGone: data !== undefined && ingest === null, error, refetch };
}
