import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { insertMissing } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { SourceGate } from './source-gate.entity.ts';

/** Longer than the reading of one list may take. */
const leaseMinutes = 5;
const firstWaitMinutes = 15;
const longestWaitMinutes = 24 * 60;

const later = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * 60_000);

/**
 * Takes the right to ask a source, in a transaction of its own.
 * @returns BUSY where somebody else asks it now, CLOSED where it is to be left alone
 */
export const takeGate = (orm: MikroORM, gateKey: string, now: Date): Promise<'TAKEN' | 'BUSY' | 'CLOSED'> =>
  orm.em.fork().transactional(async (em) => {
    const row = { id: newSharedId(), gateKey, leaseUntil: now, closedUntil: now, failures: 0 };
    await insertMissing(em as EntityManager, SourceGate, [row]);
    const gate = await em.findOneOrFail(SourceGate, { gateKey }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (gate.leaseUntil > now) return 'BUSY';
    if (gate.closedUntil > now) return 'CLOSED';
    gate.leaseUntil = later(now, leaseMinutes);
    return 'TAKEN';
  });

/** Holds a gate for as long again. */
export const keepGate = async (orm: MikroORM, gateKey: string, now: Date): Promise<void> => {
  await orm.em.fork().nativeUpdate(SourceGate, { gateKey }, { leaseUntil: later(now, leaseMinutes) });
};

/**
 * Lets others ask a source again: at once, or where it was busy once the time is over that it asked for, and no sooner
 * than after a wait that doubles each time it has answered nothing before.
 * @param busyFor in milliseconds; left out where it was not busy in the end
 */
export const leaveGate = (
  orm: MikroORM,
  gateKey: string,
  {
    hasAnswered,
    busyFor,
    now,
  }: { readonly hasAnswered: boolean; readonly busyFor?: number | undefined; readonly now: Date },
): Promise<void> =>
  orm.em.fork().transactional(async (em) => {
    const gate = await em.findOneOrFail(SourceGate, { gateKey }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    gate.leaseUntil = now;
    if (hasAnswered) gate.failures = 0;
    if (busyFor === undefined) return;
    const wait = Math.max(busyFor / 60_000, firstWaitMinutes * 2 ** gate.failures);
    gate.closedUntil = later(now, Math.min(wait, longestWaitMinutes));
    gate.failures = Math.min(gate.failures + 1, 10);
  });
