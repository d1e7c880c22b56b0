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
    // The account that a single-user installation acts as; claimed once, it is somebody's for good.
    isLocalOwner: p.boolean().default(false),
    claimedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);
