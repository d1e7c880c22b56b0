import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch, guardedFetch, type FetchOptions, type FetchedAnswer } from '#platform/guarded-fetch.ts';
import { FetchRefused } from '#platform/fetch-refused.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

/** Stands for the internet; the other address of this machine for whatever lies inside. */
const outside = '127.0.0.1';
const inside = '127.0.0.2';

let answer: (response: ServerResponse, url: string) => void = () => undefined;
let site: WebServer;
let secret: WebServer;
/** What names resolve to, one look-up after the other; the last one stays. */
let names: Record<string, string[][]> = {};
let lookups: string[] = [];

beforeAll(async () => {
  site = await startWebServer((request, response) => answer(response, request.url ?? ''), outside);
  // At the same port: what tells them apart is the address alone.
  secret = await startWebServer((_request, response) => void response.end('secret'), inside, site.port);
});

afterAll(() => Promise.all([site.stop(), secret.stop()]));

beforeEach(() => {
  names = { 'jobs.example': [[outside]], 'other.example': [[outside]], 'inside.example': [[inside]] };
  lookups = [];
  site.requests.length = 0;
});

const fetchHere = createGuardedFetch({
  resolve: async (hostname) => {
    lookups.push(hostname);
    const rounds = names[hostname] ?? [];
    return (rounds.length > 1 ? rounds.shift() : rounds[0]) ?? Promise.reject(new Error('ENOTFOUND'));
  },
  mayConnect: (address) => address === outside,
});

const get = (path: string, options?: FetchOptions): Promise<FetchedAnswer> =>
  fetchHere(`http://jobs.example:${site.port}${path}`, options);

const refusalOf = async (asking: Promise<unknown>): Promise<string> => {
  const outcome = await asking.then(
    () => 'answered',
    (error: unknown) => error,
  );
  return outcome instanceof FetchRefused ? outcome.code : String(outcome);
};

const text = ({ body }: FetchedAnswer): string => Buffer.from(body).toString();

const redirectTo = (location: string): void => {
  answer = (response, url) => void (url === '/' ? response.writeHead(302, { location }).end() : response.end('there'));
};

