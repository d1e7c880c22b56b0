import type { MikroORM } from '@mikro-orm/postgresql';
import { ingestsChannel } from '#capture/ingest-job.ts';
import { readIngests, type IngestWork } from '#capture/read-ingests.ts';
import type { RateCounters } from '#database/rate-counters.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { startPolls } from './start-polls.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { startMailRelay } from '#notifications/mail-relay.ts';
import { openSmtpTransport, printingTransport, type MailTransport } from '#notifications/mail-transport.ts';
import { startQueueLoop, type QueueLoop } from '#notifications/queue-loop.ts';
import { openLanguageModel } from '#platform/language-model.ts';
import { guardedFetch } from '#platform/guarded-fetch.ts';
import type { Mailbox } from '#platform/mailbox.ts';
import type { Metrics } from '#platform/metrics.ts';
import { wordSearches } from '#personas/word-searches.ts';
import { wordingChannel, type WordingWork } from '#notifications/wording.ts';
import { writeRationales } from '#scoring/write-rationales.ts';
import type { ProductOptions } from './product.ts';
import { defaultSurfacing, startSurfacing, type Surfacing } from './start-surfacing.ts';

/** How mails go out. */
export interface MailOptions {
  /** Null: they are printed, links and all, for who develops. */
  readonly smtpUrl: string | null;
  readonly from: Mailbox;
  /** Base of links, without a slash at the end; null: the address served at. */
  readonly publicUrl: string | null;
  readonly print: (line: string) => void;
  /** For one mail; half a minute unless a test cannot wait that long. */
  readonly deadlineMs?: number;
}

interface Surroundings {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly metrics: Metrics;
  /** The address served at. */
  readonly url: string;
  readonly counters: RateCounters;
}

export interface Relays {
  readonly surfacing: Surfacing;
  readonly mails: QueueLoop;
  readonly ingests: QueueLoop;
  readonly wordings: QueueLoop;
  readonly polls: QueueLoop;
}

/** Starts what works under the system login while the product runs. */
export async function startRelays(
  {
    urls,
    log,
    now = () => new Date(),
    mail,
    isProduction = false,
    jwtSecrets,
    languageModel,
    surfacing,
    fetchPage = guardedFetch,
    polling,
    encryptionKeys,
  }: ProductOptions,
  { orm, metrics, url, counters }: Surroundings,
): Promise<Relays> {
  const shared = { orm, url: urls.system, log, now };
  const { tokenOf } = createOneTimeTokenCodec(jwtSecrets);
  return {
    surfacing: await startSurfacing(surfacing ?? defaultSurfacing, { ...shared, onPairs: metrics.pairsScored }),
    mails: mail
      ? startMailRelay({
          ...shared,
          transport: openTransport(mail, isProduction),
          links: { publicUrl: mail.publicUrl ?? url, tokenOf },
          onSent: metrics.mailSent,
          onFailed: metrics.mailFailed,
        })
      : idle,
    ingests: startIngests({ ...shared, fetchPage }),
    wordings: languageModel ? startWordings({ ...shared, ask: openLanguageModel(languageModel) }) : idle,
    polls: polling ? await startPolls(polling, { ...shared, counters, box: createSecretBox(encryptionKeys) }) : idle,
  };
}

/** Waits for what each of them has to do now. */
export const waitsFor = ({ surfacing, mails, ingests, wordings, polls }: Relays) => ({
  matched: () => surfacing.drained(),
  swept: surfacing.sweep,
  mailed: () => mails.drained(),
  ingested: () => ingests.drained(),
  worded: () => wordings.drained(),
  polled: () => polls.drained(),
});

const startIngests = ({ url, ...work }: IngestWork & { readonly url: string }): QueueLoop =>
  startQueueLoop({ url, channel: ingestsChannel, name: 'ingests', works: [() => readIngests(work)], log: work.log });

const startWordings = ({ url, ...work }: WordingWork & { readonly url: string }): QueueLoop =>
  startQueueLoop({
    url,
    channel: wordingChannel,
    name: 'wordings',
    works: [() => writeRationales(work), () => wordSearches(work)],
    log: work.log,
  });

/** Where nobody sends, nothing waits to be sent; and without a language model nothing waits for its words. */
const idle: QueueLoop = { drained: async () => undefined, stop: async () => undefined };

const openTransport = ({ smtpUrl: url, print, ...options }: MailOptions, isTlsRequired: boolean): MailTransport =>
  url === null ? printingTransport(print) : openSmtpTransport({ ...options, url, isTlsRequired });
