import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  auditOf,
  bearer,
  claimsOf,
  isSignedIn,
  login,
  minute,
  openBrowser,
  refusalOf,
  tryRefresh,
  tryStepUp,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const stepUp = (tokens: Pick<Tokens, 'accessToken'>, password = testPassword): Promise<Answer> =>
  tryStepUp(product, tokens, { password });
const stepped = (answer: Answer): Tokens => dataOf<{ stepUp: Tokens }>(answer).stepUp;
const others = 'mutation { logoutEverywhere(includeCurrent: false) }';
const required = { code: 'STEP_UP_REQUIRED', maxAge: 600, methods: ['PASSWORD'] };

/** What needs a recent sign-in, of an account. */
const sensitive = ({ email, accessToken }: Tenant): readonly string[] => [
  others,
  'mutation { logoutEverywhere }',
  `mutation { revokeSession(id: "${claimsOf(accessToken)['sid']}") }`,
  'mutation { requestEmailChange(newEmail: "sensitive@example.com") }',
  `mutation { deleteAccount(confirmEmail: "${email}") }`,
];

describe('what needs a recent sign-in', () => {
  it('works for ten minutes after it', async () => {
    const tenant = await product.signUp('recent');
    wait(product, 10 * minute);
    expect(codesOf(await tenant.send(others))).toEqual([]);
    wait(product, 1);
    expect(refusalOf(await tenant.send(others))).toEqual(required);
  });

  it('says by HTTP how recent it has to be, to clients that understand a status', async () => {
    const tenant = await product.signUp('challenged');
    wait(product, 10 * minute + 1);
    const [told, plain] = [
      await tenant.send(others, {}, { accept: 'application/graphql-response+json' }),
      await tenant.send(others),
    ];
    expect([told, plain].map(({ status, headers }) => [status, headers.get('www-authenticate')])).toEqual([
      [401, 'Bearer error="insufficient_user_authentication", max_age="600"'],
      [200, null],
    ]);
  });

  it('then asks for another proof, saying how old it may be and how it can be given, and does nothing', async () => {
    const tenant = await product.signUp('stale');
    wait(product, 11 * minute);
    for (const document of sensitive(tenant)) {
      const answer = await tenant.send(document);
      expect([document, refusalOf(answer), answer.body.data]).toEqual([document, required, undefined]);
    }
    const asked = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...tenant.headers,
      },
      body: JSON.stringify({ query: others }),
    });
    expect(asked.status).toBe(401);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it('asks for it before anything is looked up: one’s own, another’s, missing and malformed ids are alike', async () => {
    const [tenant, other] = [await product.signUp('prying'), await product.signUp('pried')];
    wait(product, 11 * minute);
    const ids = [claimsOf(tenant.accessToken)['sid'], ...twinsOf(String(claimsOf(other.accessToken)['sid']))];
    const document = 'mutation ($id: ID!) { revokeSession(id: $id) }';
    const [first, ...rest] = await twinTraces(product, tenant, {
      document,
      ids: ids.map(String),
      variables: (id) => ({ id }),
    });
    expect(first?.text).toContain('STEP_UP_REQUIRED');
    for (const each of rest) expect(each).toEqual(first);
  });

  it('tells who is signed out to sign in, and no more', async () => {
    const tenant = await product.signUp('absent');
    for (const document of sensitive(tenant))
      expect(codesOf(await product.send(document))).toEqual(['UNAUTHENTICATED']);
  });

  it('is not brought nearer by refreshing', async () => {
    const tenant = await product.signUp('refreshing');
    wait(product, 11 * minute);
    const { refreshSession } = dataOf<{ refreshSession: Tokens }>(await tryRefresh(product, tenant.refreshToken));
    expect(claimsOf(refreshSession.accessToken)['auth_time']).toBe(claimsOf(tenant.accessToken)['auth_time']);
    const answer = await product.send(others, {}, bearer(refreshSession.accessToken));
    expect(refusalOf(answer)).toEqual(required);
  });
});

