import type { EntityManager } from '@mikro-orm/postgresql';
import { AccessToken } from './access-token.entity.ts';
import { lockAccount } from './find-account.ts';
import { mailLink } from './mail-link.ts';
import { issueOneTimeToken, type OneTimeTokenCodec } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import { Session } from './session.entity.ts';
import { User } from './user.entity.ts';

/** The account and session that every request of a single-user installation acts as. */
export interface LocalOwner {
  readonly userId: string;
  readonly sessionId: string;
}

/** When, and where ids come from; nobody asks. */
export interface Occasion {
  readonly now: Date;
  readonly newId: () => string;
}

/** No address by the rule for addresses, so that nobody signs in, registers, or is mailed a link by it. */
const localAddress = 'owner@localhost';
/** A single-user installation is never signed out of. */
export const endOfTime = new Date('9999-12-31T00:00:00.000Z');

/**
 * Whether a field of identity is of any use without accounts. The others would end or change the one session that every
 * request acts by, and so shut the owner out.
 */
export const isForLocalOwner = (field: string): boolean => field === 'updateProfile';

const nobody = { viewer: { kind: 'Anonymous', tokenExpired: false }, client: { ip: null, userAgent: null } } as const;

/**
 * The account of a single-user installation, made the first time, and a session of it. Every other session, and
 * every access token, ends: nobody is to find themselves let in once accounts are back.
 */
export async function openLocalOwner(em: EntityManager, occasion: Occasion): Promise<LocalOwner> {
  const { now, newId } = occasion;
  const user = (await em.findOne(User, { isLocalOwner: true })) ?? createLocalOwner(em, occasion);
  await em.flush();
  await em.nativeUpdate(Session, { revokedAt: null }, { revokedAt: now });
  await em.nativeUpdate(AccessToken, { revokedAt: null }, { revokedAt: now });
  const session = em.create(Session, {
    id: newId(),
    ownerId: user.id,
    createdAt: now,
    authenticatedAt: now,
    lastSeenAt: now,
    expiresAt: endOfTime,
    methods: [],
    stepUpMethods: [],
    roles: ['USER'],
  });
  await em.flush();
  return { userId: user.id, sessionId: session.id };
}

const createLocalOwner = (em: EntityManager, { now, newId }: Occasion): User =>
  em.create(User, {
    id: newId(),
    email: localAddress,
    roles: ['USER'],
    isLocalOwner: true,
    createdAt: now,
    updatedAt: now,
  });

/**
 * Makes a code by which whoever has it takes a former single-user installation over; the codes before it are void. The
 * installation's own sessions end.
 * @returns null where there is nothing to claim
 */
export async function offerClaim(
  em: EntityManager,
  occasion: Occasion,
  { tokens, claimEmail }: { readonly tokens: OneTimeTokenCodec; readonly claimEmail: string | null },
): Promise<string | null> {
  const found = await em.findOne(User, { isLocalOwner: true, claimedAt: null });
  const user = found && (await lockAccount(em, found.id));
  if (!user || user.claimedAt) return null;
  await revokeSessionsOf(em, { ownerId: user.id, now: occasion.now });
  const token = { kind: 'CLAIM', ownerId: user.id, email: user.email } as const;
  const tokenId =
    claimEmail === null
      ? (await issueOneTimeToken(em, occasion, token)).id
      : await mailLink(em, { ...occasion, ...nobody }, { token, to: claimEmail, content: { kind: 'CLAIM' } });
  recordAudit(em, { ...occasion, ...nobody }, { event: 'ADMIN_ACT', ownerId: user.id, detail: 'claim code made' });
  return tokens.tokenOf(tokenId);
}
