import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#database/logins.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { blocked, queueUp, until, waitingFor } from '../support/queue-up.ts';
import { errorOf, eventsOf, signInAgain, signUpStaff } from '../support/staff.ts';
import { connectAs, type Connection } from '../support/subscribe.ts';
import { setFavorite, signUpWatched, watchDocument } from '../support/watched.ts';

let product: TestProduct;
let admin: Tenant;
const connections: Connection[] = [];
beforeAll(async () => {
  product = await startTestProduct();
  admin = await signUpStaff(product, 'admin', 'ADMIN');
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
});
afterAll(() => product.stop());

let accounts = 0;
const signUp = (): Promise<Tenant> => product.signUp(`somebody-${(accounts += 1)}`);
const anotherAdmin = (): Promise<Tenant> => signUpStaff(product, `admin-${(accounts += 1)}`, 'ADMIN');

const setDisabled = (id: string, disabled: boolean, as = admin): Promise<Answer> =>
  as.send(
    'mutation ($id: ID!, $disabled: Boolean!) { setUserDisabled(id: $id, disabled: $disabled) { id disabledAt } }',
    { id, disabled },
  );
const setRole = (userId: string, role: string, as = admin): Promise<Answer> =>
  as.send('mutation ($userId: ID!, $role: Role!) { setUserRole(userId: $userId, role: $role) { id roles } }', {
    userId,
    role,
  });
const endSessions = (userId: string, as = admin): Promise<Answer> =>
  as.send('mutation ($userId: ID!) { adminRevokeSessions(userId: $userId) }', { userId });
const invite = (email: string, as = admin): Promise<Answer> =>
  as.send('mutation ($email: String!) { inviteUser(email: $email) }', { email });

const meOf = async (tenant: Tenant): Promise<unknown[]> => codesOf(await tenant.send('{ me { id } }'));
/** What is mailed to an address since its account was opened. */
const mailsTo = (address: string): Promise<Record<string, unknown>[]> =>
  product.database.query(
    `select content from mails where to_address = $1 and content ->> 'kind' <> 'VERIFY_EMAIL' order by created_at, id`,
    [address],
  );
const byAdmin = (event: string, detail: string, actor = admin): object => ({
  event,
  outcome: 'SUCCEEDED',
  actor_id: actor.userId,
  in_session: true,
  detail,
});
/** What two answers at once say, in whatever order. */
const codesOfAll = (answers: readonly Answer[]): unknown[] => answers.map((each) => codesOf(each)).toSorted();

