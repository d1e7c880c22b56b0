import { defineEntity, p } from '@mikro-orm/core';
import { WorkHistory } from './work-history.entity.ts';

const BulletSchema = defineEntity({
  name: 'Bullet',
  tableName: 'bullets',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    workHistory: () => p.manyToOne(WorkHistory).ref().joinColumn('work_history_id').deleteRule('cascade'),
    text: p.text(),
    /** Ids of skills of the same persona. */
    skillsDemonstrated: p.json().$type<string[]>(),
    metrics: p.string().length(255).nullable(),
    displayOrder: p.integer(),
  },
});
export class Bullet extends BulletSchema.class {}
BulletSchema.setClass(Bullet);