describe('Mutation.stepUp', () => {
  it('lets the same session do it again, with the tokens given back and with no others', async () => {
    const tenant = await product.signUp('proving');
    wait(product, 11 * minute);
    const tokens = stepped(await stepUp(tenant));
    expect(claimsOf(tokens.accessToken)).toMatchObject({
      sid: claimsOf(tenant.accessToken)['sid'],
      auth_time: Math.floor(product.clock.now.getTime() / 1000),
    });
    expect(refusalOf(await tenant.send(others))).toEqual(required);
    expect(codesOf(await product.send(others, {}, bearer(tokens.accessToken)))).toEqual([]);
    wait(product, 9 * minute);
    const { refreshSession } = dataOf<{ refreshSession: Tokens }>(await tryRefresh(product, tokens.refreshToken));
    expect(codesOf(await product.send(others, {}, bearer(refreshSession.accessToken)))).toEqual([]);
  });

  it.each([0, 10])(
    'leaves the refresh token of before dead, and whoever comes with it %d s later is no thief but another tab',
    async (seconds) => {
      const tenant = await product.signUp(`superseded-${seconds}`);
      const elsewhere = await login(product, tenant);
      const tokens = stepped(await stepUp(tenant));
      wait(product, seconds);
      expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
      for (const each of [elsewhere, tokens]) expect(codesOf(await tryRefresh(product, each.refreshToken))).toEqual([]);
    },
  );

  it('takes the refresh token of before for stolen when it comes later', async () => {
    const tenant = await product.signUp('superseded');
    const tokens = stepped(await stepUp(tenant));
    wait(product, 11);
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(product, tokens)).toBe(false);
  });

  it('takes a token for stolen that was used before it', async () => {
    const tenant = await product.signUp('robbed');
    const { refreshSession } = dataOf<{ refreshSession: Tokens }>(await tryRefresh(product, tenant.refreshToken));
    const tokens = stepped(await stepUp(refreshSession));
    wait(product, 11);
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(product, tokens)).toBe(false);
  });

  it('refuses a wrong password, which leaves the session and its tokens as they were', async () => {
    const tenant = await product.signUp('mistyping');
    wait(product, 11 * minute);
    for (const password of ['wrong horse 1!', '', 'x'.repeat(5_000)])
      expect(refusalOf(await stepUp(tenant, password))).toEqual({ code: 'BAD_USER_INPUT', field: 'input.password' });
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual([]);
    expect(refusalOf(await tenant.send(others))).toEqual(required);
    const refused = (await auditOf(product, tenant.userId)).find(({ event }) => event === 'STEP_UP');
    expect(refused).toMatchObject({ outcome: 'REFUSED', actor_id: tenant.userId, user_agent: 'node' });
  });

  it('refuses whoever has no password, and who is signed out', async () => {
    const tenant = await product.signUp('without');
    await product.database.query('delete from credentials where owner_id = $1', [tenant.userId]);
    for (const password of [testPassword, ''])
      expect(refusalOf(await stepUp(tenant, password))).toEqual({ code: 'BAD_USER_INPUT', field: 'input.password' });
    expect(codesOf(await product.send(`mutation { stepUp(input: { password: "x" }) { accessToken } }`))).toEqual([
      'UNAUTHENTICATED',
    ]);
  });

  it('leaves one good refresh token of twenty proofs at once, and the session', async () => {
    const tenant = await product.signUp('hasty');
    const answers = await atOnce(20, () => stepUp(tenant));
    expect(winnersOf(answers)).toBe(20);
    const refreshed: Answer[] = [];
    for (const answer of answers) refreshed.push(await tryRefresh(product, stepped(answer).refreshToken));
    expect(winnersOf(refreshed)).toBe(1);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it('hands a browser cookies, and no tokens', async () => {
    const tenant = await product.signUp('browsing');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    wait(product, 11 * minute);
    expect(codesOf(await browser.send(others))).toEqual(['STEP_UP_REQUIRED']);
    const document = 'mutation ($input: StepUpInput!) { stepUp(input: $input) { accessToken refreshToken } }';
    const answer = await browser.send(document, { input: { password: testPassword } });
    expect(answer.body).toEqual({ data: { stepUp: { accessToken: null, refreshToken: null } } });
    expect(codesOf(await browser.send(others))).toEqual([]);
  });
});
