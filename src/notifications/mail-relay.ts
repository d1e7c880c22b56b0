import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { Logger } from 'pino';
import { Mail, mailGiveUpSeconds } from './mail.entity.ts';
import { draftMail, type MailLinks } from './mail-texts.ts';
import type { MailTransport } from './mail-transport.ts';
import { startQueueLoop, type QueueLoop } from './queue-loop.ts';
import { renderMail } from './render-mail.ts';
import { mailChannel } from './send-mail.ts';

export interface MailRelayOptions {
  readonly orm: MikroORM;
  /** Direct connection URL of the system login, for LISTEN. */
  readonly url: string;
  readonly transport: MailTransport;
  readonly links: MailLinks;
  readonly log: Logger;
  readonly now: () => Date;
  readonly onSent: () => void;
  /** Called for each try that fails. */
  readonly onFailed: () => void;
}

/** Far longer than a transport may take for one mail, so that nobody takes it a second time meanwhile. */
const leaseSeconds = 300;
const firstWaitSeconds = 30;
const longestWaitSeconds = 3_600;

/**
 * Sends mails under the system login until stopped. Several instances share the work: each claims mails for a few minutes
 * in a transaction of its own, sends them while none is open, and deletes what was sent. What a crash leaves behind is
 * claimed again when its time is over: a mail that was sent but not deleted yet goes out twice, and none is lost.
 */
export function startMailRelay(relay: MailRelayOptions): QueueLoop {
  const { url, log, transport } = relay;
  const loop = startQueueLoop({ url, channel: mailChannel, name: 'mail relay', works: [() => sendSome(relay)], log });
  return {
    drained: loop.drained,
    stop: async () => {
      await loop.stop();
      transport.close();
    },
  };
}

async function sendSome(relay: MailRelayOptions): Promise<number> {
  const mails = await claimMails(relay);
  await Promise.all(
    mails.map((mail) =>
      // One whose outcome cannot be written comes again, and the others have nothing to do with it.
      settle(relay, mail).catch((error: unknown) =>
        relay.log.error({ err: error, mailId: mail.id }, 'mail not settled; it is tried again'),
      ),
    ),
  );
  return mails.length;
}

/** Whether it works out or not, the try is counted first: a mail that kills its process must not be free. */
const claimMails = ({ orm, now, transport }: MailRelayOptions): Promise<Mail[]> =>
  orm.em.fork().transactional(async (em) => {
    const at = now();
    const mails = await em.find(
      Mail,
      { availableAt: { $lte: at } },
      {
        orderBy: { availableAt: 'asc', id: 'asc' },
        limit: transport.mailsAtATime,
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      },
    );
    for (const mail of mails) em.assign(mail, { attempts: mail.attempts + 1, availableAt: later(at, leaseSeconds) });
    return mails;
  });

async function settle(relay: MailRelayOptions, mail: Mail): Promise<void> {
  try {
    const { id, toAddress: to, content } = mail;
    await relay.transport.send({ id, to, ...renderMail(draftMail(content, relay.links)) });
  } catch (error) {
    return putOff(relay, mail, error);
  }
  relay.onSent();
  await remove(relay, mail);
}

/** A mail that failed waits, twice as long each time; after a day nobody waits for it any more. */
async function putOff(relay: MailRelayOptions, mail: Mail, error: unknown): Promise<void> {
  const { id, attempts, content, createdAt } = mail;
  const at = relay.now();
  const isOver = at >= later(createdAt, mailGiveUpSeconds);
  relay.onFailed();
  const told = { mailId: id, kind: content.kind, attempts, failure: describeFailure(error) };
  if (isOver) {
    relay.log.error(told, 'mail given up');
    return remove(relay, mail);
  }
  relay.log.warn(told, 'mail failed; it waits');
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempts - 1));
  await fork(relay).nativeUpdate(Mail, { id, attempts }, { availableAt: later(at, seconds) });
}

const remove = async (relay: MailRelayOptions, { id }: Mail): Promise<void> => {
  await fork(relay).nativeDelete(Mail, { id });
};

const fork = ({ orm }: MailRelayOptions): EntityManager => orm.em.fork() as EntityManager;

const later = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

/** Codes of failures that are told in words of this side: faults of our own, which have none, and of the connection. */
const ownFailures: ReadonlySet<unknown> = new Set([undefined, 'ECONNECTION', 'EDNS', 'ESOCKET', 'ETIMEDOUT', 'ETLS']);

/** What failed, without the words of a server that may repeat whom the mail was for. */
function describeFailure(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return {};
  const { code, responseCode, command } = error as Partial<Record<'code' | 'responseCode' | 'command', unknown>>;
  const message = ownFailures.has(code) ? error.message : undefined;
  // The log hides what is called no more than a code.
  return { name: error.name, errorCode: code, responseCode, command, message };
}
