import { parseCookie, stringifySetCookie } from 'cookie';
import type { IssuedTokens } from '#authorization/operation-context.ts';

/** Where the request came in. */
export interface CookieOrigin {
  readonly protocolIsHttps: boolean;
  /** Host name without port, as the browser wrote it. */
  readonly host: string;
  /** Port the server listens on: cookies ignore ports, so two servers on localhost would overwrite each other's. */
  readonly port: number;
}

export interface CookiePolicy {
  readonly names: Readonly<Record<'access' | 'refresh' | 'device' | 'attempt', string>>;
  readonly attributes: {
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly path: '/';
    readonly secure: boolean;
  };
}

export interface CookiesRefused {
  /** In words for the person who signs in. */
  readonly refused: string;
}

// Browsers treat these as trustworthy without TLS: nobody else is on the way.
const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host's name, as a browser writes it, leads to the machine itself. */
export const isLoopbackHost = (host: string): boolean => loopbackHosts.has(host.toLowerCase());

/** Decides how the browser at this address keeps its tokens, or why it cannot. */
export function cookiePolicy({ protocolIsHttps, host, port }: CookieOrigin): CookiePolicy | CookiesRefused {
  if (!protocolIsHttps && !isLoopbackHost(host))
    return {
      refused:
        'Sign-in in a browser needs HTTPS, or http://localhost: over plain HTTP others on the network could take the session.',
    };
  // The prefix makes browsers refuse the cookie from any other host or without Secure (RFC 6265bis, 4.1.3.2).
  // A host that has a certificate is one server's; without TLS several share localhost.
  const [prefix, suffix] = protocolIsHttps ? ['__Host-', ''] : ['', `-${port}`];
  return {
    names: {
      access: `${prefix}tenure-access${suffix}`,
      refresh: `${prefix}tenure-refresh${suffix}`,
      device: `${prefix}tenure-device${suffix}`,
      attempt: `${prefix}tenure-attempt${suffix}`,
    },
    attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: protocolIsHttps },
  };
}

/** The tokens a `Cookie` header carries; null for those it does not. */
export function readSessionCookies({ names }: CookiePolicy, header: string | undefined): SessionCookies {
  const cookies = parseCookie(header ?? '');
  return {
    accessToken: cookies[names.access] || null,
    refreshToken: cookies[names.refresh] || null,
    deviceToken: cookies[names.device] || null,
    attemptToken: cookies[names.attempt] || null,
  };
}

export interface SessionCookies {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly deviceToken: string | null;
  /** Of the way to a provider that this browser is on. */
  readonly attemptToken: string | null;
}

/** How long a browser is known without signing in again (NIST SP 800-63B-4 leaves it open; OWASP: long, but not for ever). */
export const deviceDays = 180;

/** The `Set-Cookie` value by which a browser is known again. Signing out leaves it: it proves nothing by itself. */
export const setDeviceCookie = ({ names, attributes }: CookiePolicy, token: string): string =>
  stringifySetCookie({ name: names.device, value: token, ...attributes, maxAge: deviceDays * 86_400 });

/** The `Set-Cookie` values that hand tokens to the browser for as long as each is good, or with null take them away. */
export function setSessionCookies(policy: CookiePolicy, tokens: IssuedTokens | null, now: Date): readonly string[] {
  const { names, attributes } = policy;
  const cookie = (name: string, value: string, expiresAt: Date): string => {
    const maxAge = Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
    return stringifySetCookie({ name, value, ...attributes, maxAge });
  };
  return [
    cookie(names.access, tokens?.accessToken ?? '', tokens?.accessTokenExpiresAt ?? now),
    cookie(names.refresh, tokens?.refreshToken ?? '', tokens?.refreshTokenExpiresAt ?? now),
  ];
}

/** How long somebody may take at a provider. */
export const attemptSeconds = 600;

/**
 * The `Set-Cookie` value that binds a way to a provider to this browser; null takes it away. Lax, because the provider
 * sends the browser back from another site.
 */
export const setAttemptCookie = ({ names, attributes }: CookiePolicy, token: string | null): string =>
  stringifySetCookie({
    name: names.attempt,
    value: token ?? '',
    ...attributes,
    maxAge: token === null ? 0 : attemptSeconds,
  });
