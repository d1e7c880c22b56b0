import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { Logger } from 'pino';
import { isPassing } from '#database/is-passing.ts';
import { OutboxMessage, type outboxKinds } from './outbox-message.entity.ts';

/** Hands some messages of one kind on, in the transaction that takes them off the outbox. */
export type MessageHandler = (em: EntityManager, subjectIds: readonly string[], now: Date) => Promise<void>;

export interface RelayOptions {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly handlers: Readonly<Record<(typeof outboxKinds)[number], MessageHandler>>;
  readonly log: Logger;
  readonly now: () => Date;
}

const messagesAtATime = 500;

type Outbox = Pick<RelayOptions, 'orm' | 'handlers' | 'log'>;

/**
 * Relays one batch under the system login; returns how many messages were taken. Several instances share the work: each
 * takes messages that no other holds. A batch that fails is taken apart to find the one at fault.
 */
export async function relayOnce({ now: clock, ...outbox }: RelayOptions): Promise<number> {
  const now = clock();
  try {
    return await relayBatch(outbox, now);
  } catch (error) {
    if (isPassing(error)) throw error;
    return relayOneByOne(outbox, now);
  }
}

async function relayBatch({ orm, handlers }: Outbox, now: Date): Promise<number> {
  return orm.em.fork().transactional(async (em) => {
    const messages = await takeMessages(em as EntityManager, now);
    if (messages.length === 0) return 0;
    for (const [kind, same] of Map.groupBy(messages, (message) => message.kind))
      await handlers[kind](em as EntityManager, [...new Set(same.map((message) => message.subjectId))], now);
    await em.nativeDelete(OutboxMessage, { id: { $in: messages.map((message) => message.id) } });
    return messages.length;
  });
}

const takeMessages = (em: EntityManager, now: Date): Promise<OutboxMessage[]> =>
  em.find(
    OutboxMessage,
    { availableAt: { $lte: now } },
    {
      orderBy: { availableAt: 'asc', id: 'asc' },
      limit: messagesAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );

/** Each message in a transaction of its own; one that fails waits, twice as long each time, up to an hour. */
async function relayOneByOne({ orm, handlers, log }: Outbox, now: Date): Promise<number> {
  const waiting = await orm.em
    .fork()
    .find(
      OutboxMessage,
      { availableAt: { $lte: now } },
      { orderBy: { availableAt: 'asc', id: 'asc' }, limit: messagesAtATime },
    );
  for (const { id, kind, subjectId, attempts } of waiting) {
    try {
      await orm.em.fork().transactional(async (em) => {
        if ((await em.nativeDelete(OutboxMessage, { id })) > 0)
          await handlers[kind](em as EntityManager, [subjectId], now);
      });
    } catch (error) {
      log.error({ err: error, kind, attempts }, 'message failed; it waits');
      const seconds = Math.min(3600, 2 ** (attempts + 1));
      await orm.em
        .fork()
        .nativeUpdate(
          OutboxMessage,
          { id },
          { attempts: attempts + 1, availableAt: new Date(now.getTime() + seconds * 1000) },
        );
    }
  }
  return waiting.length;
}
