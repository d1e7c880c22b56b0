import { defineEntity, p } from '@mikro-orm/core';
import { roles, type StepUpMethod } from '#authorization/viewer.ts';
import { ownedByUser } from './owned-by-user.ts';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    createdAt: p.datetime(),
    authenticatedAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    ip: p.string().length(64).nullable(),
    userAgent: p.string().length(500).nullable(),
    methods: p.array().$type<string[]>(),
    // Copied at sign-in: the session row is the only one read before static decisions.
    roles: p.enum(roles).array(),
    mustChangePassword: p.boolean().default(false),
    // What a step-up takes; told to who lacks one before anything else is read.
    stepUpMethods: p.array().$type<StepUpMethod[]>(),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
