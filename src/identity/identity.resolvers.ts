import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { Credential } from './credential.entity.ts';
import { addDays, type IdentityServices } from './identity-services.ts';
import { refreshSession } from './refresh-session.ts';
import { registerAccount, type RegisterInput } from './register-account.ts';
import { revokeSession } from './revoke-session.ts';
import { Session } from './session.entity.ts';
import { signIn, type LoginInput } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { User } from './user.entity.ts';

interface RefreshTokenArgument {
  readonly refreshToken?: string | null;
}

/** The resolvers of schema/identity.graphql. */
export const identityResolvers = (services: IdentityServices) => ({
  Query: {
    me: (_root: unknown, _args: unknown, { rows, viewer }: OperationContext) =>
      viewer.kind === 'SignedIn' ? rows.find(User, viewer.userId) : null,

    // A session that was not seen for as long as a refresh token lasts is over, though its own end is further off.
    mySessions: (_root: unknown, _args: unknown, { rows, viewer, now }: OperationContext) => {
      const idleSince = addDays(now, -services.lifetimes.refreshIdleDays);
      const live = {
        ownerId: ownerOf(viewer),
        revokedAt: null,
        expiresAt: { $gt: now },
        lastSeenAt: { $gt: idleSince },
      };
      return rows.list(Session, live, { createdAt: 'desc', id: 'desc' });
    },
  },
  Mutation: {
    register: (_root: unknown, { input }: { readonly input: RegisterInput }, context: OperationContext) =>
      registerAccount(context, services, input),
    login: (_root: unknown, { input }: { readonly input: LoginInput }, context: OperationContext) =>
      signIn(context, services, input),
    refreshSession: (_root: unknown, { refreshToken }: RefreshTokenArgument, context: OperationContext) =>
      refreshSession(context, services, refreshToken ?? null),
    logout: (_root: unknown, { refreshToken }: RefreshTokenArgument, context: OperationContext) =>
      signOut(context, refreshToken ?? null),
    revokeSession: (_root: unknown, { id }: { readonly id: string }, context: OperationContext) =>
      revokeSession(context, id),
  },
  User: {
    emailVerified: (user: User) => Boolean(user.emailVerifiedAt),
    hasPassword: (user: User, _args: unknown, { rows }: OperationContext) =>
      rows.exists(Credential, { ownerId: user.id, kind: 'PASSWORD' }),
  },
  Session: {
    current: (session: Session, _args: unknown, { viewer }: OperationContext) =>
      viewer.kind === 'SignedIn' && viewer.sessionId === session.id,
  },
  LoginResult: { __resolveType: () => 'AuthSession' },
});
