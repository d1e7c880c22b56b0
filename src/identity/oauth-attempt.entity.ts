import { defineEntity, p } from '@mikro-orm/core';

/** What somebody goes to a provider for. */
export const oauthPurposes = ['LOGIN', 'LINK', 'STEP_UP'] as const;

const OauthAttemptSchema = defineEntity({
  name: 'OauthAttempt',
  tableName: 'oauth_attempts',
  properties: {
    id: p.uuid().primary(),
    // Of the `state` that goes to the provider and comes back; neither it nor the browser's cookie is stored.
    stateHash: p.string().length(64).unique('oauth_attempts_state_hash_key'),
    cookieHash: p.string().length(64),
    providerId: p.string().length(40),
    purpose: p.enum(oauthPurposes),
    // The session that began it; none of a sign-in. Its row says whose it is.
    sessionId: p.uuid().nullable(),
    // RFC 7636; null for a provider that refuses it.
    codeVerifier: p.string().length(128).nullable(),
    nonce: p.string().length(64).nullable(),
    // The client's page to end on.
    next: p.string().length(255),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export class OauthAttempt extends OauthAttemptSchema.class {}
OauthAttemptSchema.setClass(OauthAttempt);
