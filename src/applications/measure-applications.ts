import type { OperationContext } from '#authorization/operation-context.ts';
import type { ApplicationStats } from '#platform/resolver-types.generated.ts';
import type { ApplicationStatus } from './application-status.ts';
import { statusAfter } from './application-transitions.ts';
import { TimelineEvent } from './timeline-event.entity.ts';

/** Something that happened to an application, as far as measuring it goes. */
export interface MeasuredEvent {
  readonly applicationId: string;
  readonly eventType: TimelineEvent['eventType'];
  readonly eventDate: Date;
}

/** The way to a job, in order. */
const funnel = ['APPLIED', 'INTERVIEWING', 'OFFER', 'ACCEPTED'] as const satisfies readonly ApplicationStatus[];
/** Where applications wait. */
const waiting = ['APPLIED', 'INTERVIEWING', 'OFFER'] as const satisfies readonly ApplicationStatus[];

/** What became of a persona's applications, in numbers, from what their timelines say. */
export async function measureApplications(
  { rows, now }: OperationContext,
  personaId: string,
): Promise<ApplicationStats> {
  const events = await rows.listWith(TimelineEvent, {
    where: { application: { persona: personaId } },
    order: { eventDate: 'asc', id: 'asc' },
    columns: ['eventType', 'eventDate', 'application.id'],
  });
  return statsOf(
    events.map(({ eventType, eventDate, application }) => ({ applicationId: application.id, eventType, eventDate })),
    now,
  );
}

/** The same for events in order; what still waits is measured until now. */
export function statsOf(events: readonly MeasuredEvent[], now: Date): ApplicationStats {
  const timelines = [...Map.groupBy(events, ({ applicationId }) => applicationId).values()];
  const stays = timelines.flatMap((timeline) => staysOf(timeline, now));
  return {
    funnel: funnel.map((status) => ({ status, count: countReached(timelines, status) })),
    timeInStatus: waiting.map((status) => {
      const here = stays.filter((stay) => stay.status === status);
      const days = here.map((stay) => stay.days).toSorted((one, other) => one - other);
      return {
        status,
        count: here.length,
        ongoing: here.filter(({ isOngoing }) => isOngoing).length,
        lowerQuartileDays: quantileOf(days, 0.25),
        medianDays: quantileOf(days, 0.5),
        upperQuartileDays: quantileOf(days, 0.75),
      };
    }),
  };
}

const countReached = (timelines: readonly (readonly MeasuredEvent[])[], status: ApplicationStatus): number =>
  timelines.filter((timeline) => timeline.some(({ eventType }) => statusAfter(eventType) === status)).length;

interface Stay {
  readonly status: ApplicationStatus;
  readonly days: number;
  readonly isOngoing: boolean;
}

const millisecondsOfDay = 86_400_000;

/** How long an application stood at each status that it came to. */
function staysOf(timeline: readonly MeasuredEvent[], now: Date): readonly Stay[] {
  return timeline.map(({ eventType, eventDate }, index) => {
    const left = timeline[index + 1]?.eventDate;
    const days = ((left ?? now).getTime() - eventDate.getTime()) / millisecondsOfDay;
    return { status: statusAfter(eventType), days: Math.max(0, days), isOngoing: left === undefined };
  });
}

/** The value below which so much of a sorted list lies, between two of them in proportion; to a tenth. */
function quantileOf(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 10) / 10;
}
