import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import ipaddr from 'ipaddr.js';

/** Where a request came from, as far as it can be believed. */
export interface Sender {
  readonly isHttps: boolean;
  /** The name it was sent to, without a port; empty where it names none. */
  readonly host: string;
  readonly ip: string | null;
}

/**
 * Reads who sent a request. Proxies add themselves to the right of what they were told (`X-Forwarded-For`), so that as
 * many entries from there are true as proxies are trusted; without any, headers of this kind mean nothing.
 */
export function senderOf({ headers, socket }: IncomingMessage, trustedProxies: number): Sender {
  const isTrusted = trustedProxies > 0;
  const told = (name: string): string | undefined => (isTrusted ? listOf(headers[name])[0] : undefined);
  const isEncrypted = (socket as TLSSocket).encrypted === true;
  const hops = isTrusted ? listOf(headers['x-forwarded-for']).toReversed() : [];
  return {
    isHttps: (told('x-forwarded-proto') ?? (isEncrypted ? 'https' : 'http')) === 'https',
    host: /^(\[[^\]]*\]|[^:]*)/.exec(told('x-forwarded-host') ?? headers.host ?? '')?.[0] ?? '',
    ip: addressOf([socket.remoteAddress, ...hops].slice(0, trustedProxies + 1).at(-1)),
  };
}

// A proxy may pass anything on; what is no address is none.
const addressOf = (text = ''): string | null => (ipaddr.isValid(text) ? text : null);

const listOf = (header: string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/**
 * An address as attempts are counted by it. Whoever has one IPv6 address has 2^64 of them: those count as one. IPv4 that
 * comes as IPv6 is the IPv4 it is.
 */
export function addressKey(ip: string | null): string | null {
  if (ip === null) return null;
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString().replace(/%.*/, '')}/64`).toString()}/64`;
}
