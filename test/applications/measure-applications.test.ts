import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statsOf, type MeasuredEvent } from '#applications/measure-applications.ts';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, 1 + number));
const now = day(100);

/** Events of applications, each given by what happened on which day; in order of time, as they are read. */
function eventsOf(...timelines: readonly Readonly<Partial<Record<MeasuredEvent['eventType'], number>>>[]) {
  return timelines
    .flatMap((timeline, index) =>
      Object.entries(timeline).map(([eventType, at]) => ({
        applicationId: String(index),
        eventType: eventType as MeasuredEvent['eventType'],
        eventDate: day(at),
      })),
    )
    .toSorted((one, other) => one.eventDate.getTime() - other.eventDate.getTime());
}

const accepted = { APPLIED: 0, STATUS_CHANGED: 10, OFFER_RECEIVED: 30, OFFER_ACCEPTED: 32 };
const rejectedAtOnce = { APPLIED: 0, REJECTED: 20 };
const invited = { APPLIED: 60, STATUS_CHANGED: 90 };
const silent = { APPLIED: 60 };

describe('Applications are measured', () => {
  it('by how far they came, whatever became of them then', () => {
    const { funnel } = statsOf(eventsOf(accepted, rejectedAtOnce, invited, silent), now);
    expect(funnel).toEqual([
      { status: 'APPLIED', count: 4 },
      { status: 'INTERVIEWING', count: 2 },
      { status: 'OFFER', count: 1 },
      { status: 'ACCEPTED', count: 1 },
    ]);
  });

  it('by how long they waited, until now where they still do', () => {
    const { timeInStatus } = statsOf(eventsOf(accepted, rejectedAtOnce, invited, silent), now);
    expect(timeInStatus).toEqual([
      // 10, 20, 30 and 40 days, the last of them until now.
      { status: 'APPLIED', count: 4, ongoing: 1, lowerQuartileDays: 17.5, medianDays: 25, upperQuartileDays: 32.5 },
      {
        status: 'INTERVIEWING',
        count: 2,
        ongoing: 1,
        lowerQuartileDays: 12.5,
        medianDays: 15,
        upperQuartileDays: 17.5,
      },
      { status: 'OFFER', count: 1, ongoing: 0, lowerQuartileDays: 2, medianDays: 2, upperQuartileDays: 2 },
    ]);
  });

  it('with nothing to say where there are none', () => {
    const { funnel, timeInStatus } = statsOf([], now);
    expect(funnel.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
    for (const { count, medianDays } of timeInStatus) expect([count, medianDays]).toEqual([0, null]);
  });

  it('so that fewer come further, and quartiles are in order', () => {
    const steps = ['STATUS_CHANGED', 'OFFER_RECEIVED', 'OFFER_ACCEPTED'] as const;
    const timeline = fc.array(fc.nat(20), { maxLength: 3 }).map((waits) => {
      let at = 0;
      return { APPLIED: 0, ...Object.fromEntries(waits.map((wait, index) => [steps[index], (at += wait + 1)])) };
    });
    fc.assert(
      fc.property(fc.array(timeline, { maxLength: 12 }), (timelines) => {
        const { funnel, timeInStatus } = statsOf(eventsOf(...timelines), now);
        const counts = funnel.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((one, other) => other - one));
        for (const { lowerQuartileDays, medianDays, upperQuartileDays } of timeInStatus) {
          const quartiles = [lowerQuartileDays, medianDays, upperQuartileDays].filter(
            (days) => typeof days === 'number',
          );
          expect(quartiles).toEqual(quartiles.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});
