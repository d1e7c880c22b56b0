import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const ProviderIdentitySchema = defineEntity({
  name: 'ProviderIdentity',
  tableName: 'provider_identities',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    // Who somebody is at a provider: these two say it, and neither an address nor a name does (OpenID Connect Core, 5.7).
    issuer: p.string().length(255),
    subject: p.string().length(255),
    // The provider in the settings by which it came; its label is shown.
    providerId: p.string().length(40),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'provider_identities_issuer_subject_key', properties: ['issuer', 'subject'] }],
  indexes: [{ name: 'provider_identities_owner_id_idx', properties: ['ownerId'] }],
});
export class ProviderIdentity extends ProviderIdentitySchema.class {}
ProviderIdentitySchema.setClass(ProviderIdentity);
