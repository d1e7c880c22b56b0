import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

/** What a token is good for; none is accepted in place of another. */
export const oneTimeTokenKinds = [
  'VERIFY_EMAIL',
  'RESET_PASSWORD',
  'CONFIRM_EMAIL_CHANGE',
  'CANCEL_EMAIL_CHANGE',
  'REVERT_EMAIL_CHANGE',
  'END_SESSIONS',
  'INVITE',
  'CLAIM',
  'MFA_CHALLENGE',
  'MAGIC_LINK',
] as const;

const OneTimeTokenSchema = defineEntity({
  name: 'OneTimeToken',
  tableName: 'one_time_tokens',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    kind: p.enum(oneTimeTokenKinds),
    // The account's address when it was made: after a change it proves nothing any more.
    email: p.string().length(255),
    // The address that a change leads to, or back to.
    otherEmail: p.string().length(255).nullable(),
    // The hash of the password, or the name of the passkey, that it was made beside: it vouches for no other.
    secretHash: p.text().nullable(),
    // How the first factor was proven, of a challenge to prove a second one.
    method: p.string().length(20).nullable(),
    // How often a challenge was tried.
    attempts: p.integer().default(0),
    // The browser that asked for a link to sign in, by what it alone keeps; null for a program.
    nonceHash: p.string().length(64).nullable(),
    // From where that link was asked for: told to who opens it elsewhere.
    askedIp: p.string().length(64).nullable(),
    askedUserAgent: p.string().length(500).nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'one_time_tokens_owner_id_kind_idx', properties: ['ownerId', 'kind'] }],
});
export class OneTimeToken extends OneTimeTokenSchema.class {}
OneTimeTokenSchema.setClass(OneTimeToken);
