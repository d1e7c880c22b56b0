import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passkeyMethods } from '#identity/prove-passkey.ts';
import {
  atOnce,
  bearer,
  eventsOf,
  isSignedIn,
  login,
  mailKindsTo,
  minute,
  refusalOf,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import {
  addPasskey,
  answerWith,
  enterBy,
  enteredBy,
  loginOptions,
  methodsOf,
  withPasskey,
  makePasskey,
  registrationOptions,
  tryAddNamed,
  tryAddPasskey,
  tryPasskey,
  type Lie,
} from '../support/passkeys.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { challengeFor } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const wrong = { code: 'UNAUTHENTICATED' };
const badResponse = { code: 'BAD_USER_INPUT', field: 'response' };

const passkeyIdOf = async (tokens: { readonly accessToken: string }): Promise<string> =>
  (await methodsOf(product, tokens)).find(({ kind }) => kind === 'PASSKEY')?.id ?? '';

const remove = (tokens: { readonly accessToken: string }, id: string): Promise<Answer> =>
  product.send('mutation ($id: ID!) { removePasskey(id: $id) }', { id }, bearer(tokens.accessToken));

describe('adding a passkey', () => {
  it('asks for one that is found without a name and verifies its user, under a random name of the account', async () => {
    const tenant = await product.signUp('asked');
    const options = await registrationOptions(product, tenant);
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Tenure' },
      user: { name: tenant.email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      attestation: 'none',
      timeout: 300_000,
      excludeCredentials: [],
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(32);
    const { passkey, response } = makePasskey(product, options);
    dataOf(await tryAddNamed(product, tenant, { response, label: 'Key ring' }));
    const next = await registrationOptions(product, tenant);
    expect(next.user.id).toBe(options.user.id);
    expect(next.excludeCredentials).toEqual([{ id: passkey.id, transports: ['internal'], type: 'public-key' }]);
  });

  it('lists it, ends other sessions, tells the owner, and is a second factor from then on', async () => {
    const tenant = await product.signUp('added');
    const other = await login(product, tenant);
    const { response } = makePasskey(product, await registrationOptions(product, tenant));
    const { registerPasskey: added } = dataOf<{ registerPasskey: object }>(
      await tryAddNamed(product, tenant, { response, label: '  Key ring ' }),
    );
    expect(added).toMatchObject({ kind: 'PASSKEY', label: 'Key ring', lastUsedAt: null });
    expect(await isSignedIn(product, other)).toBe(false);
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await mailKindsTo(product, tenant.email)).toContain('PASSKEY_ADDED');
    expect(await eventsOf(product, tenant.userId)).toContain('FACTOR_ADDED PASSKEY');
    const { mySessions } = await tenant.ask<{ mySessions: object[] }>('{ mySessions { methods } }');
    expect(mySessions).toEqual([{ methods: ['pwd', ...passkeyMethods] }]);
    expect(await methodsOf(product, tenant)).toEqual([
      expect.objectContaining({ kind: 'PASSWORD' }),
      expect.objectContaining({ kind: 'PASSKEY', label: 'Key ring' }),
    ]);
    expect(dataOf(await tenant.send('{ me { mfaEnabled } }'))).toEqual({ me: { mfaEnabled: true } });
    expect((await challengeFor(product, tenant)).methods).toEqual(['PASSKEY']);
    dataOf(await tenant.send('mutation { regenerateBackupCodes { codes } }'));
    expect((await challengeFor(product, tenant)).methods).toEqual(['PASSKEY', 'BACKUP_CODE']);
  });

  it('ends no session where there was a second factor already', async () => {
    const { tenant, passkey } = await withPasskey(product, 'second-one');
    const other = enteredBy(await enterBy(product, passkey));
    await addPasskey(product, tenant);
    expect(await isSignedIn(product, other)).toBe(true);
  });

  const lies = {
    'another origin': { origin: 'https://evil.example' },
    'the origin with another port': { origin: 'http://localhost:1' },
    'another domain': { rpId: 'evil.example' },
    'the type of a sign-in': { type: 'webauthn.get' },
    'another challenge': { challenge: Buffer.alloc(32).toString('base64url') },
    'no user present': { userPresent: false },
    'no user verified': { userVerified: false },
    'a page within another': { crossOrigin: true },
    'a page within a named one': { topOrigin: 'https://evil.example' },
    'a copy of what cannot be copied': { backedUp: true },
    'an id that is too long': { credentialId: Buffer.alloc(1024, 1) },
    'a key for what was not asked for': { algorithm: '3823' },
  } satisfies Record<string, Lie>;
  it.each(Object.entries(lies))('refuses %s', async (name, lie) => {
    const tenant = await product.signUp(`lie-${name.replaceAll(' ', '-')}`);
    const { response } = makePasskey(product, await registrationOptions(product, tenant), lie);
    expect(refusalOf(await tryAddPasskey(product, tenant, response))).toEqual(badResponse);
    expect(await methodsOf(product, tenant)).toHaveLength(1);
  });

  it('refuses one that is called otherwise than its authenticator says', async () => {
    const tenant = await product.signUp('misnamed');
    const { response } = makePasskey(product, await registrationOptions(product, tenant));
    const id = Buffer.alloc(32, 5).toString('base64url');
    expect(refusalOf(await tryAddPasskey(product, tenant, { ...response, id, rawId: id }))).toEqual(badResponse);
    expect(await methodsOf(product, tenant)).toHaveLength(1);
  });

  it('looks at nothing that an authenticator attests of itself, so that nobody is asked of its certificates', async () => {
    const tenant = await product.signUp('attested');
    // { alg: -7, sig: h'00', x5c: [h'00'] }
    const statement = Buffer.from('a363616c672663736967410063783563814100', 'hex');
    await addPasskey(product, tenant, { attestation: { fmt: 'packed', statement } });
    expect(await methodsOf(product, tenant)).toHaveLength(2);
  });

  it('takes a challenge once, within five minutes, of its own session, for nothing else', async () => {
    const tenant = await product.signUp('challenge');
    const other = await login(product, tenant);
    const stranger = await product.signUp('stranger');
    const options = await registrationOptions(product, tenant);
    const { response } = makePasskey(product, options);
    for (const asking of [other, stranger])
      expect(refusalOf(await tryAddPasskey(product, asking, response))).toEqual(badResponse);
    expect(
      refusalOf(await tryAddPasskey(product, tenant, makePasskey(product, options, { origin: 'x' }).response)),
    ).toEqual(badResponse);
    // Spent by the answer that did not hold.
    expect(refusalOf(await tryAddPasskey(product, tenant, response))).toEqual(badResponse);

    const { challenge } = await loginOptions(product);
    const ofLogin = makePasskey(product, { ...options, challenge });
    expect(refusalOf(await tryAddPasskey(product, tenant, ofLogin.response))).toEqual(badResponse);

    const late = makePasskey(product, await registrationOptions(product, tenant));
    wait(product, 5 * minute);
    expect(refusalOf(await tryAddPasskey(product, tenant, late.response))).toEqual(badResponse);
  });

  it('adds one for twenty answers to one challenge, and for twenty passkeys of one id', async () => {
    const tenant = await product.signUp('race-add');
    const { response } = makePasskey(product, await registrationOptions(product, tenant));
    expect(winnersOf(await atOnce(20, () => tryAddPasskey(product, tenant, response)))).toBe(1);
    const credentialId = Buffer.alloc(32, 7);
    const answers = await atOnce(20, async () => {
      const twin = makePasskey(product, await registrationOptions(product, tenant), { credentialId });
      return tryAddPasskey(product, tenant, twin.response);
    });
    expect(winnersOf(answers)).toBe(1);
    const refusals = answers.flatMap((answer) => refusalOf(answer) ?? []);
    expect(refusals).toEqual(Array.from({ length: 19 }, () => badResponse));
  });

  it('refuses one that another account has', async () => {
    const { passkey } = await withPasskey(product, 'owner-of-id');
    const thief = await product.signUp('thief-of-id');
    const twin = makePasskey(product, await registrationOptions(product, thief), {
      credentialId: Buffer.from(passkey.id, 'base64url'),
    });
    expect(refusalOf(await tryAddPasskey(product, thief, twin.response))).toEqual(badResponse);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('refuses a name that is too long or not one line', async () => {
    const tenant = await product.signUp('label');
    for (const label of ['x'.repeat(101), 'a\nb'])
      expect(refusalOf(await tryAddNamed(product, tenant, { response: {}, label }))).toEqual({
        code: 'BAD_USER_INPUT',
        field: 'label',
      });
  });

  it('needs a recent sign-in, and one at all', async () => {
    const tenant = await product.signUp('recent-passkey');
    const fields = ['passkeyRegistrationOptions', 'registerPasskey(response: {}) { id }', 'removePasskey(id: "1")'];
    for (const field of [...fields, 'passkeyStepUpOptions'])
      expect(codesOf(await product.send(`mutation { ${field} }`))).toEqual(['UNAUTHENTICATED']);
    wait(product, 10 * minute + 1);
    for (const field of fields)
      expect([field, codesOf(await tenant.send(`mutation { ${field} }`))]).toEqual([field, ['STEP_UP_REQUIRED']]);
  });

  it('allows twenty', async () => {
    const { tenant } = await withPasskey(product, 'many');
    await product.database.query(
      `insert into passkeys (id, owner_id, credential_id, public_key, user_handle, counter, transports, backup_eligible, backed_up, created_at)
       select gen_random_uuid(), owner_id, 'copy' || n, public_key, user_handle, 0, transports, false, false, created_at
       from passkeys, generate_series(1, 19) n where owner_id = $1`,
      [tenant.userId],
    );
    const { response } = makePasskey(product, await registrationOptions(product, tenant));
    expect(codesOf(await tryAddPasskey(product, tenant, response))).toEqual(['FORBIDDEN']);
  });
});

describe('removing a passkey', () => {
  it('makes it worthless, tells the owner, and asks for the password again', async () => {
    const { tenant, passkey } = await withPasskey(product, 'removed');
    await tenant.send('mutation { regenerateBackupCodes { codes } }');
    const id = await passkeyIdOf(tenant);
    expect(codesOf(await remove(tenant, id))).toEqual([]);
    expect(refusalOf(await enterBy(product, passkey))).toEqual(wrong);
    expect(await mailKindsTo(product, tenant.email)).toContain('PASSKEY_REMOVED');
    expect(await eventsOf(product, tenant.userId)).toContain('FACTOR_REMOVED PASSKEY');
    expect(dataOf(await tenant.send('{ me { mfaEnabled backupCodesLeft } }'))).toEqual({
      me: { mfaEnabled: false, backupCodesLeft: null },
    });
    expect(await isSignedIn(product, await login(product, tenant))).toBe(true);
    expect(codesOf(await remove(tenant, id))).toEqual(['NOT_FOUND']);
    wait(product, 10 * minute + 1);
    expect(refusalOf(await remove(tenant, id))).toMatchObject({ methods: ['PASSWORD'] });
  });

  it('is nobody else’s to remove', async () => {
    const { tenant: theirs, passkey } = await withPasskey(product, 'theirs-to-keep');
    const { tenant: mine } = await withPasskey(product, 'mine-to-remove');
    const id = await passkeyIdOf(theirs);
    for (const given of [id, 'nonsense', '00000000-0000-7000-8000-000000000000'])
      expect(codesOf(await remove(mine, given))).toEqual(['NOT_FOUND']);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('leaves the last way to sign in, of twenty who remove two at once as well', async () => {
    const { tenant } = await withPasskey(product, 'last-way');
    await addPasskey(product, tenant);
    await product.database.query('delete from credentials where owner_id = $1', [tenant.userId]);
    const ids = (await methodsOf(product, tenant)).map(({ id }) => id);
    const answers = await atOnce(20, (at) => remove(tenant, ids[at % 2] ?? ''));
    const left = await methodsOf(product, tenant);
    expect(left).toHaveLength(1);
    expect(answers.map(refusalOf)).toContainEqual({ code: 'CONFLICT', reason: 'LAST_SIGN_IN_METHOD' });
    expect(refusalOf(await remove(tenant, left[0]?.id ?? ''))).toEqual({
      code: 'CONFLICT',
      reason: 'LAST_SIGN_IN_METHOD',
    });
  });

  it('ends the wait for it: who has signed its challenge already is refused', async () => {
    const { tenant, passkey } = await withPasskey(product, 'removed-meanwhile');
    const response = answerWith(product, passkey, await loginOptions(product));
    await remove(tenant, await passkeyIdOf(tenant));
    expect(refusalOf(await tryPasskey(product, response))).toEqual(wrong);
  });
});

describe('challenges', () => {
  it('are gone with the next purge once they have run out', async () => {
    await loginOptions(product);
    wait(product, 5 * minute + 1);
    await loginOptions(product);
    await product.purged();
    const rows = await product.database.query<{ expires_at: Date }>('select expires_at from passkey_challenges');
    expect(rows).toHaveLength(1);
  });
});
