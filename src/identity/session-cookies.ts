import { parseCookie, stringifySetCookie } from 'cookie';
import type { Flow, FlowTokens, IssuedTokens } from '#authorization/operation-context.ts';
import { isLoopbackHost } from '#platform/loopback-host.ts';
import { magicLinkMinutes } from './one-time-tokens.ts';

/** Where the request came in. */
export interface CookieOrigin {
  readonly protocolIsHttps: boolean;
  /** Host name without port, as the browser wrote it. */
  readonly host: string;
  /** Port the server listens on: cookies ignore ports, so two servers on localhost would overwrite each other's. */
  readonly port: number;
}

export interface CookiePolicy {
  readonly names: Readonly<Record<'access' | 'refresh' | 'device' | Flow, string>>;
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

/** Decides how the browser at this address keeps its tokens, or why it cannot. */
export function cookiePolicy({ protocolIsHttps, host, port }: CookieOrigin): CookiePolicy | CookiesRefused {
  // Browsers trust their own machine without TLS: nobody else is on the way.
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
      link: `${prefix}tenure-link${suffix}`,
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
    flowTokens: { link: cookies[names.link] || null, attempt: cookies[names.attempt] || null },
  };
}

export interface SessionCookies {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly deviceToken: string | null;
  readonly flowTokens: FlowTokens;
}

/** How long a browser is known without signing in again (NIST SP 800-63B-4 leaves it open; OWASP: long, but not for ever). */
export const deviceDays = 180;

/** The `Set-Cookie` value by which a browser is known again. Signing out leaves it: it proves nothing by itself. */
export const setDeviceCookie = ({ names, attributes }: CookiePolicy, token: string): string =>
  stringifySetCookie({ name: names.device, value: token, ...attributes, maxAge: deviceDays * 86_400 });

/** How long somebody may take at a provider. */
export const attemptSeconds = 600;

const flowSeconds: Readonly<Record<Flow, number>> = { link: magicLinkMinutes * 60, attempt: attemptSeconds };

/**
 * The `Set-Cookie` value that binds a flow to this browser; null takes it away. Lax, because mails and providers send the
 * browser here from another site.
 */
export const setFlowCookie = ({ names, attributes }: CookiePolicy, flow: Flow, token: string | null): string =>
  stringifySetCookie({
    name: names[flow],
    value: token ?? '',
    ...attributes,
    maxAge: token === null ? 0 : flowSeconds[flow],
  });

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
