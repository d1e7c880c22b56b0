import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { setColumn } from '#database/bulk.ts';
import { ExtractedSkill } from './extracted-skill.entity.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import type { SkillRequirement } from './raw-posting.ts';
import { READING_VERSION, readPostingText, type ReadWords } from './read-posting-text.ts';
import { replaceSkills } from './replace-skills.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

/** Their texts are held together. */
const postingsAtATime = 100;

/**
 * Reads anew the words of some postings that an earlier version of the rules has read, open and closed ones; those of
 * which it makes another reading are matched anew. Several may do it at once: each takes postings that no other holds.
 * In the caller's transaction, on the system login.
 * @returns how many were read
 */
export async function rereadPostings(em: EntityManager, now: Date): Promise<number> {
  const postings = await em.find(
    JobPosting,
    { readingVersion: { $lt: READING_VERSION } },
    {
      populate: ['descriptionText'],
      orderBy: { readingVersion: 'asc', id: 'asc' },
      limit: postingsAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  const ids = postings.map(({ id }) => id);
  const skills = await storedSkills(em, ids);
  const changed = postings.flatMap((posting) => {
    const words = readPostingText(posting as unknown as Parameters<typeof readPostingText>[0]);
    return isSame(words, posting, skills.get(posting.id) ?? []) ? [] : [{ id: posting.id, posting, words }];
  });
  for (const { id, posting, words } of changed) {
    const { skills: _rows, ...columns } = words;
    const ghost = ghostColumns({ ...(posting as unknown as Parameters<typeof ghostColumns>[0]), ...columns }, now);
    await em.nativeUpdate(JobPosting, { id }, { ...columns, ...ghost, updatedAt: now });
  }
  await replaceSkills(
    em,
    changed.map(({ id, words }) => ({ id, skills: words.skills })),
  );
  await setColumn(em, JobPosting, { ids, property: 'readingVersion', value: READING_VERSION });
  await tellPostingsChanged(
    em,
    changed.map(({ id }) => id),
    now,
  );
  return postings.length;
}

async function storedSkills(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ExtractedSkill[]>> {
  if (ids.length === 0) return new Map();
  const rows = await em.find(ExtractedSkill, { posting: { $in: [...ids] } }, { disableIdentityMap: true });
  return Map.groupBy(rows, (row) => row.posting.id);
}

function isSame(words: ReadWords, posting: object, skills: readonly ExtractedSkill[]): boolean {
  const { skills: read, ...columns } = words;
  const stored = posting as Readonly<Record<string, unknown>>;
  return (
    Object.entries(columns).every(([name, value]) => isDeepStrictEqual(value, stored[name] ?? null)) &&
    isDeepStrictEqual(read.map(skillKey).toSorted(), skills.map(skillKey).toSorted())
  );
}

const skillKey = ({
  name,
  kind,
  required,
  years,
}: Pick<SkillRequirement, 'name' | 'kind' | 'required'> & { years?: number | null }): string =>
  JSON.stringify([name, kind, required, years ?? null]);
