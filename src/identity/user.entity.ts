import { defineEntity, p } from '@mikro-orm/core';
import { roles } from '#authorization/viewer.ts';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    email: p.string().length(255).unique('users_email_key'),
    emailVerifiedAt: p.datetime().nullable(),
    name: p.string().length(255).nullable(),
    imageUrl: p.string().length(2000).nullable(),
    roles: p.enum(roles).array(),
    // Shut out by an admin.
    disabledAt: p.datetime().nullable(),
    mustChangePassword: p.boolean().default(false),
    // The owner of a single-user installation: whoever claims it once becomes this account.
    isLocalOwner: p.boolean().default(false),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);
