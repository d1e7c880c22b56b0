import type { AuditEventKind } from '../generated/graphql.ts';

/** What happened, in the words of its owner's list. */
export const auditWords: Readonly<Record<AuditEventKind, string>> = {
  REGISTER: 'Account opened',
  LOGIN: 'Signed in',
  LOGIN_FAILED: 'Failed to sign in',
  LOGOUT: 'Signed out',
  REFRESH: 'Session renewed',
  REFRESH_REUSE: 'A used session token came again: every device was signed out',
  RATE_LIMITED: 'Too many attempts',
  LOCKED: 'Password switched off after too many failures, until it is reset',
  FIRST_FACTOR: 'First step of a sign-in',
  FACTOR_USED: 'Second factor used',
  FACTOR_ADDED: 'Second factor added',
  FACTOR_REMOVED: 'Second factor removed',
  BACKUP_CODES_MADE: 'New backup codes',
  ACCESS_TOKEN_CREATED: 'Access token made',
  ACCESS_TOKEN_REVOKED: 'Access token ended',
  PROVIDER_LINKED: 'Provider added as a way to sign in',
  PROVIDER_UNLINKED: 'Provider removed as a way to sign in',
  PASSKEY_COUNTER: 'A passkey that may exist twice',
  STEP_UP: 'Asked once more for a proof',
  PASSWORD_CHANGED: 'Password changed',
  PASSWORD_RESET: 'Password set by the link of a mail',
  PASSWORD_RESET_REQUESTED: 'Link for a new password asked for',
  MAGIC_LINK_REQUESTED: 'Link to sign in asked for',
  EMAIL_VERIFIED: 'Address confirmed',
  EMAIL_CHANGE_REQUESTED: 'Another address asked for',
  EMAIL_CHANGED: 'Address changed',
  EMAIL_CHANGE_CANCELLED: 'Change of address called off',
  EMAIL_CHANGE_REVERTED: 'Change of address taken back',
  SESSION_REVOKED: 'Devices signed out',
  PROFILE_CHANGED: 'Profile changed',
  CLAIM: 'Data of a single-user installation taken over',
  ROLE_CHANGED: 'Role changed',
  ADMIN_ACT: 'Something done, or looked at, by staff',
  ACCOUNT_DELETED: 'Account deleted',
};

const detailWords: Readonly<Record<string, string>> = {
  WRONG_PASSWORD: 'Wrong password',
  LOCKED: 'The password is switched off until it is reset',
  DISABLED: 'The account is disabled',
  ELSEWHERE: 'The link was asked for in another browser',
  WRONG_PASSKEY: 'The passkey’s answer did not hold, or came too late',
  UNVERIFIED: 'The address was not confirmed yet',
  RATE_LIMITED: 'Too many attempts',
  PROVIDER: 'At a provider',
  'this was not me': 'By the link “This was not me” of a mail',
  'all others': 'All others',
  everywhere: 'All of them',
};

/** How somebody proved who they are, by the names of RFC 8176. */
const proofWords: Readonly<Record<string, string>> = {
  pwd: 'password',
  otp: 'authenticator app',
  kba: 'backup code',
  hwk: 'passkey',
  email: 'link of a mail',
  PASSKEY: 'passkey',
  fed: 'a provider',
  TOTP: 'authenticator app',
  BACKUP_CODE: 'backup code',
};

/** More of what happened: the server's own words where there are none here. */
export function describeDetail(detail: string): string {
  const proofs = detail.split(' ').flatMap((each) => proofWords[each] ?? []);
  return detailWords[detail] ?? (proofs.length > 0 ? `By ${proofs.join(' and ')}` : detail);
}
