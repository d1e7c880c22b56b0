import { LockMode } from '@mikro-orm/core';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { BulkOutcome } from '#authorization/resolve-each-reference.ts';
import { manualPersonaJobTransitions } from './persona-job-transitions.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { ChangedPersonaJobs } from './tell-persona-jobs.ts';

/** Dismisses many matches or brings them back; what was applied for stays as it is and is told of. */
export function bulkDismiss(
  context: OperationContext,
  ids: readonly string[],
  dismissed: boolean,
): Promise<BulkOutcome> {
  const status = dismissed ? 'DISMISSED' : 'DISCOVERED';
  return changeEach(context, ids, (personaJob) => {
    if (personaJob.status === status) return 'AS_ASKED';
    if (!manualPersonaJobTransitions.allowed(personaJob.status).includes(status)) return 'INVALID_TRANSITION';
    personaJob.status = status;
    personaJob.dismissedAt = dismissed ? context.now : null;
    return 'CHANGED';
  });
}

/** Marks many matches as favourite or not. */
export const bulkFavorite = (
  context: OperationContext,
  ids: readonly string[],
  favorite: boolean,
): Promise<BulkOutcome> =>
  changeEach(context, ids, (personaJob) => {
    if (personaJob.isFavorite === favorite) return 'AS_ASKED';
    personaJob.isFavorite = favorite;
    return 'CHANGED';
  });

/** What became of one of many matches. */
type Outcome = 'CHANGED' | 'AS_ASKED' | 'INVALID_TRANSITION';

async function changeEach(
  { rows }: OperationContext,
  ids: readonly string[],
  change: (personaJob: PersonaJob) => Outcome,
): Promise<BulkOutcome> {
  const em = await rows.em();
  // In one order, so that of two requests for the same matches neither waits for what the other holds.
  const held = await em.find(
    PersonaJob,
    { id: { $in: [...ids] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  );
  const outcomes = new Map<string, Outcome>();
  const changed = new ChangedPersonaJobs();
  for (const personaJob of held) {
    const outcome = change(personaJob);
    outcomes.set(personaJob.id, outcome);
    if (outcome === 'CHANGED') changed.add(personaJob.persona.id, personaJob.id);
  }
  await em.flush();
  await changed.tell(em);
  return sortOut(ids, outcomes);
}

/** What was not held was deleted since it was looked up. */
function sortOut(ids: readonly string[], outcomes: ReadonlyMap<string, Outcome>): BulkOutcome {
  const isDone = (id: string): boolean => outcomes.has(id) && outcomes.get(id) !== 'INVALID_TRANSITION';
  return {
    succeeded: ids.filter(isDone),
    failed: ids
      .filter((id) => !isDone(id))
      .map((id) => ({ id, code: outcomes.has(id) ? 'INVALID_TRANSITION' : 'NOT_FOUND' })),
  };
}
