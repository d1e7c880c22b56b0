import type { OperationContext } from '#authorization/operation-context.ts';
import { counterKey } from '#authorization/rate-limits.ts';
import { ownerOf } from '#authorization/viewer.ts';
import type { RateCounters } from '#database/rate-counters.ts';
import { recordAudit, type AuditSource } from './record-audit.ts';

interface Overrun {
  /** The field that was asked for too often, by the name in the schema. */
  readonly field: string;
  /** Who asks, as far as it is counted. */
  readonly addressKey: string | null;
}

const once = { max: 1, windowSeconds: 3_600 };

/**
 * Whether it is worth a row of the log that a limit was hit: of what one asker is refused of a field, one an hour is, so
 * that nobody fills the log by asking.
 * @param asker an account, or the network address of somebody without one; null where neither is known
 * @throws Overloaded where nobody can count
 */
export const isNews = async (counters: RateCounters, field: string, asker: string | null): Promise<boolean> =>
  (await counters.take(counterKey('overrun', field, asker ?? ''), once)).waitSeconds === null;

/** Writes down that a limit was hit, in a transaction of its own: what was asked for is not executed. */
export async function auditOverrun(
  source: AuditSource & { readonly rows: Pick<OperationContext['rows'], 'separately'> },
  counters: RateCounters,
  { field, addressKey }: Overrun,
): Promise<void> {
  const ownerId = ownerOf(source.viewer);
  if (!(await isNews(counters, field, ownerId ?? addressKey))) return;
  const audited = { event: 'RATE_LIMITED', ownerId, outcome: 'REFUSED', detail: field } as const;
  await source.rows.separately((em) => recordAudit(em, source, audited));
}
