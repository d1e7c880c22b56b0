import { expect } from 'vitest';
import { publicUrl, tokenIn, type TestSmtp } from '../support/smtp.ts';

/** The link to this page of the client in the newest mail to the address, as a path of the client. */
export type TakeLink = (to: string, path: string) => Promise<string>;

/**
 * Takes links out of mails, each once: mails may take a moment, and the newest so far may be an older one.
 * @param smtp where mails are, once they have come
 * @param origin that the links lead to
 */
export function createLinkTaker(smtp: () => TestSmtp, origin = () => publicUrl): TakeLink {
  const taken = new Set<string>();
  const find = async (to: string, path: string): Promise<string | undefined> => {
    const mails = await smtp().mails();
    const own = mails.filter(({ to: recipients }) => [recipients].flat().some((each) => each?.text === to));
    const newest = own.findLast(({ text }) => text?.includes(`${origin()}${path}#`));
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