describe('setUserDisabled', () => {
  it('shuts an account out at once, wherever it is signed in, and lets it in again', async () => {
    const user = await signUp();
    const elsewhere = await signInAgain(product, user);
    const at = product.clock.now.toISOString();
    expect(dataOf(await setDisabled(user.userId, true))).toEqual({
      setUserDisabled: { id: user.userId, disabledAt: at },
    });
    expect([await meOf(user), await meOf(elsewhere)]).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
    await expect(signInAgain(product, user)).rejects.toThrow('UNAUTHENTICATED');
    expect(dataOf(await setDisabled(user.userId, false))).toEqual({
      setUserDisabled: { id: user.userId, disabledAt: null },
    });
    // Sessions that have ended do not come back.
    expect(await meOf(user)).toEqual(['UNAUTHENTICATED']);
    expect(await meOf(await signInAgain(product, user))).toEqual([]);
    expect(await eventsOf(product, user.userId)).toEqual(
      expect.arrayContaining([byAdmin('ADMIN_ACT', 'shut out'), byAdmin('ADMIN_ACT', 'let in again')]),
    );
  });

  it('takes the refresh token as well', async () => {
    const user = await signUp();
    await setDisabled(user.userId, true);
    const answer = await product.send(
      'mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken } }',
      { token: user.refreshToken },
    );
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('ends what the account has open', async () => {
    const watched = await signUpWatched(product, 'watching');
    const connection = connectAs(product, watched.tenant);
    connections.push(connection);
    const subscribed = await connection.subscribe(watchDocument, { id: watched.personaId });
    await setFavorite(watched, true);
    await subscribed.next();
    await setDisabled(watched.tenant.userId, true);
    expect(await subscribed.ended).toMatchObject({ code: 4403 });
  });

  it('may be repeated, and keeps since when', async () => {
    const user = await signUp();
    const [first, second] = [await setDisabled(user.userId, true), await setDisabled(user.userId, true)];
    expect(second.body).toEqual(first.body);
    await setDisabled(user.userId, false);
    expect(codesOf(await setDisabled(user.userId, false))).toEqual([]);
  });

  it('is nothing for one’s own account', async () => {
    for (const disabled of [true, false]) {
      const answer = await setDisabled(admin.userId, disabled);
      expect([codesOf(answer), answer.body.errors?.[0]?.message]).toEqual([
        ['FORBIDDEN'],
        'Nobody can shut out their own account. Ask another admin.',
      ]);
    }
    expect(await meOf(admin)).toEqual([]);
  });

  it('leaves the sessions of others alone', async () => {
    const [user, other] = [await signUp(), await signUp()];
    await setDisabled(user.userId, true);
    expect([await meOf(other), await meOf(admin)]).toEqual([[], []]);
  });
});

describe('setUserRole', () => {
  it('holds from the account’s next request, in every session, up and down', async () => {
    const user = await signUp();
    const elsewhere = await signInAgain(product, user);
    const mayLook = (as: Tenant) => as.send('{ adminUsers(first: 1) { nodes { id } } }');
    expect(codesOf(await mayLook(user))).toEqual(['FORBIDDEN']);
    expect(dataOf(await setRole(user.userId, 'SUPPORT'))).toEqual({
      setUserRole: { id: user.userId, roles: ['SUPPORT'] },
    });
    expect([codesOf(await mayLook(user)), codesOf(await mayLook(elsewhere))]).toEqual([[], []]);
    expect(codesOf(await invite('eve@example.com', user))).toEqual(['FORBIDDEN']);
    await setRole(user.userId, 'ADMIN');
    expect(codesOf(await endSessions(elsewhere.userId, elsewhere))).toEqual([]);
    expect(dataOf(await setRole(user.userId, 'USER'))).toMatchObject({ setUserRole: { roles: ['USER'] } });
    expect(codesOf(await mayLook(await signInAgain(product, user)))).toEqual(['FORBIDDEN']);
  });

  it('is told to the account’s owner, with a link that ends its sessions, and written down', async () => {
    const user = await signUp();
    await setRole(user.userId, 'SUPPORT');
    const tokens = await product.database.query(
      `select id as "tokenId", kind, email, used_at from one_time_tokens where owner_id = $1 and kind <> 'VERIFY_EMAIL'`,
      [user.userId],
    );
    expect(tokens).toMatchObject([{ kind: 'END_SESSIONS', email: user.email, used_at: null }]);
    const origin = { at: product.clock.now.toISOString(), ip: expect.any(String), userAgent: 'node' };
    expect(await mailsTo(user.email)).toEqual([
      { content: { kind: 'ROLE_CHANGED', tokenId: tokens[0]?.['tokenId'], origin } },
    ]);
    expect(await eventsOf(product, user.userId)).toContainEqual(byAdmin('ROLE_CHANGED', 'to SUPPORT'));
  });

  it('repeated changes and tells nothing', async () => {
    const user = await signUp();
    await setRole(user.userId, 'SUPPORT');
    expect(dataOf(await setRole(user.userId, 'SUPPORT'))).toMatchObject({ setUserRole: { roles: ['SUPPORT'] } });
    expect(await mailsTo(user.email)).toHaveLength(1);
  });

  it('is nothing for one’s own account', async () => {
    const answer = await setRole(admin.userId, 'USER');
    expect([codesOf(answer), answer.body.errors?.[0]?.message]).toEqual([
      ['FORBIDDEN'],
      'Nobody can change their own role. Ask another admin.',
    ]);
  });

  it('knows no other roles', async () => {
    const answer = await setRole(admin.userId, 'OWNER');
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('of two at once is told of once', async () => {
    const user = await signUp();
    const rows = `select from users where id = '${user.userId}' for update`;
    const twice = [() => setRole(user.userId, 'SUPPORT'), () => setRole(user.userId, 'SUPPORT')];
    expect(codesOfAll(await queueUp(product.database, rows, twice))).toEqual([[], []]);
    expect(await mailsTo(user.email)).toHaveLength(1);
  });
});

describe('the only admin', () => {
  const acts = {
    'take the role from each other': (as: Tenant, id: string) => setRole(id, 'USER', as),
    'shut each other out': (as: Tenant, id: string) => setDisabled(id, true, as),
  } as const;

  it.each(Object.entries(acts))('stays when two %s at once', async (_what, act) => {
    const own = await startTestProduct();
    try {
      const [one, two] = [await signUpStaff(own, 'one', 'ADMIN'), await signUpStaff(own, 'two', 'ADMIN')];
      const answers = await queueUp(own.database, 'select from users for update', [
        () => act(one, two.userId),
        () => act(two, one.userId),
      ]);
      expect(codesOfAll(answers)).toEqual([[], ['FORBIDDEN']]);
      expect(answers.find((each) => codesOf(each).length > 0)?.body.errors?.[0]?.message).toContain('only admin');
      const left = await own.database.query<{ id: string }>(
        `select id from users where roles = '{ADMIN}' and disabled_at is null`,
      );
      expect(left).toEqual([{ id: one.userId }]);
    } finally {
      await own.stop();
    }
  });
});

describe('adminRevokeSessions', () => {
  it('signs an account out everywhere and lets it sign in again', async () => {
    const user = await signUp();
    const elsewhere = await signInAgain(product, user);
    expect(dataOf(await endSessions(user.userId))).toEqual({ adminRevokeSessions: true });
    expect([await meOf(user), await meOf(elsewhere)]).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
    expect(await meOf(await signInAgain(product, user))).toEqual([]);
    expect(await eventsOf(product, user.userId)).toContainEqual(byAdmin('SESSION_REVOKED', 'all, by an admin'));
  });

  it('signs out who is just signing in as well', async () => {
    const user = await signUp();
    const entered = await withClient(product.database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('select from credentials where owner_id = $1 for update', [user.userId]);
      const entering = signInAgain(product, user);
      await blocked(product.database, 1);
      let isOver = false;
      const ending = endSessions(user.userId).finally(() => (isOver = true));
      await until(async () => isOver || (await waitingFor(product.database)) === 2);
      await client.query('commit');
      expect(codesOf(await ending)).toEqual([]);
      return entering;
    });
    expect(await meOf(entered)).toEqual(['UNAUTHENTICATED']);
  });

  it('may be repeated, at once too', async () => {
    const user = await signUp();
    const rows = `select from sessions where owner_id = '${user.userId}' for update`;
    const twice = [() => endSessions(user.userId), () => endSessions(user.userId)];
    expect(codesOfAll(await queueUp(product.database, rows, twice))).toEqual([[], []]);
    expect(codesOf(await endSessions(user.userId))).toEqual([]);
  });

  it('may be for one’s own', async () => {
    const own = await anotherAdmin();
    expect(codesOf(await endSessions(own.userId, own))).toEqual([]);
    expect(await meOf(own)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('inviteUser', () => {
  it('sends a link by which an account can be opened', async () => {
    expect(dataOf(await invite(' New.One@Example.com '))).toEqual({ inviteUser: true });
    const [token] = await product.database.query<{ id: string }>(
      `select id, owner_id, kind, used_at, expires_at from one_time_tokens where email = 'new.one@example.com'`,
    );
    const inAWeek = new Date(product.clock.now.getTime() + 7 * 86_400_000);
    expect(token).toMatchObject({ owner_id: admin.userId, kind: 'INVITE', used_at: null, expires_at: inAWeek });
    expect(await mailsTo('new.one@example.com')).toMatchObject([{ content: { kind: 'INVITE', tokenId: token?.id } }]);
    expect(await eventsOf(product, null)).toContainEqual(byAdmin('ADMIN_ACT', 'invited somebody'));
  });

  it('answers the same for a taken address, whose owner is told that there is an account', async () => {
    const user = await signUp();
    const [free, taken] = [await invite('free@example.com'), await invite(user.email)];
    expect(taken.body).toEqual(free.body);
    expect(await mailsTo(user.email)).toMatchObject([{ content: { kind: 'ACCOUNT_EXISTS' } }]);
    const invitations = `select from one_time_tokens where email = $1 and kind = 'INVITE'`;
    expect(await product.database.query(invitations, [user.email])).toEqual([]);
  });

  it('may be repeated: each mail has a link of its own', async () => {
    await invite('twice@example.com');
    await invite('twice@example.com');
    const mails = await mailsTo('twice@example.com');
    expect(new Set(mails.map(({ content }) => (content as { tokenId: string }).tokenId)).size).toBe(2);
  });

  it.each([
    '',
    'nobody',
    'a@b',
    'a b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    `${'a'.repeat(250)}@example.com`,
  ])('says that %j is no address', async (email) => {
    expect(errorOf(await invite(email))).toEqual({ code: 'BAD_USER_INPUT', field: 'email' });
  });
});
