import { defineEntity, p } from '@mikro-orm/core';
import type { Scope } from '#platform/resolver-types.generated.ts';
import { ownedByUser } from './owned-by-user.ts';

/** A narrow token: opaque, and good for what its scopes name. Those of sessions are signed, and kept nowhere. */
const AccessTokenSchema = defineEntity({
  name: 'AccessToken',
  tableName: 'access_tokens',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    tokenHash: p.string().length(64).unique('access_tokens_token_hash_key'),
    label: p.string().length(80),
    scopes: p.array().$type<Scope[]>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});
export class AccessToken extends AccessTokenSchema.class {}
AccessTokenSchema.setClass(AccessToken);
