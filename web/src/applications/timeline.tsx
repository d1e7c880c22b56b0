import { Text } from '@mantine/core';
import type { ApplicationStandingFragment } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { words } from '../words/applications.ts';
import { eventLabels, interviewStages } from './application-status.ts';
import classes from './application.module.css';

interface TimelineProps {
  readonly events: ApplicationStandingFragment['timeline'];
}

/** What happened to an application, in order. */
export function Timeline({ events }: TimelineProps) {
  return (
    <ol className={classes.timeline}>
      {events.map(({ id, eventType, eventDate, description, interviewStage }) => (
        <li key={id} className={classes.event}>
          <Text fw={500}>
            {eventType === 'STATUS_CHANGED' && interviewStage
              ? words.detail.event(eventLabels[eventType], interviewStages[interviewStage])
              : eventLabels[eventType]}
          </Text>
          {description && <Text size="sm">{description}</Text>}
          <Text size="sm" c="dimmed" component="time" dateTime={eventDate}>
            {formatMoment(eventDate)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
