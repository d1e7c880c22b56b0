import type { FilterQuery } from '@mikro-orm/core';
import { amongTexts } from '#database/among-texts.ts';
import type { JobPosting } from './job-posting.entity.ts';

/** What two postings of one opening have in common, by `duplicate-keys.ts`. */
export type Requisition = Pick<JobPosting, 'companyKey' | 'titleKey' | 'placeKey'>;

/** Postings of these requisitions, found by index: of company, title and place each by itself a pool has far more. */
export function ofRequisitions(sought: readonly Requisition[]): FilterQuery<JobPosting> {
  const keys = sought.map(({ companyKey, titleKey, placeKey }) => ({
    company_key: companyKey,
    title_key: titleKey,
    place_key: placeKey,
  }));
  return amongTexts(['company_key', 'title_key', 'place_key'], keys);
}
