/** What a mail tells of. Links carry tokens that are made from the id of their row when the mail is sent. */
export type MailContent =
  | {
      readonly kind: 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'CONFIRM_EMAIL_CHANGE' | 'INVITE' | 'CLAIM';
      /** The one-time token that its link carries. */
      readonly tokenId: string;
      readonly origin: MailOrigin;
    }
  | {
      /** Somebody asked to open an account with an address that has one. */
      readonly kind: 'ACCOUNT_EXISTS';
      readonly origin: MailOrigin;
    }
  | {
      readonly kind: 'EMAIL_CHANGE_REQUESTED' | 'EMAIL_CHANGED';
      /** Calls the change off, or takes it back. */
      readonly tokenId: string;
      readonly newEmail: string;
      readonly origin: MailOrigin;
    }
  | {
      readonly kind: SecurityMailKind;
      /** Ends every session: "this was not me". */
      readonly tokenId: string;
      readonly origin: MailOrigin;
    }
  | { readonly kind: 'ACCOUNT_DELETED'; readonly origin: MailOrigin };

/** What an account's owner is told of in case it was not them. */
export type SecurityMailKind =
  | 'NEW_DEVICE'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_LOCKED'
  | 'PASSWORD_BREACHED'
  | 'REFRESH_REUSED'
  | 'ROLE_CHANGED';

/** Where and when what it tells of was done. */
export interface MailOrigin {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}
