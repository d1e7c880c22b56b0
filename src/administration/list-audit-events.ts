import type { OperationContext } from '#authorization/operation-context.ts';
import { cursorValue, type Page, type SortKey } from '#database/keyset.ts';
import { AuditEvent } from '#identity/audit-event.entity.ts';
import { toUuid } from '#platform/ids.ts';
import type { QueryAdminAuditEventsArgs } from '#platform/resolver-types.generated.ts';
import { recordLook } from './act.ts';

const latestFirst: readonly SortKey[] = [{ path: ['at'], direction: 'desc', parse: cursorValue.instant }];

/** A page of what has happened, latest first, to one account or to all. */
export async function listAuditEvents(
  context: OperationContext,
  { userId, ...page }: QueryAdminAuditEventsArgs,
): Promise<Page<AuditEvent>> {
  const ownerId = typeof userId === 'string' ? toUuid(userId) : null;
  await recordLook(context, ownerId, 'looked at the audit log');
  return context.rows.page(AuditEvent, { where: ownerId === null ? {} : { ownerId }, order: latestFirst, page });
}
