import { beyond, isReachable, reachOf } from './matrix-reach.ts';
import { parentOf, parseMatrix, type Matrix, type MatrixRow } from './parse-matrix.ts';

export type ChangeLabel = 'WIDENS' | 'NARROWS' | 'MOVES';

/** One thing that another revision of the policy does differently. */
export interface AccessChange {
  readonly label: ChangeLabel;
  readonly coordinate: string;
  /** What is gained, lost, or said otherwise. */
  readonly what: string;
  /** The coordinate's line in the newer matrix; empty where it has none. */
  readonly row: string;
}

/**
 * Tells what a change of the access matrix means. Something WIDENS that anybody may newly do, or that is guarded less;
 * NARROWS is the reverse, and MOVES what leaves every verdict as it is. A line may do both of the former at once. Exact,
 * because the policy is no more than sets: of roles, operations, grants, edges and guards.
 * @param before the older matrix, as `accessMatrix` writes it
 * @returns nothing for what is the same; sorted by coordinate
 */
export function compareMatrices(before: string, after: string): readonly AccessChange[] {
  const [older, newer] = [parseMatrix(before), parseMatrix(after)];
  const { matrix, moves } = withRenames(older, newer);
  const coordinates = new Set([...matrix.rows.keys(), ...newer.rows.keys()]);
  return [
    ...moves,
    ...[...coordinates].flatMap((coordinate) => rowChanges(matrix, newer, coordinate)),
    ...roleChanges(matrix, newer),
  ].toSorted((one, other) => (one.coordinate < other.coordinate ? -1 : Number(one.coordinate > other.coordinate)));
}

function rowChanges(older: Matrix, newer: Matrix, coordinate: string): readonly AccessChange[] {
  const [old, now] = [older.rows.get(coordinate), newer.rows.get(coordinate)];
  const row = now?.text ?? '';
  if (old && old.cells === now?.cells) return [];
  const viewers = old && now ? new Set(older.viewers).intersection(new Set(newer.viewers)) : allViewers(older, newer);
  const gained = gains(older, newer, { coordinate, viewers });
  const lost = gains(newer, older, { coordinate, viewers });
  const widens = [...listed(gained.access), ...gained.guardsLost.map((guard) => `${guard} lost`)];
  const narrows = [
    ...listed(lost.access).map((access) => `no longer ${access}`),
    ...lost.guardsLost.map((guard) => `${guard} added`),
  ];
  const changes = [
    { label: 'WIDENS' as const, what: widens.join('; ') },
    { label: 'NARROWS' as const, what: narrows.join('; ') },
    { label: 'MOVES' as const, what: widens.length + narrows.length === 0 ? moveOf(old, now) : '' },
  ];
  return changes.filter(({ what }) => what !== '').map((change) => ({ ...change, coordinate, row }));
}

const allViewers = (...matrices: readonly Matrix[]): ReadonlySet<string> =>
  new Set(matrices.flatMap(({ viewers }) => viewers));

interface Compared {
  readonly coordinate: string;
  readonly viewers: ReadonlySet<string>;
}

/** What the second matrix lets happen at a coordinate and the first does not, and which guards of the first it lacks. */
function gains(from: Matrix, to: Matrix, { coordinate, viewers }: Compared) {
  const [old, now] = [reachOf(from, coordinate, viewers), reachOf(to, coordinate, viewers)];
  const isMissed = ([guard, guarded]: readonly [string, string | null]): boolean =>
    !now.guards.has(guard) &&
    // Of several guarded things one may be gone together with its guard.
    (guarded === null || now.access.has(guarded) || now.guards.size === 0);
  const guardsLost = isReachable(to, coordinate, viewers) ? [...old.guards].filter(isMissed) : [];
  return { access: beyond(now.access, old.access), guardsLost: guardsLost.map(([guard]) => guard) };
}

/** The same in fewer words: those to whom it is open in one. */
function listed(access: readonly string[]): readonly string[] {
  const prefix = 'open to ';
  const isOfViewer = (each: string): boolean => /^open to \w+$/.test(each);
  const viewers = access.filter(isOfViewer);
  const others = access.filter((each) => !isOfViewer(each));
  return [
    ...(viewers.length > 0 ? [prefix + viewers.map((each) => each.slice(prefix.length)).join(', ')] : []),
    ...others,
  ];
}

