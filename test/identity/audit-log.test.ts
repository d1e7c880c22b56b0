import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient, type LoginUrls } from '#database/logins.ts';
import {
  auditOf,
  bearer,
  claimsOf,
  eventsOf,
  login,
  mailedToken,
  otherPassword,
  shutOut,
  thirdPassword,
  tryLogin,
  tryRefresh,
  wait,
  type AuditRow,
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

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly event: string; readonly at: string; readonly outcome: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
const fields = 'totalCount nodes { id event at outcome ip userAgent detail } edges { cursor } pageInfo { hasNextPage }';
const listDocument = `query ($first: Int, $after: String) { myAuditEvents(first: $first, after: $after) { ${fields} } }`;
const listed = async (tenant: Pick<Tenant, 'ask'>, page = {}): Promise<Listed> =>
  (await tenant.ask<{ myAuditEvents: Listed }>(listDocument, page)).myAuditEvents;

/** The latest event of an account, from a program that calls itself so. */
const latestOf = async (userId: string): Promise<AuditRow | undefined> => (await auditOf(product, userId)).at(-1);

describe('what happens to an account', () => {
  it('is written down with who did it, from where, by what and how it ended', async () => {
    const tenant = await product.signUp('watched');
    const { userId } = tenant;
    const sessionOf = ({ accessToken }: Pick<Tokens, 'accessToken'>): unknown => claimsOf(accessToken)['sid'];
    const program = { 'user-agent': 'audit/1' };
    const by = (tokens: Pick<Tokens, 'accessToken'>) => ({ ...bearer(tokens.accessToken), ...program });
    const expected = { ip: expect.stringMatching(/127\.0\.0\.1|::1/), user_agent: 'audit/1' };
    const succeeded = (tokens: Pick<Tokens, 'accessToken'>) => ({
      ...expected,
      outcome: 'SUCCEEDED',
      actor_id: userId,
      session_id: sessionOf(tokens),
    });
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(tenant), event: 'REGISTER', user_agent: 'node' });

    await tryLogin(product, { ...tenant, password: 'wrong horse 1!' }, program);
    const refused = { ...expected, outcome: 'REFUSED', actor_id: null, session_id: null };
    expect(await latestOf(userId)).toMatchObject({ ...refused, event: 'LOGIN_FAILED', detail: 'WRONG_PASSWORD' });

    const entered = await login(product, tenant, program);
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(entered), event: 'LOGIN', detail: 'pwd' });

    await tenant.send('mutation { updateProfile(input: { name: "Ada" }) { id } }', {}, by(entered));
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(entered), event: 'PROFILE_CHANGED' });

    await tryRefresh(product, entered.refreshToken);
    const refreshed = { event: 'REFRESH', outcome: 'SUCCEEDED', actor_id: userId, session_id: sessionOf(entered) };
    expect(await latestOf(userId)).toMatchObject(refreshed);

    const stepUp = `mutation { stepUp(input: { password: "${testPassword}" }) { accessToken } }`;
    await product.send(stepUp, {}, by(entered));
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(entered), event: 'STEP_UP' });

    await product.send(`mutation ($id: ID!) { revokeSession(id: $id) }`, { id: sessionOf(tenant) }, by(entered));
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(entered), event: 'SESSION_REVOKED' });

    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }';
    const input = { currentPassword: testPassword, newPassword: otherPassword };
    const changed = await product.send(change, { input }, by(entered));
    const { changePassword } = dataOf<{ changePassword: Tokens }>(changed);
    expect(await latestOf(userId)).toMatchObject({ ...succeeded(entered), event: 'PASSWORD_CHANGED' });

    const askReset = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';
    await product.send(askReset, { email: tenant.email }, program);
    const anonymous = { ...expected, outcome: 'SUCCEEDED', actor_id: null, session_id: null };
    expect(await latestOf(userId)).toMatchObject({ ...anonymous, event: 'PASSWORD_RESET_REQUESTED' });
    const token = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    const reset =
      'mutation ($token: String!, $newPassword: String!) { resetPassword(token: $token, newPassword: $newPassword) }';
    await product.send(reset, { token, newPassword: thirdPassword }, program);
    expect(await latestOf(userId)).toMatchObject({ ...anonymous, event: 'PASSWORD_RESET' });
    expect(codesOf(await product.send('{ me { id } }', {}, by(changePassword)))).toEqual(['UNAUTHENTICATED']);
  });

  it('is told its owner with the place, though whoever did it is signed in as somebody else', async () => {
    const [tenant, other] = [await product.signUp('tried'), await product.signUp('trying')];
    const { email } = tenant;
    const headers = { ...other.headers, 'user-agent': 'trying/1' };
    await tryLogin(product, { email, password: 'wrong horse 1!' }, headers);
    for (const field of ['requestMagicLink', 'requestPasswordReset'])
      await product.send(`mutation ($email: String!) { ${field}(email: $email) }`, { email }, headers);
    const seen = { ip: expect.stringMatching(/127\.0\.0\.1|::1/), userAgent: 'trying/1' };
    const { nodes } = await listed(tenant);
    for (const event of ['LOGIN_FAILED', 'MAGIC_LINK_REQUESTED', 'PASSWORD_RESET_REQUESTED'])
      expect(nodes.find((each) => each.event === event)).toMatchObject(seen);
  });

  it('names a reuse of a refresh token after nobody, whoever else sends it', async () => {
    const [tenant, other] = [await product.signUp('robbed'), await product.signUp('robber')];
    await tryRefresh(product, tenant.refreshToken);
    wait(product, 11);
    const document = 'mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken } }';
    await other.send(document, { token: tenant.refreshToken });
    const nobody = { event: 'REFRESH_REUSE', outcome: 'REFUSED', actor_id: null, session_id: null };
    expect(await latestOf(tenant.userId)).toMatchObject(nobody);
    expect(await mailedToken(product, 'REFRESH_REUSED', tenant.email)).toMatch(/^[\w-]{64}$/);
    expect(await eventsOf(product, other.userId)).toEqual(['REGISTER']);
  });

  it('is written down for no account where an address is nobody’s, without the address', async () => {
    const before = (await auditOf(product, null)).length;
    await tryLogin(product, { email: 'nobody@example.com' });
    const rows = await auditOf(product, null);
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ event: 'LOGIN_FAILED', outcome: 'REFUSED', detail: 'UNKNOWN_ADDRESS' });
    expect(JSON.stringify(rows)).not.toContain('nobody@example.com');
  });

  it('is written down with why the right password opened nothing, which is not told', async () => {
    const { userId, email } = await product.signUp('shut-out');
    await shutOut(product, { userId });
    expect(codesOf(await tryLogin(product, { email }))).toEqual(['UNAUTHENTICATED']);
    expect(await latestOf(userId)).toMatchObject({ event: 'LOGIN_FAILED', outcome: 'REFUSED', detail: 'DISABLED' });
  });

  it('is not written down where it did not happen', async () => {
    const tenant = await product.signUp('refused');
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }';
    await tenant.send(change, { input: { currentPassword: testPassword, newPassword: 'weak' } });
    await tenant.send('mutation { deleteAccount(confirmEmail: "x") }');
    await tenant.send('mutation { requestEmailChange(newEmail: "x") }');
    expect(await eventsOf(product, tenant.userId)).toEqual(['REGISTER']);
  });
});

