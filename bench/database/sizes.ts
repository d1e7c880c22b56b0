/** How many rows a benchmark database has; a persona's list is as long in every one of them. */
export interface Size {
  readonly users: number;
  /** At least as many as users, at most twice: the first users have a second one. */
  readonly personas: number;
  readonly postings: number;
  /** The first users, whose two personas each have more than a hundred matches. */
  readonly heavyUsers: number;
  /** Whether one more user has a persona that every posting matches, for pages at depth. */
  readonly hasDeepPersona: boolean;
}

/** Matches of a persona, and of each persona of a heavy user: enough for a hundred that are not filtered. */
export const matchesPerPersona = { light: 67, heavy: 120 } as const;

export const fullSize: Size = {
  users: 10_000,
  personas: 15_000,
  postings: 100_000,
  heavyUsers: 100,
  hasDeepPersona: true,
};

export const tenthSize: Size = { ...fullSize, users: 1_000, personas: 1_500, postings: 10_000 };

/** 10 k matches: what the large database is compared with for growth. */
export const smallSize: Size = {
  users: 100,
  personas: 150,
  postings: 1_000,
  heavyUsers: 0,
  hasDeepPersona: false,
};

/** For trying the benchmark itself; its figures mean nothing. */
export const tinySize: Size = { users: 60, personas: 90, postings: 500, heavyUsers: 10, hasDeepPersona: true };
