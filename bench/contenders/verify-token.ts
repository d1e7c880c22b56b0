import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { ContenderOptions } from './serve.ts';

export interface Claims {
  readonly ownerId: string;
  readonly sessionId: string;
}

/** Reads bearer tokens as applications commonly do; null where there is none. The verifier throws where it is not valid. */
export function tokenVerifier({ secret }: ContenderOptions): (authorization: string | undefined) => Claims | null {
  const key = createSecretKey(Buffer.from(secret.secret));
  return (authorization) => {
    if (!authorization?.startsWith('Bearer ')) return null;
    const claims = jwt.verify(authorization.slice('Bearer '.length), key, {
      algorithms: ['HS256'],
      issuer: 'tenure',
      audience: 'tenure-api',
    });
    if (typeof claims === 'string') throw new Error('The token has no claims.');
    return { ownerId: String(claims.sub), sessionId: String(claims['sid']) };
  };
}

/** A session's row as text or as the driver reads it: whether its tokens are still good. */
export const isLive = (expiresAt: string | Date, revokedAt: string | Date | null): boolean =>
  revokedAt === null && new Date(expiresAt).getTime() > Date.now();
