import type { EntityManager } from '@mikro-orm/postgresql';
import { lockUntilCommit, tryLockUntilCommit } from '#database/advisory-lock.ts';

const poolLock = 7_396_007;

/** Lets one transaction at a time say which postings are one. */
export const holdPool = (em: EntityManager): Promise<void> => lockUntilCommit(em, poolLock);

/**
 * The same for whoever may hold postings already, or others up: an import has the pool for minutes. @returns whether it
 * was free
 */
export const tryHoldPool = (em: EntityManager): Promise<boolean> => tryLockUntilCommit(em, poolLock);
