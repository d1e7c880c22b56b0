import { z } from 'zod';
import type { ItemKind } from './change-items.ts';
import { assertSoon } from './day-rules.ts';
import { Education } from './education.entity.ts';
import { requiredText, text } from './text-rules.ts';

const rules = z.object({
  institution: requiredText(255),
  degree: requiredText(100),
  fieldOfStudy: requiredText(255),
  graduationYear: z.int().min(1900),
  gpa: z
    .number()
    .min(0)
    .max(5)
    // What the database would round is not what was said.
    .refine((grade) => Number(grade.toFixed(2)) === grade, 'Write two places at most.')
    .nullish(),
  honors: text(255).nullish(),
});

/** Schools and universities. */
export const educationKind: ItemKind<Education, z.infer<typeof rules>> = {
  entity: Education,
  parent: 'persona',
  plural: 'educations',
  most: 50,
  rules,
  changeRules: rules.partial(),
  matched: [],
  settle: (given, { context }) => {
    assertSoon('input.graduationYear', given.graduationYear, context.now);
    return given;
  },
};
