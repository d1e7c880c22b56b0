import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { withClient } from '#database/logins.ts';
import { dataOf, startTestProduct, testPassword, type Tenant, type TestProduct } from '../support/product.ts';
import { until, waitingFor } from '../support/queue-up.ts';
import { sendRaw } from '../support/raw-http.ts';
import { connect, connectAs, socketUrl, type Connection, type Subscribed } from '../support/subscribe.ts';
import { setFavorite, signUpWatched, watchDocument, type Watched } from '../support/watched.ts';

let product: TestProduct;
let ada: Watched;
const connections: Connection[] = [];
const sockets: WebSocket[] = [];
beforeAll(async () => {
  product = await startTestProduct();
  ada = await signUpWatched(product, 'ada');
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => product.stop());

const open = (tenant: Pick<Tenant, 'headers'> = ada.tenant): Connection => {
  const connection = connectAs(product, tenant);
  connections.push(connection);
  return connection;
};
const watch = (connection: Connection, watched: Watched = ada): Promise<Subscribed> =>
  connection.subscribe(watchDocument, { id: watched.personaId });

/** A socket without a library around it, for what no library sends. */
async function openRaw({ headers = {}, protocol = 'graphql-transport-ws' } = {}): Promise<WebSocket> {
  const socket = new WebSocket(socketUrl(product), protocol, { headers });
  sockets.push(socket);
  await once(socket, 'open');
  return socket;
}
async function greeted(payload: object = ada.tenant.headers): Promise<WebSocket> {
  const socket = await openRaw();
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await once(socket, 'message');
  return socket;
}
/** Sends messages so that they are taken together: before anything has come of the first, the last is there. */
function sendTogether(socket: WebSocket, messages: readonly string[]): void {
  const { _socket: stream } = socket as unknown as { readonly _socket: Socket };
  stream.cork();
  for (const message of messages) socket.send(message);
  stream.uncork();
}
const complete = (id: string): string => JSON.stringify({ id, type: 'complete' });
const subscribe = (id: string, query = watchDocument): string =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables: { id: ada.personaId } } });
const closeOf = async (socket: WebSocket): Promise<unknown> => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, String(reason)];
};

describe('the handshake', () => {
  const statusOf = (headers: object, path = '/graphql'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const url = socketUrl(product).replace('/graphql', path);
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { ...headers } });
      sockets.push(socket);
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_req, { statusCode }) => resolve(statusCode));
      socket.on('error', reject);
    });

  it.each([
    ['another site', 'https://evil.example'],
    ['another port', 'http://localhost:1'],
    ['a sandboxed frame', 'null'],
    ['a name that only begins like ours', 'http://localhost.evil.example'],
  ])('is refused to a page of %s, whatever it brings along', async (_what, origin) => {
    const cookie = `tenure-access-${product.port}=${ada.tenant.accessToken}`;
    expect(await statusOf({ origin, cookie, ...ada.tenant.headers })).toBe(403);
  });

  it('is granted to our own page, and to who is no page', async () => {
    expect(await statusOf({ origin: product.url })).toBe(101);
    expect(await statusOf({})).toBe(101);
  });

  it('is refused elsewhere', async () => {
    expect(await statusOf({}, '/elsewhere')).toBe(404);
  });

  it('is refused for good: whoever does not close its end is cut off', async () => {
    const socket = createConnection({ port: product.port, host: '127.0.0.1', allowHalfOpen: true });
    const lines = ['GET /elsewhere HTTP/1.1', 'host: localhost', 'connection: upgrade', 'upgrade: websocket'];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.resume();
    await once(socket, 'end');
    const cutOff = new Promise((resolve) => socket.on('error', resolve));
    const timer = setInterval(() => socket.write('x'), 5);
    expect(await cutOff).toMatchObject({ code: expect.stringMatching(/EPIPE|ECONNRESET/) });
    clearInterval(timer);
  });

  it('needs the protocol', async () => {
    await expect(openRaw({ protocol: 'graphql-ws' })).rejects.toThrow('Server sent no subprotocol');
  });

  it('is none where another upgrade is offered: that is answered as if it were not', async () => {
    const lines = ['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', 'upgrade: h2c'];
    const answer = await sendRaw(product.port, [...lines, 'connection: upgrade'], '{"query":"{ __typename }"}');
    expect(answer).toContain('{"data":{"__typename":"Query"}}');
  });
});

