import { at, from, say, type Destinations, type Drafts, type MailContents, type MailKind } from './mail-parts.ts';
import type { MailDraft, MailPart } from './render-mail.ts';
import { securityDrafts } from './security-mail-texts.ts';

/** What links are made of. */
export interface MailLinks {
  /** Where the client is, without a slash at the end. From the settings: what a request says of its host, anybody says. */
  readonly publicUrl: string;
  /** The token of a row's id. */
  readonly tokenOf: (tokenId: string) => string;
}

/** Says what a mail tells of, with its links. */
export const draftMail = <K extends MailKind>(content: MailContents[K], links: MailLinks): MailDraft =>
  (drafts as Drafts)[content.kind as K](content, destinations(links));

const destinations = ({ publicUrl, tokenOf }: MailLinks): Destinations => {
  const page = (label: string, path: string): MailPart => ({ kind: 'link', label, url: `${publicUrl}${path}` });
  return { page, tokenPage: (label, path, tokenId) => page(label, `${path}${tokenOf(tokenId)}`) };
};

/** The client's page that takes an invitation: behind the #, which browsers keep to themselves, its token follows. */
export const invitationPath = '/sign-up#invite=';

const once = 'The link works once and for a limited time.';

const accountDrafts = {
  VERIFY_EMAIL: ({ tokenId, origin }, { tokenPage }) => ({
    subject: 'Confirm your e-mail address',
    parts: [
      say('Somebody opened a Tenure account with this e-mail address, at the time and on the device below.'),
      from(origin),
      say(
        'If that was you, confirm the address. Open the link in the browser in which you signed up: while you are signed in there, everything stays as it is. Opened anywhere else, it signs that device out, and you may have to set a new password.',
      ),
      tokenPage('Confirm e-mail address', '/verify-email#token=', tokenId),
      say(
        `${once} If you did not sign up, do not open it, and forget this mail: it would confirm somebody else’s account.`,
      ),
    ],
  }),
  RESET_PASSWORD: ({ tokenId, origin }, { tokenPage }) => ({
    subject: 'Set a new password',
    parts: [
      say('Somebody asked to set a new password for your Tenure account.'),
      from(origin),
      tokenPage('Set a new password', '/reset-password#token=', tokenId),
      say(
        `${once} A new password ends every session. If you did not ask for it, do nothing: your password stays as it is.`,
      ),
    ],
  }),
  MAGIC_LINK: ({ tokenId, origin }, { tokenPage }) => ({
    subject: 'Your link to sign in',
    parts: [
      say('Somebody asked to sign in to your Tenure account by a link.'),
      from(origin),
      say(
        'If that was you, open the link in the browser in which you asked for it. Anywhere else you are asked first.',
      ),
      tokenPage('Sign in', '/magic-link#token=', tokenId),
      say(
        'The link works once, for ten minutes, and only until you ask for another. If you did not ask for it, do not open it: nobody can sign in by it without this mail.',
      ),
    ],
  }),
  CONFIRM_EMAIL_CHANGE: ({ tokenId, origin }, { tokenPage }) => ({
    subject: 'Confirm your new e-mail address',
    parts: [
      say('Somebody asked to use this e-mail address for their Tenure account.'),
      from(origin),
      say('If that was you, confirm it. Until then your account keeps its old address.'),
      tokenPage('Confirm new e-mail address', '/confirm-email-change#token=', tokenId),
      say(`${once} If you do not know of this, do nothing: the address is not used.`),
    ],
  }),
  INVITE: ({ tokenId, origin }, { page, tokenPage }) => ({
    subject: 'You are invited to Tenure',
    parts: [
      say('An administrator invites you to open an account on Tenure, a private place for your job search.'),
      at(origin),
      tokenPage('Open an account', invitationPath, tokenId),
      say(`${once} If you do not want an account, do nothing: none is made. What it is, you see here first:`),
      page('Look at Tenure', '/'),
    ],
  }),
  CLAIM: ({ tokenId, origin }, { tokenPage }) => ({
    subject: 'Take over the data of your Tenure',
    parts: [
      say('Your installation of Tenure was used without accounts and now has them. Its data can be taken over once.'),
      at(origin),
      tokenPage('Take the data over', '/claim#code=', tokenId),
      say(`${once} Give it to nobody: whoever opens it first has the data.`),
    ],
  }),
  ACCOUNT_EXISTS: ({ origin }, { page }) => ({
    subject: 'You already have an account',
    parts: [
      say(
        'Somebody asked to use this e-mail address for a Tenure account. It is that of your account already, so nothing was done.',
      ),
      from(origin),
      say('If that was you, sign in, or set a new password if you do not know yours any more.'),
      page('Sign in', '/sign-in'),
      page('Set a new password', '/forgot-password'),
      say('If it was not you, do nothing: your account is as it was.'),
    ],
  }),
  EMAIL_CHANGE_REQUESTED: ({ tokenId, newEmail, origin }, { tokenPage }) => ({
    subject: 'Your e-mail address is about to change',
    parts: [
      say(`Somebody who is signed in to your Tenure account asked to change its e-mail address to ${newEmail}.`),
      from(origin),
      say('If that was you, confirm it by the mail that went to the new address. Until then nothing changes.'),
      say('If it was not you, call it off, and set a new password.'),
      tokenPage('Call the change off', '/cancel-email-change#token=', tokenId),
    ],
  }),
  EMAIL_CHANGED: ({ tokenId, newEmail, origin }, { tokenPage }) => ({
    subject: 'Your e-mail address was changed',
    parts: [
      say(`Your Tenure account now has the e-mail address ${newEmail}. This address is no longer good to sign in.`),
      from(origin),
      say('If that was you, there is nothing to do.'),
      say('If it was not you, take it back within a week. That ends every session, and you set a new password.'),
      tokenPage('Take the change back', '/revert-email-change#token=', tokenId),
    ],
  }),
  ACCOUNT_DELETED: ({ origin }) => ({
    subject: 'Your account was deleted',
    parts: [
      say('Your Tenure account was deleted with everything that belonged to it. It cannot be brought back.'),
      from(origin),
      say('If it was not you, tell whoever runs this installation, and see who else reads your mail.'),
    ],
  }),
} satisfies Partial<Drafts>;

const drafts: Drafts = { ...accountDrafts, ...securityDrafts };
