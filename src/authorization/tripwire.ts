import { isMutation } from './operation-kind.ts';
import type { OperationContext } from './operation-context.ts';
import type { FieldPolicy, Policy } from './policy.ts';
import { ownerOf } from './viewer.ts';
import { NotFound } from '#platform/errors.ts';

type Resolve = (...call: [parent: unknown, args: unknown, context: unknown, info: unknown]) => unknown;

/**
 * Looks at each owned row that leaves an edge. A foreign one must never get this far: it becomes null (an item of a
 * list is dropped) and operators are told; in a mutation the error makes the transaction roll back.
 */
export function tripwire(field: FieldPolicy, policy: Policy) {
  return async (
    resolve: Resolve,
    parent: unknown,
    args: unknown,
    context: OperationContext,
    info: unknown,
  ): Promise<unknown> => {
    const value = await resolve(parent, args, context, info);
    const isForeign = (row: unknown): boolean => {
      if (typeof row !== 'object' || row === null) return false;
      const key = ownerKey(row, field, policy);
      if (key !== null && Reflect.get(row, key) === ownerOf(context.viewer)) return false;
      context.alarm('A foreign row was about to leave an edge.', { coordinate: field.coordinate });
      if (isMutation(info)) throw new NotFound();
      return true;
    };
    if (Array.isArray(value)) return value.some(isForeign) ? value.filter((row) => !isForeign(row)) : value;
    return isForeign(value) ? null : value;
  };
}

/** Which owner key a row has: that of the one owned type the edge yields, or of its own class behind a union. */
function ownerKey(row: object, field: FieldPolicy, policy: Policy): string | null {
  const type = field.yieldsOwned.length === 1 ? field.yieldsOwned[0] : row.constructor.name;
  return policy.owned.get(type ?? '')?.key ?? null;
}
