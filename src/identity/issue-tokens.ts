import type { Client, IssuedTokens, OperationContext } from '#authorization/operation-context.ts';
import type { IdentityServices } from './identity-services.ts';
import type { Session } from './session.entity.ts';

interface RefreshGeneration {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A fresh access token for the session beside a refresh token of it. */
export function issueTokens(
  context: OperationContext,
  { accessTokens }: IdentityServices,
  from: TokenSource,
): IssuedTokens {
  const access = accessTokens.issue(from.session, context.now, context.newId());
  return {
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken: from.refresh.token,
    refreshTokenExpiresAt: from.refresh.expiresAt,
  };
}

export interface TokenSource {
  readonly session: Session;
  readonly refresh: RefreshGeneration;
}

/** `AuthTokens` of the schema. */
export type AuthTokens = Omit<IssuedTokens, 'accessToken' | 'refreshToken'> & {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
};

/**
 * Hands tokens to the client: in the answer, or as cookies and then not in the answer, where scripts could read them.
 * @param client asks for cookies by `keepsCookies`
 */
export function handOver(client: Pick<Client, 'keepsCookies' | 'setTokens'>, tokens: IssuedTokens): AuthTokens {
  if (!client.keepsCookies) return tokens;
  client.setTokens(tokens);
  return { ...tokens, accessToken: null, refreshToken: null };
}
