import type { EntityManager } from '@mikro-orm/postgresql';
import { lockEach, lockUntilCommit } from '#database/advisory-lock.ts';

/** How much is matched in one pass; what is beyond waits for the next, and nothing is left out. */
export interface SurfacingLimits {
  /** Postings in a pass. */
  readonly postings: number;
  /** Personas that a pass holds postings against. */
  readonly personas: number;
  /** Of those, how many that are not linked yet with one posting. */
  readonly unlinked: number;
}

export const defaultLimits: SurfacingLimits = { postings: 50, personas: 500, unlinked: 100 };

/** Queues, as the migrations make them. */
export const queues = {
  surfacePersona: 'surface-persona',
  matchPersona: 'match-persona',
  surfacePostings: 'surface-postings',
  matchPostings: 'match-postings',
} as const;

const personaLock = 7_396_004;
const postingLock = 7_396_005;
const planLock = 7_396_006;

interface Held {
  readonly postings?: readonly string[];
  readonly personas?: readonly string[];
}

/**
 * Holds a persona and postings for a pass that scores that persona, and one more lock for each thing that is read. Two
 * passes that could score the same pair never go on at once: both hold the persona, or both the posting, one of them alone.
 * What is read after that is at least as new as whatever an earlier pass has read, so no older score outlives a newer one.
 * Postings are locked before personas, everywhere.
 */
export async function holdPersona(em: EntityManager, personaId: string, postings: readonly string[]): Promise<void> {
  await hold(em, { postings }, 'shared');
  await hold(em, { personas: [personaId] }, 'exclusive');
}

/** The same for a pass that scores postings: these alone, and the personas beside others that do so. */
export async function holdPostings(
  em: EntityManager,
  postings: readonly string[],
  personas: readonly string[],
): Promise<void> {
  await hold(em, { postings }, 'exclusive');
  await hold(em, { personas }, 'shared');
}

/**
 * Divides pairs between those who plan for a persona and those who plan for postings: a posting is handed on either before
 * the persona's skills are filed, and is the persona's to find, or after, and finds the persona.
 */
export const holdPlan = (em: EntityManager, mode: 'shared' | 'exclusive'): Promise<void> =>
  lockUntilCommit(em, planLock, mode);

async function hold(em: EntityManager, held: Held, mode: 'shared' | 'exclusive'): Promise<void> {
  for (const [of, ids] of [
    [postingLock, held.postings],
    [personaLock, held.personas],
  ] as const)
    if (ids !== undefined && ids.length > 0) await lockEach(em, { of, ids, mode });
}

/** Items of a list, so many at a time. */
export const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
