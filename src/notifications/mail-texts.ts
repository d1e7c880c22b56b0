import { originFacts, timeFact } from './describe-origin.ts';
import type { MailOrigin, WaitingContent } from './mail-content.ts';
import type { MailDraft, MailPart } from './render-mail.ts';

/** What links are made of. */
export interface MailLinks {
  /** Where the client is, without a slash at the end. From the settings: what a request says of its host, anybody says. */
  readonly publicUrl: string;
  /** The token of a row's id. */
  readonly tokenOf: (tokenId: string) => string;
}

type Kind = WaitingContent['kind'];
type Contents = { readonly [K in Kind]: WaitingContent & { readonly kind: K } };
type Drafts = { readonly [K in Kind]: (content: Contents[K], to: Destinations) => MailDraft };

/** Says what a mail tells of, with its links. */
export const draftMail = <K extends Kind>(content: Contents[K], links: MailLinks): MailDraft =>
  (drafts as Drafts)[content.kind as K](content, destinations(links));

/** Makes parts of mails that lead somewhere. */
interface Destinations {
  /** A page of the client. */
  readonly page: (label: string, path: string) => MailPart;
  /**
   * A page that is handed a token: behind the #, which browsers keep to themselves, so that no log on the way has it.
   * Opening it does nothing yet, since scanners of mail open links too.
   */
  readonly tokenPage: (label: string, path: string, tokenId: string) => MailPart;
}

const destinations = ({ publicUrl, tokenOf }: MailLinks): Destinations => {
  const page = (label: string, path: string): MailPart => ({ kind: 'link', label, url: `${publicUrl}${path}` });
  return { page, tokenPage: (label, path, tokenId) => page(label, `${path}${tokenOf(tokenId)}`) };
};

const say = (text: string): MailPart => ({ kind: 'paragraph', text });
const from = (origin: MailOrigin): MailPart => ({ kind: 'facts', facts: originFacts(origin) });
/** Of what staff did, the account's owner is told when, and nothing of where staff sits. */
const at = (origin: MailOrigin): MailPart => ({ kind: 'facts', facts: [timeFact(origin)] });

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

/** The end of a security mail: the way out for whoever did not do it. */
const notMe = (tokenId: string, { tokenPage }: Destinations): readonly MailPart[] => [
  say('If it was not you, end every session at once, and set a new password.'),
  tokenPage('This was not me', '/this-was-not-me#token=', tokenId),
];

