import { raw, type FilterQuery } from '@mikro-orm/core';
import type { JobPosting } from './job-posting.entity.ts';

/** What two postings of one opening have in common, by `duplicate-keys.ts`. */
export type Requisition = Pick<JobPosting, 'companyKey' | 'titleKey' | 'placeKey'>;

/** Postings of these requisitions, found by index: of company, title and place each by itself a pool has far more. */
export function ofRequisitions(sought: readonly Requisition[]): FilterQuery<JobPosting> {
  const rows = sought.map(({ companyKey, titleKey, placeKey }) => ({ companyKey, titleKey, placeKey }));
  const isOne = raw(
    (alias) =>
      `(${alias}.company_key, ${alias}.title_key, ${alias}.place_key) in (select * from json_to_recordset(?) as r ("companyKey" text, "titleKey" text, "placeKey" text))`,
    [JSON.stringify(rows)],
  );
  return { [isOne]: [] };
}
