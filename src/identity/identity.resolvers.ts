import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { reading } from '#database/reads.ts';
import type { Rows } from '#database/rows.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { AccessToken } from './access-token.entity.ts';
import { AuditEvent, latestFirst } from './audit-event.entity.ts';
import { cancelEmailChange, confirmEmailChange, requestEmailChange, revertEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { completeMfa } from './complete-mfa.ts';
import { createAccessToken } from './create-access-token.ts';
import { Credential } from './credential.entity.ts';
import { deleteAccount } from './delete-account.ts';
import { confirmTotpEnrollment, disableTotp, regenerateBackupCodes, startTotpEnrollment } from './enroll-totp.ts';
import { endSessionsByToken } from './end-sessions-by-token.ts';
import { addDays, type IdentityServices } from './identity-services.ts';
import { startProviderLink, unlinkProvider } from './link-provider.ts';
import { redeemMagicLink } from './redeem-magic-link.ts';
import {
  passkeyLoginOptions,
  passkeyRegistrationOptions,
  passkeySignUpOptions,
  passkeyStepUpOptions,
} from './passkey-options.ts';
import { Passkey } from './passkey.entity.ts';
import { refreshSession } from './refresh-session.ts';
import { registerAccount } from './register-account.ts';
import { registerPasskey, removePasskey } from './register-passkey.ts';
import { requestEmailVerification } from './request-email-verification.ts';
import { requestMagicLink } from './request-magic-link.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { revokeAccessToken } from './revoke-access-token.ts';
import { revokeEverywhere, revokeSession } from './revoke-session.ts';
import { Session } from './session.entity.ts';
import { listSignInMethods } from './sign-in-methods.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { stepUp } from './step-up.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import { updateProfile } from './update-profile.ts';
import { User } from './user.entity.ts';
import { verifyEmail } from './verify-email.ts';

const password = { entity: Credential, by: 'ownerId', where: { kind: 'PASSWORD' } } as const;

const app = { entity: TotpFactor, by: 'ownerId', where: { addedAt: { $ne: null } } } as const;

const passkey = { entity: Passkey, by: 'ownerId' } as const;

async function hasSecondFactor(rows: Rows, user: User): Promise<boolean> {
  const found = await Promise.all([rows.inverse(user, app), rows.inverse(user, passkey)]);
  return found.some((factor) => factor !== null);
}

const backupCodes = { entity: BackupCodeSet, by: 'ownerId', columns: ['codeHashes'] } as const;

function listAccessTokens({ rows, viewer, now }: OperationContext): Promise<AccessToken[]> {
  const living = { ownerId: ownerOf(viewer), revokedAt: null, expiresAt: { $gt: now } };
  return rows.list(AccessToken, living, { createdAt: 'desc', id: 'desc' });
}

const actorColumns = ['actorId', 'ownerId'] as const;

/** Where staff sit is nobody's business whom they act on. */
const isByStaff = ({ actorId, ownerId }: Pick<AuditEvent, 'actorId' | 'ownerId'>): boolean =>
  Boolean(actorId) && actorId !== ownerId;

const auditEvent: Resolvers['AuditEvent'] = {
  ip: reading({ columns: ['ip', ...actorColumns] }, (event) => (isByStaff(event) ? null : (event.ip ?? null))),
  userAgent: reading({ columns: ['userAgent', ...actorColumns] }, (event) =>
    isByStaff(event) ? null : (event.userAgent ?? null),
  ),
};

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

    mySignInMethods: (_root, _args, context) => listSignInMethods(context, services),

    accessTokens: (_root, _args, context) => listAccessTokens(context),

    oauthProviders: () => [...services.providers.all],

    myAuditEvents: (_root, page, { rows, viewer }) =>
      rows.page(AuditEvent, { where: { ownerId: ownerOf(viewer) }, order: latestFirst, page }),
  },
  Mutation: mutations(services),
  User: {
    emailVerified: reading({ columns: ['emailVerifiedAt'] }, (user) => Boolean(user.emailVerifiedAt)),
    hasPassword: reading({ inverse: password }, async (user, _args, { rows }) =>
      Boolean(await rows.inverse(user, password)),
    ),
    mfaEnabled: reading({ inverse: [app, passkey] }, (user, _args, { rows }) => hasSecondFactor(rows, user)),
    backupCodesLeft: reading(
      { inverse: backupCodes },
      async (user, _args, { rows }) => (await rows.inverse(user, backupCodes))?.codeHashes.length ?? null,
    ),
  },
  AuditEvent: auditEvent,
  Session: {
    current: reading(
      { columns: ['id'] },
      (session, _args, { viewer }) => viewer.kind === 'SignedIn' && viewer.sessionId === session.id,
    ),
  },
  LoginResult: { __resolveType: (result) => ('challenge' in result ? 'MfaChallenge' : 'AuthSession') },
});

