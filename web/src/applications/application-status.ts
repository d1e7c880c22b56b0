import type {
  ApplicationStatus,
  EquityType,
  InterviewStage,
  RejectionStage,
  TimelineEventType,
} from '../generated/graphql.ts';
import { anyOf } from '../language/list-of.ts';
import { words } from '../words/application-status.ts';

/** All of them, in the order in which an application comes through them. */
export const statuses = [
  'APPLIED',
  'INTERVIEWING',
  'OFFER',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly ApplicationStatus[];

export const statusLabels: Readonly<Record<ApplicationStatus, string>> = words.statuses;

export const statusColors: Readonly<Record<ApplicationStatus, string>> = {
  APPLIED: 'indigo',
  INTERVIEWING: 'violet',
  OFFER: 'green',
  ACCEPTED: 'green',
  REJECTED: 'gray',
  WITHDRAWN: 'gray',
};

export const eventLabels: Readonly<Record<TimelineEventType, string>> = words.events;

export const interviewStages: Readonly<Record<InterviewStage, string>> = words.interviewStages;

export const rejectionStages: Readonly<Record<RejectionStage, string>> = {
  APPLIED: words.beforeInterviews,
  ...interviewStages,
  OFFER: statusLabels.OFFER,
};

export const equityTypes: Readonly<Record<EquityType, string>> = words.equityTypes;

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

/** Why an application cannot be moved there, and where it can. */
export function explainRefusal(from: ApplicationStatus, to: ApplicationStatus): string {
  const ways = nextStatuses[from].map((status) => statusLabels[status]);
  return ways.length === 0
    ? words.noWayOn(statusLabels[from], statusLabels[to])
    : words.otherWays(statusLabels[from], statusLabels[to], anyOf(ways));
}
