import type { EntityManager } from '@mikro-orm/postgresql';
import { readColumns } from '#database/read-columns.ts';
import { Persona } from '#personas/persona.entity.ts';
import { JobPosting } from './job-posting.entity.ts';

/**
 * Deletes what was found by keys of accounts that have no persona any more, as those that are gone: nobody else is ever
 * shown it. On the system login. @returns how many there were
 */
export async function purgeFoundPostings(em: EntityManager): Promise<number> {
  const where = { foundFor: { $ne: null } };
  const found = await readColumns(em, JobPosting, { columns: ['foundFor'], where, isDistinct: true });
  const owners = found.flatMap(({ foundFor }) => foundFor ?? []);
  const personas = await readColumns(em, Persona, { columns: ['ownerId'], where: { ownerId: { $in: owners } } });
  const there = new Set(personas.map(({ ownerId }) => ownerId));
  return em.nativeDelete(JobPosting, { foundFor: { $in: owners.filter((id) => !there.has(id)) } });
}
