import type { ApolloClient } from '@apollo/client';
import { graphql } from '../generated/gql.ts';

/** One match with its posting. */
export const Match = graphql(`
  query Match($id: ID!) {
    personaJob(id: $id) {
      id
      status
      isFavorite
      fitScore
      stretchScore
      scoreStale
      rationaleState
      scoreDetails {
        rationale
        ...ScoreFields
      }
      failedNonNegotiables
      warnings
      version
      application {
        id
      }
      priorAttempt {
        outcome
        outcomeAt
        appliedAt
      }
      posting {
        id
        title
        companyName
        companyUrl
        location
        workModel
        seniorityLevel
        employmentType
        salaryMin
        salaryMax
        salaryCurrency
        descriptionHtml
        yearsMin
        postedDate
        applicationDeadline
        attribution {
          label
          url
        }
        applyUrl
        isActive
        ...GhostFields
      }
    }
  }
`);

/** Has matches, and the page that shows one, there before they are opened. That it fails shows when they are. */
export function prefetchMatches(client: ApolloClient, ids: readonly string[]): void {
  void import('./match-detail.tsx').catch(() => undefined);
  for (const id of ids) void client.query({ query: Match, variables: { id } }).catch(() => undefined);
}
