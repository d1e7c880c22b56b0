import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, isSignedIn, login, mailedToken, openBrowser, refusalOf, tryRefresh } from '../support/accounts.ts';
import { makeToken, tryMakeToken, tryRevokeToken, type MadeToken } from '../support/access-tokens.ts';
import { requestProof } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { signInAgain, signUpStaff } from '../support/staff.ts';
import { connect, connectAs } from '../support/subscribe.ts';
import { setFavorite, signUpWatched, watchDocument, type Watched } from '../support/watched.ts';

let product: TestProduct;
let ada: Watched;
let bob: Watched;
const made = new Map<string, MadeToken>();
beforeAll(async () => {
  product = await startTestProduct();
  ada = await signUpWatched(product, 'ada');
  bob = await signUpWatched(product, 'bob');
  for (const scopes of [
    ['PERSONAS_READ'],
    ['JOBS_READ'],
    ['JOBS_READ', 'JOBS_WRITE'],
    ['JOBS_READ', 'APPLICATIONS_READ'],
  ])
    made.set(scopes.join(' '), await makeToken(product, ada.tenant, { scopes }));
});
afterAll(() => product.stop());

const by = (scopes: string, query: string, variables: object = {}): Promise<Answer> =>
  product.send(query, variables, made.get(scopes)?.headers);
const insufficient = (...scopes: readonly (readonly string[])[]) => ({
  code: 'FORBIDDEN',
  reason: 'INSUFFICIENT_SCOPE',
  scopes,
});

const match = 'query ($id: ID!) { personaJob(id: $id) { id posting { title } } }';
const favorite = 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id isFavorite } }';

