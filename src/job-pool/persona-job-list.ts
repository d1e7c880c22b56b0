import type { FilterQuery } from '@mikro-orm/core';
import { escapeLike } from '#database/escape-like.ts';
import { cursorValue, type SortKey } from '#database/keyset.ts';
import { isStorableDate, isStorableText } from '#database/storable.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import { parseInput } from '#platform/parse-input.ts';
import type {
  PersonaJobFilter,
  PersonaJobSort,
  QueryPersonaJobsArgs,
  RequireFields,
} from '#platform/resolver-types.generated.ts';
import { z } from 'zod';
import { PersonaJob } from './persona-job.entity.ts';

const orders = {
  FIT_DESC: [
    { path: ['fitScore'], direction: 'desc', parse: cursorValue.integer },
    { path: ['fitNearness'], direction: 'desc', parse: cursorValue.integer },
  ],
  STRETCH_DESC: [{ path: ['stretchScore'], direction: 'desc', parse: cursorValue.integer }],
  DISCOVERED_DESC: [{ path: ['discoveredAt'], direction: 'desc', parse: cursorValue.instant }],
  POSTED_DESC: [{ path: ['posting', 'postedDate'], direction: 'desc', parse: cursorValue.date }],
  SALARY_DESC: [{ path: ['posting', 'salaryMax'], direction: 'desc', parse: cursorValue.integer }],
} as const satisfies Record<PersonaJobSort, readonly SortKey[]>;

const words = (max: number) =>
  z.string().refine(isStorableText, 'This has characters that no posting has.').trim().max(max).nullish();

const filterRules = z.object({
  search: words(200),
  company: words(255),
  minFit: z.int().min(0).max(100).nullish(),
  postedAfter: z.string().refine(isStorableDate, 'This is a date before the first year.').nullish(),
});

/** A page of a persona's matches. */
export function listPersonaJobs(
  { rows }: OperationContext,
  { personaId, filter, sort, ...page }: RequireFields<QueryPersonaJobsArgs, 'sort'>,
) {
  const where = whereOf(personaId, { ...filter, ...parseInput(filterRules, filter ?? {}, 'filter') });
  return rows.page(PersonaJob, { where, order: orders[sort], page });
}

function whereOf(personaId: string, filter: PersonaJobFilter): FilterQuery<PersonaJob> {
  const { statuses, favorite, minFit, includeFiltered } = filter;
  return {
    persona: personaId,
    ...(statuses ? { status: { $in: [...statuses] } } : {}),
    ...(typeof favorite === 'boolean' ? { isFavorite: favorite } : {}),
    ...(typeof minFit === 'number' ? { fitScore: { $gte: minFit } } : {}),
    ...(includeFiltered ? { isHidden: false } : { isFiltered: false }),
    ...postingWhere(filter),
  };
}

function postingWhere({
  workModels,
  seniorities,
  company,
  postedAfter,
  active,
  search,
  includeFiltered,
}: PersonaJobFilter): object {
  const own = [
    // A match of what turned out to be another posting is kept beside that of the other, for a split.
    ...(includeFiltered ? [{ mergedIntoId: null }] : []),
    ...(workModels ? [{ workModel: { $in: [...workModels] } }] : []),
    ...(seniorities ? [{ seniorityLevel: { $in: [...seniorities] } }] : []),
    ...(company ? [{ companyName: { $ilike: escapeLike(company) } }] : []),
    ...(postedAfter ? [{ postedDate: { $gte: postedAfter } }] : []),
    ...(typeof active === 'boolean' ? [{ isActive: active }] : []),
    ...searchWords(search ?? '').map((word) => ({
      $or: [{ title: { $ilike: `%${word}%` } }, { companyName: { $ilike: `%${word}%` } }],
    })),
  ];
  return own.length > 0 ? { posting: { $and: own } } : {};
}

/** Each word must be found; more than eight narrow nothing further. */
const searchWords = (search: string): string[] => search.split(/\s+/).filter(Boolean).slice(0, 8).map(escapeLike);