describe('cookies', () => {
  const cookieOf = ({ accessToken }: Tenant): string => `tenure-access-${product.port}=${accessToken}`;
  const asPage = (headers: Readonly<Record<string, string>>, params = {}): Connection => {
    const connection = connect(product, { headers, params });
    connections.push(connection);
    return connection;
  };

  it('say who asks, on our own page', async () => {
    const subscribed = await watch(asPage({ origin: product.url, cookie: cookieOf(ada.tenant) }));
    await setFavorite(ada, true);
    expect(await subscribed.next()).toMatchObject({ data: { personaJobsChanged: { id: ada.matchId } } });
  });

  it('say nothing where no page is named: whoever sends them so is no browser', async () => {
    const subscribed = await watch(asPage({ cookie: cookieOf(ada.tenant) }));
    await subscribed.ended;
    expect(subscribed.answers).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });

  it('and a token of another account are one too many', async () => {
    const bob = await product.signUp('bob-of-cookies');
    const connection = asPage({ origin: product.url, cookie: cookieOf(bob) }, ada.tenant.headers);
    const subscribed = await watch(connection);
    expect(await subscribed.ended).toMatchObject({ code: 4403, reason: expect.stringContaining('different accounts') });
  });
});

describe('what is no subscription that can be served', () => {
  const nested = `${'application { personaJob { '.repeat(9)} id ${'} } '.repeat(9)}`;
  const aliased = Array.from({ length: 61 }, (_, at) => `a${at}: id`).join(' ');
  const field = (below: string): string =>
    `subscription ($id: ID!) { personaJobsChanged(personaId: $id) { ${below} } }`;
  it.each([
    [
      'a query',
      '{ me { id } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Only subscriptions are carried here; send this by HTTP.',
    ],
    ['a mutation', 'mutation { logout }', 'GRAPHQL_VALIDATION_FAILED', 'Only subscriptions are carried here'],
    ['no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    ['too many tokens', field('id '.repeat(5_000)), 'GRAPHQL_PARSE_FAILED', 'tokens'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED', 'nothing'],
    ['too deep a selection', field(nested), 'GRAPHQL_VALIDATION_FAILED', 'epth'],
    ['too many aliases', field(aliased), 'GRAPHQL_VALIDATION_FAILED', 'liases'],
    [
      'a condition on it all that a variable decides',
      'subscription ($id: ID!, $no: Boolean!) { personaJobsChanged(personaId: $id) @skip(if: $no) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
      '$no',
    ],
    [
      'two at once',
      'subscription ($id: ID!) { a: personaJobsChanged(personaId: $id) { id } b: personaJobsChanged(personaId: $id) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
      'only one',
    ],
    ['two operations', `${watchDocument} query Other { me { id } }`, 'GRAPHQL_VALIDATION_FAILED', 'anonymous'],
    [
      'an operation without its name',
      'subscription A { __typename } subscription B { __typename }',
      'GRAPHQL_VALIDATION_FAILED',
      'introspection',
    ],
  ])('is refused in so many words: %s', async (...[, query, code, words]) => {
    const subscribed = await open().subscribe(query, { id: ada.personaId });
    const errors = (await subscribed.ended) as readonly { message: string; extensions: object }[];
    expect(errors[0]).toMatchObject({ extensions: { code }, message: expect.stringContaining(words) });
    expect(subscribed.answers).toEqual([]);
  });

  it('is told which operation there is not, where one was named', async () => {
    const socket = await greeted();
    const payload = { query: watchDocument, operationName: 'Other', variables: { id: ada.personaId } };
    socket.send(JSON.stringify({ id: 'one', type: 'subscribe', payload }));
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(String(data))).toEqual({
      id: 'one',
      type: 'error',
      payload: [
        {
          message: 'There is no operation Other in the document.',
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
        },
      ],
    });
  });

  it('is told so where nothing of it is left, to who is signed out too', async () => {
    const query = 'subscription ($id: ID!) { personaJobsChanged(personaId: $id) @skip(if: true) { id } }';
    const signedOut = connect(product);
    connections.push(signedOut);
    for (const connection of [open(), signedOut]) {
      const subscribed = await connection.subscribe(query, { id: ada.personaId });
      expect(await subscribed.ended).toBeUndefined();
      expect(subscribed.answers).toMatchObject([{ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }]);
    }
  });

  it('is told of its variables as by HTTP', async () => {
    const connection = open();
    const subscribed = await connection.subscribe(watchDocument, { id: { not: 'an id' } });
    expect(await subscribed.ended).toBeUndefined();
    expect(subscribed.answers).toMatchObject([
      { errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'personaId' } }] },
    ]);
  });
});

