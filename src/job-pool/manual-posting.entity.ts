import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from '#identity/owned-by-user.ts';

const ManualPostingSchema = defineEntity({
  name: 'ManualPosting',
  tableName: 'manual_postings',
  properties: {
    id: p.uuid().primary(),
    // The account and not one of its personas: with a persona it would be forgotten.
    ...ownedByUser(),
    createdAt: p.datetime(),
  },
  indexes: [
    { name: 'manual_postings_owner_id_created_at_idx', properties: ['ownerId', 'createdAt'] },
    { name: 'manual_postings_created_at_idx', properties: ['createdAt'] },
  ],
});
export class ManualPosting extends ManualPostingSchema.class {}
ManualPostingSchema.setClass(ManualPosting);
