import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { describeUserAgent } from '#notifications/describe-origin.ts';
import type { WaitingContent } from '#notifications/mail-content.ts';
import { newOwnedId } from '#platform/ids.ts';
import { startTestProduct, testSecret, type TestProduct } from '../support/product.ts';
import { insertRows } from '../support/seed.ts';
import { publicUrl, startSmtp, tokenIn, type TestSmtp } from '../support/smtp.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const origin = { at: '2025-11-03T09:05:00.000Z', ip: '192.0.2.7', userAgent: firefox };
const tokenId = '0192d4e0-0000-7000-8000-000000000001';
const newEmail = "o'hara&sons@example.org";

/** Every kind, with the page that its token is for. */
const pages = {
  VERIFY_EMAIL: '/verify-email',
  RESET_PASSWORD: '/reset-password',
  CONFIRM_EMAIL_CHANGE: '/confirm-email-change',
  INVITE: '/sign-up',
  CLAIM: '/claim',
  ACCOUNT_EXISTS: null,
  EMAIL_CHANGE_REQUESTED: '/cancel-email-change',
  EMAIL_CHANGED: '/revert-email-change',
  NEW_DEVICE: '/this-was-not-me',
  PASSWORD_CHANGED: '/this-was-not-me',
  PASSWORD_RESET: '/this-was-not-me',
  PASSWORD_LOCKED: '/this-was-not-me',
  PASSWORD_BREACHED: '/this-was-not-me',
  REFRESH_REUSED: '/this-was-not-me',
  ROLE_CHANGED: '/this-was-not-me',
  FACTOR_ADDED: '/this-was-not-me',
  FACTOR_REMOVED: '/this-was-not-me',
  FACTORS_REMOVED: '/this-was-not-me',
  FACTOR_LOCKED: '/this-was-not-me',
  BACKUP_CODES_MADE: '/this-was-not-me',
  BACKUP_CODE_USED: '/this-was-not-me',
  PROVIDER_LINKED: '/this-was-not-me',
  PROVIDER_UNLINKED: '/this-was-not-me',
  MAGIC_LINK: '/magic-link',
  ACCESS_TOKEN_CREATED: '/this-was-not-me',
  PASSKEY_ADDED: '/this-was-not-me',
  PASSKEY_REMOVED: '/this-was-not-me',
  ACCOUNT_DELETED: null,
} as const satisfies Record<WaitingContent['kind'], string | null>;
const kinds = Object.keys(pages) as WaitingContent['kind'][];
/** What staff did tells when, and not where staff sits. */
const isByStaff = (kind: WaitingContent['kind']): boolean =>
  ['INVITE', 'CLAIM', 'ROLE_CHANGED', 'FACTORS_REMOVED'].includes(kind);

const hostile = {
  at: origin.at,
  ip: '1\r\nBcc: eve@example.com',
  userAgent: '</td><img src=https://evil.example/x>\r\n.\r\nSubject: You won\r\n\r\nhttps://evil.example/',
};

let smtp: TestSmtp;
let product: TestProduct;
const mails = new Map<string, ParsedMail>();
beforeAll(async () => {
  smtp = await startSmtp();
  product = await startTestProduct({ mail: smtp.mail });
  const row = (to: string, content: object) => ({
    id: newOwnedId(product.clock.now),
    to_address: to,
    content,
    created_at: product.clock.now,
    attempts: 0,
    available_at: product.clock.now,
  });
  await insertRows(
    product.database,
    'mails',
    kinds.flatMap((kind) => [
      row(`${kind}@example.com`, { kind, tokenId, newEmail, origin }),
      row(`hostile-${kind}@example.com`, { kind, tokenId, newEmail: '<b>\r\nX: y</b>', origin: hostile }),
      row(`silent-${kind}@example.com`, { kind, tokenId, newEmail, origin: { ...origin, ip: null, userAgent: null } }),
    ]),
  );
  await product.mailed();
  for (const mail of await smtp.mails()) mails.set([mail.to].flat()[0]?.text.split('@')[0] ?? '', mail);
});
afterAll(async () => {
  await product.stop();
  await smtp.stop();
});

const mailOf = (name: string): ParsedMail & { readonly text: string; readonly html: string } => {
  const mail = mails.get(name);
  if (!mail?.text || !mail.html) throw new Error(`No mail ${name} with both its forms`);
  return { ...mail, text: mail.text, html: mail.html };
};

