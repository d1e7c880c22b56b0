import { defineEntity, p } from '@mikro-orm/core';
import { cursorValue, type SortKey } from '#database/keyset.ts';
import type { AuditEventKind, AuditOutcome } from '#platform/resolver-types.generated.ts';

const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_events',
  properties: {
    id: p.uuid().primary(),
    // Whose account it is about. No foreign key: that an account was deleted is told after it is gone.
    ownerId: p.uuid().nullable(),
    at: p.datetime(),
    event: p.string().length(40).$type<AuditEventKind>(),
    outcome: p.string().length(20).$type<AuditOutcome>(),
    actorId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
    ip: p.string().length(64).nullable(),
    userAgent: p.string().length(500).nullable(),
    detail: p.string().length(500).nullable(),
  },
  indexes: [
    { name: 'audit_events_owner_id_at_idx', properties: ['ownerId', 'at', 'id'] },
    { name: 'audit_events_at_idx', properties: ['at', 'id'] },
  ],
});
export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent);

/** The order in which events are listed. */
export const latestFirst: readonly SortKey[] = [{ path: ['at'], direction: 'desc', parse: cursorValue.instant }];
