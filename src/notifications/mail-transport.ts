import { createTransport } from 'nodemailer';
import { isLoopbackHost } from '#platform/loopback-host.ts';
import { isPlainAddress, type Mailbox } from '#platform/mailbox.ts';
import type { MailText } from './render-mail.ts';

export interface OutgoingMail extends MailText {
  /** The same at each try. */
  readonly id: string;
  readonly to: string;
}

/** What mails leave by. */
export interface MailTransport {
  /** As many as it takes at a time. */
  readonly mailsAtATime: number;
  /** Resolves once the next server has taken it over. @throws whatever kept it from that, within a known time */
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly close: () => void;
}

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: Mailbox;
  /** Whether mails may go to another machine only encrypted. */
  readonly isTlsRequired: boolean;
  /** For one mail from connecting to its being taken over. */
  readonly deadlineMs?: number | undefined;
}

const connectionCount = 5;
const defaultDeadlineMs = 30_000;

/** Sends by SMTP over a few connections that are kept for a while. */
export function openSmtpTransport({ deadlineMs = defaultDeadlineMs, ...options }: SmtpOptions): MailTransport {
  const { from } = options;
  const smtp = createTransport({ ...smtpServer(options), ...limits(deadlineMs) });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    mailsAtATime: connectionCount,
    send: async ({ id, to, subject, text, html }) => {
      // It was judged before it was stored; here it is for what a header would make of one that was not.
      if (!isPlainAddress(to)) throw new Error('The address of a mail is none that a header may hold.');
      await smtp.sendMail({
        from: { ...from },
        to: { name: '', address: to },
        subject,
        text,
        html,
        // The same when a mail is sent twice, by which mailboxes may know it.
        messageId: `<${id}@${domain}>`,
        // No holiday notice is to answer it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        // The other limits begin anew with each byte: a server that drips would never meet them.
        signal: AbortSignal.timeout(deadlineMs),
      });
    },
    close: () => smtp.close(),
  };
}

const limits = (deadlineMs: number) =>
  ({
    pool: true,
    maxConnections: connectionCount,
    connectionTimeout: deadlineMs,
    greetingTimeout: deadlineMs,
    socketTimeout: deadlineMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }) as const;

function smtpServer({ url, isTlsRequired }: Pick<SmtpOptions, 'url' | 'isTlsRequired'>) {
  const { hostname, port, protocol, username, password } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port ? { port: Number(port) } : {}),
    secure: protocol === 'smtps:',
    // On this machine nobody is between, and certificates for it are rarely good. Elsewhere whoever is between could take
    // the offer of TLS away, so it must not depend on being offered.
    ...(isLoopbackHost(hostname) ? { ignoreTLS: true } : { requireTLS: isTlsRequired }),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  };
}

/** Writes mails where a developer reads them, instead of sending. */
export const printingTransport = (print: (line: string) => void): MailTransport => ({
  mailsAtATime: 1,
  send: async ({ to, subject, text }) => print(`\nmail to ${to}: ${subject}\n\n${text}`),
  close: () => undefined,
});
