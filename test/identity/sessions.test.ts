import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  testSecret,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { until } from '../support/queue-up.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const day = 86_400;
const wait = (seconds: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
};
const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: string;
}

const tokenFields = '{ accessToken refreshToken refreshTokenExpiresAt }';
const refresh = (refreshToken: string, headers = {}, on = product): Promise<Answer> =>
  on.send(
    `mutation ($token: String) { refreshSession(refreshToken: $token) ${tokenFields} }`,
    { token: refreshToken },
    headers,
  );
const refreshed = async (refreshToken: string): Promise<Tokens> =>
  dataOf<{ refreshSession: Tokens }>(await refresh(refreshToken)).refreshSession;
const login = async ({ email }: Tenant): Promise<Tokens> => {
  const document = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens ${tokenFields} } } }`;
  const answer = await product.send(document, { input: { email, password: testPassword } });
  return dataOf<{ login: { tokens: Tokens } }>(answer).login.tokens;
};
const logout = (variables: object, headers = {}): Promise<Answer> =>
  product.send('mutation ($token: String) { logout(refreshToken: $token) }', variables, headers);
const isSignedIn = async (accessToken: string): Promise<boolean> =>
  codesOf(await product.send('{ me { id } }', {}, bearer(accessToken))).length === 0;
const claimsOf = (accessToken: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());

describe('Mutation.refreshSession', () => {
  it('exchanges a token for the next one, and leaves the time of sign-in as it was', async () => {
    const first = await login(await product.signUp('rotating'));
    wait(600);
    const second = await refreshed(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const [before, after] = [claimsOf(first.accessToken), claimsOf(second.accessToken)];
    expect(after).toMatchObject({
      sid: before['sid'],
      sub: before['sub'],
      auth_time: before['auth_time'],
      iat: Number(before['iat']) + 600,
    });
    expect(after['jti']).not.toBe(before['jti']);
    expect(await isSignedIn(second.accessToken)).toBe(true);
  });

  it.each([
    ['signed out', false],
    ['with an access token that is still good', true],
  ])('gives twenty racers the same successor, %s', async (_how, isBearing) => {
    const { refreshToken, headers } = await product.signUp(isBearing ? 'racing-bearer' : 'racing');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refresh(refreshToken, isBearing ? headers : {})),
    );
    const tokens = answers.map((answer) => dataOf<{ refreshSession: Tokens }>(answer).refreshSession);
    expect(new Set(tokens.map((each) => each.refreshToken)).size).toBe(1);
    expect(await Promise.all(tokens.map((each) => isSignedIn(each.accessToken)))).not.toContain(false);
  });

  it('repeats the successor for ten seconds while that is unused', async () => {
    const { refreshToken } = await product.signUp('repeating');
    const first = await refreshed(refreshToken);
    wait(10);
    const second = await refreshed(refreshToken);
    expect(second).toMatchObject({
      refreshToken: first.refreshToken,
      refreshTokenExpiresAt: first.refreshTokenExpiresAt,
    });
  });

  it.each([
    ['after the grace', async (token: string) => void (await refreshed(token)), 11],
    [
      'once its successor was used',
      async (token: string) => void (await refreshed((await refreshed(token)).refreshToken)),
      0,
    ],
  ])('ends every session of the account when a token comes again %s', async (_how, use, seconds) => {
    const tenant = await product.signUp(`robbed-${seconds}`);
    const [elsewhere, bystander] = [await login(tenant), await product.signUp(`bystander-${seconds}`)];
    await use(tenant.refreshToken);
    wait(seconds);
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await Promise.all([tenant, elsewhere].map((each) => isSignedIn(each.accessToken)))).toEqual([false, false]);
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(bystander.accessToken)).toBe(true);
  });

  it('lets a stolen token end what there was, not what is begun afterwards', async () => {
    const tenant = await product.signUp('returning');
    await refreshed(tenant.refreshToken);
    wait(60);
    await refresh(tenant.refreshToken);
    const anew = await login(tenant);
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(anew.accessToken)).toBe(true);
  });

  it('survives thieves of two sessions who come at once', async () => {
    const tenant = await product.signUp('besieged');
    const stolen = [tenant.refreshToken, (await login(tenant)).refreshToken];
    await Promise.all(stolen.map(refreshed));
    wait(60);
    const answers = await Promise.all([...stolen, ...stolen, ...stolen].map((token) => refresh(token)));
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await isSignedIn(tenant.accessToken)).toBe(false);
  });

  it('takes an unknown token for nothing worse than unknown', async () => {
    const tenant = await product.signUp('unimpressed');
    const unknown = await Promise.all(
      ['', 'garbage', 'A'.repeat(43), `${tenant.refreshToken}x`, tenant.accessToken].map((token) => refresh(token)),
    );
    expect(unknown.map(codesOf)).toEqual(unknown.map(() => ['UNAUTHENTICATED']));
    expect(codesOf(await product.send('mutation { refreshSession { accessToken } }'))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(tenant.accessToken)).toBe(true);
  });

  it('lets a session end after seven idle days, and after thirty days however busy it was', async () => {
    const tenant = await product.signUp('long-lived');
    const idle = await login(tenant);
    const signedInAt = product.clock.now.getTime();
    let { refreshToken } = tenant;
    for (let week = 1; week <= 4; week += 1) {
      wait(6.9 * day);
      // Each token comes from the one before.
      // oxlint-disable-next-line no-await-in-loop
      const tokens = await refreshed(refreshToken);
      refreshToken = tokens.refreshToken;
      const lastDay = Math.min(product.clock.now.getTime() + 7 * day * 1000, signedInAt + 30 * day * 1000);
      expect(tokens.refreshTokenExpiresAt).toBe(new Date(lastDay).toISOString());
    }
    expect(codesOf(await refresh(idle.refreshToken))).toEqual(['UNAUTHENTICATED']);
    wait(2.5 * day);
    expect(codesOf(await refresh(refreshToken))).toEqual(['UNAUTHENTICATED']);
  });

  it('gives racers the same successor across a change of secrets', async () => {
    const { refreshToken } = await product.signUp('secretive');
    const before = await refreshed(refreshToken);
    const jwtSecrets = [{ kid: 'next', secret: 'the secret that follows it, 32 bytes or more' }, testSecret];
    const next = await startTestProduct({ urls: product.database.urls, jwtSecrets, now: () => product.clock.now });
    try {
      const after = dataOf<{ refreshSession: Tokens }>(await refresh(refreshToken, {}, next)).refreshSession;
      expect(after.refreshToken).toBe(before.refreshToken);
      expect(codesOf(await next.send('{ me { id } }', {}, bearer(before.accessToken)))).toEqual([]);
    } finally {
      await next.stop();
    }
  });
});

describe('Mutation.logout', () => {
  it('ends the session of the access token at the next request, and no other', async () => {
    const tenant = await product.signUp('leaving');
    const elsewhere = await login(tenant);
    expect(dataOf(await logout({}, tenant.headers))).toEqual({ logout: true });
    expect(await isSignedIn(tenant.accessToken)).toBe(false);
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(elsewhere.accessToken)).toBe(true);
  });

  it('needs only the refresh token once the access token has run out', async () => {
    const tenant = await product.signUp('leaving-late');
    wait(1000);
    expect(dataOf(await logout({ token: tenant.refreshToken }, tenant.headers))).toEqual({ logout: true });
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
  });

  it('is true however often and with whatever it is called', async () => {
    const tenant = await product.signUp('leaving-often');
    const calls = [
      { token: tenant.refreshToken },
      { token: tenant.refreshToken },
      { token: 'garbage' },
      { token: '' },
      {},
    ];
    const answers = await Promise.all(calls.map((variables) => logout(variables, tenant.headers)));
    expect(answers.map((answer) => answer.body)).toEqual(answers.map(() => ({ data: { logout: true } })));
    expect(dataOf(await logout({}))).toEqual({ logout: true });
  });
});

interface Listed {
  readonly mySessions: readonly { readonly id: string; readonly current: boolean; readonly lastSeenAt: string }[];
}
const listDocument = '{ mySessions { id createdAt lastSeenAt ip userAgent methods current } }';
const sessionsOf = async (accessToken: string): Promise<Listed['mySessions']> =>
  dataOf<Listed>(await product.send(listDocument, {}, bearer(accessToken))).mySessions;

describe('Query.mySessions', () => {
  it('lists where the account is signed in, latest first, and marks the one that asks', async () => {
    const tenant = await product.signUp('listed');
    await product.signUp('unlisted');
    wait(60);
    const latest = await login(tenant);
    const sessions = await sessionsOf(tenant.accessToken);
    const at = product.clock.now.toISOString();
    const shared = { ip: expect.stringMatching(/127\.0\.0\.1|::1/), userAgent: 'node', methods: ['pwd'] };
    expect(sessions).toEqual([
      { id: claimsOf(latest.accessToken)['sid'], createdAt: at, lastSeenAt: at, current: false, ...shared },
      expect.objectContaining({ id: claimsOf(tenant.accessToken)['sid'], current: true, ...shared }),
    ]);
  });

  it('leaves out what was signed out or has not been seen for longer than a refresh token lasts', async () => {
    const tenant = await product.signUp('tidy');
    const [left, idle] = [await login(tenant), await login(tenant)];
    await logout({}, bearer(left.accessToken));
    wait(6 * day);
    const { accessToken } = await refreshed(tenant.refreshToken);
    expect((await sessionsOf(accessToken)).map(({ id }) => id)).toContain(claimsOf(idle.accessToken)['sid']);
    wait(1.5 * day);
    const anew = await login(tenant);
    const listed = (await sessionsOf(anew.accessToken)).map(({ id }) => id);
    expect(listed).toEqual([claimsOf(anew.accessToken)['sid'], claimsOf(accessToken)['sid']]);
  });

  it('notes the latest use of a session, to the minute', async () => {
    const { accessToken } = await product.signUp('seen');
    const signedInAt = product.clock.now.toISOString();
    const lastSeen = async (): Promise<string | undefined> => (await sessionsOf(accessToken))[0]?.lastSeenAt;
    wait(59);
    await lastSeen();
    expect(await lastSeen()).toBe(signedInAt);
    wait(1);
    // It is written after the answer, so a later answer shows it.
    await until(async () => (await lastSeen()) === product.clock.now.toISOString());
  });

  it('needs a signed-in viewer', async () => {
    expect(codesOf(await product.send(listDocument))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('Mutation.revokeSession', () => {
  const revoke = (id: unknown, headers: Readonly<Record<string, string>>): Promise<Answer> =>
    product.send('mutation ($id: ID!) { revokeSession(id: $id) }', { id }, headers);

  it("ends one of the account's sessions at its next request; repeating it is harmless", async () => {
    const tenant = await product.signUp('revoking');
    const elsewhere = await login(tenant);
    const id = claimsOf(elsewhere.accessToken)['sid'];
    expect(dataOf(await revoke(id, tenant.headers))).toEqual({ revokeSession: true });
    expect(await isSignedIn(elsewhere.accessToken)).toBe(false);
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(dataOf(await revoke(id, tenant.headers))).toEqual({ revokeSession: true });
    expect(await isSignedIn(tenant.accessToken)).toBe(true);
  });

  it('ends the session that asks, too', async () => {
    const { accessToken, headers } = await product.signUp('self-revoking');
    expect(dataOf(await revoke(claimsOf(accessToken)['sid'], headers))).toEqual({ revokeSession: true });
    expect(await isSignedIn(accessToken)).toBe(false);
  });

  it("cannot tell another account's session from a missing one or a malformed id, and ends none", async () => {
    const [mine, other] = [await product.signUp('prying'), await product.signUp('pried')];
    const ids = [claimsOf(other.accessToken)['sid'], '00000000-0000-4000-8000-000000000000', 'garbage'];
    const answers = await Promise.all(ids.map((id) => revoke(id, mine.headers)));
    expect(answers.map(codesOf)).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await isSignedIn(other.accessToken)).toBe(true);
  });

  it('needs a signed-in viewer', async () => {
    const { accessToken } = await product.signUp('unrevoked');
    expect(codesOf(await revoke(claimsOf(accessToken)['sid'], {}))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(accessToken)).toBe(true);
  });
});
