import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { insertMany, insertMissing, setColumn } from '#database/bulk.ts';
import { readColumns } from '#database/read-columns.ts';
import { newOwnedId } from '#platform/ids.ts';
import { Persona, type pollingFrequencies } from '#personas/persona.entity.ts';
import { SourcePreference } from '#personas/source-preference.entity.ts';
import { usualPreferences } from './source-preferences.ts';
import { SourceAnswer } from './source-answer.entity.ts';
import { SourceGate } from './source-gate.entity.ts';
import { SourceRun } from './source-run.entity.ts';

/** After how many hours a source is asked again; never where nobody asks. */
const hoursBetween: Readonly<Record<(typeof pollingFrequencies)[number], number>> = {
  TWICE_DAILY: 12,
  DAILY: 24,
  WEEKLY: 7 * 24,
  MANUAL_ONLY: Infinity,
};

const atATime = 200;

/**
 * Queues runs for whatever is due by its persona's frequency, a batch at a time: what one instance holds others pass over.
 * How often a persona is asked for is looked up each time, so that a change of it holds at once. @returns how many
 */
export async function planRuns(orm: MikroORM, now: Date): Promise<number> {
  for (const [pollingFrequency, hours] of Object.entries(hoursBetween)) {
    if (hours === Infinity) continue;
    const before = new Date(now.getTime() - hours * 3_600_000);
    const due = { enabled: true, $or: [{ lastAskedAt: null }, { lastAskedAt: { $lte: before } }] };
    const planned = await orm.em.fork().transactional(async (forked) => {
      const em = forked as EntityManager;
      const wanted = await em.find(
        SourcePreference,
        { ...due, persona: { pollingFrequency: pollingFrequency as keyof typeof hoursBetween } },
        {
          fields: ['id'],
          orderBy: { lastAskedAt: 'asc nulls first', id: 'asc' },
          limit: atATime,
          disableIdentityMap: true,
        },
      );
      // Apart from the persona's row, which is nobody's to hold here.
      const held = await em.find(
        SourcePreference,
        { ...due, id: { $in: wanted.map(({ id }) => id) } },
        { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      );
      await queueRuns(em, held, now);
      return held.length;
    });
    if (planned > 0) return planned;
  }
  return 0;
}

async function queueRuns(em: EntityManager, preferences: readonly SourcePreference[], now: Date): Promise<void> {
  const runs = preferences.map(({ ownerId, persona, sourceName }) => ({
    id: newOwnedId(now),
    ownerId,
    persona: persona.id,
    sourceName,
    state: 'WAITING',
    askedAt: now,
    workDueAt: now,
  }));
  await insertMany(em, SourceRun, runs);
  const ids = preferences.map(({ id }) => id);
  await setColumn(em, SourcePreference, { ids, property: 'lastAskedAt', value: now });
}

/** Gives personas from before a source was there what is usual of it. At the start, on the system login. */
export const addMissingPreferences = (orm: MikroORM, now: Date): Promise<void> =>
  orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const usual = usualPreferences();
    const names = usual.map(({ sourceName }) => sourceName);
    const personas = await em.count(Persona);
    const known = await em.count(SourcePreference, { sourceName: { $in: names } });
    if (known >= personas * names.length) return;
    const rows = await readColumns(em, Persona, { columns: ['id', 'ownerId'] });
    for (let from = 0; from < rows.length; from += atATime)
      await insertMissing(
        em,
        SourcePreference,
        rows
          .slice(from, from + atATime)
          .flatMap(({ id, ownerId }) =>
            usual.map((each) => ({ id: newOwnedId(now), ownerId, persona: id, lastAskedAt: null, ...each })),
          ),
      );
  });

/** How long it is known that a source was asked, and how it answered. */
const daysKept = 30;

/**
 * Forgets runs, answers and gates that are over for long; a run that waits still goes with them. On the system login.
 * @returns how many
 */
export async function purgeRuns(em: EntityManager, now: Date): Promise<number> {
  const $lt = new Date(now.getTime() - daysKept * 24 * 3_600_000);
  const runs = await em.nativeDelete(SourceRun, { askedAt: { $lt } });
  const answers = await em.nativeDelete(SourceAnswer, { answeredAt: { $lt } });
  return runs + answers + (await em.nativeDelete(SourceGate, { leaseUntil: { $lt }, closedUntil: { $lt } }));
}
