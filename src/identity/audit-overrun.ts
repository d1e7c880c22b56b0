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

/** Of what one account, or one network address, is refused of a field, the log gets a row an hour: nobody fills it by asking. */
const once = { max: 1, windowSeconds: 3_600 };

/** Writes down that a limit was hit, in a transaction of its own: what was asked for is not executed. */
export async function auditOverrun(
  source: AuditSource & { readonly rows: Pick<OperationContext['rows'], 'separately'> },
  counters: RateCounters,
  { field, addressKey }: Overrun,
): Promise<void> {
  const ownerId = ownerOf(source.viewer);
  const { waitSeconds } = await counters.take(counterKey('overrun', field, ownerId ?? addressKey ?? ''), once);
  if (waitSeconds !== null) return;
  const audited = { event: 'RATE_LIMITED', ownerId, outcome: 'REFUSED', detail: field } as const;
  await source.rows.separately((em) => recordAudit(em, source, audited));
}
