import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import { JobReport } from './job-report.entity.ts';

/** Moves reports from a posting to the one that it turned out to be; each says what it was made of. On the system login. */
export const moveReports = (em: EntityManager, goneId: string, keptId: string): Promise<void> =>
  hand(em, { posting: goneId }, { posting: keptId, movedFromId: goneId });

/** Gives reports back to a posting that is one of its own again, as far as they were made of it. */
export const returnReports = (em: EntityManager, keptId: string, partedId: string): Promise<void> =>
  hand(em, { posting: keptId, movedFromId: partedId }, { posting: partedId, movedFromId: null });

/** Whoever has reported the other as well is heard once. */
async function hand(
  em: EntityManager,
  where: { readonly posting: string; readonly movedFromId?: string },
  to: { readonly posting: string; readonly movedFromId: string | null },
): Promise<void> {
  const there = await em.find(JobReport, { posting: to.posting }, { fields: ['ownerId'], disableIdentityMap: true });
  const heard = there.map(({ ownerId }) => ownerId);
  const moved = await em.find(
    JobReport,
    { ...where, ownerId: { $nin: heard } },
    { fields: ['movedFromId'], disableIdentityMap: true },
  );
  const rows = moved.map(({ id, movedFromId }) => ({
    id,
    ...to,
    movedFromId: to.movedFromId && (movedFromId ?? to.movedFromId),
  }));
  await updateMany(em, JobReport, rows);
}
