import { NotFound } from '#platform/errors.ts';
import type { Decision, TraceDecision } from './decision-trace.ts';
import type { FieldPolicy, Policy } from './policy.ts';
import { isMutation, type Layer, type ResolverCall } from './resolver-layer.ts';
import { ownerOf, type Viewer } from './viewer.ts';

/**
 * Looks at each owned row that leaves an edge. A foreign one must never get this far: it becomes null (an item of a
 * list is dropped) and operators are told; in a mutation the error makes the transaction roll back.
 */
export function tripwire(field: FieldPolicy, policy: Policy): Layer {
  return (resolve, ...call) => {
    const value = resolve(...call);
    // What is there already needs no promise; lists have thousands of such edges.
    return value instanceof Promise ? value.then((row: unknown) => judged(row, call)) : judged(value, call);
  };

  function judged(value: unknown, [, , context, info]: ResolverCall): unknown {
    const mayLeave = (row: unknown): boolean => {
      if (typeof row !== 'object' || row === null || isOwn(row, context.viewer)) return true;
      context.alarm('A foreign row was about to leave an edge.', { coordinate: field.coordinate });
      if (!isMutation(info)) return false;
      if (context.trace) tell(context.trace, [row], []);
      throw new NotFound();
    };
    if (!Array.isArray(value)) {
      const left = mayLeave(value) ? value : null;
      if (context.trace) tell(context.trace, [value], [left]);
      return left;
    }
    const left = value.filter(mayLeave);
    if (context.trace) tell(context.trace, value, left);
    return left;
  }

  function tell(trace: TraceDecision, arrived: readonly unknown[], left: readonly unknown[]): void {
    trace({ coordinate: field.coordinate, directive: ownerDirectives(field, policy), ...leaving(arrived, left) });
  }

  /** A row of a type that the field cannot yield is nobody's: what it is must be known before it may leave. */
  function isOwn(row: object, viewer: Viewer): boolean {
    const type = field.yields.length === 1 ? field.yields[0] : typeName(row);
    if (type === undefined || !field.yields.includes(type)) return false;
    const owner = policy.owned.get(type);
    if (!owner) return true;
    const viewerId = ownerOf(viewer);
    return viewerId !== null && Reflect.get(row, owner.key) === viewerId;
  }
}

const ownerDirectives = ({ yieldsOwned }: FieldPolicy, { owned }: Policy): string =>
  yieldsOwned.map((type) => `@owner(via: "${owned.get(type)?.via.join('.')}") of ${type}`).join(', ');

/** The verdict on all rows of one edge together. */
function leaving(arrived: readonly unknown[], left: readonly unknown[]): Omit<Decision, 'coordinate' | 'directive'> {
  const [came, went] = [arrived, left].map((rows) => rows.filter((row) => typeof row === 'object' && row).length);
  return {
    wall: 'tripwire',
    verdict: went === came ? 'passed' : 'refused',
    reason: `${went} of ${came} rows may leave`,
  };
}

/** Behind a union or interface a row says what it is: by `__typename`, or by its entity's class. */
function typeName(row: object): string | undefined {
  const given: unknown = Reflect.get(row, '__typename');
  return typeof given === 'string' ? given : row.constructor?.name;
}
