import { defineEntity, p } from '@mikro-orm/core';
import { Session } from './session.entity.ts';

const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_tokens',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    session: () => p.manyToOne(Session).ref().joinColumn('session_id').deleteRule('cascade'),
    tokenHash: p.string().length(64).unique('refresh_tokens_token_hash_key'),
    // The token this one replaced: a racer that comes with it again gets this one, while it is unused.
    parentId: p.uuid().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
