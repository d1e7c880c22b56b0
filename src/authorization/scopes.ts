/** Scopes of which every one is needed. */
export type Scopes = ReadonlySet<string>;

/**
 * What a narrow token must hold: all scopes of one of these. None means that no token would do; one that asks for nothing,
 * that every token does.
 */
export type ScopeDemand = readonly Scopes[];

/** No narrow token comes here: what silence means, so that what is added is closed to tokens made before. */
export const closedToTokens: ScopeDemand = [];
/** What is open to everybody is open to whoever holds a narrow token, too. */
export const openToTokens: ScopeDemand = [new Set()];

/** Whether these scopes are enough. */
export const isMet = (demand: ScopeDemand, held: Scopes): boolean => demand.some((all) => all.isSubsetOf(held));

/** Either of the two. */
export const either = (one: ScopeDemand, other: ScopeDemand): ScopeDemand => leastOf([...one, ...other]);

/** The two together. */
export const both = (one: ScopeDemand, other: ScopeDemand): ScopeDemand =>
  leastOf(one.flatMap((all) => other.map((more) => all.union(more))));

/** Whether whoever meets the one meets the other as well. */
export const implies = (one: ScopeDemand, other: ScopeDemand): boolean => one.every((all) => isMet(other, all));

/** Without what asks for more than another of them does: who holds that has the other met already. */
function leastOf(demand: ScopeDemand): ScopeDemand {
  const sorted = demand.toSorted((one, other) => one.size - other.size);
  return sorted.filter((all, at) => !sorted.slice(0, at).some((less) => less.isSubsetOf(all)));
}

/** A demand as the matrix has it: `A & B | C`; sorted, so that order means nothing. */
export const describeScopes = (demand: ScopeDemand): string =>
  demand
    .map((all) => [...all].toSorted().join(' & '))
    .toSorted()
    .join(' | ');

/** As lists, for clients. */
export const scopeLists = (demand: ScopeDemand): readonly (readonly string[])[] =>
  demand.map((all) => [...all].toSorted());
