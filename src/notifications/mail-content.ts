/** What a mail tells of. */
export type MailContent =
  /** Links carry tokens that are made from the id of their row when the mail is sent. */
  (LinkContent & { readonly tokenId: string }) | { readonly kind: 'ACCOUNT_EXISTS' | 'ACCOUNT_DELETED' };

/** What a mail tells of that carries the link of a one-time token. */
export type LinkContent =
  | { readonly kind: 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'CONFIRM_EMAIL_CHANGE' | 'INVITE' | 'CLAIM' | 'MAGIC_LINK' }
  /** Its link calls the change off, or takes it back. */
  | { readonly kind: 'EMAIL_CHANGE_REQUESTED' | 'EMAIL_CHANGED'; readonly newEmail: string }
  /** Its link ends every session: "this was not me". */
  | { readonly kind: SecurityMailKind };

/** What an account's owner is told of in case it was not them. */
export type SecurityMailKind =
  | 'NEW_DEVICE'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_LOCKED'
  | 'PASSWORD_BREACHED'
  | 'REFRESH_REUSED'
  | 'ROLE_CHANGED'
  | 'FACTOR_ADDED'
  | 'FACTOR_REMOVED'
  | 'FACTORS_REMOVED'
  | 'FACTOR_LOCKED'
  | 'BACKUP_CODES_MADE'
  | 'BACKUP_CODE_USED'
  | 'ACCESS_TOKEN_CREATED'
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'PROVIDER_LINKED'
  | 'PROVIDER_UNLINKED';

/** A mail as it waits: what it tells of, with where and when that was done. */
export type WaitingContent = MailContent & { readonly origin: MailOrigin };

/** Where and when it was done. */
export interface MailOrigin {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}
