import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { TraceDecision } from '#authorization/decision-trace.ts';
import type { Waiting } from '#database/flight-connection.ts';
import type { Identity } from '#identity/identity.ts';
import type { LocalOwner } from '#identity/local-owner.ts';
import type { TokenReading } from '#identity/recognise-viewer.ts';
import {
  cookiePolicy,
  readSessionCookies,
  setDeviceCookie,
  setFlowCookie,
  setSessionCookies,
  type SessionCookies,
} from '#identity/session-cookies.ts';
import { DomainError } from '#platform/errors.ts';
import { isLoopbackHost } from '#platform/loopback-host.ts';
import type { ServedContext } from './answer-operation.ts';
import type { RequestContext } from './request-context.ts';
import { addressKey, senderOf, type Sender } from './sender.ts';

export interface RequestReaderOptions {
  readonly identity: Identity;
  readonly log: Logger;
  readonly port: () => number;
  readonly corsOrigins: () => readonly string[];
  /** Proxies in front whose word on protocol and address is believed. */
  readonly trustedProxies: number;
  /** As whom every request acts in a single-user installation; null where there are accounts. */
  readonly localOwner: LocalOwner | null;
  readonly now: () => Date;
  readonly newId: (now: Date) => string;
  /** Who is told of the request's decisions, if anybody. */
  readonly traceFor: (req: IncomingMessage, log: Logger) => TraceDecision | null;
}

/** Reads what a request says of its sender: tokens, cookies, origin, address. */
export const requestReader =
  (options: RequestReaderOptions) =>
  async (req: IncomingMessage, res: ServerResponse, requestId: string): Promise<ServedContext> => {
    const given = givenOf(options, req, requestId);
    const at = given.now;
    const { authorization, cookie } = req.headers;
    const read = (): ReadTokens => readTokens(options, req, { authorization, cookie, at });
    const { token, client, cookies, policy } = unauthenticatedAs401(read);
    const usesCookies = client.keepsCookies || cookies.accessToken !== null || cookies.refreshToken !== null;
    const outcome: ServedContext['outcome'] = { refusedStatus: null };
    const acceptsGraphqlResponse = (req.headers.accept ?? '').includes('application/graphql-response+json');
    return {
      ...given,
      signal: new Asker(res),
      token,
      isForged: isForged(req, { usesCookies, isLocal: options.localOwner !== null, origins: options.corsOrigins() }),
      cookiesRefused: 'refused' in policy ? policy.refused : null,
      client,
      setTokens: (tokens) => {
        if ('names' in policy) res.appendHeader('set-cookie', [...setSessionCookies(policy, tokens, at)]);
      },
      setDeviceToken: (deviceToken) => {
        if ('names' in policy) res.appendHeader('set-cookie', setDeviceCookie(policy, deviceToken));
      },
      setFlowToken: (flow, flowToken) => {
        if ('names' in policy) res.appendHeader('set-cookie', setFlowCookie(policy, flow, flowToken));
      },
      refusedWith: (status, headers) => {
        outcome.refusedStatus = status;
        // They explain a status, which only these clients are told.
        if (acceptsGraphqlResponse) res.setHeaders(new Headers(headers));
      },
      bodyBytes: Number(req.headers['content-length']) || undefined,
      acceptsGraphqlResponse,
      outcome,
    };
  };

/** What every request is given, whichever way it comes: its number, its instant, ids of that, and where it is told of. */
export function givenOf(
  { log, now, newId, traceFor, localOwner }: RequestReaderOptions,
  req: IncomingMessage,
  requestId: string,
): Pick<RequestContext, 'requestId' | 'now' | 'newId' | 'log' | 'trace' | 'isSingleUser'> {
  const at = now();
  const ownLog = log.child({ requestId });
  const isSingleUser = localOwner !== null;
  return { requestId, now: at, newId: () => newId(at), log: ownLog, trace: traceFor(req, ownLog), isSingleUser };
}

/** What a request presents, and when. */
export interface Presented {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly at: Date;
}

export interface ReadTokens {
  readonly token: TokenReading;
  readonly client: RequestContext['client'];
  readonly cookies: SessionCookies;
  readonly policy: ReturnType<typeof cookiePolicy>;
}

