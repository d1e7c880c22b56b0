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
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ name: 'credentials_owner_id_kind_key', properties: ['ownerId', 'kind'] }],
});
export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