describe('a limit that was hit', () => {
  let limited: TestProduct;
  beforeAll(async () => {
    limited = await startTestProduct({ counters: undefined, trustedProxies: 1 });
  });
  afterAll(() => limited.stop());

  const from = (ip: string) => ({ 'x-forwarded-for': ip });
  const hits = async (userId: string | null): Promise<unknown[]> =>
    (await auditOf(limited, userId))
      .filter(({ event }) => event === 'RATE_LIMITED')
      .map(({ outcome, detail, actor_id: actor, ip }) => ({ outcome, detail, actor, ip }));
  const outcome = 'REFUSED';

  it('by signing in is written down for the account it was aimed at, once however often it is tried again', async () => {
    const { email, userId } = await limited.signUp('aimed-at');
    for (let at = 0; at < 9; at += 1) await tryLogin(limited, { email, password: 'wrong horse 1!' }, from('192.0.2.1'));
    const failed = Array.from({ length: 5 }, () => 'LOGIN_FAILED WRONG_PASSWORD');
    expect(await eventsOf(limited, userId)).toEqual(['REGISTER', ...failed, 'RATE_LIMITED login']);
    expect(await hits(userId)).toEqual([{ outcome, detail: 'login', actor: null, ip: '192.0.2.1' }]);
  });

  it('by a stranger is written down by the name of the field, once however often it is asked again', async () => {
    const ask = (email: string, ip: string): Promise<Answer> =>
      limited.send('mutation ($email: String!) { mine: requestPasswordReset(email: $email) }', { email }, from(ip));
    const answers: Answer[] = [];
    for (let at = 0; at < 13; at += 1) answers.push(await ask(`${at}@example.com`, '192.0.2.2'));
    for (let at = 0; at < 7; at += 1) answers.push(await ask('one@example.com', '192.0.2.3'));
    expect(answers.flatMap(codesOf)).toEqual(Array.from({ length: 5 }, () => 'RATE_LIMITED'));
    const hit = { outcome, detail: 'requestPasswordReset', actor: null };
    expect(await hits(null)).toEqual([
      { ...hit, ip: '192.0.2.2' },
      { ...hit, ip: '192.0.2.3' },
    ]);
  });

  it('by who is signed in is written down among their own events', async () => {
    const tenant = await limited.signUp('impatient');
    const stepUp = 'mutation { stepUp(input: { password: "wrong horse 1!" }) { accessToken } }';
    for (let at = 0; at < 12; at += 1) await tenant.send(stepUp, {}, from('192.0.2.4'));
    expect(await hits(tenant.userId)).toEqual([{ outcome, detail: 'stepUp', actor: tenant.userId, ip: '192.0.2.4' }]);
  });
});

