import { z } from 'zod';
import { InvalidInput } from '#platform/errors.ts';
import { Bullet } from './bullet.entity.ts';
import type { ItemKind, Place } from './change-items.ts';
import { assertPeriod, assertSoon, day } from './day-rules.ts';
import { assertOwnSkills, skillIds } from './own-skills.ts';
import { requiredText, text } from './text-rules.ts';
import { WorkHistory, workModels } from './work-history.entity.ts';

const mostBullets = 50;

const bulletRules = z.object({
  text: requiredText(2_000),
  skillsDemonstrated: skillIds,
  metrics: text(255).nullish(),
});

const rules = z.object({
  companyName: requiredText(255),
  companyIndustry: text(100).nullish(),
  jobTitle: requiredText(255),
  startDate: day,
  endDate: day.nullish(),
  isCurrent: z.boolean().optional(),
  location: text(255),
  workModel: z.enum(workModels),
  description: text(10_000).nullish(),
  bullets: z.array(bulletRules).max(mostBullets),
});
type WorkHistoryInput = z.infer<typeof rules>;

/** The jobs that somebody holds or held. */
export const workHistoryKind: ItemKind<WorkHistory, WorkHistoryInput> = {
  entity: WorkHistory,
  parent: 'persona',
  plural: 'work histories',
  most: 50,
  rules,
  changeRules: rules.omit({ bullets: true }).partial(),
  matched: ['jobTitle'],
  settle: async ({ bullets = [], ...given }, place) => {
    const period = settlePeriod(given, place);
    await assertOwnSkills(
      bullets.flatMap(({ skillsDemonstrated }) => skillsDemonstrated),
      place,
    );
    const { context, persona } = place;
    const rows = bullets.map((bullet, displayOrder) => ({
      id: context.newId(),
      ownerId: persona.ownerId,
      ...bullet,
      displayOrder,
    }));
    return { ...given, ...period, ...(rows.length > 0 ? { bullets: rows } : {}) };
  },
};

/** What was done in a job, in lines. */
export const bulletKind: ItemKind<Bullet, z.infer<typeof bulletRules>> = {
  entity: Bullet,
  parent: 'workHistory',
  parentKind: workHistoryKind,
  plural: 'bullets of one work history',
  most: mostBullets,
  rules: bulletRules,
  changeRules: bulletRules.partial(),
  matched: [],
  settle: async (given, place) => {
    await assertOwnSkills(given.skillsDemonstrated ?? [], place);
    return given;
  },
};

/** That a job is held now and that it has no end say the same: where one is left out it follows from the other. */
function settlePeriod(
  given: Partial<WorkHistoryInput>,
  { context, item }: Place<WorkHistory>,
): { readonly endDate: string | null; readonly isCurrent: boolean } {
  const { startDate, endDate, isCurrent } = given;
  assertSoon('input.startDate', startDate, context.now);
  assertSoon('input.endDate', endDate, context.now);
  const end = endDate === undefined ? keptEnd(isCurrent, item) : endDate;
  if (isCurrent !== undefined && isCurrent !== (end === null))
    throw new InvalidInput(
      'input.endDate',
      isCurrent ? 'A job that is held now has no end.' : 'Say when it ended, or that it is held now.',
    );
  const changed = endDate === undefined ? 'input.startDate' : 'input.endDate';
  assertPeriod({ from: startDate ?? item?.startDate, to: end }, changed);
  return { endDate: end, isCurrent: end === null };
}

const keptEnd = (isCurrent: boolean | undefined, item: WorkHistory | null): string | null =>
  isCurrent === true ? null : (item?.endDate ?? null);
