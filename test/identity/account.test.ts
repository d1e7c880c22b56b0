import { hash } from 'argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, dataOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const registerDocument =
  'mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired tokens { accessToken refreshToken } user { id email emailVerified name imageUrl roles hasPassword createdAt } } }';
const loginDocument =
  'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on AuthSession { tokens { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt } user { id email hasPassword } } } }';
const meDocument = '{ me { id email emailVerified name imageUrl roles hasPassword createdAt } }';

const register = (input: object): Promise<Answer> => product.send(registerDocument, { input });
const login = (email: string, password: string): Promise<Answer> =>
  product.send(loginDocument, { input: { email, password } });
const me = (token: string): Promise<Answer> => product.send(meDocument, {}, { authorization: `Bearer ${token}` });
const reasonOf = (answer: Answer): unknown => answer.body.errors?.[0]?.extensions['reason'];

interface Registered {
  readonly register: { readonly tokens: { accessToken: string; refreshToken: string }; readonly user: { id: string } };
}
interface LoggedIn {
  readonly login: { readonly tokens: Readonly<Record<string, string>>; readonly user: object };
}

describe('Mutation.register', () => {
  it('opens an account and signs it in', async () => {
    const answer = await register({ email: ' Nora@Example.com ', password: testPassword, name: '  Nora ' });
    const { register: opened } = dataOf<Registered>(answer);
    const user = {
      id: opened.user.id,
      email: 'nora@example.com',
      emailVerified: false,
      name: 'Nora',
      imageUrl: null,
      roles: ['USER'],
      hasPassword: true,
      createdAt: product.clock.now.toISOString(),
    };
    expect(opened).toMatchObject({ verificationRequired: false, user });
    expect(dataOf(await me(opened.tokens.accessToken))).toEqual({ me: user });
  });

  it('gives an address to one account only, however it is written', async () => {
    await register({ email: 'taken@example.com', password: testPassword });
    const again = await register({ email: 'TAKEN@example.com', password: 'another pass 1!' });
    expect([codesOf(again), reasonOf(again), again.body.data]).toEqual([['CONFLICT'], 'EMAIL_TAKEN', null]);
    expect(codesOf(await login('taken@example.com', 'another pass 1!'))).toEqual(['UNAUTHENTICATED']);
  });

  it('gives an address to one of twenty who ask for it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => register({ email: 'race@example.com', password: testPassword })),
    );
    const outcomes = answers.map((answer) => reasonOf(answer) ?? 'opened').toSorted();
    expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'EMAIL_TAKEN'), 'opened']);
    const left = await product.database.query(
      `select (select count(*)::int from users u where u.email = 'race@example.com') as users, (select count(*)::int from sessions s join users u on u.id = s.owner_id where u.email = 'race@example.com') as sessions`,
    );
    expect(left).toEqual([{ users: 1, sessions: 1 }]);
  });

  it.each([
    ['email', { email: 'nobody', password: testPassword }],
    ['email', { email: 'a@example.com\r\nbcc: b@example.com', password: testPassword }],
    ['password', { email: 'weak@example.com', password: 'abcdefgh' }],
    ['password', { email: 'long@example.com', password: `${testPassword}${'x'.repeat(200)}` }],
    ['name', { email: 'named@example.com', password: testPassword, name: 'x'.repeat(256) }],
    ['name', { email: 'named@example.com', password: testPassword, name: 'a\u0000b' }],
  ])('says which field it cannot take: %s of %j', async (field, input) => {
    const answer = await register(input);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.body.errors?.[0]?.extensions['field']).toBe(`input.${field}`);
    expect(await product.database.query('select from users where email = $1', [input.email])).toHaveLength(0);
  });

  it('stores neither password nor tokens as they are', async () => {
    const answer = await register({ email: 'stored@example.com', password: testPassword });
    const { tokens, user } = dataOf<Registered>(answer).register;
    const [row] = await product.database.query<{ secret: string; token: string }>(
      'select c.secret_hash as secret, r.token_hash as token from credentials c join refresh_tokens r using (owner_id) where c.owner_id = $1',
      [user.id],
    );
    expect(row?.secret).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(row?.token).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(tokens.refreshToken);
    expect(product.log.join('\n')).not.toContain(tokens.refreshToken);
    expect(product.log.join('\n')).not.toContain(testPassword);
  });
});

describe('Mutation.login', () => {
  beforeAll(async () => {
    await product.signUp('lena');
  });

  it('signs in with the address however it is written, into a session of its own', async () => {
    const first = dataOf<LoggedIn>(await login('lena@example.com', testPassword)).login;
    const second = dataOf<LoggedIn>(await login(' LENA@example.com', testPassword)).login;
    expect(second).toMatchObject({ __typename: 'AuthSession', user: { email: 'lena@example.com', hasPassword: true } });
    const after = (seconds: number): string => new Date(product.clock.now.getTime() + seconds * 1000).toISOString();
    expect(second.tokens).toMatchObject({
      accessTokenExpiresAt: after(900),
      refreshTokenExpiresAt: after(7 * 86_400),
    });
    const sidOf = (token = ''): unknown =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid;
    expect(sidOf(second.tokens['accessToken'])).not.toBe(sidOf(first.tokens['accessToken']));
  });

  it('answers an unknown address like a wrong password, to the letter', async () => {
    const wrong = await login('lena@example.com', 'wrong horse 1!');
    expect(wrong.body).toEqual({
      data: null,
      errors: [
        expect.objectContaining({ message: 'E-mail or password is wrong.', extensions: { code: 'UNAUTHENTICATED' } }),
      ],
    });
    const others = await Promise.all([
      login('lena@example.com', ''),
      login('lena@example.com', 'x'.repeat(5000)),
      login('lena@example.com', `${testPassword} `),
      login('nobody@example.com', testPassword),
      login('nobody@example.com', ''),
      login('not an address', testPassword),
      login('lena@example.com\u0000', testPassword),
    ]);
    for (const other of others) expect([other.status, other.text]).toEqual([wrong.status, wrong.text]);
  });

  it('renews a hash of weaker parameters once the password is known', async () => {
    const { userId, email } = await product.signUp('weak-hash');
    const weak = await hash(testPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await product.database.query('update credentials set secret_hash = $1 where owner_id = $2', [weak, userId]);
    const stored = async (): Promise<string | undefined> => {
      const rows = await product.database.query<{ hash: string }>(
        'select secret_hash as hash from credentials where owner_id = $1',
        [userId],
      );
      return rows[0]?.hash;
    };
    expect(codesOf(await login(email, 'wrong horse 1!'))).toEqual(['UNAUTHENTICATED']);
    expect(await stored()).toBe(weak);
    expect(codesOf(await login(email, testPassword))).toEqual([]);
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(codesOf(await login(email, testPassword))).toEqual([]);
  });
});

describe('Query.me', () => {
  it('is for who is signed in', async () => {
    const [absent, garbled] = await Promise.all([product.send(meDocument), me('garbled')]);
    for (const answer of [absent, garbled]) {
      expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
      expect(reasonOf(answer)).toBeUndefined();
    }
  });

  it('tells a client whose token has run out to refresh it', async () => {
    const { accessToken } = await product.signUp('late');
    product.clock.now = new Date(product.clock.now.getTime() + 901_000);
    const answer = await me(accessToken);
    expect([codesOf(answer), reasonOf(answer)]).toEqual([['UNAUTHENTICATED'], 'TOKEN_EXPIRED']);
  });
});
