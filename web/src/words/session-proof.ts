import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';

/** Proofs of who somebody is: passwords, codes and passkeys, wherever they are asked for. */
export const words = {
  stepUp: {
    title: 'Is it still you?',
    passkey: 'You signed in a while ago. This step needs your passkey once more.',
    cancel: 'Cancel',
    usePasskey: 'Use your passkey',
    code: 'You signed in a while ago. This step needs a code once more.',
    password: 'You signed in a while ago. This step needs your password once more.',
    passwordLabel: 'Password',
    goOn: 'Go on',
    noPassword: (link: ReactNode) =>
      inParts`You signed in a while ago, and your account has no password to ask for. To go on, ${link}.`,
    mailLink: 'have a link mailed to set a password',
    close: 'Close',
    provider:
      'You signed in a while ago. This step needs a sign-in at your provider once more. You come back here afterwards, and begin the step again.',
    signInAgain: (provider: string) => `Sign in again with ${provider}`,
  },
  code: {
    TOTP: {
      label: 'Code',
      description: 'The six digits that your authenticator app shows for Tenure',
    },
    BACKUP_CODE: {
      label: 'Backup code',
      description: 'One of those that you have kept; each works once',
    },
  },
  otherProofs: {
    PASSKEY: 'Use a passkey instead',
    TOTP: 'Use the authenticator app instead',
    BACKUP_CODE: 'Use a backup code instead',
  },
  passkeys: {
    faults: {
      // For whatever people do, and for a passkey that is not there: pages must not learn which.
      NotAllowedError: 'No passkey was given: you called it off, it took too long, or there is none here.',
      AbortError: 'No passkey was given: another request took its place.',
      InvalidStateError: 'There is a passkey of this account on that device already.',
      ConstraintError: 'That device cannot keep passkeys, or cannot tell that it is you. Take another.',
      NotSupportedError: 'That device cannot keep passkeys, or cannot tell that it is you. Take another.',
      SecurityError: 'Passkeys do not work at this address. Open Tenure at the address that its mails link to.',
    },
    failed: 'The browser could not ask for a passkey. Try again.',
    refused: 'This is no passkey of the account, or its answer came too late.',
  },
  passwordRule: {
    length: '8 to 128 characters',
    letter: 'a letter',
    digit: 'a digit',
    other: 'another character, such as a dash or a space',
    label: 'A password needs',
    met: ', done',
    unmet: ', missing',
  },
  showPassword: 'Show or hide what is typed',
  changePassword: {
    current: 'Current password',
    new: 'New password',
  },
  resend: {
    submit: 'Send the mail again',
    done: 'Sent. Only the link of the newest mail works.',
  },
};
