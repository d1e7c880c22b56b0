import ipaddr from 'ipaddr.js';

/** Where IPv6 addresses of the internet are: what translates, tunnels or embeds others lies outside, or is named below. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Machines of clouds that answer at an address of the internet and know of the one they run: Azure's. */
const metadata: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an address is one of the internet, so that what answers there answers everybody. Private, loopback,
 * link-local, unique-local, shared (CGNAT), multicast and reserved addresses are not, nor is any form of IPv6 that holds
 * an IPv4 address (mapped, compatible, 6to4, NAT64, Teredo): a translator on the way would lead it back inside.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || metadata.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}
