import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The lines of a file of `data`, plain or packed. */
export function readDataLines(name: string): readonly string[] {
  const bytes = readFileSync(new URL(`data/${name}`, import.meta.url));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** An occupation of O*NET. */
export interface Occupation {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly alternateTitles: readonly string[];
  readonly reportedTitles: readonly string[];
  /** Codes of occupations whose people could do this work. */
  readonly related: readonly string[];
  readonly technologies: readonly string[];
}

export const readOccupations = (): readonly Occupation[] =>
  readDataLines('occupations.jsonl.gz').map((line) => JSON.parse(line) as Occupation);
