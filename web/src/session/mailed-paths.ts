/** Addresses that mails lead to, and those that have mails sent: there for everybody, signed in or not. */
export const mailedPaths = [
  '/forgot-password',
  '/mail-a-link',
  '/magic-link',
  '/reset-password',
  '/verify-email',
  '/confirm-email-change',
  '/cancel-email-change',
  '/revert-email-change',
  '/this-was-not-me',
] as const;
