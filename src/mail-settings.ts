import { z } from 'zod';
import { findMailbox, type Mailbox } from '#platform/mailbox.ts';

/** Settings of mails, as `config.ts` has the others. */
export const mailSettings = {
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, {
      error: 'write smtp://user:password@host:port or smtps://…, percent-encoded, nothing behind it',
    })
    .optional()
    .describe(
      'Server that takes mails, smtp:// or smtps://; in production smtp:// must offer STARTTLS, unless it is on this machine. Without it, outside production, mails are printed',
    ),
  MAIL_FROM: z
    .string()
    .refine((text) => findMailbox(text) !== null, { error: 'write an address, or Name <address>' })
    .optional()
    .describe('Sender of mails, such as `Tenure <no-reply@jobs.example.org>`; needed with SMTP_URL'),
  PUBLIC_URL: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, {
      error: 'write it like https://jobs.example.org',
    })
    .optional()
    .describe(
      'Where the client is: where links of mails lead, providers send browsers back to, and passkeys belong; by default the first of CORS_ORIGINS, but for links in production alone, else this server',
    ),
} as const;

export interface MailSettings {
  /** Null: mails are printed. */
  readonly smtpUrl: string | null;
  readonly from: Mailbox;
  /** An origin; null: where the server listens. */
  readonly publicUrl: string | null;
}

type Given = { readonly [Name in keyof typeof mailSettings]?: string | undefined };

/** Nobody gets a mail of it: it is printed. */
const nobody: Mailbox = { name: 'Tenure', address: 'tenure@localhost' };

/** @param origins where the client is, in production */
export const readMailSettings = (
  { SMTP_URL, MAIL_FROM, PUBLIC_URL }: Given,
  origins: readonly string[] | null,
): MailSettings => ({
  smtpUrl: SMTP_URL ?? null,
  from: findMailbox(MAIL_FROM ?? '') ?? nobody,
  publicUrl: PUBLIC_URL ?? origins?.[0] ?? null,
});

/** What is wrong with the settings together; each alone was judged before. */
export const mailFaults = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Given, isProduction: boolean): string[] => [
  ...(isProduction && SMTP_URL === undefined ? ['SMTP_URL: needed in production'] : []),
  ...(SMTP_URL !== undefined && MAIL_FROM === undefined ? ['MAIL_FROM: needed with SMTP_URL'] : []),
  ...(isProduction && PUBLIC_URL?.startsWith('http:') ? ['PUBLIC_URL: not https'] : []),
];

// What may follow the host elsewhere, such as ?requireTLS=false, would be ignored here; better it is refused.
function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isBare = ['', '/'].includes(pathname) && search === '' && hash === '';
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && isBare && isEncoded(username + password);
}

/** Whether its percent signs encode something. */
const isEncoded = (text: string): boolean => !/%(?![\dA-F]{2})/i.test(text);
