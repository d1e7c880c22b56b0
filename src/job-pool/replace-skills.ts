import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany } from '#database/bulk.ts';
import { newPartId } from '#platform/ids.ts';
import { canonicalSkill } from './canonical-skill.ts';
import { ExtractedSkill } from './extracted-skill.entity.ts';
import type { SkillRequirement } from './raw-posting.ts';

export interface PostingSkills {
  readonly id: string;
  readonly skills: readonly SkillRequirement[];
}

/** How many hard skills are required, as a posting's own column says beside the rows. */
export const requiredSkillsOf = (skills: readonly SkillRequirement[]): number =>
  skills.filter(({ kind, required }) => required && kind === 'HARD').length;

/** Writes the skills of postings that have none. */
export const insertSkills = (em: EntityManager, postings: readonly PostingSkills[]): Promise<void> =>
  insertMany(
    em,
    ExtractedSkill,
    postings.flatMap(({ id, skills }) =>
      skills.map((skill) => ({
        id: newPartId(id),
        posting: id,
        ...skill,
        skillKey: canonicalSkill(skill.name),
      })),
    ),
  );

/** Writes the skills of postings in place of those they had. */
export async function replaceSkills(em: EntityManager, postings: readonly PostingSkills[]): Promise<void> {
  if (postings.length === 0) return;
  await em.nativeDelete(ExtractedSkill, { posting: { $in: postings.map(({ id }) => id) } });
  await insertSkills(em, postings);
}
