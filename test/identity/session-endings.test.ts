import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#database/logins.ts';
import { makeToken, tryRevokeToken } from '../support/access-tokens.ts';
import {
  atOnce,
  auditOf,
  bearer,
  claimsOf,
  eventsOf,
  isSignedIn,
  login,
  openBrowser,
  tryRefresh,
  winnersOf,
} from '../support/accounts.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { connectAs } from '../support/subscribe.ts';
import { setFavorite, signUpWatched, watchDocument } from '../support/watched.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const everywhere = (headers: Readonly<Record<string, string>>, includeCurrent?: boolean): Promise<Answer> =>
  product.send(
    'mutation ($current: Boolean! = true) { logoutEverywhere(includeCurrent: $current) }',
    includeCurrent === undefined ? {} : { current: includeCurrent },
    headers,
  );

describe('Mutation.logoutEverywhere', () => {
  it('ends every session of the account at the next request, and nobody else’s', async () => {
    const [tenant, other] = [await product.signUp('leaving'), await product.signUp('staying')];
    const sessions = [tenant, await login(product, tenant), await login(product, tenant)];
    expect(dataOf(await everywhere(tenant.headers))).toEqual({ logoutEverywhere: true });
    for (const tokens of sessions) {
      expect(await isSignedIn(product, tokens)).toBe(false);
      expect(codesOf(await tryRefresh(product, tokens.refreshToken))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await isSignedIn(product, other)).toBe(true);
  });

  it('may leave the one that asks', async () => {
    const tenant = await product.signUp('alone');
    const elsewhere = await login(product, tenant);
    expect(dataOf(await everywhere(tenant.headers, false))).toEqual({ logoutEverywhere: true });
    expect(await isSignedIn(product, elsewhere)).toBe(false);
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual([]);
    expect(await tenant.ask('{ mySessions { current } }')).toEqual({ mySessions: [{ current: true }] });
    expect(dataOf(await everywhere(tenant.headers, false))).toEqual({ logoutEverywhere: true });
  });

  it('is written down with whether the one that asks has ended too', async () => {
    const tenant = await product.signUp('leaving-audited');
    await everywhere(tenant.headers, false);
    await everywhere(tenant.headers);
    expect(await eventsOf(product, tenant.userId)).toEqual([
      'REGISTER',
      'SESSION_REVOKED all others',
      'SESSION_REVOKED everywhere',
    ]);
  });

  it('takes a browser’s cookies away with its session, and leaves them otherwise', async () => {
    const { email } = await product.signUp('browsing');
    const browser = openBrowser(product);
    await browser.signIn(email);
    const kept = await browser.send('mutation { logoutEverywhere(includeCurrent: false) }');
    expect(kept.headers.getSetCookie()).toEqual([]);
    await browser.send('mutation { logoutEverywhere }');
    expect([...browser.jar.keys()]).toEqual([`tenure-device-${product.port}`]);
  });

  it('closes what is open by the sessions it ends, and nothing else', async () => {
    const [mine, theirs] = [await signUpWatched(product, 'watching'), await signUpWatched(product, 'watching-too')];
    const [connection, other] = [connectAs(product, mine.tenant), connectAs(product, theirs.tenant)];
    const subscribed = await connection.subscribe(watchDocument, { id: mine.personaId });
    const kept = await other.subscribe(watchDocument, { id: theirs.personaId });
    const elsewhere = await login(product, mine.tenant);
    expect(codesOf(await everywhere(bearer(elsewhere.accessToken), false))).toEqual([]);
    expect(await subscribed.ended).toMatchObject({ code: 4403 });
    await setFavorite(theirs, true);
    expect(await kept.next()).toMatchObject({ data: { personaJobsChanged: { isFavorite: true } } });
    kept.end();
    await Promise.all([connection.close(), other.close()]);
  });

  it('is for who is signed in', async () => {
    expect(codesOf(await everywhere({}))).toEqual(['UNAUTHENTICATED']);
  });

  it('ends all sessions though twenty ask at once', async () => {
    const tenant = await product.signUp('racing');
    const sessions = await atOnce(5, () => login(product, tenant));
    const answers = await atOnce(20, (index) =>
      everywhere(bearer(sessions[index % 5]?.accessToken ?? ''), index % 2 === 0),
    );
    expect(winnersOf(answers)).toBeGreaterThan(0);
    expect(new Set(answers.flatMap(codesOf))).not.toContain('INTERNAL_SERVER_ERROR');
    const live = 'select from sessions where owner_id = $1 and revoked_at is null';
    expect(await product.database.query(live, [tenant.userId])).toEqual([]);
  });
});

describe('Mutation.logout', () => {
  const logout = (token: string | null, headers = {}): Promise<Answer> =>
    product.send('mutation ($token: String) { logout(refreshToken: $token) }', { token }, headers);
  const logouts = async (userId: string): Promise<unknown[]> =>
    (await auditOf(product, userId))
      .filter(({ event }) => event === 'LOGOUT')
      .map(({ actor_id: actor, session_id: session, outcome }) => ({ actor, session, outcome }));

  it('is written down with its session, whichever token it came by, and once', async () => {
    const tenant = await product.signUp('audited');
    const elsewhere = await login(product, tenant);
    await logout(elsewhere.refreshToken);
    await logout(elsewhere.refreshToken);
    await logout(null, tenant.headers);
    await logout(null, tenant.headers);
    expect(await logouts(tenant.userId)).toEqual(
      [elsewhere, tenant].map(({ accessToken }) => ({
        actor: tenant.userId,
        session: claimsOf(accessToken)['sid'],
        outcome: 'SUCCEEDED',
      })),
    );
  });

  it('by tokens of two accounts ends both sessions, and each account is told of its own', async () => {
    const [one, other] = [await product.signUp('odd-1'), await product.signUp('odd-2')];
    await logout(other.refreshToken, one.headers);
    for (const tenant of [one, other]) {
      expect(await isSignedIn(product, tenant)).toBe(false);
      expect(await logouts(tenant.userId)).toEqual([
        { actor: tenant.userId, session: claimsOf(tenant.accessToken)['sid'], outcome: 'SUCCEEDED' },
      ]);
    }
  });

  it('is written down once of twenty at once', async () => {
    const tenant = await product.signUp('racing-out');
    expect(winnersOf(await atOnce(20, () => logout(tenant.refreshToken, tenant.headers)))).toBe(20);
    expect(await logouts(tenant.userId)).toHaveLength(1);
  });
});

describe('what ends', () => {
  /** The sessions and access tokens of which every process hears that they end, while something is done. */
  const heardOf = (work: () => Promise<unknown>): Promise<string[]> =>
    withClient(product.database.adminUrl, async (client) => {
      const heard: string[] = [];
      client.on('notification', ({ payload = '' }) => {
        if (payload.startsWith('SESSIONS:')) heard.push(...payload.split(' ').slice(1));
      });
      await client.query('listen tenure_changes');
      await work();
      // Notices come in order: with this one, all before it are here.
      await client.query(`select pg_notify('tenure_changes', 'over')`);
      return heard.toSorted();
    });
  const sessionOf = (accessToken = ''): string => String(claimsOf(accessToken)['sid']);

  it('is told to every process at once, which then closes what is open by it: no session is looked at late', async () => {
    const tenant = await product.signUp('told');
    const [out, other] = [await login(product, tenant), await login(product, tenant)];
    const [first, second] = [await makeToken(product, tenant), await makeToken(product, tenant)];
    expect(await heardOf(() => product.send('mutation { logout }', {}, bearer(out.accessToken)))).toEqual([
      sessionOf(out.accessToken),
    ]);
    const id = sessionOf(other.accessToken);
    expect(await heardOf(() => tenant.ask('mutation ($id: ID!) { revokeSession(id: $id) }', { id }))).toEqual([id]);
    expect(await heardOf(() => tryRevokeToken(tenant, first.id))).toEqual([first.id]);
    expect(await heardOf(() => everywhere(tenant.headers))).toEqual(
      [sessionOf(tenant.accessToken), second.id].toSorted(),
    );
  });

  it('is told of the session too that a browser has had before it signs in again', async () => {
    const { email } = await product.signUp('told-browser');
    const browser = openBrowser(product);
    await browser.signIn(email);
    const replaced = sessionOf(browser.jar.get(`tenure-access-${product.port}`));
    expect(await heardOf(() => browser.signIn(email))).toEqual([replaced]);
  });
});
