import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Tells the listeners of a channel when the transaction commits; what is said twice in it is told once.
 * @param payloads each below 8,000 bytes (PostgreSQL documentation, NOTIFY)
 */
export const notify = async (em: EntityManager, channel: string, payloads: readonly string[] = ['']): Promise<void> => {
  if (payloads.length === 0) return;
  await em.execute(`select pg_notify(?, payload) from json_array_elements_text(?::json) payload`, [
    channel,
    JSON.stringify(payloads),
  ]);
};

/** How the change of one row is told of: by what its relation `of` leads to, and by its own id. */
export interface RowNotice {
  readonly channel: string;
  readonly subject: string;
  /** A to-one relation of the row. */
  readonly of: string;
}

/** The payload of a change: what changed, of whom or what, and the ids of the rows. */
export const noticeOf = (subject: string, of: string, ids: readonly string[]): string =>
  [`${subject}:${of}`, ...ids].join(' ');
