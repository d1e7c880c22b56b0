import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { AchievementStory } from './achievement-story.entity.ts';
import type { ItemKind, Place } from './change-items.ts';
import { assertOwnSkills, skillIds } from './own-skills.ts';
import { requiredText } from './text-rules.ts';
import { WorkHistory } from './work-history.entity.ts';

const rules = z.object({
  title: requiredText(255),
  context: requiredText(10_000),
  action: requiredText(10_000),
  outcome: requiredText(10_000),
  skillsDemonstrated: skillIds,
  relatedWorkHistoryId: z.string().nullish(),
});

/** What somebody achieved, told as stories. */
export const achievementStoryKind: ItemKind<AchievementStory, z.infer<typeof rules>> = {
  entity: AchievementStory,
  parent: 'persona',
  plural: 'achievement stories',
  most: 50,
  rules,
  changeRules: rules.partial(),
  matched: [],
  settle: async ({ relatedWorkHistoryId, ...given }, place) => {
    await assertOwnSkills(given.skillsDemonstrated ?? [], place);
    if (relatedWorkHistoryId === undefined) return given;
    return { ...given, relatedWorkHistory: await relatedJob(relatedWorkHistoryId, place) };
  },
};

/** The job of that id, where it is the persona's. @throws NotFound */
async function relatedJob(
  id: string | null,
  { context, persona }: Place<AchievementStory>,
): Promise<WorkHistory | null> {
  if (id === null) return null;
  const [job] = await context.rows.list(WorkHistory, { id, persona: persona.id }, { id: 'asc' });
  if (!job) throw new NotFound();
  return job;
}
