import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { currentSecret, type TokenSecret } from './token-secrets.ts';

// Token kinds are told apart by type and audience (RFC 8725, 3.11 and 3.12): none is accepted in place of another.
const tokenType = 'at+jwt';
const audience = 'tenure-api';

const claimsSchema = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  jti: z.string(),
  iat: z.int(),
  exp: z.int(),
  auth_time: z.int(),
  amr: z.array(z.string()).readonly(),
});

/** What an access token says (RFC 9068), times in seconds since 1970. */
export type TokenClaims = Readonly<z.infer<typeof claimsSchema>>;

export interface AccessTokenOptions {
  /** The first signs, all verify. */
  readonly secrets: readonly TokenSecret[];
  readonly issuer: string;
  readonly accessTokenSeconds: number;
}

/** The part of a session that its access tokens carry. */
interface TokenSubject {
  readonly id: string;
  readonly ownerId: string;
  readonly authenticatedAt: Date;
  readonly methods: readonly string[];
}

export interface AccessTokens {
  /** @param jti id of this token */
  readonly issue: (
    session: TokenSubject,
    now: Date,
    jti: string,
  ) => { readonly token: string; readonly expiresAt: Date };
  /** What a token says if it is one of ours, run out or not; null for anything else. Never throws. */
  readonly verify: (token: string, now: Date) => VerifiedToken | null;
}

export interface VerifiedToken {
  readonly claims: TokenClaims;
  readonly isExpired: boolean;
}

const toKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));
/** As many tokens as are remembered; a few megabytes. */
const mostKnown = 5_000;

const toSeconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/**
 * Access tokens: JWTs signed with HS256.
 * @throws StartupError without a secret
 */
export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  const { secrets, issuer, accessTokenSeconds } = options;
  const { kid, secret } = currentSecret(secrets);
  const signingKey = toKey(secret);
  const keys = new Map(secrets.map((each) => [each.kid, toKey(each.secret)]));
  // What a signature says of a token never changes; whether the session still lives is asked of its row each time.
  const known = new Map<string, TokenClaims>();
  const read = (token: string, now: Date): TokenClaims | null => {
    try {
      const key = keys.get(jwt.decode(token, { complete: true })?.header.kid ?? '');
      return key ? verifiedClaims(token, key, { issuer, now }) : null;
    } catch {
      return null;
    }
  };

  return {
    issue(session, now, jti) {
      const iat = toSeconds(now);
      const exp = iat + accessTokenSeconds;
      const subject = { sub: session.ownerId, sid: session.id, auth_time: toSeconds(session.authenticatedAt) };
      const claims = { iss: issuer, aud: audience, ...subject, jti, iat, exp, amr: session.methods };
      const header = { alg: 'HS256', typ: tokenType, kid };
      const token = jwt.sign(claims, signingKey, { algorithm: 'HS256', header });
      return { token, expiresAt: new Date(exp * 1000) };
    },
    verify(token, now) {
      const claims = known.get(token) ?? read(token, now);
      if (!claims) return null;
      if (known.size >= mostKnown) known.clear();
      known.set(token, claims);
      return { claims, isExpired: claims.exp <= toSeconds(now) };
    },
  };
}

function verifiedClaims(
  token: string,
  key: KeyObject,
  { issuer, now }: { issuer: string; now: Date },
): TokenClaims | null {
  const { header, payload } = jwt.verify(token, key, {
    algorithms: ['HS256'],
    issuer,
    audience,
    complete: true,
    clockTimestamp: toSeconds(now),
    // Judged by the caller: only what was a good token once is told to be refreshed.
    ignoreExpiration: true,
  });
  return header.typ === tokenType ? (claimsSchema.safeParse(payload).data ?? null) : null;
}
