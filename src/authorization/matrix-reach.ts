import { parentOf, type Matrix, type MatrixRow } from './parse-matrix.ts';

/** What one row of the matrix lets happen, as sets that two revisions can be compared by. */
export interface Reach {
  readonly access: ReadonlySet<string>;
  /** What stands before it, with the access that it stands before where that is not all of the row's. */
  readonly guards: ReadonlyMap<string, string | null>;
}

const nothing: Reach = { access: new Set(), guards: new Map() };

/**
 * What a row gives and what guards it. The matrix is all of the policy that can be seen from outside, so that two rows
 * with the same reach differ in nothing but where a guard stands, which login runs, or words.
 * @param viewers whose verdicts count
 */
export function reachOf(matrix: Matrix, coordinate: string, viewers: ReadonlySet<string>): Reach {
  const row = matrix.rows.get(coordinate);
  if (!row || !isOpen(matrix, row, viewers)) return nothing;
  if (row.kind === 'field') return fieldReach(matrix, row, viewers);
  if (row.kind === 'reference') return referenceReach(row);
  return row.kind === 'table' ? tableReach(row) : { access: new Set(['accepted from clients']), guards: new Map() };
}

/** Whether anybody comes to a coordinate at all: what guards a closed door guards nothing. */
export function isReachable(matrix: Matrix, coordinate: string, viewers: ReadonlySet<string>): boolean {
  const host = matrix.rows.get(coordinate.includes('(') ? parentOf(coordinate) : coordinate);
  return host !== undefined && isOpen(matrix, host, viewers);
}

function isOpen(matrix: Matrix, row: MatrixRow, viewers: ReadonlySet<string>): boolean {
  if (row.kind === 'reference') return isReachable(matrix, row.coordinate, viewers);
  return row.kind !== 'field' || !row.openTo.isDisjointFrom(viewers);
}

function fieldReach(matrix: Matrix, row: MatrixRow, viewers: ReadonlySet<string>): Reach {
  const own = row.rows === '' ? [] : row.rows.split(', ').map((each) => each.replace(/^own /, ''));
  const shared = [...matrix.rows.values()].filter(({ edges }) => edges.includes(row.coordinate));
  const yields = [...own, ...shared.map(({ coordinate }) => coordinate)];
  return {
    access: new Set([
      ...[...row.openTo.intersection(viewers)].map((viewer) => `open to ${viewer}`),
      ...yields.map((type) => `yields ${type}`),
      ...(/; signs in(;|$)/.test(row.guardedBy) ? ['signs in'] : []),
      ...tokensOf(row).map((scopes) => `${toTokens}${scopes}`),
    ]),
    guards: new Map([
      ...own.map((type) => [`tripwire on ${type}`, `yields ${type}`] as const),
      ...brakesOf(row).map((brake) => [brake, null] as const),
    ]),
  };
}

const toTokens = 'open to tokens with ';

/** By which scopes of narrow tokens, each of them enough. */
const tokensOf = ({ guardedBy }: MatrixRow): readonly string[] =>
  guardedBy.split('; ').flatMap((each) => /^tokens with ([\w &|]+)$/.exec(each)?.[1]?.split(' | ') ?? []);

/** Those of some access that other access does not come to as well: who may by fewer scopes, may by more. */
export const beyond = (access: Reach['access'], other: Reach['access']): readonly string[] => {
  const enough = [...other].filter((each) => each.startsWith(toTokens)).map(scopesIn);
  const isCovered = (each: string): boolean =>
    each.startsWith(toTokens) && enough.some((scopes) => scopes.isSubsetOf(scopesIn(each)));
  return [...access.difference(other)].filter((each) => !isCovered(each));
};

const scopesIn = (access: string): ReadonlySet<string> => new Set(access.slice(toTokens.length).split(' & '));

/** How recent a sign-in must be, and how often it may be asked for: looser or stricter, somebody should look at the change. */
const brakesOf = ({ guardedBy }: MatrixRow): readonly string[] =>
  guardedBy.split('; ').filter((each) => /^(step-up \d+ s|\d+ in \d+ s by [\w.]+)$/.test(each));

/** Whoever may change a row has found it, so that each operation includes to read. */
function referenceReach(row: MatrixRow): Reach {
  const [, whose = '', type = '', op = ''] = /^(own|any|shared) (\w+), (\w+)$/.exec(row.rows) ?? [];
  const access = new Set(['READ', op].map((each) => `names ${type} to ${each}`));
  const guards = [
    ...(row.guardedBy.startsWith('lookup') ? [row.guardedBy] : []),
    ...(whose === 'own' ? ['own rows alone'] : []),
  ];
  return { access, guards: new Map(guards.map((guard) => [guard, null])) };
}

function tableReach(row: MatrixRow): Reach {
  const granted = row.grants.split('; ').flatMap((each) => {
    const [login = '', privileges = ''] = each.split(': ');
    return privileges
      .split(' ')
      .filter(Boolean)
      .map((privilege) => `${privilege} for ${login}`);
  });
  // The walls compare the key alone; that the path leads to the same owner, boot has proven.
  const key = /^own by .* = (\w+)$/.exec(row.rows)?.[1];
  return {
    access: new Set([...granted, ...row.edges.map((edge) => `reached from ${edge}`)]),
    guards: new Map(key === undefined ? [] : [[`own rows alone, by ${key}`, null]]),
  };
}
