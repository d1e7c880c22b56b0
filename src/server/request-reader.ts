import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Identity } from '#identity/identity.ts';
import { cookiePolicy, readSessionCookies, setSessionCookies } from '#identity/session-cookies.ts';
import { DomainError } from '#platform/errors.ts';
import type { ServedContext } from './graphql-server.ts';

export interface RequestReaderOptions {
  readonly identity: Identity;
  readonly log: Logger;
  readonly port: () => number;
  readonly corsOrigins: () => readonly string[];
  readonly now: () => Date;
}

/** Reads what a request says of its sender: tokens, cookies, origin, address. */
export const requestReader =
  ({ identity, log, port, corsOrigins, now }: RequestReaderOptions) =>
  async (req: Request, res: Response, requestId: string): Promise<ServedContext> => {
    const at = now();
    const policy = cookiePolicy({ protocolIsHttps: req.protocol === 'https', host: req.hostname, port: port() });
    const cookies =
      'names' in policy ? readSessionCookies(policy, req.headers.cookie) : { accessToken: null, refreshToken: null };
    const token = unauthenticatedAs401(() => identity.readToken(req.headers.authorization, cookies.accessToken, at));
    const keepsCookies = req.get('x-tenure-client') === 'web';
    const usesCookies = keepsCookies || cookies.accessToken !== null || cookies.refreshToken !== null;
    const isOurs = corsOrigins().includes(req.get('origin') ?? '') && req.get('apollo-require-preflight') !== undefined;
    const outcome: ServedContext['outcome'] = { refusedStatus: null };
    return {
      requestId,
      now: at,
      log: log.child({ requestId }),
      // A browser drops the access cookie when it runs out; the refresh cookie tells that there is something to refresh.
      token: token === 'absent' && cookies.refreshToken !== null ? 'expired' : token,
      isForged: usesCookies && req.headers.authorization === undefined && !isOurs,
      cookiesRefused: 'refused' in policy ? policy.refused : null,
      client: {
        ip: req.socket.remoteAddress ?? null,
        userAgent: req.get('user-agent') ?? null,
        refreshToken: cookies.refreshToken,
        keepsCookies,
      },
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

function unauthenticatedAs401<R>(read: () => R): R {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 401 } } });
  }
}
