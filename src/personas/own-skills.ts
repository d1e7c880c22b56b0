import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { AchievementStory } from './achievement-story.entity.ts';
import { Bullet } from './bullet.entity.ts';
import type { Place } from './change-items.ts';
import { Skill } from './skill.entity.ts';

/** Ids of skills; of one that is named twice the first place counts. */
export const skillIds = z
  .array(z.string())
  .max(50)
  .transform((ids) => [...new Set(ids)]);

/** Refuses a skill that is not the persona's, though it may be another's of the same owner. @throws NotFound */
export async function assertOwnSkills(
  ids: readonly string[],
  { context, persona }: Pick<Place<unknown>, 'context' | 'persona'>,
): Promise<void> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return;
  const skills = await context.rows.list(Skill, { persona: persona.id, id: { $in: [...wanted] } }, { id: 'asc' });
  if (skills.length < wanted.size) throw new NotFound();
}

/** Takes skills out of whatever shows them; the caller flushes. */
export async function forgetSkills(
  skills: readonly Skill[],
  { context: { rows }, persona }: Pick<Place<unknown>, 'context' | 'persona'>,
): Promise<void> {
  const gone = new Set(skills.map(({ id }) => id));
  const showing = [
    ...(await rows.list(Bullet, { workHistory: { persona: persona.id } }, { id: 'asc' })),
    ...(await rows.list(AchievementStory, { persona: persona.id }, { id: 'asc' })),
  ];
  for (const row of showing)
    if (row.skillsDemonstrated.some((id) => gone.has(id)))
      row.skillsDemonstrated = row.skillsDemonstrated.filter((id) => !gone.has(id));
}