describe('a narrow token', () => {
  it('does what its scopes name, with its owner’s rows alone', async () => {
    expect(dataOf(await by('PERSONAS_READ', '{ personas { id fullName } }'))).toEqual({
      personas: [{ id: ada.personaId, fullName: 'Ada Lovelace' }],
    });
    expect(dataOf(await by('JOBS_READ', match, { id: ada.matchId }))).toMatchObject({
      personaJob: { id: ada.matchId },
    });
    expect(dataOf(await by('JOBS_READ', match, { id: bob.matchId }))).toEqual({ personaJob: null });
    expect(dataOf(await by('JOBS_READ JOBS_WRITE', favorite, { id: ada.matchId }))).toEqual({
      setFavorite: { id: ada.matchId, isFavorite: true },
    });
    expect(codesOf(await by('JOBS_READ JOBS_WRITE', favorite, { id: bob.matchId }))).toEqual(['NOT_FOUND']);
    expect(dataOf(await by('PERSONAS_READ', '{ __typename }'))).toEqual({ __typename: 'Query' });
  });

  it('is refused what they do not name, and told which would do', async () => {
    expect(refusalOf(await by('PERSONAS_READ', match, { id: ada.matchId }))).toEqual(insufficient(['JOBS_READ']));
    expect(refusalOf(await by('JOBS_READ', favorite, { id: ada.matchId }))).toEqual(
      insufficient(['JOBS_READ', 'JOBS_WRITE']),
    );
    const whose = 'query ($id: ID!) { personaJob(id: $id) { persona { fullName } } }';
    expect(refusalOf(await by('JOBS_READ', whose, { id: ada.matchId }))).toMatchObject(
      insufficient(['JOBS_READ', 'PERSONAS_READ']),
    );
    const applied = 'query ($id: ID!) { personaJob(id: $id) { application { status } } }';
    expect(dataOf(await by('JOBS_READ APPLICATIONS_READ', applied, { id: ada.matchId }))).toEqual({
      personaJob: { application: null },
    });
    expect(refusalOf(await by('JOBS_READ', applied, { id: ada.matchId }))).toMatchObject(
      insufficient(['APPLICATIONS_READ', 'JOBS_READ']),
    );
  });

  it.each([
    '{ me { id } }',
    '{ mySessions { id } }',
    '{ mySignInMethods { id } }',
    '{ myAuditEvents { totalCount } }',
    '{ accessTokens { id } }',
    'mutation { logoutEverywhere }',
    'mutation { startTotpEnrollment { secret } }',
    'mutation { passkeyRegistrationOptions }',
    'mutation { updateProfile(input: { name: "Eve" }) { name } }',
    'mutation { stepUp(input: { password: "correct horse 1!" }) { accessToken } }',
    'mutation { changePassword(input: { currentPassword: "correct horse 1!", newPassword: "battery staple 2?" }) { __typename } }',
    'mutation { deleteAccount(confirmEmail: "ada@example.com") }',
    'mutation { startProviderLink(provider: "acme") { url } }',
    'mutation { createAccessToken(input: { label: "more", scopes: [JOBS_READ], expiresAt: "2025-12-01T00:00:00Z" }) { token } }',
    '{ adminUsers { totalCount } }',
  ])('never comes to what its owner’s account is: %s', async (query) => {
    expect(refusalOf(await by('PERSONAS_READ', query))).toEqual(insufficient());
  });

  it('of an admin is nothing of an admin', async () => {
    const admin = await signUpStaff(product, 'boss', 'ADMIN');
    const { headers, id } = await makeToken(product, admin, { scopes: ['PERSONAS_READ'] });
    expect(refusalOf(await product.send('{ adminUsers { totalCount } }', {}, headers))).toEqual(insufficient());
    const revoke = { send: (query: string, variables?: object) => product.send(query, variables, headers) };
    expect(refusalOf(await tryRevokeToken(revoke, id))).toEqual(insufficient());
    expect(refusalOf(await tryMakeToken(product, revoke))).toEqual(insufficient());
  });

  it('is judged for the whole document before any row but its own is read', async () => {
    product.statements.length = 0;
    const query = 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id persona { fullName } } }';
    expect(codesOf(await by('JOBS_READ JOBS_WRITE', query, { id: ada.matchId }))).toEqual(['FORBIDDEN']);
    expect(product.statements.filter((sql) => !/^(begin|rollback|commit|set)/i.test(sql))).toEqual([
      expect.stringContaining('"access_tokens"'),
    ]);
  });

  it('is looked for by one statement', async () => {
    product.statements.length = 0;
    expect(codesOf(await product.send('{ __typename }', {}, bearer(`tenure_pat_${'x'.repeat(43)}`)))).toEqual([]);
    expect(product.statements.filter((sql) => sql.includes('access_tokens'))).toHaveLength(1);
  });

  it('is told by HTTP what it lacks, by clients that understand a status', async () => {
    const asking = { ...made.get('PERSONAS_READ')?.headers, accept: 'application/graphql-response+json' };
    const [lacking, hopeless] = [
      await product.send(
        'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }',
        { id: ada.matchId },
        asking,
      ),
      await product.send('{ me { id } }', {}, asking),
    ];
    expect([lacking, hopeless].map(({ status, headers }) => [status, headers.get('www-authenticate')])).toEqual([
      [403, 'Bearer error="insufficient_scope", scope="JOBS_READ JOBS_WRITE"'],
      [403, 'Bearer error="insufficient_scope"'],
    ]);
  });

  it('gets nothing by what is open to everybody: it does that as nobody', async () => {
    const victim = await product.signUp('victim');
    const token = await makeToken(product, victim);
    expect(dataOf(await product.send('mutation { logout }', {}, token.headers))).toEqual({ logout: true });
    expect([await isSignedIn(product, victim), codesOf(await tryRefresh(product, victim.refreshToken))]).toEqual([
      true,
      [],
    ]);
    // Proving the address while "signed in" would spare what was set up before.
    await product.database.query('update users set email_verified_at = null where id = $1', [victim.userId]);
    dataOf(await requestProof(product, victim.email));
    const link = { token: await mailedToken(product, 'VERIFY_EMAIL', victim.email) };
    const proven = await product.send(
      'mutation ($token: String!) { verifyEmail(token: $token) { hasPassword } }',
      link,
      token.headers,
    );
    expect(dataOf(proven)).toEqual({ verifyEmail: { hasPassword: false } });
    const [row] = await product.database.query<{ actor: string | null }>(
      `select actor_id as actor from audit_events where owner_id = $1 and event = 'LOGOUT'`,
      [victim.userId],
    );
    expect(row).toBeUndefined();
  });
});

