import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { codesOf, dataOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({
    counters: undefined,
    trustedProxies: 1,
    rateLimits: [{ field: 'refreshSession', key: 'IP', max: 2, windowSeconds: 600 }],
  });
});
afterAll(() => product.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await product.database.query('truncate rate_counters');
});
afterEach(() => void vi.useRealTimers());

const graphqlResponse = { accept: 'application/graphql-response+json' };
const registration = 'mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired } }';
let registered = 0;

/** Registers somebody new from an address, as the proxy in front tells it. */
function register(forwarded: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  registered += 1;
  const input = { email: `${registered}@example.com`, password: testPassword };
  return product.send(registration, { input }, { 'x-forwarded-for': forwarded, ...headers });
}

const outcomes = (answers: readonly Answer[]): unknown[] => answers.map((answer) => codesOf(answer)[0] ?? 'done');

async function registerAll(addresses: readonly string[]): Promise<unknown[]> {
  const answers: Answer[] = [];
  for (const address of addresses) answers.push(await register(address));
  return outcomes(answers);
}

describe('a field that may be executed three times an hour from one address', () => {
  it('is refused the fourth time, with the wait in words that depend on the media type', async () => {
    expect(await registerAll(['192.0.2.1', '192.0.2.1', '192.0.2.1'])).toEqual(['done', 'done', 'done']);
    vi.setSystemTime(Date.now() + 600_000);
    const plain = await register('192.0.2.1');
    expect(plain.status).toBe(200);
    expect(plain.headers.get('retry-after')).toBeNull();
    expect(plain.body).toEqual({
      errors: [
        {
          message: 'Too many attempts. Try again in 50 minutes.',
          path: ['register'],
          extensions: { code: 'RATE_LIMITED', retryAfter: 3000 },
        },
      ],
    });
    const told = await register('192.0.2.1', graphqlResponse);
    expect(told.status).toBe(429);
    expect(told.headers.get('retry-after')).toBe('3000');
    expect(told.body).toEqual(plain.body);
  });

  it('tells the wait of a document that comes for the first time as well', async () => {
    await registerAll(['192.0.2.1', '192.0.2.1', '192.0.2.1']);
    const input = { email: 'first@example.com', password: testPassword };
    const text = 'mutation New($input: RegisterInput!) { register(input: $input) { verificationRequired } }';
    const answer = await product.send(text, { input }, { 'x-forwarded-for': '192.0.2.1', ...graphqlResponse });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('3600');
  });

  it('is open again when the hour is over, however often it was tried meanwhile', async () => {
    await registerAll(['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.1']);
    vi.setSystemTime(Date.now() + 3_599_000);
    expect(await registerAll(['192.0.2.1'])).toEqual(['RATE_LIMITED']);
    vi.setSystemTime(Date.now() + 2_000);
    expect(await registerAll(['192.0.2.1'])).toEqual(['done']);
  });

  it('is executed three times of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => register('192.0.2.1')));
    expect(outcomes(answers).toSorted()).toEqual([...Array(7).fill('RATE_LIMITED'), 'done', 'done', 'done']);
  });

  it('counts each execution, failed ones as well', async () => {
    const input = { email: 'taken@example.com', password: testPassword };
    const answers: Answer[] = [];
    for (let at = 0; at < 4; at += 1)
      answers.push(await product.send(registration, { input }, { 'x-forwarded-for': '192.0.2.1' }));
    expect(outcomes(answers)).toEqual(['done', 'CONFLICT', 'CONFLICT', 'RATE_LIMITED']);
  });

  it('is not multiplied by aliases, nor by several documents in one body', async () => {
    const text = `mutation ($input: RegisterInput!) { ${['a', 'b', 'c', 'd'].map((alias) => `${alias}: register(input: $input) { verificationRequired }`).join(' ')} }`;
    const input = { email: 'aliased@example.com', password: testPassword };
    const answer = await product.send(text, { input }, { 'x-forwarded-for': '192.0.2.1' });
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await product.database.query("select from users where email = 'aliased@example.com'")).toEqual([]);
  });

  it('leaves others alone', async () => {
    await registerAll(['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.1']);
    expect(await registerAll(['192.0.2.2'])).toEqual(['done']);
  });
});