const mutations = (services: IdentityServices): Resolvers['Mutation'] => ({
  register: (_root, { input }, context) => registerAccount(context, services, input),
  login: (_root, { input }, context) => signIn(context, services, input),
  completeMfa: (_root, { input }, context) => completeMfa(context, services, input),
  startTotpEnrollment: (_root, _args, context) => startTotpEnrollment(context, services),
  confirmTotpEnrollment: (_root, { code }, context) => confirmTotpEnrollment(context, services, code),
  disableTotp: (_root, _args, context) => disableTotp(context),
  regenerateBackupCodes: (_root, _args, context) => regenerateBackupCodes(context, services),
  startProviderLink: (_root, input, context) => startProviderLink(context, services, input),
  unlinkProvider: (_root, { id }, context) => unlinkProvider(context, id),
  passkeyRegistrationOptions: (_root, _args, context) => passkeyRegistrationOptions(context, services),
  registerPasskey: (_root, args, context) => registerPasskey(context, services, args),
  passkeySignUpOptions: (_root, { email }, context) => passkeySignUpOptions(context, services, email),
  passkeyLoginOptions: (_root, { email }, context) => passkeyLoginOptions(context, services, email ?? null),
  loginWithPasskey: (_root, { response }, context) => signInByPasskey(context, services, response),
  passkeyStepUpOptions: (_root, _args, context) => passkeyStepUpOptions(context, services),
  removePasskey: (_root, { id }, context) => removePasskey(context, id),
  refreshSession: (_root, { refreshToken }, context) => refreshSession(context, services, refreshToken ?? null),
  logout: (_root, { refreshToken }, context) => signOut(context, refreshToken ?? null),
  logoutEverywhere: (_root, { includeCurrent }, context) => revokeEverywhere(context, includeCurrent),
  revokeSession: (_root, { id }, context) => revokeSession(context, id),
  createAccessToken: (_root, { input }, context) => createAccessToken(context, input),
  revokeAccessToken: (_root, { id }, context) => revokeAccessToken(context, id),
  stepUp: (_root, { input }, context) => stepUp(context, services, input),
  changePassword: (_root, { input }, context) => changePassword(context, services, input),
  requestPasswordReset: (_root, { email }, context) => requestPasswordReset(context, email),
  resetPassword: (_root, args, context) => resetPassword(context, services, args),
  requestMagicLink: (_root, { email }, context) => requestMagicLink(context, email),
  redeemMagicLink: (_root, args, context) => redeemMagicLink(context, services, args),
  requestEmailVerification: (_root, { email }, context) => requestEmailVerification(context, email),
  verifyEmail: (_root, { token }, context) => verifyEmail(context, services, token),
  requestEmailChange: (_root, { newEmail }, context) => requestEmailChange(context, newEmail),
  confirmEmailChange: (_root, { token }, context) => confirmEmailChange(context, services, token),
  cancelEmailChange: (_root, { token }, context) => cancelEmailChange(context, services, token),
  revertEmailChange: (_root, { token }, context) => revertEmailChange(context, services, token),
  endSessionsByToken: (_root, { token }, context) => endSessionsByToken(context, services, token),
  updateProfile: (_root, { input }, context) => updateProfile(context, input),
  deleteAccount: (_root, { confirmEmail }, context) => deleteAccount(context, confirmEmail),
});
