import { defineEntity, p } from '@mikro-orm/core';
import { Application } from './application.entity.ts';
import { interviewStages } from './application-status.ts';

export const timelineEventTypes = [
  'APPLIED',
  'STATUS_CHANGED',
  'OFFER_RECEIVED',
  'OFFER_ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const;

const TimelineEventSchema = defineEntity({
  name: 'TimelineEvent',
  tableName: 'timeline_events',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    application: () => p.manyToOne(Application).ref().joinColumn('application_id').deleteRule('cascade'),
    eventType: p.enum(timelineEventTypes),
    eventDate: p.datetime(),
    description: p.text().nullable(),
    interviewStage: p.enum(interviewStages).nullable(),
  },
});
export class TimelineEvent extends TimelineEventSchema.class {}
TimelineEventSchema.setClass(TimelineEvent);
