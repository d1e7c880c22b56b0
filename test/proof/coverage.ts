import type { IdClass, Operation } from './operations.ts';

/** Coordinates by viewer and class of id: those asked for at least once. */
export class Coverage {
  readonly #asked = new Map<string, Set<string>>();

  add(viewer: string, { coordinates, idClass }: Operation): void {
    for (const coordinate of coordinates) {
      const known = this.#asked.get(coordinate) ?? new Set();
      known.add(viewer).add(`${viewer} with ids ${idClass}`);
      this.#asked.set(coordinate, known);
    }
  }

  with(other: Coverage): Coverage {
    const both = new Coverage();
    for (const coverage of [this, other])
      for (const [coordinate, by] of coverage.#asked)
        both.#asked.set(coordinate, (both.#asked.get(coordinate) ?? new Set<string>()).union(by));
    return both;
  }

  has(coordinate: string, viewer: string, idClass?: IdClass): boolean {
    return this.#asked.get(coordinate)?.has(idClass ? `${viewer} with ids ${idClass}` : viewer) ?? false;
  }
}