/** Reads what a request presents of its sender. @throws Unauthenticated where that is of different accounts */
export function readTokens(
  { identity, port, trustedProxies, localOwner }: TokenReaderOptions,
  req: IncomingMessage,
  { authorization, cookie, at }: Presented,
): ReadTokens {
  const sender = senderOf(req, trustedProxies);
  // HTTP/1.0 knows requests without a Host: they come from no browser.
  const policy = cookiePolicy({ protocolIsHttps: sender.isHttps, host: sender.host, port: port() });
  const cookies = 'names' in policy ? readSessionCookies(policy, cookie) : noCookies;
  const client = clientOf(req, sender, cookies);
  // Tokens of accounts that there were before mean nothing to a single-user installation.
  if (localOwner) return { token: localToken(localOwner, sender, at), client, cookies, policy };
  const token = identity.readToken(authorization, cookies.accessToken, at);
  return {
    // A browser drops the access cookie when it runs out; the refresh cookie tells that there is something to refresh.
    token: token === 'absent' && cookies.refreshToken !== null ? 'expired' : token,
    client,
    cookies,
    policy,
  };
}

type TokenReaderOptions = Pick<RequestReaderOptions, 'identity' | 'port' | 'trustedProxies' | 'localOwner'>;

/**
 * The local owner's, signed in this very moment. Only to who asks for this machine by its name: a page of somebody
 * else's whose name is made to lead here (DNS rebinding) is nobody.
 */
const localToken = ({ userId, sessionId }: LocalOwner, { host }: Sender, at: Date): TokenReading => {
  const seconds = Math.floor(at.getTime() / 1000);
  const times = { iat: seconds, auth_time: seconds, exp: seconds + 900 };
  return isLoopbackHost(host) ? { sub: userId, sid: sessionId, jti: 'local', amr: [], ...times } : 'absent';
};

/** Why nobody waits any more. */
export const givenUp = new Error('The request was given up.');

/** Closed before the answer has left, a connection has nobody waiting at its end. */
class Asker implements Waiting {
  readonly reason = givenUp;
  readonly #res: ServerResponse;

  constructor(res: ServerResponse) {
    this.#res = res;
  }

  get aborted(): boolean {
    return this.#res.closed && !this.#res.writableFinished;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#res.on('close', listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#res.off('close', listener);
  }
}

/** Longest description of a browser or program that is kept: the width of its columns. */
const maxUserAgentLength = 500;

const clientOf = (
  { headers }: IncomingMessage,
  { ip }: Sender,
  { refreshToken, deviceToken, flowTokens }: SessionCookies,
): RequestContext['client'] => ({
  ip,
  addressKey: addressKey(ip),
  userAgent: headers['user-agent']?.slice(0, maxUserAgentLength) ?? null,
  refreshToken,
  deviceToken,
  flowTokens,
  keepsCookies: headers['x-tenure-client'] === 'web',
});

const noCookies: SessionCookies = {
  accessToken: null,
  refreshToken: null,
  deviceToken: null,
  flowTokens: { link: null, attempt: null },
};

interface Whence {
  readonly usesCookies: boolean;
  readonly isLocal: boolean;
  readonly origins: readonly string[];
}

/**
 * Whether a browser may have been led to send this by somebody else's page. Where nothing has to be presented, any page
 * can; but browsers tell where a request comes from, and what is no browser is led by nobody.
 */
function isForged(req: IncomingMessage, { usesCookies, isLocal, origins }: Whence): boolean {
  const isOfBrowser = req.headers.origin !== undefined || req.headers['sec-fetch-site'] !== undefined;
  return (usesCookies || (isLocal && isOfBrowser)) && !isOurs(req, origins);
}

/**
 * Whether the sender is one that a foreign page cannot imitate: a page of an allowed origin, or whoever knows a bearer
 * token. Other schemes prove nothing: browsers send the password of a proxy along with whatever a page asks for.
 */
function isOurs({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  if (/^bearer /i.test(headers.authorization ?? '')) return true;
  return origins.includes(headers.origin ?? '') && headers['apollo-require-preflight'] !== undefined;
}

function unauthenticatedAs401<R>(read: () => R): R {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 401 } } });
  }
}