describe('an address', () => {
  it('of IPv6 counts with all of its network, and IPv4 within IPv6 as what it is', async () => {
    expect(
      await registerAll(['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:DB8:1:2:ffff::3', '2001:db8:1:2::4']),
    ).toEqual(['done', 'done', 'done', 'RATE_LIMITED']);
    expect(await registerAll(['2001:db8:1:3::1'])).toEqual(['done']);
    expect(await registerAll(['::ffff:192.0.2.1', '192.0.2.1', '::ffff:c000:201', '192.0.2.1'])).toEqual([
      'done',
      'done',
      'done',
      'RATE_LIMITED',
    ]);
  });

  it('is the one that the trusted proxy saw, whatever was written before it', async () => {
    const written = [
      '192.0.2.9',
      '198.51.100.1, 192.0.2.9',
      '203.0.113.7, 198.51.100.2, 192.0.2.9',
      '10.0.0.1, 192.0.2.9',
    ];
    expect(await registerAll(written)).toEqual(['done', 'done', 'done', 'RATE_LIMITED']);
  });
});

describe('signing in', () => {
  const text = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
  const signIn = async (email: string, password: string, address = '192.0.2.1'): Promise<unknown> => {
    const answer = await product.send(text, { input: { email, password } }, { 'x-forwarded-for': address });
    const [error] = answer.body.errors ?? [];
    return error ? [error.extensions['code'], error.extensions['retryAfter']] : 'done';
  };
  const wrong = ['UNAUTHENTICATED', undefined];

  it('is refused after five wrong passwords, alike for an address of somebody and of nobody, and then for twice as long', async () => {
    const { email } = await product.signUp('guessed');
    for (const address of [email, 'nobody@example.com']) {
      const network = address === email ? '192.0.2.1' : '192.0.2.2';
      for (let at = 0; at < 5; at += 1) expect(await signIn(address, 'wrong 1!', network)).toEqual(wrong);
      expect(await signIn(address, testPassword, network)).toEqual(['RATE_LIMITED', 900]);
    }
    vi.setSystemTime(Date.now() + 900_000);
    for (let at = 0; at < 5; at += 1) expect(await signIn(email, 'wrong 1!', '192.0.2.3')).toEqual(wrong);
    expect(await signIn(email, testPassword, '192.0.2.3')).toEqual(['RATE_LIMITED', 1_800]);
  });

  it('is never refused to who knows the password', async () => {
    const { email } = await product.signUp('knowing');
    for (let at = 0; at < 12; at += 1) expect(await signIn(email, testPassword)).toBe('done');
  });
});

describe('a limit that the settings change', () => {
  it('is the one that counts', async () => {
    const refresh = () =>
      product.send('mutation { refreshSession { accessToken } }', {}, { 'x-forwarded-for': '192.0.2.1' });
    const answers = [await refresh(), await refresh(), await refresh()];
    expect(outcomes(answers)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'RATE_LIMITED']);
    expect(answers[2]?.body.errors?.[0]?.extensions['retryAfter']).toBe(600);
  });

  it('stops the start where it names nothing that is limited, and says what there is', async () => {
    const limit = { max: 1, windowSeconds: 60 };
    const start = startTestProduct({
      rateLimits: [
        { field: 'registr', key: 'IP', ...limit },
        { field: 'login', key: 'email', ...limit },
      ],
    });
    await expect(start).rejects.toThrow(
      /^RATE_LIMITS: nothing is limited by registr:IP, login:email\. There are .*login:address, .*register:IP, /,
    );
  });
});

describe('without a database to count in', () => {
  it('what is limited is refused as overload, and not executed', async () => {
    // The counters' login alone may do nothing any more.
    await product.database.query('revoke all on rate_counters from tenure_identity');
    try {
      const answer = await register('192.0.2.1', graphqlResponse);
      expect(answer.status).toBe(503);
      expect(codesOf(answer)).toEqual(['OVERLOADED']);
      const input = { email: 'nobody@example.com', password: testPassword };
      const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
      expect(codesOf(await product.send(login, { input }))).toEqual(['OVERLOADED']);
      expect(dataOf(await product.send('{ __typename }'))).toEqual({ __typename: 'Query' });
    } finally {
      await product.database.query('grant select, insert, update, delete on rate_counters to tenure_identity');
    }
    expect(outcomes([await register('192.0.2.1')])).toEqual(['done']);
    expect(product.log.filter((line) => line.includes('attempts cannot be counted'))).toHaveLength(1);
  });
});