const securityDrafts = {
  NEW_DEVICE: ({ tokenId, origin }, to) => ({
    subject: 'New sign-in to your account',
    parts: [
      say('Your Tenure account was signed in to from a device that it did not know.'),
      from(origin),
      say('If that was you, there is nothing to do.'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSWORD_CHANGED: ({ tokenId, origin }, to) => ({
    subject: 'Your password was changed',
    parts: [
      say('The password of your Tenure account was changed. Every other session has ended.'),
      from(origin),
      say('If that was you, there is nothing to do.'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSWORD_RESET: ({ tokenId, origin }, to) => ({
    subject: 'Your password was set anew',
    parts: [
      say('The password of your Tenure account was set by the link of a mail. Every session has ended.'),
      from(origin),
      say('If that was you, sign in with the new password.'),
      to.page('Sign in', '/sign-in'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSWORD_LOCKED: ({ tokenId, origin }, to) => ({
    subject: 'Your password is switched off',
    parts: [
      say(
        'Somebody tried too many wrong passwords for your Tenure account. Its password signs nobody in until you set a new one; where you are signed in, you stay so. The latest attempt:',
      ),
      from(origin),
      to.page('Set a new password', '/forgot-password'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSWORD_BREACHED: ({ tokenId, origin }, to) => ({
    subject: 'Your password is known to others',
    parts: [
      say(
        'The password of your Tenure account is on a public list of leaked passwords. That may be from another site, but whoever has the list can try it here. We saw it at this sign-in:',
      ),
      from(origin),
      say('Set a new one that you use nowhere else.'),
      to.page('Set a new password', '/forgot-password'),
      ...notMe(tokenId, to),
    ],
  }),
  REFRESH_REUSED: ({ tokenId, origin }, to) => ({
    subject: 'We signed you out everywhere',
    parts: [
      say(
        'What keeps a browser signed in to your Tenure account was used twice, which happens when somebody has a copy of it. To be safe, every session has ended. The second use:',
      ),
      from(origin),
      say('Sign in again to go on.'),
      to.page('Sign in', '/sign-in'),
      ...notMe(tokenId, to),
    ],
  }),
  FACTOR_ADDED: ({ tokenId, origin }, to) => ({
    subject: 'Signing in needs a second factor now',
    parts: [
      say('A second factor was added to your Tenure account. Every other session has ended.'),
      from(origin),
      say('If that was you, keep the backup codes where you find them without your phone.'),
      ...notMe(tokenId, to),
    ],
  }),
  FACTOR_REMOVED: ({ tokenId, origin }, to) => ({
    subject: 'A second factor was removed',
    parts: [
      say('A second factor of your Tenure account was removed.'),
      from(origin),
      say('If that was you, there is nothing to do.'),
      ...notMe(tokenId, to),
    ],
  }),
  FACTORS_REMOVED: ({ tokenId, origin }, to) => ({
    subject: 'Your second factors were removed',
    parts: [
      say(
        'Whoever runs this installation removed the second factors of your Tenure account, its backup codes and its password. Every session has ended.',
      ),
      at(origin),
      say('If you asked for that, set a new password, sign in, and set up a second factor again.'),
      to.page('Set a new password', '/forgot-password'),
      say('If you did not, ask them why: somebody may have spoken to them in your name.'),
      ...notMe(tokenId, to),
    ],
  }),
  FACTOR_LOCKED: ({ tokenId, origin }, to) => ({
    subject: 'Your authenticator app is switched off',
    parts: [
      say(
        'Somebody tried too many wrong codes of the authenticator app of your Tenure account, behind a password that was right or in a session of yours. Its codes are taken no more until you use a backup code, or set the app up anew. The latest attempt:',
      ),
      from(origin),
      to.page('Set a new password', '/forgot-password'),
      ...notMe(tokenId, to),
    ],
  }),
  BACKUP_CODE_USED: ({ tokenId, origin }, to) => ({
    subject: 'A backup code was used',
    parts: [
      say('One of the backup codes of your Tenure account was used. It works no more.'),
      from(origin),
      say('If that was you, make new ones in the settings before they run out.'),
      ...notMe(tokenId, to),
    ],
  }),
  BACKUP_CODES_MADE: ({ tokenId, origin }, to) => ({
    subject: 'New backup codes',
    parts: [
      say('New backup codes were made for your Tenure account. Those of before work no more.'),
      from(origin),
      say('If that was you, there is nothing to do.'),
      ...notMe(tokenId, to),
    ],
  }),
  PROVIDER_LINKED: ({ tokenId, origin }, to) => ({
    subject: 'A new way to sign in',
    parts: [
      say('From now on your Tenure account can be signed in to by an account that you have elsewhere, such as Google.'),
      from(origin),
      say('If that was you, there is nothing to do. You see it in the settings, among the ways to sign in.'),
      ...notMe(tokenId, to),
    ],
  }),
  PROVIDER_UNLINKED: ({ tokenId, origin }, to) => ({
    subject: 'A way to sign in was removed',
    parts: [
      say('Your Tenure account cannot be signed in to any more by an account that you have elsewhere.'),
      from(origin),
      say('If that was you, there is nothing to do.'),
      ...notMe(tokenId, to),
    ],
  }),
  ACCESS_TOKEN_CREATED: ({ tokenId, origin }, to) => ({
    subject: 'An access token was made',
    parts: [
      say(
        'An access token was made for your Tenure account: whoever has it may do what it is for, without signing in.',
      ),
      from(origin),
      say('It is listed with what it is for in the settings of your account, where you can end it.'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSKEY_ADDED: ({ tokenId, origin }, to) => ({
    subject: 'A passkey was added to your account',
    parts: [
      say('A passkey was added to your Tenure account. It signs in by itself, and stands behind the password.'),
      from(origin),
      say('If that was you, make backup codes and keep them where you find them without your devices.'),
      ...notMe(tokenId, to),
    ],
  }),
  PASSKEY_REMOVED: ({ tokenId, origin }, to) => ({
    subject: 'A passkey was removed',
    parts: [
      say('A passkey of your Tenure account was removed. It signs nobody in any more.'),
      from(origin),
      say('If that was you, remove it from your device too.'),
      ...notMe(tokenId, to),
    ],
  }),
  ROLE_CHANGED: ({ tokenId, origin }, to) => ({
    subject: 'Your role was changed',
    parts: [
      say('An administrator changed what your Tenure account may do.'),
      at(origin),
      say('If you do not expect this, ask who runs this installation.'),
      ...notMe(tokenId, to),
    ],
  }),
} satisfies Partial<Drafts>;

const drafts: Drafts = { ...accountDrafts, ...securityDrafts };
