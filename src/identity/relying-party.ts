import { isIP } from 'node:net';

/** As whom the product asks for passkeys. */
export interface RelyingParty {
  /** The domain that passkeys are bound to for good (WebAuthn L3, 5.4.2). */
  readonly id: string;
  /** Whose pages may use them. */
  readonly origins: readonly string[];
}

/** Where the product is, as its settings say; never as a request says. */
export interface Whereabouts {
  /** Where the client is. */
  readonly publicUrl: string;
  /** Where pages may come from. */
  readonly pageOrigins: readonly string[];
}

/** Passkeys belong to the domain that the client is at; other origins use them where they lie in that domain. */
export function relyingPartyOf({ publicUrl, pageOrigins }: Whereabouts): RelyingParty {
  const origins = [publicUrl, ...pageOrigins].map(byName);
  const id = hostOf(origins[0] ?? '');
  return { id, origins: [...new Set(origins)].filter((origin) => isWithin(hostOf(origin), id)) };
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

const hostOf = (origin: string): string => URL.parse(origin)?.hostname ?? '';

/** The same place by its name: passkeys are of domains, and an address of this machine is none. */
function byName(origin: string): string {
  const url = new URL(origin);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isThisMachine = host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (isThisMachine) url.hostname = 'localhost';
  return url.origin;
}