describe('no token is taken in place of another', () => {
  it('a narrow one as a cookie, a refresh token or that of a link', async () => {
    const { token } = made.get('PERSONAS_READ') as MadeToken;
    const browser = openBrowser(product);
    await browser.signIn('ada@example.com');
    const name = [...browser.jar.keys()].find((each) => each.includes('access')) ?? '';
    const cookie = { cookie: `${name}=${token}` };
    expect(codesOf(await product.send('{ personas { id } }', {}, cookie))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryRefresh(product, token))).toEqual(['UNAUTHENTICATED']);
    for (const mutation of ['verifyEmail(token: $token) { id }', 'endSessionsByToken(token: $token)'])
      expect(codesOf(await product.send(`mutation ($token: String!) { ${mutation} }`, { token }))).toEqual([
        'BAD_USER_INPUT',
      ]);
    const basic = { authorization: `Basic ${token}` };
    expect(codesOf(await product.send('{ personas { id } }', {}, basic))).toEqual(['UNAUTHENTICATED']);
  });

  it('any other as a narrow one, its hash neither', async () => {
    const { token } = made.get('PERSONAS_READ') as MadeToken;
    const { accessToken, refreshToken } = await login(product, ada.tenant);
    const [{ hash } = { hash: '' }] = await product.database.query<{ hash: string }>(
      'select token_hash as hash from access_tokens limit 1',
    );
    const bare = token.slice('tenure_pat_'.length);
    for (const other of [
      refreshToken,
      bare,
      hash,
      `tenure_pat_${hash}`,
      `tenure_pat_${refreshToken}`,
      `tenure_pat_${accessToken}`,
      `${token}x`,
      token.toUpperCase(),
    ])
      expect(codesOf(await product.send('{ personas { id } }', {}, bearer(other)))).toEqual(['UNAUTHENTICATED']);
  });

  it('a narrow one narrows what a browser sends along, and widens nothing', async () => {
    const browser = openBrowser(product);
    await browser.signIn('bob@example.com');
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...made.get('PERSONAS_READ')?.headers, cookie };
    expect(refusalOf(await product.send('{ me { id } }', {}, headers))).toEqual(insufficient());
    expect(dataOf(await product.send('{ personas { id } }', {}, headers))).toEqual({
      personas: [{ id: ada.personaId }],
    });
  });
});

describe('a subscription by a narrow token', () => {
  it('tells what its scope reads', async () => {
    const connection = connectAs(product, { headers: made.get('JOBS_READ')?.headers ?? {} });
    const subscribed = await connection.subscribe(watchDocument, { id: ada.personaId });
    await setFavorite(ada, false);
    expect(await subscribed.next()).toMatchObject({ data: { personaJobsChanged: { isFavorite: false } } });
    subscribed.end();
    await connection.close();
  });

  it('is refused to one that is for other things', async () => {
    const connection = connectAs(product, { headers: made.get('PERSONAS_READ')?.headers ?? {} });
    const subscribed = await connection.subscribe(watchDocument, { id: ada.personaId });
    expect((await subscribed.next()).errors).toMatchObject([{ extensions: insufficient(['JOBS_READ']) }]);
    await connection.close();
  });

  it('ends when the token is ended, or has run out', async () => {
    const tenant = await signInAgain(product, ada.tenant);
    const soon = new Date(product.clock.now.getTime() + 60_000).toISOString();
    const [ended, short] = [
      await makeToken(product, tenant, { scopes: ['JOBS_READ'] }),
      await makeToken(product, tenant, { scopes: ['JOBS_READ'], expiresAt: soon }),
    ];
    const connections = [ended, short].map(({ headers }) => connect(product, { params: headers }));
    // One after the other: when each is open, the log tells only of one at a time.
    const subscribed = [];
    for (const connection of connections)
      subscribed.push(await connection.subscribe(watchDocument, { id: ada.personaId }));
    const [one, other] = subscribed;
    expect(codesOf(await tryRevokeToken(tenant, ended.id))).toEqual([]);
    expect(await one?.ended).toMatchObject({ code: 4403, reason: 'The session has ended.' });
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    expect(await other?.ended).toMatchObject({ code: 4403, reason: 'The access token has run out.' });
    await Promise.all(connections.map((connection) => connection.close()));
  });
});
