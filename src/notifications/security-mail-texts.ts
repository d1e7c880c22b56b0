import { at, from, say, type Destinations, type Drafts } from './mail-parts.ts';
import type { MailPart } from './render-mail.ts';

/** The end of a security mail: the way out for whoever did not do it. */
const notMe = (tokenId: string, { tokenPage }: Destinations): readonly MailPart[] => [
  say('If it was not you, end every session at once, and set a new password.'),
  tokenPage('This was not me', '/this-was-not-me#token=', tokenId),
];

/** What owners are told of changes to how their account is signed in to, and by whom it is used. */
export const securityDrafts = {
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
