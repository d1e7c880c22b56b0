import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';

/** The ways into an account, and what the links of mails lead to. */
export const words = {
  motto: 'Real postings, ranked for you, with the reasons.',
  email: 'E-mail',
  signIn: {
    wrong: 'E-mail or password is not right.',
    unconfirmed: 'Confirm your e-mail address first: open the link in the mail that we have sent you.',
    title: 'Sign in',
    password: 'Password',
    submit: 'Sign in',
    byLink: 'Mail me a link to sign in',
    forgot: 'Forgot your password?',
    isNew: (link: ReactNode) => inParts`New here? ${link}`,
    openAccount: 'Open an account',
    byPasskey: 'Sign in with a passkey',
  },
  signUp: {
    claimTitle: 'Claim this installation',
    title: 'Open an account',
    invited: 'You are invited: use the address that the invitation was sent to.',
    name: 'Name',
    optional: 'Optional',
    passkey:
      'Your device makes a passkey. You sign in with it as you unlock the device: there is no password to remember.',
    password: 'Password',
    submitPasskey: 'Open account with a passkey',
    submit: 'Open account',
    usePassword: 'Use a password instead',
    usePasskey: 'Use a passkey instead of a password',
    hasAccount: (link: ReactNode) => inParts`Have an account? ${link}`,
    signIn: 'Sign in',
    taken: 'There is an account with this address already: sign in.',
    claimCode: 'Claim code',
    claimCodeHint: 'From the console of the server, or from the mail that brought you here',
    sent: (email: ReactNode) =>
      inParts`We have sent a mail to ${email}. The link in it finishes your sign-up. It works for a day.`,
    notThere: 'Nothing there after a few minutes? Look among the unwanted mail, or have it sent again.',
    toSignIn: 'Go to the sign-in form',
  },
  mailbox: {
    title: 'Look into your mailbox',
    sent: (email: ReactNode, advice: string) =>
      inParts`If there is an account with ${email}, a mail with a link is on its way to it. ${advice}`,
    back: 'Back to the sign-in form',
  },
  secondStep: {
    title: 'One more step',
    back: 'Back to the first step',
    submit: 'Sign in',
    passkey: 'Signing in to this account takes a passkey as well.',
    usePasskey: 'Use your passkey',
    noPasskey:
      'Signing in to this account takes a passkey as well, which this browser cannot use. Sign in with another one.',
  },
  forgot: {
    title: 'Forgot your password?',
    intro: 'We send you a link to set a new one.',
    submit: 'Send the link',
    advice: 'The link works for half an hour.',
  },
  mailALink: {
    title: 'Sign in by a link',
    intro: 'We mail you a link that signs you in, without a password.',
    submit: 'Mail me the link',
    advice: 'Open it in this browser. It works once, for ten minutes.',
  },
  reset: {
    done: 'Your new password is set. Sign in with it.',
    title: 'Set a new password',
    hint: 'Every device that is signed in will be signed out.',
    password: 'New password',
    submit: 'Set password',
  },
  link: {
    start: 'Go to Tenure',
    incomplete: 'This page works with the link of a mail. Open the whole link, from the mail, once more.',
    again: 'Ask for a new link',
  },
  magicLink: {
    title: 'Sign in',
    entering: 'You are signed in',
    usedUp: 'Sign in once more',
    usedUpText: 'The link has done its work, and the second step was not taken in time.',
    somebodyHere: (email: ReactNode) =>
      inParts`You are signed in as ${email}. If the mail is about another account, this browser changes over to that one.`,
    nobodyHere: 'The link signs you in to Tenure in this browser.',
    question: 'Was it you who asked for this link?',
    elsewhere: 'It was asked for in another browser',
    asked: (device: string, from: string | null, moment: string) =>
      `${device}, at ${from ?? 'an unknown address'}, ${moment}`,
    elsewhereText:
      'Go on if that was you, on another device or in another browser. If not, close this page, and tell nobody of the link.',
    itWasMe: 'It was me: sign in here',
    itWasNotMe: 'It was not me',
  },
  confirmChange: {
    title: 'Use this address from now on?',
    submit: 'Use the new address',
    done: 'Your address is changed',
    doneText: (address: ReactNode) => inParts`Sign in with ${address} from now on.`,
    newAddress: 'the new address',
    text: 'You sign in with the address that this mail was sent to, and mails go there. All other devices are signed out.',
  },
  cancelChange: {
    title: 'Keep your address?',
    submit: 'Keep my address',
    done: 'Your address stays',
    text: 'Somebody who was signed in to your account asked for another address. This calls it off.',
  },
  revertChange: {
    title: 'Take your address back?',
    submit: 'Take my address back',
    done: 'Your address is back',
    doneText: 'We have mailed you a link to set a new password. Sign in with that one.',
    text: 'Your account gets the address back that this mail was sent to. Its password is removed, as somebody else may know it, and every device is signed out.',
  },
  notMe: {
    title: 'This was not you?',
    submit: 'Sign all devices out',
    done: 'All devices are signed out',
    text: 'Then somebody else may be in your account. This signs every device out, this one too.',
    passwordToo: (link: ReactNode) => inParts`Somebody may know your password: ${link}.`,
  },
  newPasswordLink: 'set a new one',
  verify: {
    back: '← Back to the link',
    title: 'Confirm your e-mail address',
    submit: 'Confirm the address',
    done: 'Your address is confirmed',
    somebodyHere: (email: ReactNode) =>
      inParts`You are signed in as ${email}. If the mail is about another account of yours, sign in to that one first: it would lose its password.`,
    nobodyHere:
      'Nobody is signed in here. If you have just opened the account and were told to look into your mailbox, go on.',
    advice:
      'If you use the account already, sign in first, then confirm. Otherwise its password is removed and its devices are signed out: as far as we can tell, somebody else may have set it.',
    signIn: 'Sign in first',
    thanks: 'Thank you.',
    thanksSignIn: 'Thank you. You can sign in now.',
    thanksNoPassword: (link: ReactNode) =>
      inParts`Thank you. Your account has no password: if one was set before, it is removed. Sign in another way, or ${link}.`,
  },
  mustChange: {
    title: 'Choose a password of your own',
    text: 'Somebody else has set the one that you signed in with. Change it to go on.',
    submit: 'Change and go on',
    signOut: 'Sign out',
  },
};
