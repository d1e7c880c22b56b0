import { defineEntity, p } from '@mikro-orm/core';
import { Bullet } from './bullet.entity.ts';
import { Persona } from './persona.entity.ts';
import type { KeptEntry } from './json-object.ts';

export const workModels = ['REMOTE', 'HYBRID', 'ONSITE'] as const;

const WorkHistorySchema = defineEntity({
  name: 'WorkHistory',
  tableName: 'work_histories',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    companyName: p.string().length(255),
    companyIndustry: p.string().length(100).nullable(),
    jobTitle: p.string().length(255),
    startDate: p.date(),
    endDate: p.date().nullable(),
    isCurrent: p.boolean(),
    location: p.string().length(255),
    workModel: p.enum(workModels),
    description: p.text().nullable(),
    /** The entry of a JSON Resume document that it was read from, if it was. */
    jsonResume: p.json().$type<KeptEntry>().nullable().lazy(),
    displayOrder: p.integer(),
    bullets: () => p.oneToMany(Bullet).mappedBy('workHistory').orderBy({ displayOrder: 'asc' }),
  },
});
export class WorkHistory extends WorkHistorySchema.class {}
WorkHistorySchema.setClass(WorkHistory);
