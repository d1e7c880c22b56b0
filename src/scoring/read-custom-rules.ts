import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { readableText } from '#job-pool/readable-text.ts';
import { CustomNonNegotiable } from '#personas/custom-non-negotiable.entity.ts';
import type { CustomRule, ScoredPosting } from './scored-inputs.ts';

/** Rules of these personas' own, by persona, in their order. */
export async function readCustomRules(
  em: EntityManager,
  personaIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CustomRule[]>> {
  const rows = await em.find(
    CustomNonNegotiable,
    { persona: { $in: [...personaIds] } },
    { orderBy: { displayOrder: 'asc', id: 'asc' } },
  );
  const rules = rows.map((row) => [row.persona.id, ruleOf(row)] as const);
  return new Map(
    [...Map.groupBy(rules, ([personaId]) => personaId)].map(([id, each]) => [id, each.map(([, rule]) => rule)]),
  );
}

type Rule = Pick<CustomNonNegotiable, 'filterName' | 'filterType' | 'filterValue' | 'filterField'>;

/** A rule of a persona's own in the terms of the gate. */
export const ruleOf = ({ filterName, filterType, filterValue, filterField }: Rule): CustomRule => ({
  name: filterName,
  type: filterType,
  values: filterValue,
  field: filterField,
});

/** Whether a rule looks into the description, which is read only then. */
export const looksIntoText = (rules: readonly CustomRule[]): boolean =>
  rules.some(({ field }) => field === 'DESCRIPTION');

/** The postings, with their descriptions where a matcher needs them. */
export async function withDescriptions<T extends ScoredPosting & { readonly id: string }>(
  em: EntityManager,
  postings: readonly T[],
  matchers: readonly { readonly needsText: boolean }[],
): Promise<readonly T[]> {
  if (!matchers.some(({ needsText }) => needsText)) return postings;
  const rows = await em.find(
    JobPosting,
    { id: { $in: postings.map(({ id }) => id) } },
    { fields: ['id', 'descriptionText'], disableIdentityMap: true },
  );
  const texts = new Map(rows.map((row) => [row.id, readableText(String(row.descriptionText))]));
  return postings.map((posting) => ({ ...posting, descriptionText: texts.get(posting.id) ?? null }));
}
