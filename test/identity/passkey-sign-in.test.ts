import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { WebAuthnEmulator } from 'nid-webauthn-emulator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withClient } from '#database/logins.ts';
import {
  atOnce,
  auditOf,
  claimsOf,
  eventsOf,
  isSignedIn,
  mailKindsTo,
  minute,
  openBrowser,
  refusalOf,
  shutOut,
  tryLogin,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import {
  addPasskey,
  answerWith,
  enterBy,
  enteredBy,
  loginOptions,
  makePasskey,
  methodsOf,
  registrationOptions,
  rowOf,
  stepUpOptions,
  tryAddPasskey,
  tryPasskey,
  withPasskey,
  type Lie,
} from '../support/passkeys.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { blocked, queueUp } from '../support/queue-up.ts';
import { addApp } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const wrong = { code: 'UNAUTHENTICATED' };

describe('signing in by a passkey', () => {
  it('works with what browsers have: an emulated one, found without a name and for an address', async () => {
    const tenant = await product.signUp('emulated');
    const browser = new WebAuthnEmulator();
    const creation = await registrationOptions(product, tenant);
    const made = browser.createJSON(product.url, creation as never);
    expect(codesOf(await tryAddPasskey(product, tenant, made))).toEqual([]);
    for (const options of [await loginOptions(product), await loginOptions(product, tenant.email)]) {
      const tokens = enteredBy(await tryPasskey(product, browser.getJSON(product.url, options as never)));
      expect(claimsOf(tokens.accessToken)).toMatchObject({ sub: tenant.userId, amr: ['hwk', 'user', 'mfa'] });
    }
  });

  it('is both factors: an account with an app is asked for no code', async () => {
    const { tenant, passkey } = await withPasskey(product, 'both-factors');
    await addApp(product, tenant);
    const tokens = enteredBy(await enterBy(product, passkey));
    expect(await isSignedIn(product, tokens)).toBe(true);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('LOGIN hwk user mfa');
    expect((await methodsOf(product, tokens)).find(({ kind }) => kind === 'PASSKEY')?.lastUsedAt).toBe(
      product.clock.now.toISOString(),
    );
  });

  it('sets cookies of a browser, and tells the owner of a device that is new', async () => {
    const tenant = await product.signUp('cookie-passkey');
    wait(product, 1);
    const passkey = await addPasskey(product, tenant);
    const browser = openBrowser(product);
    const answer = await browser.send(
      'mutation ($response: JSON!) { loginWithPasskey(response: $response) { tokens { accessToken } user { id } } }',
      { response: answerWith(product, passkey, await loginOptions(product)) },
      { 'user-agent': 'Another/1.0' },
    );
    expect(dataOf(answer)).toEqual({
      loginWithPasskey: { tokens: { accessToken: null }, user: { id: tenant.userId } },
    });
    expect(codesOf(await browser.send('{ me { id } }'))).toEqual([]);
    expect(await mailKindsTo(product, tenant.email)).toContain('NEW_DEVICE');
  });

  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const lies = {
    'another origin': { origin: 'https://evil.example' },
    'another domain': { rpId: 'evil.example' },
    'the type of a registration': { type: 'webauthn.create' },
    'another challenge': { challenge: Buffer.alloc(32).toString('base64url') },
    'no user present': { userPresent: false },
    'no user verified': { userVerified: false },
    'a page within another': { crossOrigin: true },
    'a page within a named one': { topOrigin: 'https://evil.example' },
    'another name of the account': { userHandle: Buffer.alloc(32).toString('base64url') },
    'no name of the account': { userHandle: null },
    'that it can be copied by now': { backupEligible: true },
    'a copy of what cannot be copied': { backedUp: true },
    'the signature of another key': { privateKey: otherKey },
  } satisfies Record<string, Lie>;
  it.each(Object.entries(lies))('refuses %s', async (name, lie) => {
    const { tenant, passkey } = await withPasskey(product, `login-lie-${name.replaceAll(' ', '-')}`);
    const refused = await enterBy(product, passkey, lie);
    expect(refusalOf(refused)).toEqual(wrong);
    expect((await auditOf(product, tenant.userId)).at(-1)).toMatchObject({
      event: 'LOGIN_FAILED',
      outcome: 'REFUSED',
      detail: 'WRONG_PASSKEY',
    });
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('refuses one that could be copied and says it no more', async () => {
    const { passkey } = await withPasskey(product, 'no-copies-more', { backupEligible: true });
    expect(refusalOf(await enterBy(product, passkey, { backupEligible: false }))).toEqual(wrong);
    expect(codesOf(await enterBy(product, passkey, { backedUp: true }))).toEqual([]);
    expect(await rowOf(product, passkey)).toMatchObject({ backup_eligible: true, backed_up: true });
  });

  it('answers an unknown passkey, and one of another address, as a wrong one', async () => {
    const { tenant, passkey } = await withPasskey(product, 'known-one');
    const { tenant: other } = await withPasskey(product, 'other-one');
    const unknown = await enterBy(product, { ...passkey, id: Buffer.alloc(32, 9).toString('base64url') });
    const ofOther = await tryPasskey(product, answerWith(product, passkey, await loginOptions(product, other.email)));
    const badly = await enterBy(product, passkey, { userVerified: false });
    const textOf = ({ status, body }: Answer) => [
      status,
      body.errors?.map(({ message, extensions }) => [message, extensions]),
    ];
    expect(textOf(unknown)).toEqual(textOf(badly));
    expect(textOf(ofOther)).toEqual(textOf(badly));
    const own = answerWith(product, passkey, {
      ...(await loginOptions(product, tenant.email)),
      lie: { userHandle: null },
    });
    expect(codesOf(await tryPasskey(product, own))).toEqual([]);
  });

  it('takes a challenge once, within five minutes, and for a sign-in alone', async () => {
    const { tenant, passkey } = await withPasskey(product, 'login-challenge');
    const response = answerWith(product, passkey, await loginOptions(product));
    expect(codesOf(await tryPasskey(product, response))).toEqual([]);
    expect(refusalOf(await tryPasskey(product, response))).toEqual(wrong);
    const ofStepUp = answerWith(product, passkey, await stepUpOptions(product, tenant));
    expect(refusalOf(await tryPasskey(product, ofStepUp))).toEqual(wrong);
    const late = answerWith(product, passkey, await loginOptions(product));
    wait(product, 5 * minute);
    expect(refusalOf(await tryPasskey(product, late))).toEqual(wrong);
  });

  it('gives one session to those who have all found its challenge good, where no counter tells them apart', async () => {
    const { passkey } = await withPasskey(product, 'queued-login');
    const response = answerWith(product, passkey, await loginOptions(product));
    const challenges = 'select from passkey_challenges for update';
    const come = Array.from({ length: 3 }, () => () => tryPasskey(product, response));
    expect(winnersOf(await queueUp(product.database, challenges, come))).toBe(1);
  });

  it('gives one session to twenty who come with one answer', async () => {
    const { passkey } = await withPasskey(product, 'race-login', { counter: 1 });
    const response = answerWith(product, passkey, await loginOptions(product));
    expect(winnersOf(await atOnce(20, () => tryPasskey(product, response)))).toBe(1);
  });

  it('refuses a counter that goes back, or stays, of one that cannot be copied, and writes it down', async () => {
    const { tenant, passkey } = await withPasskey(product, 'counter', { counter: 5 });
    expect(codesOf(await enterBy(product, passkey, { counter: 9 }))).toEqual([]);
    for (const counter of [9, 3, 0]) {
      expect(refusalOf(await enterBy(product, passkey, { counter }))).toEqual(wrong);
      expect((await auditOf(product, tenant.userId)).slice(-2)).toMatchObject([
        { event: 'PASSKEY_COUNTER', outcome: 'REFUSED' },
        { event: 'LOGIN_FAILED', detail: 'WRONG_PASSKEY' },
      ]);
    }
    expect(codesOf(await enterBy(product, passkey, { counter: 10 }))).toEqual([]);
    expect(codesOf(await enterBy(product, passkey, { counter: 4_294_967_295 }))).toEqual([]);
  });

  it('allows it, written down, of one that can be copied', async () => {
    const { tenant, passkey } = await withPasskey(product, 'synced', { counter: 5, backupEligible: true });
    expect(codesOf(await enterBy(product, passkey, { counter: 3 }))).toEqual([]);
    expect((await auditOf(product, tenant.userId)).slice(-2)).toMatchObject([
      { event: 'PASSKEY_COUNTER', outcome: 'SUCCEEDED' },
      { event: 'LOGIN' },
    ]);
  });

  it('gives one session to twenty who come with a copy each of what cannot be copied', async () => {
    const { passkey } = await withPasskey(product, 'race-copies', { counter: 1 });
    const answers = await atOnce(20, () => enterBy(product, { ...passkey }));
    expect(winnersOf(answers)).toBe(1);
  });

  it('takes no counter at all as one that does not count', async () => {
    const { tenant, passkey } = await withPasskey(product, 'uncounted');
    for (let times = 0; times < 3; times += 1) expect(codesOf(await enterBy(product, passkey))).toEqual([]);
    expect(await eventsOf(product, tenant.userId)).not.toContain('PASSKEY_COUNTER');
  });

  it('lets nobody in who is shut out, or whose passkey is removed, while it is judged', async () => {
    const [out, removed, later] = [
      await withPasskey(product, 'out-meanwhile'),
      await withPasskey(product, 'removed-meanwhile'),
      await withPasskey(product, 'removed-last'),
    ];
    const answerOf = async ({ passkey }: typeof out) => answerWith(product, passkey, await loginOptions(product));
    for (const [change, who] of [
      [`update users set disabled_at = now() where id = '${out.tenant.userId}'`, out],
      [`delete from passkeys where owner_id = '${removed.tenant.userId}'`, removed],
    ] as const) {
      const response = await answerOf(who);
      const [answer] = await queueUp(product.database, change, [() => tryPasskey(product, response)]);
      expect(answer && refusalOf(answer)).toEqual(wrong);
    }
    const response = await answerOf(later);
    const answer = await withClient(product.database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('select from users where id = $1 for update', [later.tenant.userId]);
      const entering = tryPasskey(product, response);
      // Its use is taken note of; the session is not begun.
      await blocked(product.database, 1);
      await client.query('delete from passkeys where owner_id = $1', [later.tenant.userId]);
      await client.query('commit');
      return entering;
    });
    expect(refusalOf(answer)).toEqual(wrong);
  });

  it('does as much for an unknown passkey as for a wrong one', async () => {
    const { passkey } = await withPasskey(product, 'as-much');
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const lie = { privateKey: otherKey };
    const costOf = async (id: string): Promise<readonly number[]> => {
      const response = answerWith(product, { ...passkey, id }, { ...(await loginOptions(product)), lie });
      product.statements.length = 0;
      verify.mockClear();
      expect(refusalOf(await tryPasskey(product, response))).toEqual(wrong);
      return [verify.mock.calls.length, product.statements.length];
    };
    const known = await costOf(passkey.id);
    expect(known[0]).toBe(1);
    expect(await costOf(Buffer.alloc(32, 8).toString('base64url'))).toEqual(known);
    verify.mockRestore();
  });

  it('waits for the proof of no address any more by then', async () => {
    const { passkey } = await withPasskey(product, 'waits-no-more');
    await product.database.query('update passkeys set awaits_proof = true where credential_id = $1', [passkey.id]);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
    expect(await rowOf(product, passkey)).toMatchObject({ awaits_proof: false });
  });

  it('lets nobody in who is shut out, in the same words', async () => {
    const { tenant, passkey } = await withPasskey(product, 'shut-out');
    await shutOut(product, tenant);
    expect(refusalOf(await enterBy(product, passkey))).toEqual(wrong);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('LOGIN_FAILED DISABLED');
  });

  it('neither counts for the password nor forgets what was counted', async () => {
    const { tenant, passkey } = await withPasskey(product, 'lockout');
    const failures = async () =>
      (await product.database.query('select failed_attempts from credentials where owner_id = $1', [tenant.userId]))[0];
    await tryLogin(product, { email: tenant.email, password: 'wrong password 1!' });
    expect(await failures()).toEqual({ failed_attempts: 1 });
    await enterBy(product, passkey, { userVerified: false });
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
    expect(await failures()).toEqual({ failed_attempts: 1 });
    await product.database.query('update credentials set failed_attempts = 100 where owner_id = $1', [tenant.userId]);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('calls what is no answer bad input, whatever it is', async () => {
    const { tenant, passkey } = await withPasskey(product, 'malformed');
    const good = answerWith(product, passkey, await loginOptions(product));
    const parts = [
      ...['id', 'rawId', 'type', 'response'].map((name) => [name]),
      ...['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'].map((name) => ['response', name]),
    ];
    const broken = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...parts), fc.oneof(fc.jsonValue(), fc.base64String()))
        .map(([[first = '', second], value]) =>
          second ? { ...good, response: { ...good.response, [second]: value } } : { ...good, [first]: value },
        ),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (response) => {
        for (const answer of [await tryPasskey(product, response), await tryAddPasskey(product, tenant, response)]) {
          expect(['BAD_USER_INPUT', 'UNAUTHENTICATED']).toContain(codesOf(answer)[0]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is no challenge', () => {
  it.each(['', '\0', 'a\0b', 'two words', 'x'.repeat(2000)])(
    'is bad input of each that takes an answer: %j',
    async (text) => {
      const lie = { challenge: text };
      const { tenant, passkey } = await withPasskey(product, `text-${text.length}-${text.charCodeAt(0)}`);
      const badResponse = { code: 'BAD_USER_INPUT', field: 'response' };
      expect(refusalOf(await enterBy(product, passkey, lie))).toEqual(badResponse);
      const made = makePasskey(product, await registrationOptions(product, tenant), lie);
      expect(refusalOf(await tryAddPasskey(product, tenant, made.response))).toEqual(badResponse);
    },
  );
});

describe('what an address is said to sign in by', () => {
  it('is its passkeys, or made-up ones that stay the same', async () => {
    const { tenant, passkey } = await withPasskey(product, 'allowed');
    const known = await loginOptions(product, ` ${tenant.email.toUpperCase()} `);
    expect(known).toMatchObject({ rpId: 'localhost', userVerification: 'required', timeout: 300_000 });
    expect(known.allowCredentials).toEqual([{ id: passkey.id, transports: ['internal'], type: 'public-key' }]);
    const bare = await product.signUp('without-passkey');
    for (const email of ['nobody@example.com', bare.email]) {
      const one = await loginOptions(product, email);
      const again = await loginOptions(product, email);
      expect(one.allowCredentials).toHaveLength(1);
      expect(Buffer.from(one.allowCredentials?.[0]?.id ?? '', 'base64url')).toHaveLength(32);
      expect(again.allowCredentials).toEqual(one.allowCredentials);
      expect(again.challenge).not.toBe(one.challenge);
    }
    expect((await loginOptions(product, 'nobody@example.com')).allowCredentials).not.toEqual(
      (await loginOptions(product, bare.email)).allowCredentials,
    );
  });

  it('is nothing where no address is given', async () => {
    expect((await loginOptions(product)).allowCredentials ?? []).toEqual([]);
  });

  it('costs the same statements, known or not', async () => {
    const { tenant } = await withPasskey(product, 'statements');
    const statementsOf = async (email: string): Promise<readonly string[]> => {
      product.statements.length = 0;
      await loginOptions(product, email);
      return [...product.statements].map((sql) => sql.replace(/\[took.*/s, ''));
    };
    const unknown = await statementsOf('not-there@example.com');
    expect(await statementsOf(tenant.email)).toEqual(unknown);
  });

  it('takes as long as always, whosever the address is', async () => {
    const { tenant } = await withPasskey(product, 'timed');
    for (const email of [tenant.email, 'nobody@example.com']) {
      const startedAt = performance.now();
      await loginOptions(product, email);
      expect(performance.now() - startedAt).toBeGreaterThan(240);
    }
  });

  it('is asked for with an address alone', async () => {
    expect(refusalOf(await product.send('mutation { passkeyLoginOptions(email: "nonsense") }'))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'email',
    });
  });
});
