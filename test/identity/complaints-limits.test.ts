import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityDocuments, linkOf, mailsTo, type IdentityOperation } from '../support/identity-operations.ts';
import {
  codesOf,
  post,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ counters: undefined, trustedProxies: 1 });
});
afterAll(() => product.stop());
beforeEach(async () => void (await product.database.query('truncate rate_counters')));

const page = (): Readonly<Record<string, string>> => ({
  origin: product.url,
  'apollo-require-preflight': '1',
  'x-tenure-client': 'web',
});
/** Asks from an address, as the proxy in front tells it. */
const ask = (
  operation: IdentityOperation,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> => product.send(identityDocuments[operation], variables, headers);
const from = (address: string): Readonly<Record<string, string>> => ({ 'x-forwarded-for': address });
const login = (email: string, password: string, headers = from('192.0.2.1')): Promise<Answer> =>
  ask('login', { input: { email, password } }, headers);
const guess = async (email: string, addresses: readonly string[]): Promise<unknown[]> => {
  const answers: Answer[] = [];
  for (const address of addresses) answers.push(await login(email, 'a wrong guess 1!', from(address)));
  return answers.map((answer) => codesOf(answer)[0]);
};
const times = (count: number, address: string): string[] => Array.from({ length: count }, () => address);

describe('strangers who guess at a password', () => {
  /**
   * @see https://github.com/keycloak/keycloak/security/advisories/GHSA-cq42-vhv7-xr7p
   * @see https://github.com/ory/kratos/issues/3037
   * @see https://github.com/logto-io/logto/issues/3977
   */
  it('are stopped, and lock the owner’s own browser out of nothing', async () => {
    const email = 'besieged@example.com';
    const input = { email, password: testPassword };
    const opened = await ask('register', { input }, { ...page(), ...from('198.51.100.1') });
    const device = opened.headers.getSetCookie().find((each) => each.includes('tenure-device')) ?? '';
    const cookie = device.replace(/;.*/, '');
    const codes = await guess(email, [...times(3, '192.0.2.1'), ...times(5, '192.0.2.2')]);
    expect([codes[0], codes.at(-1)]).toEqual(['UNAUTHENTICATED', 'RATE_LIMITED']);
    // From elsewhere the right password is refused in the same words as a wrong one.
    const [right, wrong] = [await login(email, testPassword), await login(email, 'a wrong guess 1!')];
    expect([codesOf(right), right.body.errors?.[0]?.message]).toEqual([
      ['RATE_LIMITED'],
      wrong.body.errors?.[0]?.message,
    ]);
    expect(codesOf(await login(email, testPassword, { ...page(), ...from('198.51.100.1'), cookie }))).toEqual([]);
  });
});

describe('an owner who was guessed at', () => {
  it('is let in from anywhere again once the password is reset', async () => {
    const tenant = await product.signUp('resetting');
    await guess(tenant.email, times(5, '192.0.2.50'));
    expect(codesOf(await login(tenant.email, testPassword, from('192.0.2.51')))).toEqual(['RATE_LIMITED']);
    await ask('requestPasswordReset', { email: tenant.email }, from('192.0.2.51'));
    const token = await linkOf(product, tenant, 'RESET_PASSWORD');
    const newPassword = 'battery staple 2?';
    expect(codesOf(await ask('resetPassword', { token, newPassword }, from('192.0.2.51')))).toEqual([]);
    expect(codesOf(await login(tenant.email, newPassword, from('192.0.2.51')))).toEqual([]);
  });

  it('has lost no attempt to a server that was too busy to compare', async () => {
    const most = 150;
    const limit = { field: 'login', max: most, windowSeconds: 3_600 };
    const rateLimits = ['address', 'IP'].map((key) => ({ ...limit, key }));
    const busy = await startTestProduct({ counters: undefined, rateLimits });
    const attempt = (): Promise<Answer> =>
      busy.send(identityDocuments.login, { input: { email: 'crowd@example.com', password: 'a wrong guess 1!' } });
    try {
      const answers = await Promise.all(Array.from({ length: most }, attempt));
      expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['UNAUTHENTICATED', 'OVERLOADED']));
      expect(codesOf(await attempt())).toEqual(['UNAUTHENTICATED']);
    } finally {
      await busy.stop();
    }
  });
});

describe('who asks behind a proxy', () => {
  /**
   * @see https://github.com/supabase/auth/issues/1229
   * @see https://github.com/everruns/everruns/issues/2643
   */
  it('is counted by their own address, which they cannot make up', async () => {
    const guesses = (address: string): Promise<unknown[]> =>
      Promise.all(
        Array.from({ length: 10 }, async (_each, at) =>
          codesOf(await login(`nobody-${at}-${address.length}@example.com`, 'a wrong guess 1!', from(address))),
        ),
      );
    await guesses('192.0.2.7');
    expect(await guess('somebody@example.com', ['203.0.113.99, 192.0.2.7', '192.0.2.8'])).toEqual([
      'RATE_LIMITED',
      'UNAUTHENTICATED',
    ]);
  });
});

