// Ids are numbered, so that whoever needs the id of a seeded row computes it, in SQL and here alike.
const kinds = {
  user: 1,
  session: 2,
  source: 3,
  posting: 4,
  persona: 5,
  skill: 6,
  personaJob: 7,
  application: 8,
} as const;
export type SeededKind = keyof typeof kinds;

/** The id of the nth row of a kind, from 1: a UUID that sorts by its number, as ids of version 7 sort by time. */
export const seededId = (kind: SeededKind, n: number): string =>
  `${kinds[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The same as a function in SQL: `pg_temp.seeded_user(n)` and so on. */
export const seededIdFunctions: readonly string[] = Object.entries(kinds).map(
  ([kind, number]) =>
    `create function pg_temp.seeded_${kind.toLowerCase()}(n bigint) returns uuid language sql immutable as $$
       select ('${number.toString(16).padStart(8, '0')}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
);

/** More matches than any persona has. */
export const matchesAtMost = 1_000_000;

/** The number of a persona's kth match, from 0. */
export const matchNumber = (persona: number, k: number): number => persona * matchesAtMost + k;
