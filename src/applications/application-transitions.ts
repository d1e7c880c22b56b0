import { defineTransitions } from '#platform/transitions.ts';
import type { ApplicationStatus } from './application-status.ts';
import type { timelineEventTypes } from './timeline-event.entity.ts';

type TimelineEventType = (typeof timelineEventTypes)[number];

/** How an application may move on; an accepted, rejected or withdrawn one is final. */
export const applicationTransitions = defineTransitions<ApplicationStatus>({
  APPLIED: ['INTERVIEWING', 'REJECTED', 'WITHDRAWN'],
  INTERVIEWING: ['OFFER', 'REJECTED', 'WITHDRAWN'],
  OFFER: ['ACCEPTED', 'REJECTED', 'WITHDRAWN'],
  ACCEPTED: [],
  REJECTED: [],
  WITHDRAWN: [],
});

const eventTypes = {
  APPLIED: 'APPLIED',
  INTERVIEWING: 'STATUS_CHANGED',
  OFFER: 'OFFER_RECEIVED',
  ACCEPTED: 'OFFER_ACCEPTED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const satisfies Record<ApplicationStatus, TimelineEventType>;

const statuses = {
  APPLIED: 'APPLIED',
  STATUS_CHANGED: 'INTERVIEWING',
  OFFER_RECEIVED: 'OFFER',
  OFFER_ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const satisfies Record<TimelineEventType, ApplicationStatus>;

/** The event the timeline gets when an application reaches `status`. */
export function eventTypeFor(status: ApplicationStatus): TimelineEventType {
  return eventTypes[status];
}

/** What an application stands at after an event. */
export function statusAfter(event: TimelineEventType): ApplicationStatus {
  return statuses[event];
}