describe('a document', () => {
  /**
   * @see https://github.com/VilnaCRM-Org/user-service/issues/315
   * @see https://github.com/VilnaCRM-Org/user-service/issues/463
   */
  it('cannot guess twice: neither by aliases, nor in an array', async () => {
    const field = (alias: number): string =>
      `a${alias}: login(input: { email: "aliased@example.com", password: "a wrong guess ${alias}!" }) { __typename }`;
    const aliased = `mutation { ${[1, 2, 3].map(field).join(' ')} }`;
    const answer = await product.send(aliased, {}, from('192.0.2.20'));
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const single = { query: `mutation { ${field(1)} }` };
    const batch = await post(`${product.url}/graphql`, JSON.stringify([single, single]), from('192.0.2.20'));
    expect([batch.status, batch.body.data]).toEqual([400, undefined]);
    expect(
      await product.database.query(`select from audit_events where event = 'LOGIN_FAILED' and ip = '192.0.2.20'`),
    ).toEqual([]);
  });

  it('is limited like any other where it comes under another name, or by a fragment', async () => {
    const email = 'renamed@example.com';
    const spellings = [
      `mutation A($input: LoginInput!) { login(input: $input) { __typename } }`,
      `mutation B($input: LoginInput!) { other: login(input: $input) { __typename } }`,
      `mutation C($input: LoginInput!) { ...F } fragment F on Mutation { login(input: $input) { __typename } }`,
    ];
    const codes: unknown[] = [];
    for (const spelling of [...spellings, ...spellings]) {
      const input = {
        email: codes.length % 2 === 0 ? email : ` ${email.toUpperCase()} `,
        password: 'a wrong guess 1!',
      };
      codes.push(codesOf(await product.send(spelling, { input }, from('192.0.2.30')))[0]);
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'UNAUTHENTICATED'), 'RATE_LIMITED']);
  });
});

describe('what is limited by whom it is for', () => {
  let one: Tenant;
  let other: Tenant;
  let asked = 0;
  beforeAll(async () => {
    [one, other] = [await product.signUp('limited'), await product.signUp('unlimited')];
  });
  const wrong = 'a wrong guess 1!';
  /** From another address each time. */
  const elsewhere = () => from(`203.0.113.${(asked += 1)}`);
  const by = (who: Tenant, operation: IdentityOperation, variables: object): Promise<Answer> =>
    who.send(identityDocuments[operation], variables, elsewhere());

  it.each<{ what: string; max: number; minutes: number; attempt: (who: Tenant) => Promise<Answer> }>([
    {
      what: 'stepUp, an account',
      max: 10,
      minutes: 15,
      attempt: (who) => by(who, 'stepUp', { input: { password: wrong } }),
    },
    {
      what: 'changePassword, an account',
      max: 5,
      minutes: 60,
      attempt: (who) =>
        by(who, 'changePassword', { input: { currentPassword: wrong, newPassword: 'battery staple 2?' } }),
    },
    {
      what: 'requestEmailVerification, an address',
      max: 5,
      minutes: 60,
      attempt: ({ email }) => ask('requestEmailVerification', { email }, elsewhere()),
    },
    {
      what: 'requestEmailChange, an address whoever asks',
      max: 5,
      minutes: 60,
      attempt: (who) => by(asked % 2 === 0 ? one : other, 'requestEmailChange', { newEmail: `new-${who.email}` }),
    },
    {
      what: 'requestEmailChange, an account',
      max: 10,
      minutes: 60,
      attempt: (who) => by(who, 'requestEmailChange', { newEmail: `new-${(asked += 1)}@example.com` }),
    },
  ])('is refused when it is used up, to nobody else: $what, $max in $minutes minutes', async (limit) => {
    const { max, minutes, attempt } = limit;
    for (let at = 0; at < max; at += 1) expect(codesOf(await attempt(one))).not.toContain('RATE_LIMITED');
    const [refused] = (await attempt(one)).body.errors ?? [];
    expect(refused?.extensions['code']).toBe('RATE_LIMITED');
    const wait = Number(refused?.extensions['retryAfter']);
    expect(wait).toBeLessThanOrEqual(minutes * 60);
    expect(wait).toBeGreaterThan(minutes * 60 - 30);
    expect(codesOf(await attempt(other))).not.toContain('RATE_LIMITED');
  });
});

describe('mails that anybody may ask for', () => {
  /**
   * @see https://github.com/keycloak/keycloak/issues/43640
   * @see https://github.com/ory/kratos/issues/1835
   */
  it('are five an hour to one address, proven or not, from wherever they are asked for', async () => {
    const email = 'flooded@example.com';
    await ask('register', { input: { email, password: testPassword } }, from('192.0.2.40'));
    const codes: unknown[] = [];
    for (let at = 0; at < 7; at += 1)
      codes.push(codesOf(await ask('requestPasswordReset', { email }, from(`192.0.2.${41 + at}`)))[0] ?? 'done');
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'done'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect((await mailsTo(product, email)).filter((kind) => kind === 'RESET_PASSWORD')).toHaveLength(5);
  });
});
