import { afterAll, beforeAll, expect } from 'vitest';
import type { ParsedMail } from 'mailparser';
import { publicUrl, startSmtp, tokenIn, type TestSmtp } from '../support/smtp.ts';

/** Where the mails of a product come to. */
export interface Mailbox {
  /** For the product that mails. */
  readonly settings: () => Readonly<Record<string, string>>;
  readonly mailsTo: (address: string) => Promise<readonly ParsedMail[]>;
  /**
   * The link to this page of the client in the newest mail to the address, as a path of the client. Each is taken once:
   * mails may take a moment, and the newest so far may be an older one.
   */
  readonly takeLink: (to: string, path: string) => Promise<string>;
}

/**
 * Starts a mail server before the tests of a file, and ends it afterwards.
 * @param origin that links lead to, where it is not the public address that `settings` names
 */
export function useMailbox(origin?: () => string): Mailbox {
  let smtp: TestSmtp;
  beforeAll(async () => {
    smtp = await startSmtp();
  });
  afterAll(() => smtp?.stop());

  const mailsTo = async (address: string) =>
    (await smtp.mails()).filter(({ to }) => [to].flat().some((each) => each?.text === address));
  return {
    settings: () => ({
      SMTP_URL: smtp.mail.smtpUrl,
      MAIL_FROM: `${smtp.mail.from.name} <${smtp.mail.from.address}>`,
      ...(origin ? {} : { PUBLIC_URL: publicUrl }),
    }),
    mailsTo,
    takeLink: createLinkTaker(mailsTo, origin),
  };
}

function createLinkTaker(mailsTo: Mailbox['mailsTo'], origin = () => publicUrl): Mailbox['takeLink'] {
  const taken = new Set<string>();
  const find = async (to: string, path: string): Promise<string | undefined> => {
    const newest = (await mailsTo(to)).findLast(({ text }) => text?.includes(`${origin()}${path}#`));
    const link = newest && `${path}#token=${tokenIn(newest, path, origin())}`;
    return link && !taken.has(link) ? link : undefined;
  };
  return async (to, path) => {
    let link: string | undefined;
    await expect
      .poll(async () => (link = await find(to, path)), { message: `a mail to ${to} with a link to ${path}` })
      .toBeDefined();
    taken.add(link ?? '');
    return link ?? '';
  };
}