function moveOf(old: MatrixRow | undefined, now: MatrixRow | undefined): string {
  if (!old) return 'new, and open to nobody';
  if (!now) return 'gone, and was open to nobody';
  const names = ['rows', 'grants', 'guardedBy'] as const;
  return names
    .filter((name) => old[name] !== now[name])
    .map((name) => `${old[name] || '-'} → ${now[name] || '-'}`)
    .join('; ');
}

/** A role that came or went has a column and not a line: it is told once, with how much is open to it. */
function roleChanges(older: Matrix, newer: Matrix): readonly AccessChange[] {
  const change = (role: string, { rows }: Matrix, labels: readonly [ChangeLabel, string]): AccessChange => {
    const count = [...rows.values()].filter(({ openTo }) => openTo.has(role)).length;
    const what = `${labels[1]}, ${count} coordinates open to it`;
    return { label: count > 0 ? labels[0] : 'MOVES', coordinate: `Role.${role}`, what, row: `Role.${role}\t${count}` };
  };
  const others = (from: Matrix, of: Matrix): string[] => of.viewers.filter((viewer) => !from.viewers.includes(viewer));
  return [
    ...others(older, newer).map((role) => change(role, newer, ['WIDENS', 'a new role'])),
    ...others(newer, older).map((role) => change(role, older, ['NARROWS', 'a role less'])),
  ];
}

interface Renamed {
  /** The older matrix under the newer names. */
  readonly matrix: Matrix;
  readonly moves: readonly AccessChange[];
}

/**
 * Takes for a rename where of one type or field exactly one coordinate went, exactly one came, and both say the same.
 * More than one of either could be anything, and stays what it looks like.
 */
function withRenames(older: Matrix, newer: Matrix): Renamed {
  const fields = renamed(older, newer, (coordinate) => !coordinate.includes('('));
  const references = renamed(fields.matrix, newer, (coordinate) => coordinate.includes('('));
  return { matrix: references.matrix, moves: [...fields.moves, ...references.moves] };
}

function renamed(older: Matrix, newer: Matrix, isKind: (coordinate: string) => boolean): Renamed {
  const only = (from: Matrix, without: Matrix) =>
    Map.groupBy(
      [...from.rows.keys()].filter((each) => isKind(each) && parentOf(each) !== each && !without.rows.has(each)),
      parentOf,
    );
  const came = only(newer, older);
  const names = new Map<string, string>();
  for (const [parent, [old = '', ...moreGone]] of only(older, newer)) {
    const [now = '', ...moreCame] = came.get(parent) ?? [];
    if (moreGone.length === 0 && moreCame.length === 0 && saysTheSame([older, old], [newer, now])) names.set(old, now);
  }
  return {
    matrix: { viewers: older.viewers, rows: new Map([...older.rows.values()].map((row) => underNames(row, names))) },
    moves: [...names].map(([old, coordinate]) => ({
      label: 'MOVES',
      coordinate,
      what: `renamed from ${old}`,
      row: newer.rows.get(coordinate)?.text ?? '',
    })),
  };
}

/** Cells, and those of all references below. */
function saysTheSame(...sides: readonly (readonly [Matrix, string])[]): boolean {
  const [one, other] = sides.map(([{ rows }, coordinate]) => {
    const below = [...rows.values()].filter(
      (row) => row.kind === 'reference' && parentOf(row.coordinate) === coordinate,
    );
    const references = below.map((row) => `${row.coordinate.slice(coordinate.length)}\t${row.cells}`);
    return rows.has(coordinate) ? [rows.get(coordinate)?.cells, ...references].join('\n') : null;
  });
  return one !== null && one === other;
}

function underNames(row: MatrixRow, names: ReadonlyMap<string, string>): readonly [string, MatrixRow] {
  const parent = parentOf(row.coordinate);
  const coordinate = names.get(row.coordinate) ?? (names.get(parent) ?? parent) + row.coordinate.slice(parent.length);
  return [coordinate, { ...row, coordinate, edges: row.edges.map((edge) => names.get(edge) ?? edge) }];
}
