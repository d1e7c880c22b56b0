import { cosine, type TextVector } from './word-vectors.ts';

function requireCosine(value: number): number {
  if (!(value >= -1 && value <= 1)) throw new RangeError(`a cosine must be a number from -1 to 1, not ${value}`);
  return value;
}

/** Points of a fit for texts that are alike so far: 0 for opposites, 100 for the same. @throws RangeError */
export const fitPoints = (alike: number): number => (requireCosine(alike) + 1) * 50;

/** Points of a stretch for titles that are alike so far: 30 for opposites, 100 for the same. @throws RangeError */
export const stretchPoints = (alike: number): number => 30 + (requireCosine(alike) + 1) * 35;

export interface Nearest<Entry> {
  readonly entry: Entry;
  /** −1 to 1. */
  readonly alike: number;
}

/** The entry most like a text, the first of several; null where nothing can be compared. */
export function findNearest<Entry extends { readonly vector: TextVector | null }>(
  entries: readonly Entry[],
  to: TextVector | null,
): Nearest<Entry> | null {
  let nearest: Nearest<Entry> | null = null;
  for (const entry of to === null ? [] : entries) {
    if (to === null || entry.vector === null) continue;
    const alike = cosine(entry.vector, to);
    if (nearest === null || alike > nearest.alike) nearest = { entry, alike };
  }
  return nearest;
}
