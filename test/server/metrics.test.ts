import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, tryLogin, tryRefresh, tryRegister, wait } from '../support/accounts.ts';
import { startBreachServer, type BreachServer } from '../support/breach-server.ts';
import { startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';
import { addApp, challengeFor, complete } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ metricsPort: 0 });
});
afterAll(() => product.stop());

const at = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${product.metricsPort}${path}`, init);
const scrape = async ({ metricsPort } = product): Promise<string> =>
  (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
const valueOf = (text: string, series: string): number => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1));
};
const loginDocument = 'mutation Named($input: LoginInput!) { mine: login(input: $input) { __typename } }';

describe('what fails', () => {
  let breaches: BreachServer;
  let failing: TestProduct;
  beforeAll(async () => {
    breaches = await startBreachServer({ breached: [] });
    const limit = { key: 'IP', max: 100, windowSeconds: 3_600 };
    failing = await startTestProduct({
      metricsPort: 0,
      counters: undefined,
      registration: 'verified',
      breachCheckUrl: breaches.url,
      rateLimits: [
        { field: 'register', ...limit },
        { field: 'login', ...limit },
      ],
    });
  });
  afterAll(async () => {
    await failing.stop();
    await breaches.stop();
  });

  const change = async (sql: string, email: string): Promise<void> =>
    void (await failing.database.query(sql.replace('ID', '(select id from users where email = $1)'), [email]));
  const verify = (email: string): Promise<void> =>
    change('update users set email_verified_at = created_at where id = ID', email);
  const signIn = (email: string, password = testPassword): Promise<Answer> => tryLogin(failing, { email, password });
  const refreshed = async (refreshToken: string): Promise<void> => void (await tryRefresh(failing, refreshToken));

  it.each<readonly [series: string, happen: (email: string) => Promise<unknown>]>([
    ['auth_login_failure_total{reason="UNVERIFIED"}', (email) => signIn(email)],
    [
      'auth_login_failure_total{reason="LOCKED"}',
      async (email) => {
        await change('update credentials set failed_attempts = 100 where owner_id = ID', email);
        await signIn(email);
      },
    ],
    [
      'auth_login_failure_total{reason="DISABLED"}',
      async (email) => {
        await change('update users set disabled_at = created_at where id = ID', email);
        await signIn(email);
      },
    ],
    [
      'auth_login_failure_total{reason="RATE_LIMITED"}',
      async (email) => {
        for (let at = 0; at < 6; at += 1) await signIn(email, 'wrong horse 1!');
      },
    ],
    [
      'auth_login_failure_total{reason="SECOND_FACTOR"}',
      async (email) => {
        await verify(email);
        await addApp(failing, await login(failing, { email }));
        const { challenge } = await challengeFor(failing, { email, password: testPassword });
        await complete(failing, { challenge, method: 'BACKUP_CODE', code: 'AAAA-AAAA-AAAA-AAAA' });
      },
    ],
    [
      'auth_token_refresh_total{outcome="REUSED"}',
      async (email) => {
        await verify(email);
        const { refreshToken } = await login(failing, { email });
        await refreshed(refreshToken);
        wait(failing, 11);
        await refreshed(refreshToken);
      },
    ],
    [
      'auth_breach_check_failures_total',
      async () => {
        breaches.answerWith((response) => void response.writeHead(503).end());
        await tryRegister(failing, { email: 'unasked@example.com' });
        breaches.answerWith(undefined);
      },
    ],
    [
      'auth_counter_failures_total',
      async (email) => {
        await failing.database.query('revoke all on rate_counters from tenure_identity');
        await tryRegister(failing, { email });
        await failing.database.query('grant select, insert, update, delete on rate_counters to tenure_identity');
      },
    ],
  ])('is counted once: %s', async (series, happen) => {
    const email = `${series.replace(/\W+/g, '-').toLowerCase()}a@example.com`;
    await tryRegister(failing, { email });
    const before = await scrape(failing);
    await happen(email);
    const after = await scrape(failing);
    expect(valueOf(after, series) - valueOf(before, series)).toBe(1);
  });
});

describe('GET /metrics', () => {
  it('is text in the format of Prometheus, with the process and every counter from zero', async () => {
    const answer = await at('/metrics');
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    for (const series of [
      'auth_login_success_total',
      'auth_login_failure_total{reason="UNKNOWN_ADDRESS"}',
      'auth_login_failure_total{reason="RATE_LIMITED"}',
      'auth_token_refresh_total{outcome="ROTATED"}',
      'auth_token_refresh_total{outcome="REUSED"}',
      'auth_breach_check_failures_total',
      'auth_counter_failures_total',
      'mail_sent_total',
      'mail_failures_total',
      'matching_pairs_total',
    ])
      expect([series, valueOf(text, series)]).toEqual([series, 0]);
  });

  it('times operations of identity by the root field’s own name and the outcome, and no others', async () => {
    const { email, ask } = await product.signUp('timed');
    await product.send(loginDocument, { input: { email, password: testPassword } });
    await product.send(loginDocument, { input: { email, password: 'wrong pass 1!' } });
    await product.send(loginDocument, { input: { email, password: 5 } });
    await ask('query Mine { me { id } mySessions { id } }');
    const text = await scrape();
    const series = text.split('\n').filter((line) => line.startsWith('auth_operation_duration_seconds_count'));
    expect(series.toSorted()).toEqual([
      'auth_operation_duration_seconds_count{operation="login",outcome="BAD_USER_INPUT"} 1',
      'auth_operation_duration_seconds_count{operation="login",outcome="OK"} 1',
      'auth_operation_duration_seconds_count{operation="login",outcome="UNAUTHENTICATED"} 1',
      'auth_operation_duration_seconds_count{operation="register",outcome="OK"} 1',
    ]);
    const seconds = valueOf(text, 'auth_operation_duration_seconds_sum{operation="login",outcome="OK"}');
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(10);
  });

  it('counts sign-ins and refreshes as they end, whoever makes them', async () => {
    const { email, refreshToken } = await product.signUp('counted');
    const before = await scrape();
    const refresh = 'mutation ($token: String) { refreshSession(refreshToken: $token) { refreshToken } }';
    await product.send(loginDocument, { input: { email, password: testPassword } });
    await product.send(loginDocument, { input: { email, password: 'wrong pass 1!' } });
    await product.send(loginDocument, { input: { email: 'nobody@example.com', password: testPassword } });
    await product.send(refresh, { token: refreshToken });
    await product.send(refresh, { token: refreshToken });
    await product.send(refresh, { token: 'none of ours' });
    const after = await scrape();
    for (const series of [
      'auth_login_success_total',
      'auth_login_failure_total{reason="WRONG_PASSWORD"}',
      'auth_login_failure_total{reason="UNKNOWN_ADDRESS"}',
      'auth_token_refresh_total{outcome="ROTATED"}',
      'auth_token_refresh_total{outcome="REPEATED"}',
      'auth_token_refresh_total{outcome="REFUSED"}',
    ])
      expect([series, valueOf(after, series) - valueOf(before, series)]).toEqual([series, 1]);
  });

  it('counts one product apart from another in the same process', async () => {
    const other = await startTestProduct({ metricsPort: 0 });
    try {
      other.metrics.mailFailed();
      other.metrics.loginFailed('DISABLED');
      expect(valueOf(await scrape(), 'auth_login_failure_total{reason="DISABLED"}')).toBe(0);
    } finally {
      await other.stop();
    }
    await expect(fetch(`http://127.0.0.1:${other.metricsPort}/metrics`)).rejects.toThrow('fetch failed');
  });

  it('is all there is on its port', async () => {
    for (const path of ['/', '/graphql', '/healthz', '/metrics/', '/METRICS', '/metrics?a=1'])
      expect([path, (await at(path)).status]).toEqual([path, 404]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect([method, (await at('/metrics', { method })).status]).toEqual([method, 404]);
  });

  it('is on no other port', async () => {
    expect(await (await fetch(`${product.url}/metrics`)).text()).not.toContain('auth_login');
  });

  it('is nowhere unless it is asked for', async () => {
    const other = await startTestProduct();
    expect(other.metricsPort).toBeNull();
    expect((await other.metrics.expose()).text).not.toContain('process_');
    await other.stop();
  });

  it('keeps a product from starting whose port for it is taken, and leaves nothing of it running', async () => {
    const taken = product.metricsPort ?? 0;
    await expect(startTestProduct({ metricsPort: taken })).rejects.toMatchObject({ code: 'EADDRINUSE', port: taken });
  });
});
