import { InvalidInput } from '#platform/errors.ts';
import { toUuid } from '#platform/ids.ts';
import { ownRows } from './orm-hooks.ts';
import type { OperationContext } from './operation-context.ts';
import { reachOf, type FieldPolicy, type Policy, type Reference } from './policy.ts';
import type { Layer } from './resolver-layer.ts';
import { ownerOf } from './viewer.ts';

/** As many as one operation may name where each stands for itself. */
const mostIds = 100;

/** A list argument whose ids each stand for themselves, the only one of its field that names rows. */
interface EachReference {
  readonly field: FieldPolicy;
  readonly reference: Reference;
  readonly policy: Policy;
}

/** What a mutation answers that did something to each of many rows, or not. */
export interface BulkOutcome {
  readonly succeeded: string[];
  readonly failed: { readonly id: string; readonly code: 'NOT_FOUND' | 'INVALID_TRANSITION' }[];
}

const nothingDone: BulkOutcome = { succeeded: [], failed: [] };

/**
 * Looks each id of a list up as the viewer, all by one statement, before the resolver runs. It gets those that are found,
 * in canonical form; missing, foreign and malformed ones are told of alike beside what it answers, as they were given.
 * @param judges false only in tests that take wall 1 down
 */
export function resolveEachReference({ field, reference, policy }: EachReference, judges: boolean): Layer {
  const [name = ''] = reference.path;
  return async (resolve, ...[parent, args, context, info]) => {
    const given = (args as Readonly<Record<string, readonly string[]>>)[name] ?? [];
    if (given.length < 1 || given.length > mostIds) throw new InvalidInput(name, `Name 1 to ${mostIds} ids.`);
    const wanted = new Set(given.map(toUuid));
    const found = judges ? await findEach({ field, reference, policy }, wanted, context) : wanted;
    // In the order they were given: the order of what the database finds would tell of its other rows.
    const named = [...wanted].filter((id) => found.has(id));
    const answer = (): unknown => resolve(parent, { ...(args as object), [name]: named }, context, info);
    const { succeeded, failed } = found.size > 0 ? ((await answer()) as BulkOutcome) : nothingDone;
    const missed = [...new Set(given)].filter((id) => !found.has(toUuid(id)));
    return { succeeded, failed: [...failed, ...missed.map((id) => ({ id, code: 'NOT_FOUND' }))] };
  };
}

async function findEach(
  { field, reference: { to, access, path }, policy }: EachReference,
  ids: ReadonlySet<string>,
  { rows, viewer, trace }: OperationContext,
): Promise<ReadonlySet<string>> {
  const owner = policy.owned.get(to);
  const isOwn = owner && reachOf(policy, field, to) === 'own';
  const found = await rows.referredAmong(to, ids, isOwn ? ownRows(owner, ownerOf(viewer)) : {});
  trace?.({
    coordinate: `${field.coordinate}(${path.join('.')}:)`,
    directive: `@refers(to: "${to}", access: ${access}, each: true)`,
    wall: 'look-up',
    verdict: found.size > 0 ? 'passed' : 'refused',
    reason: `${found.size} of ${ids.size} ${to} were found as the viewer; the others are missing or another account's`,
  });
  return found;
}