/** What a reader of the HTML sees. */
const seen = (html: string): string =>
  html
    .replace(/^[^]*<body[^>]*>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const words = (text: string): string[] => text.match(/[\p{L}\p{N}'’@.&#=/-]+/gu) ?? [];

describe('every mail', () => {
  it.each(kinds)('%s says the same in plain text and in HTML, with all of its links', (kind) => {
    const { subject = '', text, html } = mailOf(kind);
    expect(subject).not.toBe('');
    for (const word of words(text)) expect(seen(html)).toContain(word);
    for (const url of text.match(/https:\S+/g) ?? []) expect(html).toContain(`<a href="${url}"`);
  });

  it.each(kinds)('%s tells when it was, and from where unless staff did it', (kind) => {
    const { text } = mailOf(kind);
    expect(text).toContain('When: 3 November 2025 at 09:05 UTC\n');
    expect(text.includes('From: 192.0.2.7\nBrowser: Firefox on Linux')).toBe(!isByStaff(kind));
  });

  it.each(kinds)('%s does without an address and a browser that nobody knows', (kind) => {
    const { text } = mailOf(`silent-${kind}`);
    expect(text).not.toMatch(/null|undefined/);
    expect(text.includes('From: an unknown address\nBrowser: an unknown browser')).toBe(!isByStaff(kind));
  });

  it.each(kinds)('%s leads to this installation alone, and fetches nothing', (kind) => {
    const { text, html, attachments } = mailOf(kind);
    const urls = `${text} ${html}`.match(/\w+:\/\/[^\s"<]+/g) ?? [];
    expect(urls.filter((url) => !url.startsWith(`${publicUrl}/`))).toEqual([]);
    expect(html).not.toMatch(/<(img|script|link|iframe|object)|url\(|src=/i);
    expect(attachments).toEqual([]);
  });

  it.each(kinds)('%s keeps whatever a browser, a header or an address says as text', (kind) => {
    const { text, html, subject, headers } = mailOf(`hostile-${kind}`);
    expect(subject).toBe(mailOf(kind).subject);
    expect([...headers.keys()]).toEqual([...mailOf(kind).headers.keys()]);
    expect(html).not.toMatch(/<img|<b>/);
    expect(text + html).not.toContain('evil.example');
    expect(text).not.toMatch(/^(X|Bcc|Subject):/m);
  });
});

describe('the token of a mail', () => {
  it.each(Object.entries(pages).filter(([, page]) => page !== null))('%s is behind the # of %s', (kind, page) => {
    const token = tokenIn(mailOf(kind), page ?? '');
    expect(createOneTimeTokenCodec([testSecret]).idOf(token)).toBe(tokenId);
  });

  it.each(['ACCOUNT_EXISTS', 'ACCOUNT_DELETED'])('is in none of %s', (kind) => {
    expect(mailOf(kind).text).not.toContain('#');
  });

  it('is named as the page expects it', () => {
    expect(mailOf('VERIFY_EMAIL').text).toContain(`${publicUrl}/verify-email#token=`);
    expect(mailOf('INVITE').text).toContain(`${publicUrl}/sign-up#invite=`);
    expect(mailOf('CLAIM').text).toContain(`${publicUrl}/claim#code=`);
  });
});

describe('what a mail advises', () => {
  it('tells whoever did not sign up not to open the link, and whoever did where to', () => {
    const { text } = mailOf('VERIFY_EMAIL');
    expect(text).toContain('If you did not sign up, do not open it');
    expect(text).toContain('while you are signed in there, everything stays as it is');
  });

  it('leads who has an account already to sign in or to a new password', () => {
    const { text } = mailOf('ACCOUNT_EXISTS');
    expect(text).toContain(`${publicUrl}/sign-in`);
    expect(text).toContain(`${publicUrl}/forgot-password`);
  });

  it.each(['EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED'])('%s names the new address', (kind) => {
    expect(mailOf(kind).text).toContain(newEmail);
    expect(mailOf(kind).html).toContain('o&#39;hara&amp;sons@example.org');
  });
});

describe('describeUserAgent', () => {
  it.each([
    [firefox, 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      'Safari on macOS',
    ],
    ['curl/8.5.0', 'curl'],
    ['visit.evil.example/1', 'an unknown browser'],
    ['Go and see https://evil.example on Windows NT', 'an unknown browser on Windows'],
    ['Mozilla/5.0', 'an unknown browser'],
    ['', 'an unknown browser'],
    [null, 'an unknown browser'],
  ])('says of %j: %s', (userAgent, expected) => {
    expect(describeUserAgent(userAgent)).toBe(expected);
  });
});
