import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { setColumn, updateMany } from '#database/bulk.ts';
import { ExtractedSkill } from './extracted-skill.entity.ts';
import { ghostColumns, type GhostInputs } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import type { SkillRequirement } from './raw-posting.ts';
import { READING_VERSION, readPostingText, type ReadWords, type Words } from './read-posting-text.ts';
import { replaceSkills, requiredSkillsOf } from './replace-skills.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

type Stored = Words & GhostInputs;

/** Their texts are held together. */
const postingsAtATime = 100;

/**
 * Reads anew the words of some postings that an earlier version of the rules has read, open and closed ones; those of
 * which it makes another reading are matched anew. Several may do it at once: each takes postings that no other holds.
 * In the caller's transaction, on the system login.
 * @returns how many were read
 */
export async function rereadPostings(em: EntityManager, now: Date): Promise<number> {
  const postings = await outdatedPostings(em);
  const ids = postings.map(({ id }) => id);
  const skills = await storedSkills(em, ids);
  const changed = postings.flatMap((row) => {
    const posting = row as unknown as Stored;
    const words = readPostingText(posting);
    return isSame(words, posting, skills.get(row.id) ?? []) ? [] : [{ id: row.id, posting, words }];
  });
  await updateMany(
    em,
    JobPosting,
    changed.map(({ id, posting, words: { skills, ...columns } }) => ({
      id,
      ...columns,
      ...ghostColumns({ ...posting, ...columns }, now),
      requiredSkills: requiredSkillsOf(skills),
      updatedAt: now,
    })),
  );
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

const outdatedPostings = (em: EntityManager): Promise<readonly { readonly id: string }[]> =>
  em.find(
    JobPosting,
    { readingVersion: { $lt: READING_VERSION } },
    {
      populate: ['descriptionText', 'requirements', 'cultureText'],
      orderBy: { readingVersion: 'asc', id: 'asc' },
      limit: postingsAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );

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