describe('a connection', () => {
  it('carries twenty subscriptions', async () => {
    const connection = open();
    const all = [];
    for (let count = 0; count < 20; count += 1) all.push(await watch(connection));
    const another = await watch(connection);
    expect(await another.ended).toMatchObject([{ extensions: { code: 'OVERLOADED' } }]);
    all[0]?.end();
    await all[0]?.ended;
    const instead = await watch(connection);
    await setFavorite(ada, false);
    expect(await instead.next()).toMatchObject({ data: { personaJobsChanged: { isFavorite: false } } });
  });

  it('is closed at a second subscription of the same name', async () => {
    const socket = await greeted();
    socket.send(subscribe('one'));
    socket.send(subscribe('one'));
    expect(await closeOf(socket)).toEqual([4409, 'Subscriber for one already exists']);
  });

  it('is closed at a name whose subscription is still being opened, and leaves nothing open', async () => {
    const socket = await greeted();
    sendTogether(socket, [subscribe('one'), complete('one'), subscribe('one')]);
    expect(await closeOf(socket)).toEqual([4409, 'Subscriber for one already exists']);
  });

  it('opens no more than forty at once, though each was given up', async () => {
    const socket = await greeted();
    const codes: unknown[] = [];
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data)) as {
        type: string;
        payload: readonly { extensions: object }[];
      };
      if (type === 'error') codes.push(payload[0]?.extensions);
    });
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    sendTogether(socket, [...names.flatMap((name) => [subscribe(name), complete(name)]), subscribe('more')]);
    await until(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return codes.length > 0;
    });
    expect(codes).toEqual([{ code: 'OVERLOADED' }]);
  });

  it('takes what it still asks the database for along when it closes', async () => {
    const held = await startTestProduct({ poolSize: 1 });
    try {
      const eve = await signUpWatched(held, 'eve');
      await withClient(held.database.adminUrl, async (client) => {
        await client.query('begin; lock table personas in access exclusive mode');
        const connection = connectAs(held, eve.tenant);
        void connection.subscribe(watchDocument, { id: eve.personaId });
        await until(async () => (await waitingFor(held.database)) === 1);
        await connection.close();
        await until(async () => (await waitingFor(held.database)) === 0);
        await client.query('rollback');
      });
      expect(held.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    } finally {
      await held.stop();
    }
  });

  it('is closed when it greets twice, or subscribes before it has greeted', async () => {
    const twice = await greeted();
    twice.send(JSON.stringify({ type: 'connection_init' }));
    expect(await closeOf(twice)).toEqual([4429, 'Too many initialisation requests']);
    const early = await openRaw();
    early.send(subscribe('one'));
    expect(await closeOf(early)).toEqual([4401, 'Unauthorized']);
  });

  it.each([
    ['no JSON', 'hello', 4400],
    ['no message', '{"type":"nothing"}', 4400],
    ['a message that only a server sends', '{"type":"connection_ack"}', 4400],
    ['more than 100,000 bytes', 'x'.repeat(100_001), 1009],
  ])('is closed at %s', async (_what, message, code) => {
    const socket = await greeted();
    socket.send(message);
    expect(await closeOf(socket)).toEqual([code, expect.any(String)]);
    expect(product.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('is told in as much as a close has room for why it is closed', async () => {
    const socket = await greeted();
    const name = 'ä'.repeat(200);
    socket.send(subscribe(name));
    socket.send(subscribe(name));
    expect(await closeOf(socket)).toEqual([4409, `Subscriber for ${'ä'.repeat(54)}`]);
    expect(product.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('is not listened to any more once it is closed', async () => {
    const socket = await greeted();
    const late = watchDocument.replace('subscription', 'subscription Late');
    sendTogether(socket, [JSON.stringify({ type: 'connection_init' }), subscribe('late', late)]);
    expect(await closeOf(socket)).toEqual([4429, 'Too many initialisation requests']);
    await ada.tenant.ask('{ me { id } }');
    expect(product.log.filter((line) => line.includes('"operation":"Late"'))).toEqual([]);
  });

  it('is closed when it does not greet within three seconds', async () => {
    expect(await closeOf(await openRaw())).toEqual([4408, 'Connection initialisation timeout']);
  });

  it('is one of at most fifty of its account', async () => {
    const { headers } = await product.signUp('many');
    for (let count = 0; count < 50; count += 1) await greeted(headers);
    const another = await openRaw();
    another.send(JSON.stringify({ type: 'connection_init', payload: headers }));
    expect(await closeOf(another)).toEqual([4403, 'An account has at most 50 connections; close one of them.']);
    await greeted();
    sockets.at(-3)?.close();
    await once(sockets.at(-3) as WebSocket, 'close');
    await greeted(headers);
  });

  it('is closed after half a minute without a token', async () => {
    const timeout = vi.spyOn(globalThis, 'setTimeout');
    try {
      const signedOut = await greeted({});
      const wait = timeout.mock.calls.find(([, milliseconds]) => milliseconds === 30_000);
      wait?.[0]();
      expect(await closeOf(signedOut)).toEqual([4403, 'Sign in, and come again.']);
    } finally {
      timeout.mockRestore();
    }
  });

  it('is cut off when it does not read what it is told', async () => {
    const socket = await greeted();
    socket.on('error', () => undefined);
    const { _socket: stream } = socket as unknown as { readonly _socket: Socket };
    stream.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(90_000) } });
    while (socket.readyState === WebSocket.OPEN)
      await new Promise<void>((resolve) => socket.send(ping, () => setImmediate(resolve)));
    const { me } = await ada.tenant.ask<{ me: { email: string } }>('{ me { email } }');
    expect(me.email).toBe(ada.tenant.email);
  });
});

describe('a session that is over', () => {
  const over = { code: 4403, reason: 'The session has ended.' };
  const signIn = async ({ email }: Tenant): Promise<Pick<Tenant, 'headers' | 'accessToken' | 'refreshToken'>> => {
    const login = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken refreshToken } } } }`;
    const answer = await product.send(login, { input: { email, password: testPassword } });
    const { tokens } = dataOf<{ login: { tokens: { accessToken: string; refreshToken: string } } }>(answer).login;
    return { ...tokens, headers: { authorization: `Bearer ${tokens.accessToken}` } };
  };
  /** Another session of the account, with a subscription. */
  const watching = async () => {
    const device = await signIn(ada.tenant);
    return { device, subscribed: await watch(open(device)) };
  };
  const sessionOf = (accessToken: string): string =>
    (JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;

  it('closes its connections when it is revoked from elsewhere, and no others', async () => {
    const own = await watch(open());
    const { device, subscribed } = await watching();
    const id = sessionOf(device.accessToken);
    await ada.tenant.ask('mutation ($id: ID!) { revokeSession(id: $id) }', { id });
    expect(await subscribed.ended).toMatchObject(over);
    await setFavorite(ada, true);
    expect(await own.next()).toMatchObject({ data: { personaJobsChanged: { isFavorite: true } } });
  });

  it('closes them when it is signed out', async () => {
    const { device, subscribed } = await watching();
    await product.send('mutation { logout }', {}, device.headers);
    expect(await subscribed.ended).toMatchObject(over);
  });

  it('closes them when a refresh token was used twice', async () => {
    const eve = await signUpWatched(product, 'eve');
    const subscribed = await watch(open(eve.tenant), eve);
    const refresh = (): Promise<unknown> =>
      product.send('mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken } }', {
        token: eve.tenant.refreshToken,
      });
    await refresh();
    product.clock.now = new Date(product.clock.now.getTime() + 11_000);
    await refresh();
    expect(await subscribed.ended).toMatchObject(over);
  });

  it('closes them though nobody tells of it', async () => {
    const { device, subscribed } = await watching();
    const id = sessionOf(device.accessToken);
    const from = performance.now();
    await product.database.query('update sessions set revoked_at = now() where id = $1', [id]);
    expect(await subscribed.ended).toMatchObject(over);
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it('hears of no change from then on, even before its connection is closed', async () => {
    const { device, subscribed } = await watching();
    await withClient(product.database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('update sessions set revoked_at = now() where id = $1', [sessionOf(device.accessToken)]);
      await client.query('update persona_jobs set version = version + 1 where id = $1', [ada.matchId]);
      await client.query(`select pg_notify('tenure_changes', $1)`, [`PERSONA_JOBS:${ada.personaId} ${ada.matchId}`]);
      await client.query('commit');
    });
    expect(await subscribed.ended).toMatchObject(over);
    expect(subscribed.answers).toEqual([]);
  });

  it('closes them when the access token has run out, and a new one is welcome', async () => {
    const before = product.clock.now;
    const subscribed = await watch(open());
    product.clock.now = new Date(before.getTime() + 901_000);
    expect(await subscribed.ended).toMatchObject({ code: 4403, reason: 'The access token has run out.' });
    const late = await watch(open());
    await late.ended;
    expect(late.answers).toMatchObject([
      { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' } }] },
    ]);
    const again = await watch(open(await signIn(ada.tenant)));
    product.clock.now = before;
    again.end();
    expect(await again.ended).toBeUndefined();
  });
});

describe('a product that stops', () => {
  it('says goodbye to its connections and lets go of the database', async () => {
    const other = await startTestProduct();
    const eve = await signUpWatched(other, 'eve');
    const connection = connectAs(other, eve.tenant);
    const subscribed = await connection.subscribe(watchDocument, { id: eve.personaId });
    const silent = new WebSocket(socketUrl(other), 'graphql-transport-ws');
    await once(silent, 'open');
    const goodbyes = [subscribed.ended, once(silent, 'close').then(([code]: number[]) => ({ code }))];
    await other.stop();
    for (const goodbye of goodbyes) expect(await goodbye).toMatchObject({ code: 1001 });
    expect(other.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
