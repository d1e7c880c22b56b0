import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { recordAudit, type Audited, type AuditSource } from '#identity/record-audit.ts';
import { Forbidden } from '#platform/errors.ts';

/** Who acts: an admin by a request, or whoever may run commands on the machine. */
export interface ActSource extends AuditSource {
  /** What acts where nobody is signed in, such as `command`. */
  readonly by?: string;
}

/** Writes down what staff do to an account, in the transaction that does it. */
export const recordAct = (
  em: EntityManager,
  source: ActSource,
  { detail, ...act }: Audited & { readonly detail: string },
): void => {
  const { viewer, by } = source;
  const actor = viewer.kind === 'SignedIn' ? { actorId: viewer.userId, sessionId: viewer.sessionId } : {};
  recordAudit(em, source, { ...act, ...actor, detail: by ? `${detail}, by ${by}` : detail });
};

/**
 * Writes down that staff look at something, before they see it, in a transaction of its own: that of a query writes
 * nothing, and one that waited for another connection while it holds one would keep staff's small pool from everybody.
 * @param ownerId the account that is looked at; null for many
 */
export const recordLook = (context: OperationContext, ownerId: string | null, detail: string): Promise<void> =>
  context.rows.separately((em) => recordAct(em, context, { event: 'ADMIN_ACT', ownerId, detail }));

/** @throws Forbidden where the account is the viewer's own */
export function forbidOneself({ viewer }: OperationContext, id: string, sentence: string): void {
  if (ownerOf(viewer) === id) throw new Forbidden(sentence);
}
