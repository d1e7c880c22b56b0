import { defineEntity, p } from '@mikro-orm/core';

/** What a challenge is given for; none is taken for another. */
export const ceremonies = ['REGISTRATION', 'SIGN_UP', 'LOGIN', 'STEP_UP'] as const;
export type Ceremony = (typeof ceremonies)[number];

const PasskeyChallengeSchema = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenges',
  properties: {
    // Base64url of 32 random bytes.
    challenge: p.string().length(43).primary(),
    ceremony: p.enum(ceremonies),
    // The session, or the address, that alone may answer it; null for a sign-in that names no account.
    boundTo: p.string().length(255).nullable(),
    // What the account will be called on the authenticator, where one is to make a passkey.
    userHandle: p.string().length(86).nullable(),
    expiresAt: p.datetime(),
  },
  indexes: [{ name: 'passkey_challenges_expires_at_idx', properties: ['expiresAt'] }],
});
export class PasskeyChallenge extends PasskeyChallengeSchema.class {}
PasskeyChallengeSchema.setClass(PasskeyChallenge);
