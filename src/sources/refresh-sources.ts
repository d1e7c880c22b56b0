import type { OperationContext } from '#authorization/operation-context.ts';
import { notify } from '#database/notify.ts';
import { requirePersona } from '#personas/change-persona.ts';
import { SourcePreference } from '#personas/source-preference.entity.ts';
import { SourceRun } from './source-run.entity.ts';

/** Where it is said that sources are to be asked. */
export const runsChannel = 'tenure_runs';

/** Whoever asks again so soon is given what they asked for before, unless nothing was asked. */
const leastMinutes = 15;

/**
 * Has all sources of a persona asked now that are turned on. One that was asked a moment ago is not asked again.
 * @returns the run of each, the latest one where there is one yet @throws NotFound
 */
export async function refreshSources(context: OperationContext, personaId: string): Promise<readonly SourceRun[]> {
  const { rows, now, newId } = context;
  // Held until the operation ends, so that two who ask at once get the same runs.
  const persona = await requirePersona(context, personaId);
  const enabled = await rows.list(
    SourcePreference,
    { persona: persona.id, enabled: true },
    { displayOrder: 'asc', id: 'asc' },
  );
  const since = new Date(now.getTime() - leastMinutes * 60_000);
  const recent = await rows.list(
    SourceRun,
    { persona: persona.id, $or: [{ state: 'WAITING' }, { askedAt: { $gt: since }, state: { $ne: 'SKIPPED' } }] },
    { askedAt: 'asc', id: 'asc' },
  );
  const latest = new Map(recent.map((run) => [run.sourceName, run]));
  const em = await rows.em();
  const runs = enabled.map((preference) => {
    const { sourceName } = preference;
    const known = latest.get(sourceName);
    if (known) return known;
    preference.lastAskedAt = now;
    const ids = { id: newId(), ownerId: persona.ownerId, persona };
    return em.create(SourceRun, { ...ids, sourceName, state: 'WAITING', askedAt: now, workDueAt: now });
  });
  await em.flush();
  await notify(em, runsChannel);
  return runs;
}
