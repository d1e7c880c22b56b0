import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressKey, senderOf } from '../../src/server/sender.ts';

/** A request as a socket of 192.0.2.1 delivers it. */
const request = (headers: Readonly<Record<string, string>>): IncomingMessage =>
  ({ headers, socket: { remoteAddress: '192.0.2.1' } }) as unknown as IncomingMessage;
const ipOf = (forwarded: string, trustedProxies: number): string | null =>
  senderOf(request({ 'x-forwarded-for': forwarded }), trustedProxies).ip;

describe('the address of who sends a request', () => {
  it('is the socket’s where no proxy is trusted, whatever a header says', () => {
    expect(ipOf('203.0.113.1', 0)).toBe('192.0.2.1');
    expect(ipOf('203.0.113.1, 203.0.113.2', 0)).toBe('192.0.2.1');
  });

  it('is what the last trusted proxy saw, counted from the right', () => {
    const hops = '203.0.113.9, 203.0.113.1, 203.0.113.2';
    expect([1, 2, 3].map((trusted) => ipOf(hops, trusted))).toEqual(['203.0.113.2', '203.0.113.1', '203.0.113.9']);
  });

  it('is the farthest that is told where fewer proxies were passed than are trusted', () => {
    expect(ipOf('203.0.113.1', 2)).toBe('203.0.113.1');
    expect(ipOf('', 2)).toBe('192.0.2.1');
  });

  it('is none where a proxy passes on what is no address', () => {
    expect(ipOf('203.0.113.1, unknown', 1)).toBeNull();
  });
});

describe('the name that a request was sent to', () => {
  const told = { host: 'inside:4000', 'x-forwarded-host': 'jobs.example.org', 'x-forwarded-proto': 'https' };

  it('is a proxy’s word where one is trusted, and the request’s own otherwise', () => {
    expect(senderOf(request(told), 1)).toMatchObject({ host: 'jobs.example.org', isHttps: true });
    expect(senderOf(request(told), 0)).toMatchObject({ host: 'inside', isHttps: false });
  });
});

describe('an address as it is counted', () => {
  it('is the network of IPv6, and IPv4 however it is written', () => {
    expect(addressKey('2001:db8:1:2:3::4')).toBe(addressKey('2001:db8:1:2::9'));
    expect(addressKey('2001:db8:1:3::4')).not.toBe(addressKey('2001:db8:1:2::4'));
    expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(addressKey(null)).toBeNull();
  });
});
