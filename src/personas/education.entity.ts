import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

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
    displayOrder: p.integer(),
  },
});
export class Education extends EducationSchema.class {}
EducationSchema.setClass(Education);
