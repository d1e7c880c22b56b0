import { originFacts, timeFact } from './describe-origin.ts';
import type { MailOrigin, WaitingContent } from './mail-content.ts';
import type { MailDraft, MailPart } from './render-mail.ts';

export type MailKind = WaitingContent['kind'];
export type MailContents = { readonly [K in MailKind]: WaitingContent & { readonly kind: K } };
/** The text of each kind of mail. */
export type Drafts = { readonly [K in MailKind]: (content: MailContents[K], to: Destinations) => MailDraft };

/** Makes parts of mails that lead somewhere. */
export interface Destinations {
  /** A page of the client. */
  readonly page: (label: string, path: string) => MailPart;
  /**
   * A page that is handed a token: behind the #, which browsers keep to themselves, so that no log on the way has it.
   * Opening it does nothing yet, since scanners of mail open links too.
   */
  readonly tokenPage: (label: string, path: string, tokenId: string) => MailPart;
}

export const say = (text: string): MailPart => ({ kind: 'paragraph', text });
export const from = (origin: MailOrigin): MailPart => ({ kind: 'facts', facts: originFacts(origin) });
/** Of what staff did, the account's owner is told when, and nothing of where staff sits. */
export const at = (origin: MailOrigin): MailPart => ({ kind: 'facts', facts: [timeFact(origin)] });
