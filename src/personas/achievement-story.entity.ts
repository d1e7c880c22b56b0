import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';
import { WorkHistory } from './work-history.entity.ts';

const AchievementStorySchema = defineEntity({
  name: 'AchievementStory',
  tableName: 'achievement_stories',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    title: p.string().length(255),
    context: p.text(),
    action: p.text(),
    outcome: p.text(),
    /** Ids of skills of the same persona. */
    skillsDemonstrated: p.json().$type<string[]>(),
    relatedWorkHistory: () =>
      p.manyToOne(WorkHistory).ref().joinColumn('related_work_history_id').deleteRule('set null').nullable(),
    displayOrder: p.integer(),
  },
});
export class AchievementStory extends AchievementStorySchema.class {}
AchievementStorySchema.setClass(AchievementStory);
