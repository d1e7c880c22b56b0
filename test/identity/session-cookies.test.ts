import { parseSetCookie } from 'cookie';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cookiePolicy,
  readSessionCookies,
  setDeviceCookie,
  setFlowCookie,
  setSessionCookies,
  type CookieOrigin,
  type CookiePolicy,
} from '#identity/session-cookies.ts';

const now = new Date('2026-03-01T12:00:00Z');
const tokens = {
  accessToken: 'aaa.bbb.ccc',
  accessTokenExpiresAt: new Date(now.getTime() + 900_500),
  refreshToken: 'r-_0',
  refreshTokenExpiresAt: new Date(now.getTime() + 7 * 86_400_000),
};

const allowed = (origin: CookieOrigin): CookiePolicy => {
  const policy = cookiePolicy(origin);
  if ('refused' in policy) throw new Error(policy.refused);
  return policy;
};
const secure = allowed({ protocolIsHttps: true, host: 'jobs.example', port: 4000 });
const local = allowed({ protocolIsHttps: false, host: 'localhost', port: 4001 });

describe('cookiePolicy', () => {
  it('binds cookies to the very host under HTTPS, by a name that no port is part of', () => {
    expect(secure).toEqual({
      names: {
        access: '__Host-tenure-access',
        refresh: '__Host-tenure-refresh',
        device: '__Host-tenure-device',
        link: '__Host-tenure-link',
        attempt: '__Host-tenure-attempt',
      },
      attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    });
  });

  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', '::1'])('does without TLS on %s', (host) => {
    expect(cookiePolicy({ protocolIsHttps: false, host, port: 4001 })).toEqual({
      names: {
        access: 'tenure-access-4001',
        refresh: 'tenure-refresh-4001',
        device: 'tenure-device-4001',
        link: 'tenure-link-4001',
        attempt: 'tenure-attempt-4001',
      },
      attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
    });
  });

  it.each(['192.168.1.5', 'jobs.example', 'localhost.example', '127.0.0.1.example', ''])(
    'keeps no tokens in cookies over plain HTTP on %j, and says why',
    (host) => {
      expect(cookiePolicy({ protocolIsHttps: false, host, port: 4000 })).toEqual({
        refused: expect.stringContaining('needs HTTPS'),
      });
    },
  );
});

describe('setSessionCookies', () => {
  it('hands over tokens for as long as each is good, out of reach of scripts', () => {
    const [access, refresh] = setSessionCookies(secure, tokens, now).map((header) => parseSetCookie(header));
    const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: true };
    expect(access).toMatchObject({
      name: '__Host-tenure-access',
      value: 'aaa.bbb.ccc',
      maxAge: 900,
      ...attributes,
    });
    expect(refresh).toMatchObject({
      name: '__Host-tenure-refresh',
      value: 'r-_0',
      maxAge: 604_800,
      ...attributes,
    });
    expect(access).not.toHaveProperty('domain');
  });

  it('takes them away with the same attributes', () => {
    expect(setSessionCookies(local, null, now)).toEqual([
      'tenure-access-4001=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      'tenure-refresh-4001=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    ]);
  });
});

describe('readSessionCookies', () => {
  it('reads back what the browser was given, and ignores the cookies of a server on another port', () => {
    const header = setSessionCookies(local, tokens, now).map((cookie) => cookie.split(';')[0]);
    expect(readSessionCookies(local, ['theme=dark', ...header].join('; '))).toEqual({
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken,
      deviceToken: null,
      flowTokens: { link: null, attempt: null },
    });
    expect(readSessionCookies({ ...local, names: secure.names }, header.join('; '))).toEqual({
      accessToken: null,
      refreshToken: null,
      deviceToken: null,
      flowTokens: { link: null, attempt: null },
    });
  });

  it('reads the cookie by which the browser is known again', () => {
    const header = setDeviceCookie(local, 'known').split(';')[0];
    expect(readSessionCookies(local, header).deviceToken).toBe('known');
  });

  it.each(['link', 'attempt'] as const)(
    'reads the cookie of a browser that began a %s, for as long as it is good',
    (flow) => {
      const header = setFlowCookie(local, flow, 'begun');
      expect(header).toBe(`tenure-${flow}-4001=begun; Max-Age=600; Path=/; HttpOnly; SameSite=Lax`);
      expect(readSessionCookies(local, header.split(';')[0]).flowTokens).toEqual({
        link: null,
        attempt: null,
        [flow]: 'begun',
      });
      expect(setFlowCookie(secure, flow, null)).toBe(
        `__Host-tenure-${flow}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`,
      );
    },
  );

  it('takes emptied cookies for none', () => {
    expect(readSessionCookies(local, 'tenure-access-4001=; tenure-refresh-4001=')).toEqual({
      accessToken: null,
      refreshToken: null,
      deviceToken: null,
      flowTokens: { link: null, attempt: null },
    });
    expect(readSessionCookies(local, undefined)).toEqual({
      accessToken: null,
      refreshToken: null,
      deviceToken: null,
      flowTokens: { link: null, attempt: null },
    });
  });

  it('never throws, whatever the header holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(readSessionCookies(local, `${junk}; tenure-access-4001=${junk}`).refreshToken).toBeNull();
      }),
    );
  });
});
