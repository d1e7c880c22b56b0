import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { parse, stringify } from 'uuid';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput } from '#platform/errors.ts';
import { OneTimeToken, type oneTimeTokenKinds } from './one-time-token.entity.ts';
import { currentSecret, type TokenSecret } from './token-secrets.ts';

type Kind = (typeof oneTimeTokenKinds)[number];

/** How long a link to sign in is good (OWASP ASVS 5.0, 6.5.5: ten minutes at most). */
export const magicLinkMinutes = 10;

/** How long each is good. A mailed way back in is short (OWASP Forgot Password); a way back out is long. */
const lifetimeMinutes = {
  VERIFY_EMAIL: 24 * 60,
  RESET_PASSWORD: 30,
  CONFIRM_EMAIL_CHANGE: 60,
  CANCEL_EMAIL_CHANGE: 60,
  REVERT_EMAIL_CHANGE: 7 * 24 * 60,
  END_SESSIONS: 7 * 24 * 60,
  INVITE: 7 * 24 * 60,
  CLAIM: 24 * 60,
  MFA_CHALLENGE: 5,
  MAGIC_LINK: magicLinkMinutes,
} as const satisfies Record<Kind, number>;

export interface OneTimeTokenCodec {
  /** The token of a row, as a link carries it: 64 characters that are safe in an address. */
  readonly tokenOf: (id: string) => string;
  /** The row that a token is of; null for what is none. */
  readonly idOf: (token: string) => string | null;
}

const idBytes = 16;

/**
 * Tokens are a row's id with a 256 bit code of it that only who holds a secret can make. None is stored, in no form: who
 * reads the database, or a mail that waits in it, has no link.
 * @param secrets the first makes, all recognise
 */
export function createOneTimeTokenCodec(secrets: readonly TokenSecret[]): OneTimeTokenCodec {
  const current = codeKey(currentSecret(secrets));
  const keys = secrets.map(codeKey);
  return {
    tokenOf: (id) => Buffer.concat([parse(id), codeOf(current, parse(id))]).toString('base64url'),
    idOf: (token) => {
      const bytes = /^[\w-]{64}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
      const [id, code] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
      const isOurs = code.length > 0 && keys.some((key) => timingSafeEqual(codeOf(key, id), code));
      return isOurs ? stringify(id) : null;
    },
  };
}

// A key of its own, so that nothing else that a secret makes is taken for a token.
const codeKey = ({ secret }: TokenSecret): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'tenure one-time token', 32));

const codeOf = (key: Buffer, id: Uint8Array): Buffer => createHmac('sha256', key).update(id).digest();

/** The browser or program that a link to sign in was asked for by. */
export interface Asker {
  /** Of what the browser alone keeps; null for a program. */
  readonly nonceHash: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface TokenRequest {
  readonly kind: Kind;
  readonly ownerId: string;
  /** The account's address, or the one invited. */
  readonly email: string;
  readonly otherEmail?: string;
  readonly secretHash?: string | null;
  /** How a first factor was proven. */
  readonly method?: string;
  /** Who asked for a link to sign in. */
  readonly asker?: Asker;
}

const nobody: Asker = { nonceHash: null, ip: null, userAgent: null };

/** Makes a token, and ends those of its kind for the same account and address: only the newest link of a mail works. */
export async function issueOneTimeToken(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  request: TokenRequest,
): Promise<OneTimeToken> {
  const { kind, ownerId, email, otherEmail = null, secretHash = null, method = null, asker = nobody } = request;
  if (!isOnePerEvent(kind)) await endOneTimeTokens(em, { ownerId, kind, email }, now);
  const expiresAt = new Date(now.getTime() + lifetimeMinutes[kind] * 60_000);
  const token = em.create(OneTimeToken, {
    id: newId(),
    ownerId,
    kind,
    email,
    otherEmail,
    secretHash,
    method,
    nonceHash: asker.nonceHash,
    askedIp: asker.ip,
    askedUserAgent: asker.userAgent,
    createdAt: now,
    expiresAt,
  });
  // Written now: statements that end tokens look at rows.
  await em.flush();
  return token;
}

/**
 * Each security mail keeps its own link, each change of address its way back, each sign-in its challenge; and staff, who
 * invite, may not change rows.
 */
const isOnePerEvent = (kind: Kind): boolean => onePerEvent.has(kind);
const onePerEvent: ReadonlySet<Kind> = new Set(['END_SESSIONS', 'REVERT_EMAIL_CHANGE', 'INVITE', 'MFA_CHALLENGE']);

/** Ends tokens that are not used yet. */
export const endOneTimeTokens = async (
  em: EntityManager,
  which: {
    readonly ownerId: string;
    readonly kind?: Kind | { readonly $in: readonly Kind[] } | { readonly $ne: Kind };
    readonly email?: string;
    readonly createdAt?: { readonly $gte: Date };
  },
  now: Date,
): Promise<void> => {
  await em.nativeUpdate(OneTimeToken, { ...which, usedAt: null } as object, { usedAt: now });
};

export interface PresentedToken {
  readonly kind: Kind;
  readonly token: string;
  /** Argument to name where it is not good. */
  readonly field?: string | undefined;
}

/** What tokens are judged by. */
export interface TokenJudge {
  readonly tokens: OneTimeTokenCodec;
  readonly now: Date;
}

/** The token, if it would be taken now. @throws InvalidInput, in the same words whatever is wrong with it */
export async function findGoodToken(
  em: EntityManager,
  { tokens, now }: TokenJudge,
  { kind, token, field }: PresentedToken,
): Promise<OneTimeToken> {
  const id = tokens.idOf(token);
  const found = id === null ? null : await em.findOne(OneTimeToken, { id, kind, ...good(now) });
  if (!found) throw notGood(field);
  return found;
}

/**
 * Takes a token: of many who come with it at once, one gets it, since its row is judged and changed in one statement.
 * @throws InvalidInput as above
 */
export async function takeOneTimeToken(
  em: EntityManager,
  { now }: TokenJudge,
  { id, field }: { readonly id: string; readonly field?: string | undefined },
): Promise<void> {
  const taken = await em.nativeUpdate(OneTimeToken, { id, ...good(now) }, { usedAt: now });
  if (taken === 0) throw notGood(field);
}

const good = (now: Date) => ({ usedAt: null, expiresAt: { $gt: now } });

/** Whatever is wrong with a token, this is all that is said of it. */
export const notGood = (field = 'token'): InvalidInput =>
  new InvalidInput(field, 'This link or code is not good, or not any more. Ask for a new one.');
