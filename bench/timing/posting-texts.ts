import { hash } from 'node:crypto';

const parts = 60;

/** The text of the nth posting of a seeded pool, or what it would be if there were so many. */
export const textOf = (n: number): string =>
  Array.from({ length: parts }, (_, index) => hash('md5', String(n * 100 + index + 1))).join(' ');
