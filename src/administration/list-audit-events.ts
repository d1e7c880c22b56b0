import type { OperationContext } from '#authorization/operation-context.ts';
import type { Page } from '#database/keyset.ts';
import { AuditEvent, latestFirst } from '#identity/audit-event.entity.ts';
import { toUuid } from '#platform/ids.ts';
import type { QueryAdminAuditEventsArgs } from '#platform/resolver-types.generated.ts';
import { recordLook } from './act.ts';

/** A page of what has happened, latest first, to one account or to all. */
export async function listAuditEvents(
  context: OperationContext,
  { userId, ...page }: QueryAdminAuditEventsArgs,
): Promise<Page<AuditEvent>> {
  const ownerId = typeof userId === 'string' ? toUuid(userId) : null;
  await recordLook(context, ownerId, 'looked at the audit log');
  return context.rows.page(AuditEvent, { where: ownerId === null ? {} : { ownerId }, order: latestFirst, page });
}
