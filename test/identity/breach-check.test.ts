import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBreachCheck, type BreachCheckFailure } from '#identity/breach-check.ts';
import { sha1, startBreachServer, type BreachServer } from '../support/breach-server.ts';

const breached = 'correct horse 1!';
const servers: BreachServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const start = async (known: Parameters<typeof startBreachServer>[0]): Promise<BreachServer> => {
  const server = await startBreachServer(known);
  servers.push(server);
  return server;
};

/** What the check says of the breached password, and why, where the server answers so. */
async function ask(answer: (response: ServerResponse) => void, timeoutMs = 10_000): Promise<readonly string[]> {
  const server = await start({ breached: [breached] });
  server.answerWith(answer);
  const failures: BreachCheckFailure[] = [];
  const check = createBreachCheck({ baseUrl: server.url, timeoutMs, onFailure: (reason) => failures.push(reason) });
  return [await check(breached), ...failures];
}

const suffix = sha1(breached).slice(5);

describe('createBreachCheck', () => {
  it('tells breached passwords from others', async () => {
    const server = await start({ breached: [breached, 'caf\u00e9 noir 1'] });
    const failures: string[] = [];
    const check = createBreachCheck({ baseUrl: `${server.url}/`, onFailure: (reason) => failures.push(reason) });
    expect(await check(breached)).toBe('breached');
    expect(await check('cafe\u0301 noir 1')).toBe('breached');
    expect(await check('a quiet harbour 7')).toBe('clear');
    expect(failures).toEqual([]);
  });

  it('takes padding for what it is', async () => {
    const server = await start({ breached: [], padding: [breached] });
    expect(await createBreachCheck({ baseUrl: server.url })(breached)).toBe('clear');
  });

  it('sends 5 characters of the hash, asks for padding, and nothing else depends on the password', async () => {
    const server = await start({ breached: [] });
    const check = createBreachCheck({ baseUrl: server.url });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 8 }), async (password) => {
        await check(password);
        const request = server.requests.at(-1) ?? '';
        const prefix = sha1(password.normalize('NFC')).slice(0, 5);
        expect(request.toLowerCase()).toContain('add-padding\ntrue');
        expect(request).toMatch(new RegExp(`^GET /range/${prefix}\n`));
        expect(request.replace(prefix, '')).toBe(server.requests[0]?.replace(/(?<=\/range\/).{5}/, ''));
      }),
      { numRuns: 50 },
    );
  });

  it('reads lines however they end and whatever their case', async () => {
    const other = '0'.repeat(35);
    const answers = [`${suffix}:7`, `${other}:2\n${suffix}:7\n`, `${suffix.toLowerCase()}:7\r\n${other}:0\r\n`];
    const verdicts = await Promise.all(answers.map((text) => ask((response) => response.end(text))));
    expect(verdicts).toEqual([['breached'], ['breached'], ['breached']]);
  });

  it.each([
    ['status', 'is busy', (response: ServerResponse) => response.writeHead(503).end(`${suffix}:7`)],
    ['status', 'limits requests', (response: ServerResponse) => response.writeHead(429, { 'retry-after': '2' }).end()],
    ['malformed', 'is a page', (response: ServerResponse) => response.end('<!doctype html><title>Sign in</title>')],
    ['malformed', 'is empty', (response: ServerResponse) => response.end()],
    ['malformed', 'holds another line', (response: ServerResponse) => response.end(`${suffix}:7\r\n${suffix}`)],
    ['oversized', 'is huge', (response: ServerResponse) => response.end(`${suffix}:7\r\n`.repeat(10_000))],
    ['unreachable', 'breaks off', (response: ServerResponse) => void response.write(suffix, () => response.destroy())],
    ['unreachable', 'leads elsewhere', (response: ServerResponse) => response.writeHead(302, { location: '/' }).end()],
  ])('does not know and says %s where the answer %s', async (reason, _, answer) => {
    expect(await ask(answer)).toEqual(['unknown', reason]);
  });

  it('stops reading an answer without end', async () => {
    const given = Promise.withResolvers<unknown>();
    const pour = (response: ServerResponse): void => {
      given.resolve(once(response, 'close'));
      const more = (): boolean => response.destroyed || (response.write(`${suffix}:7\r\n`.repeat(1000), more), true);
      more();
    };
    expect(await ask(pour)).toEqual(['unknown', 'oversized']);
    await given.promise;
  });

  it('waits no longer than its time for an answer that never begins or drips', async () => {
    const drip = (response: ServerResponse): void => {
      const timer = setInterval(() => response.write(`${suffix}:7\r\n`), 5);
      response.on('close', () => clearInterval(timer));
    };
    expect(await ask(() => undefined, 50)).toEqual(['unknown', 'timeout']);
    expect(await ask(drip, 50)).toEqual(['unknown', 'timeout']);
  });

  it('waits a second unless told otherwise', async () => {
    const server = await start({ breached: [breached] });
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    onTestFinished(() => timeout.mockRestore());
    expect(await createBreachCheck({ baseUrl: server.url })(breached)).toBe('breached');
    expect(timeout.mock.calls).toEqual([[1_000]]);
  });

  it('ends with whoever asked, which is no failure', async () => {
    const server = await start({ breached: [breached] });
    const asker = new AbortController();
    server.answerWith(() => asker.abort());
    const failures: string[] = [];
    const check = createBreachCheck({ baseUrl: server.url, onFailure: (reason) => failures.push(reason) });
    expect(await check(breached, asker.signal)).toBe('unknown');
    expect(failures).toEqual([]);
  });

  it('does not know where nobody listens, and need not tell', async () => {
    const server = await startBreachServer({ breached: [breached] });
    await server.stop();
    expect(await createBreachCheck({ baseUrl: server.url })(breached)).toBe('unknown');
  });

  it('asks nobody where it is switched off', async () => {
    const failures: string[] = [];
    const check = createBreachCheck({ baseUrl: null, onFailure: (reason) => failures.push(reason) });
    expect(await check(breached)).toBe('unknown');
    expect(failures).toEqual([]);
  });

  it('asks by the given fetch', async () => {
    const asked: unknown[] = [];
    const check = createBreachCheck({
      baseUrl: 'https://api.example',
      fetch: async (url) => (asked.push(url), new Response(null)),
    });
    expect(await check(breached)).toBe('unknown');
    expect(asked).toEqual([`https://api.example/range/${sha1(breached).slice(0, 5)}`]);
  });
});
