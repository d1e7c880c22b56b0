/** A row of the access matrix, read back from its text. */
export interface MatrixRow {
  readonly coordinate: string;
  readonly kind: 'field' | 'reference' | 'table' | 'input';
  /** Everything but the coordinate. */
  readonly cells: string;
  /** The line as it stands in the file. */
  readonly text: string;
  /** Viewers for whom a field says yes. */
  readonly openTo: ReadonlySet<string>;
  readonly rows: string;
  readonly grants: string;
  readonly guardedBy: string;
  /** Edges that may yield the rows of a shared table. */
  readonly edges: readonly string[];
}

export interface Matrix {
  /** Who has a column: Anonymous, then the roles. */
  readonly viewers: readonly string[];
  readonly rows: ReadonlyMap<string, MatrixRow>;
}

/** Reads the text that `accessMatrix` writes; of another revision too, whatever roles that had. */
export function parseMatrix(text: string): Matrix {
  const [header = '', ...lines] = text.split('\n').filter(Boolean);
  const viewers = header.split('\t').slice(1, -3);
  const rows = lines.map((line) => matrixRow(line, viewers));
  return { viewers, rows: new Map(rows.map((row) => [row.coordinate, row])) };
}

function matrixRow(text: string, viewers: readonly string[]): MatrixRow {
  const [coordinate = '', ...cells] = text.split('\t');
  const [rows = '', grants = '', guardedBy = ''] = cells.slice(viewers.length);
  const openTo = new Set(viewers.filter((_viewer, at) => cells[at] === 'yes'));
  const kind = kindOf(coordinate, cells[0] ?? '', guardedBy);
  const edges = kind === 'table' && rows.startsWith('shared: ') ? edgesIn(rows) : [];
  return { coordinate, kind, cells: cells.join('\t'), text, openTo, rows, grants, guardedBy, edges };
}

function kindOf(coordinate: string, verdict: string, guardedBy: string): MatrixRow['kind'] {
  if (coordinate.includes('(')) return 'reference';
  if (verdict !== '') return 'field';
  return guardedBy === '' ? 'input' : 'table';
}

// From the right: the reason before it may say anything.
const edgesIn = (rows: string): readonly string[] =>
  rows
    .slice(rows.lastIndexOf('; from ') + '; from '.length)
    .split(', ')
    .filter((edge) => edge !== 'nowhere');

/** What a coordinate is part of: a field for its arguments, a type for its fields. */
export const parentOf = (coordinate: string): string => /^.*(?=\()|^[^.(]*/.exec(coordinate)?.[0] ?? '';
