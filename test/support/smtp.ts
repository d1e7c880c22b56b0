import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailOptions } from '../../src/server/start-relays.ts';

export interface TestSmtp {
  /** For a product that sends here. */
  readonly mail: MailOptions & { readonly smtpUrl: string };
  /** What came so far, in order. */
  readonly mails: () => Promise<readonly ParsedMail[]>;
  /** What came so far, as it came. */
  readonly sources: readonly string[];
  /** Recipients that are refused. */
  readonly refused: Set<string>;
  readonly stop: () => Promise<void>;
}

export const publicUrl = 'https://jobs.example.org';

/** A mail server on a free port that takes everything, but for whom a test has it refuse. */
export async function startSmtp(): Promise<TestSmtp> {
  const sources: string[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? new Error(`Nobody is ${address} here`) : null),
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        sources.push(Buffer.concat(pieces).toString());
        done();
      });
    },
    closeTimeout: 100,
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    mail: {
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: { name: 'Tenure', address: 'no-reply@jobs.example.org' },
      publicUrl,
      print: () => undefined,
    },
    mails: () => Promise.all(sources.map((source) => simpleParser(source))),
    sources,
    refused,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The token that the link of a mail to a page of the client carries, in both its forms. */
export function tokenIn({ text = '', html }: ParsedMail, page: string, origin = publicUrl): string {
  const [, token] = new RegExp(`${origin}${page}#\\w+=([\\w-]+)`).exec(text) ?? [];
  if (!token || html === false || !html.includes(token)) throw new Error(`No link to ${page} in:\n${text}`);
  return token;
}
