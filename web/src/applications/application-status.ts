import type { ApplicationStatus, TimelineEventType } from '../generated/graphql.ts';

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
  STATUS_CHANGED: 'Moved on',
  OFFER_RECEIVED: 'Offer received',
  OFFER_ACCEPTED: 'Offer accepted',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
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
