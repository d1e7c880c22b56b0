import type {
  ApplicationStatus,
  EquityType,
  InterviewStage,
  RejectionStage,
  TimelineEventType,
} from '../generated/graphql.ts';

/** All of them, in the order in which an application comes through them. */
export const statuses = [
  'APPLIED',
  'INTERVIEWING',
  'OFFER',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly ApplicationStatus[];

export const statusLabels: Readonly<Record<ApplicationStatus, string>> = {
  APPLIED: 'Applied',
  INTERVIEWING: 'Interviewing',
  OFFER: 'Offer',
  ACCEPTED: 'Accepted',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
};

export const statusColors: Readonly<Record<ApplicationStatus, string>> = {
  APPLIED: 'indigo',
  INTERVIEWING: 'violet',
  OFFER: 'green',
  ACCEPTED: 'green',
  REJECTED: 'gray',
  WITHDRAWN: 'gray',
};

export const eventLabels: Readonly<Record<TimelineEventType, string>> = {
  APPLIED: 'Applied',
  STATUS_CHANGED: 'Interviewing',
  OFFER_RECEIVED: 'Offer received',
  OFFER_ACCEPTED: 'Offer accepted',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
};

export const interviewStages: Readonly<Record<InterviewStage, string>> = {
  PHONE_SCREEN: 'Phone screen',
  ONSITE: 'On site',
  FINAL_ROUND: 'Final round',
};

export const rejectionStages: Readonly<Record<RejectionStage, string>> = {
  APPLIED: 'Before any interview',
  ...interviewStages,
  OFFER: 'Offer',
};

export const equityTypes: Readonly<Record<EquityType, string>> = {
  RSU: 'Shares (RSU)',
  OPTIONS: 'Options',
};

/** Where an application may go next; the server holds the same table and has the last word. */
export const nextStatuses: Readonly<Record<ApplicationStatus, readonly ApplicationStatus[]>> = {
  APPLIED: ['INTERVIEWING', 'REJECTED', 'WITHDRAWN'],
  INTERVIEWING: ['OFFER', 'REJECTED', 'WITHDRAWN'],
  OFFER: ['ACCEPTED', 'REJECTED', 'WITHDRAWN'],
  ACCEPTED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

/** Whether nothing leads on from there. */
export const isFinal = (status: ApplicationStatus): boolean => nextStatuses[status].length === 0;

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' });

/** Why an application cannot be moved there, and where it can. */
export function explainRefusal(from: ApplicationStatus, to: ApplicationStatus): string {
  const ways = nextStatuses[from].map((status) => statusLabels[status]);
  const why = `${statusLabels[from]} does not lead to ${statusLabels[to]}`;
  return ways.length === 0 ? `${why}: it is an end.` : `${why}, but to ${anyOf.format(ways)}.`;
}
