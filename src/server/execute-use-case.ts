import type { OperationContext } from '#authorization/operation-context.ts';
import { Rows } from '#database/rows.ts';
import { claimedOwner, settleApart, type Executable } from './execute-operation.ts';
import type { RequestContext } from './request-context.ts';
import { keep, nothingPending, RequestOperation, type PendingState } from './request-operation.ts';

/**
 * Runs a use case of identity that a route asks for, as its mutations run: on the identity login, in one transaction that
 * commits as a whole or not at all, and with tokens handed to the browser only then.
 */
export async function executeUseCase<R>(
  product: Executable,
  request: RequestContext,
  work: (context: OperationContext) => Promise<R>,
): Promise<R> {
  const { signal } = request;
  const rows = new Rows(product.orms.IDENTITY, { ownerId: claimedOwner(request), readOnly: false, signal });
  try {
    const pending: PendingState = { viewer: await settleApart(product, request), ...nothingPending };
    const result = await work(new RequestOperation(request, rows, pending));
    await keep({ rows, request, pending });
    return result;
  } finally {
    await rows.finish('rollback');
  }
}
