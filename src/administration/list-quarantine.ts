import type { OperationContext } from '#authorization/operation-context.ts';
import { cursorValue, type Page, type SortKey } from '#database/keyset.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { JobReport } from '#job-pool/job-report.entity.ts';
import { wordsToMachines } from '#job-pool/readable-text.ts';
import type { PostingFinding, QueryAdminQuarantineArgs } from '#platform/resolver-types.generated.ts';
import { recordLook } from './act.ts';

const firstBy = (property: 'reviewSince' | 'rejectedAt'): readonly SortKey[] => [
  { path: [property], direction: 'asc', parse: cursorValue.instant },
];

/** A page of postings that wait for an admin's look, those that wait longest first; or of what was rejected. */
export async function listQuarantine(
  context: OperationContext,
  { rejected, ...page }: QueryAdminQuarantineArgs,
): Promise<Page<JobPosting>> {
  await recordLook(context, null, 'looked at postings in quarantine');
  const property = rejected ? 'rejectedAt' : 'reviewSince';
  return context.rows.page(JobPosting, { where: { [property]: { $ne: null } }, order: firstBy(property), page });
}

/** What is reported of a posting and not settled, earliest first. */
export async function listReports({ rows }: OperationContext, posting: JobPosting): Promise<JobReport[]> {
  const reports = (await rows.children(posting, 'reports')) as readonly JobReport[];
  return [...reports].filter(({ settledAt }) => !settledAt);
}

const mostCharacters = 200;

/** What in a posting's words speaks to machines. */
export async function listFindings({ rows }: OperationContext, posting: JobPosting): Promise<PostingFinding[]> {
  const { title, companyName, location } = posting;
  const descriptionText = String(await rows.lazy(posting, 'descriptionText'));
  return Object.entries({ title, companyName, location, descriptionText }).flatMap(([field, text]) =>
    wordsToMachines(text ?? '').map((words) => ({ field, text: words.slice(0, mostCharacters) })),
  );
}
