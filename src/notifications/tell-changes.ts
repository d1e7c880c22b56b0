import type { EntityManager } from '@mikro-orm/postgresql';
import { noticeOf, notify } from '#database/notify.ts';

/** What changes are told of. */
export const subjects = ['PERSONA_JOBS', 'COMPUTE_TASKS', 'JOB_INGESTS', 'SESSIONS'] as const;

/** What changed of one thing. */
export interface Change {
  readonly subject: (typeof subjects)[number];
  /** Id of what has it, such as the persona that matches are of. */
  readonly of: string;
  /** None where so many changed that they are not told one by one. */
  readonly ids: readonly string[];
}

/** The channel of changes: ids alone, because every process hears those of everybody. */
export const changesChannel = 'tenure_changes';

/** As many ids as a notification has room for, with plenty to spare, and as a client reads one by one with profit. */
export const mostIds = 50;

/** Tells of changes in the transaction that makes them; they are heard once it commits. */
export const tellChanges = (em: EntityManager, changes: readonly Change[]): Promise<void> =>
  notify(
    em,
    changesChannel,
    changes.map(({ subject, of, ids }) => noticeOf(subject, of, ids.length > mostIds ? [] : ids)),
  );
