import { NotFound } from '#platform/errors.ts';
import { toUuid } from '#platform/ids.ts';
import type { Decision } from './decision-trace.ts';
import { ownRows } from './orm-hooks.ts';
import type { OperationContext } from './operation-context.ts';
import { reachOf, type FieldPolicy, type Policy } from './policy.ts';
import { isMutation, isSubscription, type Layer } from './resolver-layer.ts';
import { ownerOf } from './viewer.ts';

/**
 * Looks the ids of a field's arguments up as the viewer, before anything of its resolver counts: one statement for each
 * type named, with the owner predicate written out, so that it holds with filters and row policies off. Missing, foreign
 * and malformed ids cost the same statement and get the same answer: null in a query, NOT_FOUND in a mutation or
 * subscription.
 * @param judges false only in tests that take wall 1 down
 */
export function resolveReferences(field: FieldPolicy, policy: Policy, judges: boolean): Layer {
  const known = { field, policy };
  return async (resolve, ...[parent, args, context, info]) => {
    const found = judges ? areFound(idsByType(field, args), known, context) : true;
    // What was looked up is what the resolver gets: ids in canonical form.
    const lookedUp = field.references.reduce((given: unknown, { path }) => mapAt(given, path, toUuid), args);
    const answer = async (): Promise<unknown> => resolve(parent, lookedUp, context, info);
    if (!context.rows.isPlanned && isMutation(info)) {
      if (!(await found)) throw new NotFound();
      return answer();
    }
    // What is planned goes along with the lookup, in one round trip; without a find, what it read or threw goes nowhere,
    // and what it changed is taken back with its transaction.
    const [isFound, outcome] = await Promise.all([found, settled(answer())]);
    if (!isFound) {
      endStream(outcome);
      if (isMutation(info) || isSubscription(info)) throw new NotFound();
      return null;
    }
    if ('reason' in outcome) throw outcome.reason;
    return outcome.value;
  };
}

/** A subscription that was opened meanwhile would wait for events that nobody may see. */
function endStream(outcome: object): void {
  if ('value' in outcome && isStream(outcome.value)) void outcome.value.return?.();
}

const isStream = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

const settled = async (promise: Promise<unknown>): Promise<{ value: unknown } | { reason: unknown }> => {
  try {
    return { value: await promise };
  } catch (reason) {
    return { reason };
  }
};

async function areFound(
  idsByType: ReadonlyMap<string, ReadonlySet<string>>,
  { field, policy }: { readonly field: FieldPolicy; readonly policy: Policy },
  { rows, viewer, trace }: OperationContext,
): Promise<boolean> {
  const wanted = [...idsByType].filter(([, ids]) => ids.size > 0);
  const counts = await Promise.all(
    wanted.map(([to, ids]) => {
      const owner = policy.owned.get(to);
      const isOwn = owner && reachOf(policy, field, to) === 'own';
      return rows.countReferred(to, ids, isOwn ? ownRows(owner, ownerOf(viewer)) : {});
    }),
  );
  const isFound = ([, ids]: (typeof wanted)[number], at: number): boolean => counts[at] === ids.size;
  if (trace) for (const [at, each] of wanted.entries()) trace(lookedUp(field, each[0], isFound(each, at)));
  return wanted.every(isFound);
}

/** One statement finds all ids of a type, so that arguments which name the same type share its verdict. */
function lookedUp({ coordinate, references }: FieldPolicy, type: string, isFound: boolean): Decision {
  const named = references.filter(({ to }) => to === type);
  return {
    coordinate: `${coordinate}(${named.map(({ path }) => `${path.join('.')}:`).join(' ')})`,
    directive: [...new Set(named.map(({ access }) => `@refers(to: "${type}", access: ${access})`))].join(' '),
    wall: 'look-up',
    verdict: isFound ? 'passed' : 'refused',
    reason: isFound ? `every ${type} was found as the viewer` : `a ${type} is missing or another account's`,
  };
}

function idsByType(field: FieldPolicy, args: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { path, to } of field.references) {
    const ids = wanted.get(to) ?? new Set();
    for (const id of valuesAt(args, path)) ids.add(toUuid(id));
    wanted.set(to, ids);
  }
  return wanted;
}

/** The same value with each id at the path mapped. */
function mapAt(value: unknown, path: readonly string[], map: (id: string) => string): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapAt(item, path, map));
  const [head, ...rest] = path;
  if (head === undefined) return map(String(value));
  if (typeof value !== 'object' || !(head in value)) return value;
  return { ...value, [head]: mapAt(Reflect.get(value, head), rest, map) };
}

/** Every value at a path below the arguments; absent branches yield nothing, lists yield each item. */
function valuesAt(value: unknown, path: readonly string[]): readonly string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return [String(value)];
  return typeof value === 'object' ? valuesAt(Reflect.get(value, head), rest) : [];
}
