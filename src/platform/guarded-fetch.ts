/** Asks addresses that others have chosen: people, boards, redirects. What may be reached is the internet alone. */
import { lookup as lookUp } from 'node:dns/promises';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchRefused } from './fetch-refused.ts';
import { isPublicAddress } from './public-address.ts';
import { readCapped } from './read-capped.ts';

export interface FetchOptions {
  /** The hosts that may be asked, after redirects too; `*.example.com` stands for all below it. Any, if left out. */
  readonly allowedHosts?: readonly string[];
  /** Of the answer, as it comes and unpacked: 2 MB unless told. */
  readonly maxBytes?: number;
  /** For everything, from the look-up of the name to the last byte of the last redirect: 10 s unless told. */
  readonly timeoutMs?: number;
  /** Sent to the origin that was asked for, and to none it redirects to: they may hold keys. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON to post; it is never sent on by a redirect. */
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Also of 304, 429 or 500: the status is for the caller to judge. */
export interface FetchedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Unpacked. */
  readonly body: Buffer;
  /** Where it came from in the end. */
  readonly url: string;
}

/** @throws FetchRefused */
export type GuardedFetch = (address: string, options?: FetchOptions) => Promise<FetchedAnswer>;

/** What may be reached, and how names become addresses; tests alone say otherwise. */
export interface Reach {
  /** Every address of a name. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly mayConnect: (address: string, port: number) => boolean;
}

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const defaultPorts: ReadonlySet<number> = new Set([80, 443]);

const internet: Reach = {
  resolve: async (hostname) => (await lookUp(hostname, { all: true })).map(({ address }) => address),
  mayConnect: (address, port) => defaultPorts.has(port) && isPublicAddress(address),
};

/**
 * A fetch that cannot be led inside. A name is resolved once for each hop, all its addresses are judged, and the
 * connection is made to those and no others: what the name resolves to a moment later is never asked (DNS rebinding).
 * Connections are not shared and carry no cookies.
 */
export const createGuardedFetch =
  (reach: Reach): GuardedFetch =>
  async (address, options = {}) => {
    const { timeoutMs = 10_000, signal } = options;
    const timeout = AbortSignal.timeout(timeoutMs);
    // Lets go of an answer that was given up halfway.
    const ended = new AbortController();
    const signals = [timeout, ended.signal, ...(signal ? [signal] : [])];
    try {
      return await follow(address, { reach, options, signal: AbortSignal.any(signals) });
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) throw new FetchRefused('TIMEOUT');
      throw error instanceof FetchRefused ? error : new FetchRefused('UNREACHABLE', error);
    } finally {
      ended.abort();
    }
  };

export const guardedFetch: GuardedFetch = createGuardedFetch(internet);

interface Asking {
  readonly reach: Reach;
  readonly options: FetchOptions;
  readonly signal: AbortSignal;
}

async function follow(address: string, asking: Asking): Promise<FetchedAnswer> {
  const first = parseAddress(address, asking.options);
  let url = first;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await ask(url, asking, url.origin === first.origin);
    const { statusCode: status = 0 } = response;
    const { location } = response.headers;
    if (!redirects.has(status) || location === undefined) return await read(response, url, asking);
    response.destroy();
    // A redirected post would have to become another question.
    if (asking.options.body !== undefined) throw new FetchRefused('TOO_MANY_REDIRECTS');
    url = parseAddress(location, asking.options, url);
  }
  throw new FetchRefused('TOO_MANY_REDIRECTS');
}

const webProtocols: ReadonlySet<string> = new Set(['http:', 'https:']);

/** A host is a name, never an address, however it is spelled: the parser has made 0x7f.1 and 2130706433 one by now. */
function parseAddress(text: string, { allowedHosts }: FetchOptions, base?: URL): URL {
  const url = URL.parse(text, base);
  if (!url || !webProtocols.has(url.protocol) || url.username !== '' || url.password !== '')
    throw new FetchRefused('BAD_URL');
  if (url.hostname.startsWith('[') || isIP(url.hostname) !== 0) throw new FetchRefused('BAD_URL');
  if (allowedHosts && !allowedHosts.some((host) => isHost(url.hostname, host)))
    throw new FetchRefused('HOST_NOT_ALLOWED');
  return url;
}

const isHost = (hostname: string, allowed: string): boolean =>
  allowed.startsWith('*.') ? hostname.endsWith(allowed.slice(1)) : hostname === allowed;

async function ask(url: URL, asking: Asking, isFirstOrigin: boolean): Promise<IncomingMessage> {
  const { reach, options, signal } = asking;
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const addresses = await unlessAborted(reach.resolve(url.hostname), signal);
  const mayConnect = (address: string): boolean => reach.mayConnect(address, port);
  if (addresses.length === 0 || !addresses.every(mayConnect)) throw new FetchRefused('UNREACHABLE');
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    const request = send(url, {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: headersFor(options, isFirstOrigin),
      agent: false,
      lookup: only(addresses),
      signal,
    });
    request.on('error', reject).once('response', resolve);
    // Nothing but the addresses above can be there; should that ever change, it is cut off before it is believed.
    request.once('socket', (socket) =>
      socket.once('connect', () => {
        if (!mayConnect(socket.remoteAddress ?? '')) request.destroy(new FetchRefused('UNREACHABLE'));
      }),
    );
    request.end(options.body);
  });
}

const headersFor = ({ headers, body }: FetchOptions, isFirstOrigin: boolean): Record<string, string> => ({
  'user-agent': 'tenure',
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(isFirstOrigin ? headers : {}),
});

/** Looks nothing up: the connection gets what was judged. */
const only =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, { all = false }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family ?? 0);
  };

/** A look-up cannot be ended, so it is left to itself. */
const unlessAborted = <T>(looking: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    looking,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new FetchRefused('TIMEOUT')), { once: true });
    }),
  ]);

async function read(response: IncomingMessage, url: URL, { options, signal }: Asking): Promise<FetchedAnswer> {
  const { maxBytes = 2_000_000 } = options;
  return {
    status: response.statusCode ?? 0,
    headers: new Headers(
      Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    ),
    body: await readCapped(response, maxBytes, signal),
    url: url.href,
  };
}
