import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const CredentialSchema = defineEntity({
  name: 'Credential',
  tableName: 'credentials',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    kind: p.enum(['PASSWORD'] as const),
    secretHash: p.text(),
    // Failures in a row of clients that are no known device; at the limit the password is off until it is reset.
    failedAttempts: p.integer().default(0),
    // Null until it could be looked up whether the password was in a breach.
    breachCheckedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ name: 'credentials_owner_id_kind_key', properties: ['ownerId', 'kind'] }],
});
export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
