import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';
import type { KeptEntry } from './json-object.ts';

const EducationSchema = defineEntity({
  name: 'Education',
  tableName: 'educations',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    institution: p.string().length(255),
    degree: p.string().length(100),
    fieldOfStudy: p.string().length(255),
    graduationYear: p.integer(),
    gpa: p.decimal('number').precision(3).scale(2).nullable(),
    honors: p.string().length(255).nullable(),
    /** The entry of a JSON Resume document that it was read from, if it was. */
    jsonResume: p.json().$type<KeptEntry>().nullable().lazy(),
    displayOrder: p.integer(),
  },
});
export class Education extends EducationSchema.class {}
EducationSchema.setClass(Education);