describe('Query.myAuditEvents', () => {
  it('lists one’s own, latest first, page by page', async () => {
    const [tenant] = [await product.signUp('reading'), await product.signUp('unread')];
    for (const name of ['a', 'b', 'c']) {
      wait(product, 1);
      await tenant.ask(`mutation { updateProfile(input: { name: "${name}" }) { id } }`);
    }
    const all = await listed(tenant);
    expect(all.nodes.map(({ event }) => event)).toEqual([
      'PROFILE_CHANGED',
      'PROFILE_CHANGED',
      'PROFILE_CHANGED',
      'REGISTER',
    ]);
    expect(all.nodes[0]).toMatchObject({
      at: product.clock.now.toISOString(),
      outcome: 'SUCCEEDED',
      userAgent: 'node',
    });
    const first = await listed(tenant, { first: 3 });
    expect([first.nodes, first.totalCount, first.pageInfo.hasNextPage]).toEqual([all.nodes.slice(0, 3), 4, true]);
    const rest = await listed(tenant, { first: 3, after: first.edges.at(-1)?.cursor });
    expect([rest.nodes, rest.pageInfo.hasNextPage]).toEqual([all.nodes.slice(3), false]);
  });

  it('takes another’s cursor for a place in one’s own', async () => {
    const first = await product.signUp('cursor-1');
    wait(product, 1);
    const between = await product.signUp('cursor-2');
    wait(product, 1);
    const last = await product.signUp('cursor-3');
    const [cursor] = (await listed(between)).edges;
    const behind = (tenant: Tenant) => listed(tenant, { after: cursor?.cursor });
    // Latest first: what is behind the cursor came before it.
    expect((await behind(first)).nodes).toEqual((await listed(first)).nodes);
    expect(await behind(last)).toMatchObject({ nodes: [], totalCount: 1 });
  });

  it('is for who is signed in, and names a page that it cannot give', async () => {
    expect(codesOf(await product.send(listDocument))).toEqual(['UNAUTHENTICATED']);
    const tenant = await product.signUp('paging');
    for (const page of [{ first: 0 }, { first: 101 }, { first: 1, after: 'garbage' }]) {
      const answer: Answer = await tenant.send(listDocument, page);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('the rows of the audit log', () => {
  const logins = ['app', 'identity', 'staff', 'system'] as const satisfies readonly (keyof LoginUrls)[];
  const permissionDenied = '42501';
  const as = (loginName: (typeof logins)[number], sql: string): Promise<unknown> =>
    withClient(product.database.urls[loginName], async (client) => (await client.query(sql)).rowCount);

  it.each(logins)('are changed by nobody: %s', async (loginName) => {
    for (const sql of [`update audit_events set outcome = 'SUCCEEDED'`, 'truncate audit_events'])
      await expect(as(loginName, sql)).rejects.toMatchObject({ code: permissionDenied });
  });

  it.each(['app', 'identity', 'staff'] as const)('are deleted by nobody but the system: %s', async (loginName) => {
    await expect(as(loginName, 'delete from audit_events')).rejects.toMatchObject({ code: permissionDenied });
  });

  it('are shown to the app login for the owner who asks, to staff, and to identity not at all', async () => {
    const { userId } = await product.signUp('shown');
    const shownTo = (ownerId: string): Promise<unknown> =>
      withClient(product.database.urls.app, async (client) => {
        await client.query(`select set_config('app.owner_id', $1, false)`, [ownerId]);
        return (await client.query('select from audit_events')).rowCount;
      });
    expect(await shownTo(userId)).toBe(1);
    expect(await as('staff', `select from audit_events where owner_id = '${userId}'`)).toBe(1);
    await expect(as('identity', 'select from audit_events')).rejects.toMatchObject({ code: permissionDenied });
    expect(await as('app', 'select from audit_events')).toBe(0);
  });
});
