import type { EntityManager } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { OutboxMessage, type outboxKinds } from './outbox-message.entity.ts';

export interface Message {
  readonly id: string;
  readonly ownerId: string | null;
  readonly kind: (typeof outboxKinds)[number];
  readonly subjectId: string;
  readonly now: Date;
}

/** The channel that relays listen on: a word that something waits, never what. */
export const relayChannel = 'tenure_outbox';

/** Leaves a message for the relay in the transaction of the change it tells of; it is seen once that commits. */
export async function tellRelay(em: EntityManager, { id, ownerId, kind, subjectId, now }: Message): Promise<void> {
  em.persist(em.create(OutboxMessage, { id, ownerId, kind, subjectId, createdAt: now, attempts: 0, availableAt: now }));
  await notify(em, relayChannel);
}
