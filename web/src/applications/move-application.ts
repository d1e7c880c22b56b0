import type { ApolloClient } from '@apollo/client';
import { makeFragmentData, unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type {
  ApplicationStandingFragment,
  ApplicationStatus,
  InterviewStage,
  OfferDetailsInput,
  RejectionDetailsInput,
} from '../generated/graphql.ts';
import { moveBetweenColumns } from './application-page.ts';

/** All of an application that a move changes. */
export const ApplicationStanding = graphql(`
  fragment ApplicationStanding on Application {
    id
    status
    statusUpdatedAt
    currentInterviewStage
    version
    offerDetails {
      baseSalary
      salaryCurrency
      bonusPercent
      equityValue
      equityType
      equityVestingYears
      startDate
      responseDeadline
      otherBenefits
      notes
    }
    rejectionDetails {
      stage
      reason
      feedback
      rejectedAt
    }
    timeline {
      id
      eventType
      eventDate
      description
      interviewStage
    }
  }
`);

const MoveApplication = graphql(`
  mutation MoveApplication($id: ID!, $input: ChangeApplicationStatusInput!) {
    changeApplicationStatus(id: $id, input: $input) {
      id
      ...ApplicationStanding
    }
  }
`);

const LatestStanding = graphql(`
  query LatestStanding($id: ID!) {
    application(id: $id) {
      id
      ...ApplicationStanding
    }
  }
`);

/** An application as far as moving it goes. */
export interface MovableApplication {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly currentInterviewStage: InterviewStage | null;
  readonly snapshot: {
    readonly title: string;
    readonly companyName: string;
    readonly salaryCurrency: string | null;
  };
}

/** What is said along with a move, by where it leads. */
export interface MoveDetails {
  readonly stage?: InterviewStage | null;
  readonly offer?: OfferDetailsInput;
  readonly rejection?: RejectionDetailsInput;
}

interface Move {
  readonly personaId: string;
  readonly application: MovableApplication;
  readonly to: ApplicationStatus;
  readonly details: MoveDetails;
}

/** Moves an application on; the page shows it at once, and as it was if the server refuses. */
export async function moveApplication(client: ApolloClient, move: Move): Promise<void> {
  const { personaId, application, to, details } = move;
  const { id, version, status: from } = application;
  await client.mutate({
    mutation: MoveApplication,
    variables: { id, input: { status: to, version, ...details } },
    optimisticResponse: {
      changeApplicationStatus: {
        __typename: 'Application',
        id,
        ...makeFragmentData(expectedAfter(client, move), ApplicationStanding),
      },
    },
    update: (cache, { data }) => {
      if (data?.changeApplicationStatus) moveBetweenColumns(cache, { personaId, id, from, to });
    },
  });
}

/** An offer of which nothing is known. */
export const noOffer = {
  baseSalary: null,
  salaryCurrency: null,
  bonusPercent: null,
  equityValue: null,
  equityType: null,
  equityVestingYears: null,
  startDate: null,
  responseDeadline: null,
  otherBenefits: null,
  notes: null,
};
const noRejection = { stage: null, reason: null, feedback: null, rejectedAt: null };

/** How it will stand; what happened is for the server to write. */
function expectedAfter(client: ApolloClient, { application, to, details }: Move): ApplicationStandingFragment {
  const { id, version, currentInterviewStage } = application;
  const { stage, offer, rejection } = details;
  // A board knows less of it than its own page.
  const known = client.readFragment({
    fragment: ApplicationStanding,
    fragmentName: 'ApplicationStanding',
    from: { __typename: 'Application', id },
  });
  return {
    __typename: 'Application',
    id,
    status: to,
    version,
    statusUpdatedAt: new Date().toISOString(),
    currentInterviewStage: to === 'INTERVIEWING' ? (stage ?? null) : currentInterviewStage,
    offerDetails: offer ? { __typename: 'OfferDetails', ...noOffer, ...offer } : (known?.offerDetails ?? null),
    rejectionDetails: rejection ? { __typename: 'RejectionDetails', ...noRejection, ...rejection } : null,
    timeline: known?.timeline ?? [],
  };
}

/** Looks again at an application that was changed elsewhere. @returns where it stands by now; nothing where it is gone */
export async function reloadApplication(
  client: ApolloClient,
  personaId: string,
  { id, status: from }: MovableApplication,
): Promise<ApplicationStatus | undefined> {
  const { data } = await client.query({ query: LatestStanding, variables: { id }, fetchPolicy: 'network-only' });
  const latest = data?.application && unmask(ApplicationStanding, data.application);
  if (!latest) return undefined;
  const { status: to } = latest;
  if (from !== to) moveBetweenColumns(client.cache, { personaId, id, from, to });
  return to;
}
