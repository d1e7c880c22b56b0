import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Identity } from '#identity/identity.ts';
import { cookiePolicy, readSessionCookies, setSessionCookies, type SessionCookies } from '#identity/session-cookies.ts';
import { DomainError } from '#platform/errors.ts';
import type { ServedContext } from './graphql-server.ts';
import type { RequestContext } from './request-context.ts';

export interface RequestReaderOptions {
  readonly identity: Identity;
  readonly log: Logger;
  readonly port: () => number;
  readonly corsOrigins: () => readonly string[];
  readonly now: () => Date;
}

/** Reads what a request says of its sender: tokens, cookies, origin, address. */
export const requestReader =
  (options: RequestReaderOptions) =>
  async (req: Request, res: Response, requestId: string): Promise<ServedContext> => {
    const { identity, log, port, now } = options;
    const at = now();
    // HTTP/1.0 knows requests without a Host: they come from no browser.
    const policy = cookiePolicy({ protocolIsHttps: req.protocol === 'https', host: req.hostname ?? '', port: port() });
    const cookies = 'names' in policy ? readSessionCookies(policy, req.headers.cookie) : noCookies;
    const token = unauthenticatedAs401(() => identity.readToken(req.headers.authorization, cookies.accessToken, at));
    const client = clientOf(req, cookies);
    const usesCookies = client.keepsCookies || cookies.accessToken !== null || cookies.refreshToken !== null;
    const outcome: ServedContext['outcome'] = { refusedStatus: null };
    return {
      requestId,
      now: at,
      log: log.child({ requestId }),
      // A browser drops the access cookie when it runs out; the refresh cookie tells that there is something to refresh.
      token: token === 'absent' && cookies.refreshToken !== null ? 'expired' : token,
      isForged: usesCookies && !isOurs(req, options.corsOrigins()),
      cookiesRefused: 'refused' in policy ? policy.refused : null,
      client,
      setTokens: (tokens) => {
        if ('names' in policy) res.append('set-cookie', [...setSessionCookies(policy, tokens, at)]);
      },
      refusedWith: (status) => {
        outcome.refusedStatus = status;
      },
      acceptsGraphqlResponse: (req.get('accept') ?? '').includes('application/graphql-response+json'),
      outcome,
    };
  };

const clientOf = (req: Request, { refreshToken }: SessionCookies): RequestContext['client'] => ({
  ip: req.ip ?? null,
  userAgent: req.get('user-agent') ?? null,
  refreshToken,
  keepsCookies: req.get('x-tenure-client') === 'web',
});

const noCookies: SessionCookies = { accessToken: null, refreshToken: null };

/**
 * Whether the sender is one that a foreign page cannot imitate: a page of an allowed origin, or whoever knows a bearer
 * token. Other schemes prove nothing: browsers send the password of a proxy along with whatever a page asks for.
 */
function isOurs(req: Request, origins: readonly string[]): boolean {
  if (/^bearer /i.test(req.get('authorization') ?? '')) return true;
  return origins.includes(req.get('origin') ?? '') && req.get('apollo-require-preflight') !== undefined;
}

function unauthenticatedAs401<R>(read: () => R): R {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 401 } } });
  }
}
