import type { AuditEventKind } from '../generated/graphql.ts';
import { words } from '../words/account-activity.ts';

/** What happened, in the words of its owner's list. */
export const auditWords: Readonly<Record<AuditEventKind, string>> = words.events;

const detailWords: Readonly<Record<string, string>> = words.details;

/** How somebody proved who they are, by the names of RFC 8176. */
const proofWords: Readonly<Record<string, string>> = words.proofs;

/** More of what happened: the server's own words where there are none here. */
export function describeDetail(detail: string): string {
  const proofs = detail.split(' ').flatMap((each) => proofWords[each] ?? []);
  return detailWords[detail] ?? (proofs.length > 0 ? words.by(proofs) : detail);
}
