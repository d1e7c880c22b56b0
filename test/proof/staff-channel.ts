import { getNamedType } from 'graphql';
import { refusalNow } from '#authorization/viewer.ts';
import { objectTypes } from '#authorization/schema-walk.ts';
import type { Canaries } from './canaries.ts';
import type { Operation } from './operations.ts';
import type { Tables } from './owned-rows.ts';
import type { Harm } from './snapshot.ts';
import type { Viewer } from './viewers.ts';

// What staff are told of others, and do to them, is meant to be. It is declared here column by column, and holds for
// whom the policy lets in through the root fields of the staff login; whatever else of others they see is a leak.

/** The column that each field of staff's types shows; those left out hold no text and no id. */
const shownBy: Readonly<Record<string, string>> = {
  'AdminUser.id': 'users.id',
  'AdminUser.email': 'users.email',
  'AdminUser.name': 'users.name',
  'AdminUserEdge.cursor': 'users.id',
  'AdminAuditEvent.id': 'audit_events.id',
  'AdminAuditEvent.userId': 'audit_events.owner_id',
  'AdminAuditEvent.actorId': 'audit_events.actor_id',
  'AdminAuditEvent.sessionId': 'audit_events.session_id',
  'AdminAuditEvent.ip': 'audit_events.ip',
  'AdminAuditEvent.userAgent': 'audit_events.user_agent',
  'AdminAuditEvent.detail': 'audit_events.detail',
  'AdminAuditEventEdge.cursor': 'audit_events.id',
  'PostingReport.reason': 'job_reports.reason',
};

/** The tables in which an operation of staff changes rows, of the one account that it names. */
const changedBy: Readonly<Record<string, readonly string[]>> = {
  adminAuditEvents: ['audit_events'],
  setUserDisabled: ['users', 'sessions', 'access_tokens', 'audit_events'],
  adminRevokeSessions: ['sessions', 'access_tokens', 'audit_events'],
  setUserRole: ['users', 'sessions', 'audit_events', 'one_time_tokens'],
};

// What is said of a posting is settled for all who said it, and it is matched anew with everybody: that is the pool's channel.
const settled: Readonly<Record<string, readonly string[]>> = {
  approvePosting: ['job_reports', 'persona_jobs'],
  rejectPosting: ['job_reports', 'persona_jobs'],
};

type Asked = Omit<Operation, 'idClass'>;

export interface StaffChannel {
  /** Whether the policy lets a viewer through a root field of staff's. */
  readonly isOpen: (asked: Pick<Operation, 'kind' | 'field'>, viewer: Viewer) => boolean;
  /** What of others an answer may hold: canaries of the columns that the operation asks to be shown. */
  readonly shown: (asked: Asked, viewer: Viewer) => ReadonlySet<string>;
  /** Whether an operation may have touched a row of somebody else's. */
  readonly mayTouch: (asked: Asked, viewer: Viewer, harm: Harm) => boolean;
}

/** @param canaries planted already */
export async function openStaffChannel({
  database,
  compiled: { source, policy },
  canaries,
  now,
}: Tables & { readonly canaries: Canaries; readonly now: () => Date }): Promise<StaffChannel> {
  const held = new Map<string, ReadonlySet<string>>();
  for (const column of new Set(Object.values(shownBy))) {
    const [table = '', name = ''] = column.split('.');
    const rows = await database.query<{ text: string | null }>(`select ${name}::text as text from ${table}`);
    held.set(column, new Set(rows.flatMap(({ text }) => canaries.in(text ?? ''))));
  }
  // Where a page stands is told as the ids of its rows.
  const pageOf = new Map<string, string | undefined>(
    objectTypes(source).flatMap((type) => {
      const node = type.getFields()['nodes']?.type;
      return node ? [[`${type.name}.pageInfo`, shownBy[`${getNamedType(node).name}.id`]] as const] : [];
    }),
  );
  const isOpen: StaffChannel['isOpen'] = ({ kind, field }, viewer) => {
    const root = policy.fields.get(`${source.getRootType(kind)?.name}.${field}`);
    return root?.runsAs === 'STAFF' && refusalNow(root, viewer.is, now()) === null;
  };
  return {
    isOpen,
    shown: (asked, viewer) => {
      if (!isOpen(asked, viewer)) return new Set();
      const columns = [...asked.coordinates].map((each) => shownBy[each] ?? pageOf.get(each) ?? '');
      return new Set(columns.flatMap((column) => [...(held.get(column) ?? [])]));
    },
    mayTouch: (asked, viewer, { table, ownerId }) =>
      isOpen(asked, viewer) &&
      ((settled[asked.field]?.includes(table) ?? false) ||
        ((changedBy[asked.field]?.includes(table) ?? false) &&
          JSON.stringify([asked.variables, asked.document]).includes(ownerId))),
  };
}
