import { ownerOf } from '#authorization/viewer.ts';
import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { Credential } from './credential.entity.ts';
import { addDays, type IdentityServices } from './identity-services.ts';
import { refreshSession } from './refresh-session.ts';
import { registerAccount } from './register-account.ts';
import { revokeSession } from './revoke-session.ts';
import { Session } from './session.entity.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { User } from './user.entity.ts';

const password = { entity: Credential, by: 'ownerId', where: { kind: 'PASSWORD' } } as const;

/** The resolvers of schema/identity.graphql. */
export const identityResolvers = (services: IdentityServices): Resolvers => ({
  Query: {
    me: (_root, _args, { rows, viewer }) => (viewer.kind === 'SignedIn' ? rows.find(User, viewer.userId) : null),

    // A session that was not seen for as long as a refresh token lasts is over, though its own end is further off.
    mySessions: (_root, _args, { rows, viewer, now }) => {
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
    register: (_root, { input }, context) => registerAccount(context, services, input),
    login: (_root, { input }, context) => signIn(context, services, input),
    refreshSession: (_root, { refreshToken }, context) => refreshSession(context, services, refreshToken ?? null),
    logout: (_root, { refreshToken }, context) => signOut(context, refreshToken ?? null),
    revokeSession: (_root, { id }, context) => revokeSession(context, id),
  },
  User: {
    emailVerified: reading({ columns: ['emailVerifiedAt'] }, (user) => Boolean(user.emailVerifiedAt)),
    hasPassword: reading({ inverse: password }, async (user, _args, { rows }) =>
      Boolean(await rows.inverse(user, password)),
    ),
  },
  Session: {
    current: reading(
      { columns: ['id'] },
      (session, _args, { viewer }) => viewer.kind === 'SignedIn' && viewer.sessionId === session.id,
    ),
  },
  LoginResult: { __resolveType: () => 'AuthSession' },
});