describe('guardedFetch', () => {
  it('gives back what a page answers, and says nothing of whoever asks', async () => {
    answer = (response) => void response.setHeader('set-cookie', 'a=1').end('a page');
    const page = await get('/posting?id=1');
    expect([page.status, text(page), page.url]).toEqual([
      200,
      'a page',
      `http://jobs.example:${site.port}/posting?id=1`,
    ]);
    await get('/again');
    expect(Object.keys(site.requests.at(-1)?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each([
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'ftp://jobs.example/'],
    ['user info', 'http://user:password@jobs.example/'],
    ['no address', 'jobs'],
    ['an address for a name', 'http://127.0.0.1/'],
    ['a decimal address', 'http://2130706433/'],
    ['a hexadecimal address', 'http://0x7f000001/'],
    ['an octal address', 'http://0177.0.0.01/'],
    ['a short address', 'http://127.1/'],
    ['an address with a full stop', 'http://127.0.0.1./'],
    ['an address in full-width digits', 'http://１２７.0.0.1/'],
    ['an IPv6 address', 'http://[::1]/'],
    ['an IPv4-mapped address', 'http://[::ffff:127.0.0.1]/'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ])('refuses %s, asked for or redirected to', async (_kind, address) => {
    const connections = secret.connections();
    const withPort = address.replace(/^(http:\/\/[^/]+)\//, `$1:${site.port}/`);
    expect(await refusalOf(fetchHere(withPort))).toBe('BAD_URL');
    expect(lookups).toEqual([]);
    redirectTo(encodeURI(withPort.replace(/^jobs$/, 'http://')));
    expect(await refusalOf(get('/'))).toBe('BAD_URL');
    expect(secret.connections()).toBe(connections);
  });

  it('reaches nothing inside, by whatever name or redirect', async () => {
    const connections = secret.connections();
    expect(await refusalOf(fetchHere(`http://inside.example:${site.port}/`))).toBe('UNREACHABLE');
    redirectTo(`http://inside.example:${site.port}/`);
    expect(await refusalOf(get('/'))).toBe('UNREACHABLE');
    names['jobs.example'] = [[outside, inside]];
    expect(await refusalOf(get('/'))).toBe('UNREACHABLE');
    expect(secret.connections()).toBe(connections);
  });

  it('tells a name inside like one that there is not', async () => {
    const wordsOf = (name: string): Promise<unknown> =>
      fetchHere(`http://${name}:${site.port}/`).catch(({ code, message }: FetchRefused) => ({ code, message }));
    expect(await wordsOf('inside.example')).toEqual(await wordsOf('nowhere.example'));
  });

  it('connects to what was judged, whatever the name becomes (DNS rebinding)', async () => {
    const connections = secret.connections();
    answer = (response) => void response.end('outside');
    names['jobs.example'] = [[outside], [inside]];
    expect(text(await get('/'))).toBe('outside');
    expect(lookups).toEqual(['jobs.example']);
    names['jobs.example'] = [[outside], [inside]];
    redirectTo('/there');
    expect(await refusalOf(get('/'))).toBe('UNREACHABLE');
    expect(secret.connections()).toBe(connections);
  });

  it('reaches the internet alone unless a test says otherwise', async () => {
    const connections = site.connections();
    expect(await refusalOf(guardedFetch(`http://localhost:${site.port}/`))).toBe('UNREACHABLE');
    expect(site.connections()).toBe(connections);
  });

  it('follows five redirects, of no post, to no host that is not allowed', async () => {
    answer = (response, url) => void response.writeHead(302, { location: `/${Number(url.slice(1)) + 1}` }).end();
    expect(await refusalOf(get('/0'))).toBe('TOO_MANY_REDIRECTS');
    expect(site.requests.map(({ url }) => url)).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
    redirectTo('/there');
    expect((await get('/')).url).toBe(`http://jobs.example:${site.port}/there`);
    expect(await refusalOf(get('/', { body: '{}' }))).toBe('TOO_MANY_REDIRECTS');
    redirectTo(`http://other.example:${site.port}/there`);
    expect(text(await get('/'))).toBe('there');
    expect(await refusalOf(get('/', { allowedHosts: ['jobs.example'] }))).toBe('HOST_NOT_ALLOWED');
    expect(text(await get('/', { allowedHosts: ['*.example'] }))).toBe('there');
    expect(await refusalOf(get('/', { allowedHosts: ['*.jobs.example'] }))).toBe('HOST_NOT_ALLOWED');
  });

  it('hands keys to no other origin', async () => {
    redirectTo(`http://other.example:${site.port}/there`);
    await get('/', { headers: { 'authorization-key': 'secret' } });
    expect(site.requests.map(({ headers }) => headers['authorization-key'])).toEqual(['secret', undefined]);
  });

  it.each([304, 404, 429, 500, 503])('leaves it to the caller what %i means', async (status) => {
    const headers = { 'retry-after': '30', 'content-encoding': 'gzip', 'content-length': 0 };
    answer = (response) => void response.writeHead(status, headers).end();
    const told = await get('/', { headers: { 'if-none-match': '"1"' } });
    expect([told.status, told.headers.get('retry-after'), text(told)]).toEqual([status, '30', '']);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s, and no bombs', async (coding, pack) => {
    const send = (body: Buffer): void => {
      answer = (response) => void response.writeHead(200, { 'content-encoding': coding }).end(body);
    };
    send(pack('a page'));
    expect(text(await get('/'))).toBe('a page');
    send(pack(Buffer.alloc(30_000_000)));
    expect(await refusalOf(get('/'))).toBe('TOO_LARGE');
    send(Buffer.from('not packed at all'));
    expect(await refusalOf(get('/'))).toBe('UNREADABLE');
    send(pack(randomBytes(3000)));
    expect(await refusalOf(get('/', { maxBytes: 2000 }))).toBe('TOO_LARGE');
  });

  it.each(['gzip, gzip', 'compress', 'constructor'])('refuses what is packed as %s', async (coding) => {
    answer = (response) => void response.writeHead(200, { 'content-encoding': coding }).end('x');
    expect(await refusalOf(get('/'))).toBe('UNREADABLE');
  });

  it('reads no more than it may of 100 MB, said or not', async () => {
    let sent = 0;
    answer = (response, url) => {
      if (url === '/said') response.setHeader('content-length', 100_000_000);
      const more = (): void => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += 1_000_000;
          if (!response.write(Buffer.alloc(1_000_000))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };
    expect(await refusalOf(get('/said'))).toBe('TOO_LARGE');
    expect(await refusalOf(get('/unsaid'))).toBe('TOO_LARGE');
    expect(sent).toBeLessThan(50_000_000);
  });

  it('waits for the last byte as long as for everything', async () => {
    answer = (response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await refusalOf(get('/', { timeoutMs: 150 }))).toBe('TIMEOUT');
    answer = () => undefined;
    expect(await refusalOf(get('/', { timeoutMs: 50 }))).toBe('TIMEOUT');
    const never = createGuardedFetch({ resolve: () => new Promise(() => undefined), mayConnect: () => true });
    expect(await refusalOf(never('http://jobs.example/', { timeoutMs: 50 }))).toBe('TIMEOUT');
  });

  it('ends when the caller does', async () => {
    answer = () => undefined;
    const reason = new Error('stopping');
    const caller = new AbortController();
    const asking = get('/', { signal: caller.signal });
    caller.abort(reason);
    await expect(asking).rejects.toBe(reason);
  });
});
