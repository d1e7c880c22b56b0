import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newOwnedId } from '#platform/ids.ts';
import { offerClaim, openLocalOwner } from '#identity/local-owner.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { withIdentity } from '../../src/server/open-accounts.ts';
import {
  atOnce,
  bearer,
  claimsOf,
  day,
  isSignedIn,
  mailedToken,
  mailKindsTo,
  minute,
  otherPassword,
  refusalOf,
  tokenOf,
  tryChangePassword,
  tryLogin,
  tryRegister,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import { createDatabase } from '../support/database.ts';
import { moveAccount, moveBack, proveByMail, requestProof, resetByMail, verifyEmail } from '../support/mailed-links.ts';
import {
  addPasskey,
  answerWith,
  enterBy,
  enteredBy,
  loginOptions,
  makePasskey,
  methodsOf,
  registrationOptions,
  signUpOptions,
  tryPasskey,
  type Lie,
  type SoftPasskey,
} from '../support/passkeys.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  testSecret,
  type Answer,
  type TestProduct,
} from '../support/product.ts';
import { challengeFor } from '../support/second-factor.ts';

const wrong = { code: 'UNAUTHENTICATED' };
const badPasskey = { code: 'BAD_USER_INPUT', field: 'input.passkey' };
const pending = { register: { verificationRequired: true, tokens: null, user: null } };

/** Registers by a passkey; whatever comes of it. */
async function signUpBy(
  product: TestProduct,
  { email, lie, ...more }: { readonly email: string; readonly lie?: Lie; readonly inviteToken?: string },
): Promise<{ readonly answer: Answer; readonly passkey: SoftPasskey }> {
  const { passkey, response } = makePasskey(product, await signUpOptions(product, email), lie);
  const input = { email, passkey: response, password: undefined, ...more };
  return { answer: await tryRegister(product, input), passkey };
}

/** Registers by a passkey, which must sign in. */
async function signedUpBy(product: TestProduct, email: string) {
  const { answer, passkey } = await signUpBy(product, { email });
  const { register } = dataOf<{ register: { tokens: Tokens; user: { id: string } } }>(answer);
  return { passkey, tokens: register.tokens, userId: register.user.id };
}

const idOf = ({ id }: SoftPasskey): Buffer => Buffer.from(id, 'base64url');

describe('opening an account by a passkey', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  it('needs no password, signs in, and leaves a passkey that signs in', async () => {
    const { passkey, tokens, userId } = await signedUpBy(product, 'ada@example.com');
    expect(claimsOf(tokens.accessToken)).toMatchObject({ sub: userId, amr: ['hwk', 'user', 'mfa'] });
    const me = await product.send('{ me { hasPassword mfaEnabled } }', {}, bearer(tokens.accessToken));
    expect(dataOf(me)).toEqual({ me: { hasPassword: false, mfaEnabled: true } });
    expect((await methodsOf(product, tokens)).map(({ kind }) => kind)).toEqual(['PASSKEY']);
    expect(claimsOf(enteredBy(await enterBy(product, passkey)).accessToken)['sub']).toBe(userId);
    const own = await loginOptions(product, 'ada@example.com');
    expect(own.allowCredentials).toMatchObject([{ id: passkey.id }]);
  });

  it('is a first sign-in, so that the next from another device is told of', async () => {
    const email = 'next-device@example.com';
    const { passkey } = await signedUpBy(product, email);
    const response = answerWith(product, passkey, await loginOptions(product));
    expect(codesOf(await tryPasskey(product, response, { 'user-agent': 'Another/1.0' }))).toEqual([]);
    expect(await mailKindsTo(product, email)).toEqual(['VERIFY_EMAIL', 'NEW_DEVICE']);
  });

  it('leaves a step-up by that passkey, and a first password after a recent sign-in', async () => {
    const { tokens, passkey } = await signedUpBy(product, 'first-password@example.com');
    const headers = bearer(tokens.accessToken);
    const change = { newPassword: otherPassword };
    wait(product, 10 * minute + 1);
    expect(refusalOf(await product.send('mutation { disableTotp }', {}, headers))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      methods: ['PASSKEY'],
    });
    expect(codesOf(await tryChangePassword(product, change, headers))).toEqual(['STEP_UP_REQUIRED']);
    const fresh = enteredBy(await enterBy(product, passkey));
    expect(codesOf(await tryChangePassword(product, change, bearer(fresh.accessToken)))).toEqual([]);
    const { methods } = await challengeFor(product, { email: 'first-password@example.com', password: otherPassword });
    expect(methods).toEqual(['PASSKEY']);
  });

  it('takes a password or a passkey, one of them', async () => {
    const email = 'one-of-both@example.com';
    const { response } = makePasskey(product, await signUpOptions(product, email));
    const input = { code: 'BAD_USER_INPUT', field: 'input' };
    expect(refusalOf(await tryRegister(product, { email, passkey: response }))).toEqual(input);
    expect(refusalOf(await tryRegister(product, { email, password: null }))).toEqual(input);
    for (const passkey of [{}, [], 'text', 7])
      expect(refusalOf(await tryRegister(product, { email, password: null, passkey }))).toEqual(badPasskey);
  });

  it('tells of a taken address', async () => {
    await product.signUp('taken');
    const { answer } = await signUpBy(product, { email: 'taken@example.com' });
    expect(refusalOf(answer)).toEqual({ code: 'CONFLICT', reason: 'EMAIL_TAKEN' });
  });

  const lies = {
    'another origin': { origin: 'https://evil.example' },
    'another domain': { rpId: 'evil.example' },
    'the type of a sign-in': { type: 'webauthn.get' },
    'no user verified': { userVerified: false },
  } satisfies Record<string, Lie>;
  it.each(Object.entries(lies))('refuses %s', async (name, lie) => {
    const { answer } = await signUpBy(product, { email: `${name.replaceAll(' ', '-')}@example.com`, lie });
    expect(refusalOf(answer)).toEqual(badPasskey);
  });

  it('takes a challenge once, within five minutes, for its address and for nothing else', async () => {
    const send = (email: string, passkey: unknown): Promise<Answer> =>
      tryRegister(product, { email, passkey, password: null });
    const mine = makePasskey(product, await signUpOptions(product, 'mine@example.com'));
    expect(refusalOf(await send('other@example.com', mine.response))).toEqual(badPasskey);
    expect(codesOf(await send('mine@example.com', mine.response))).toEqual([]);
    expect(refusalOf(await send('mine@example.com', mine.response))).toEqual(badPasskey);

    const tenant = await product.signUp('signed-in');
    const ofRegistration = makePasskey(product, await registrationOptions(product, tenant));
    expect(refusalOf(await send('other@example.com', ofRegistration.response))).toEqual(badPasskey);

    const late = makePasskey(product, await signUpOptions(product, 'late@example.com'));
    wait(product, 5 * minute);
    expect(refusalOf(await send('late@example.com', late.response))).toEqual(badPasskey);
  });

  it('opens one account for twenty who come with one passkey, under one address or under many', async () => {
    const email = 'race@example.com';
    const { response: passkey } = makePasskey(product, await signUpOptions(product, email));
    const same = await atOnce(20, () => tryRegister(product, { email, passkey, password: null }));
    expect(winnersOf(same)).toBe(1);
    const lie = { credentialId: Buffer.alloc(32, 3) };
    const many = await atOnce(20, (at) => signUpBy(product, { email: `race-${at}@example.com`, lie }));
    const refusals = many.flatMap(({ answer }) => refusalOf(answer) ?? []);
    expect(refusals).toEqual(Array.from({ length: 19 }, () => badPasskey));
  });

  it('leaves nothing to a squatter whose address is proven by its owner', async () => {
    const email = 'squatted@example.com';
    const { passkey, tokens } = await signedUpBy(product, email);
    wait(product, 1);
    const added = await addPasskey(product, tokens);
    // A first password, never used to sign in, is the squatter's as well.
    dataOf(await tryChangePassword(product, { newPassword: otherPassword }, bearer(tokens.accessToken)));
    dataOf(await requestProof(product, email));
    expect(codesOf(await proveByMail(product, email))).toEqual([]);
    for (const each of [passkey, added]) expect(refusalOf(await enterBy(product, each))).toEqual(wrong);
    expect(refusalOf(await tryLogin(product, { email, password: otherPassword }))).toEqual(wrong);
    expect(await isSignedIn(product, tokens)).toBe(false);
  });

  it('leaves nothing to one whose address is proven by a reset', async () => {
    const email = 'reset-squat@example.com';
    const { passkey } = await signedUpBy(product, email);
    dataOf(await resetByMail(product, email));
    expect(refusalOf(await enterBy(product, passkey))).toEqual(wrong);
    expect(codesOf(await tryLogin(product, { email, password: otherPassword }))).toEqual([]);
  });

  it('takes a change of address back with the passkeys that came after it', async () => {
    const tenant = await product.signUp('moved');
    const before = await addPasskey(product, tenant);
    wait(product, 1);
    await moveAccount(product, tenant, 'moved-new@example.com');
    wait(product, 1);
    const after = await addPasskey(product, tenant);
    await moveBack(product, tenant.email);
    expect(refusalOf(await enterBy(product, after))).toEqual(wrong);
    expect(codesOf(await enterBy(product, before))).toEqual([]);
  });
});

describe('where addresses are proven first', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct({ registration: 'verified' });
  });
  afterAll(() => product.stop());

  const passkeysOf = (email: string) =>
    product.database.query<{ credential_id: string }>(
      'select credential_id from passkeys p join users u on u.id = p.owner_id where u.email = $1',
      [email],
    );

  /** An account whose address is proven. */
  async function proven(email: string): Promise<SoftPasskey> {
    const { passkey } = await signUpBy(product, { email });
    await proveByMail(product, email);
    return passkey;
  }

  it('the passkey waits for the link, and signs in afterwards', async () => {
    const email = 'ada@example.com';
    const { answer, passkey } = await signUpBy(product, { email });
    expect(dataOf(answer)).toEqual(pending);
    expect(refusalOf(await enterBy(product, passkey))).toEqual(wrong);
    expect(codesOf(await proveByMail(product, email))).toEqual([]);
    expect(await isSignedIn(product, enteredBy(await enterBy(product, passkey)))).toBe(true);
    expect(await mailKindsTo(product, email)).toEqual(['VERIFY_EMAIL']);
  });

  it('a link vouches for just the passkey, or password, that it was mailed for', async () => {
    const email = 'twice@example.com';
    const { passkey: first } = await signUpBy(product, { email });
    const firstLink = await mailedToken(product, 'VERIFY_EMAIL', email);
    const { passkey: second } = await signUpBy(product, { email });
    expect(await passkeysOf(email)).toEqual([{ credential_id: second.id }]);
    expect(refusalOf(await verifyEmail(product, firstLink))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    await proveByMail(product, email);
    expect(refusalOf(await enterBy(product, first))).toEqual(wrong);
    expect(codesOf(await enterBy(product, second))).toEqual([]);
  });

  it('a link vouches for no other passkey that waits by then', async () => {
    const email = 'exchanged@example.com';
    const { passkey } = await signUpBy(product, { email });
    await product.database.query('update passkeys set id = gen_random_uuid() where credential_id = $1', [passkey.id]);
    expect(codesOf(await proveByMail(product, email))).toEqual([]);
    expect(await passkeysOf(email)).toEqual([]);
  });

  it('a password that is registered later replaces it, and the other way round', async () => {
    const { passkey } = await signUpBy(product, { email: 'to-password@example.com' });
    await tryRegister(product, { email: 'to-password@example.com' });
    await proveByMail(product, 'to-password@example.com');
    expect(refusalOf(await enterBy(product, passkey))).toEqual(wrong);
    expect(codesOf(await tryLogin(product, { email: 'to-password@example.com' }))).toEqual([]);

    await tryRegister(product, { email: 'to-passkey@example.com' });
    const { passkey: later } = await signUpBy(product, { email: 'to-passkey@example.com' });
    await proveByMail(product, 'to-passkey@example.com');
    expect(codesOf(await enterBy(product, later))).toEqual([]);
    expect(refusalOf(await tryLogin(product, { email: 'to-passkey@example.com', password: testPassword }))).toEqual(
      wrong,
    );
  });

  it('another link that is asked for vouches for it as well', async () => {
    const email = 'again@example.com';
    const { passkey } = await signUpBy(product, { email });
    dataOf(await requestProof(product, email));
    await proveByMail(product, email);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('nobody learns by a passkey whether an address was free', async () => {
    await proven('owner@example.com');
    const seen = async (email: string) => {
      const { answer, passkey } = await signUpBy(product, { email });
      const options = await loginOptions(product, email);
      const entered = await enterBy(product, passkey);
      const isShown = options.allowCredentials?.some(({ id }) => id === passkey.id);
      const own = `own-${email}`;
      const again = await signUpBy(product, { email: own, lie: { credentialId: idOf(passkey) } });
      const { message } = entered.body.errors?.[0] ?? {};
      const mails = await mailKindsTo(product, own);
      return [
        answer.text,
        options.allowCredentials?.length,
        isShown,
        message,
        refusalOf(entered),
        again.answer.text,
        mails,
      ];
    };
    expect(await seen('free@example.com')).toEqual(await seen('owner@example.com'));
  });

  it('a taken address is told by mail alone, and keeps what it has', async () => {
    const email = 'kept@example.com';
    const passkey = await proven(email);
    const { answer, passkey: intruder } = await signUpBy(product, { email });
    expect(dataOf(answer)).toEqual(pending);
    expect((await mailKindsTo(product, email)).at(-1)).toBe('ACCOUNT_EXISTS');
    expect(refusalOf(await enterBy(product, intruder))).toEqual(wrong);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('a passkey that is in use gives way to nobody, before its first sign-in either', async () => {
    const passkey = await proven('in-use@example.com');
    const lie = { credentialId: idOf(passkey) };
    const { answer } = await signUpBy(product, { email: 'copier@example.com', lie });
    expect(refusalOf(answer)).toEqual(badPasskey);
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
  });

  it('twenty who sign one address up at once are answered alike, and one passkey waits', async () => {
    const email = 'crowd@example.com';
    const all = await atOnce(20, () => signUpBy(product, { email }));
    for (const { answer } of all) expect(dataOf(answer)).toEqual(pending);
    expect(await passkeysOf(email)).toHaveLength(1);
  });
});

describe('where accounts are not open to all', () => {
  it('an invitation opens one by a passkey, and proves its address', async () => {
    const product = await startTestProduct({ registration: 'closed' });
    const host = newOwnedId(product.clock.now);
    await product.database.query(
      `insert into users (id, email, roles, created_at, updated_at) values ($1, 'host@example.com', '{ADMIN}', now(), now())`,
      [host],
    );
    const email = 'invited@example.com';
    expect(codesOf((await signUpBy(product, { email })).answer)).toEqual(['FORBIDDEN']);
    const invitation = newOwnedId(product.clock.now);
    await product.database.query(
      `insert into one_time_tokens (id, owner_id, kind, email, created_at, expires_at) values ($1, $2, 'INVITE', $3, $4, $5)`,
      [invitation, host, email, product.clock.now, new Date(product.clock.now.getTime() + day * 1000)],
    );
    const { answer, passkey } = await signUpBy(product, { email, inviteToken: tokenOf(invitation) });
    expect(dataOf(answer)).toMatchObject({ register: { user: { email, emailVerified: true } } });
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
    await product.stop();
  });

  it('the code of a single-user installation gives its data to a passkey', async () => {
    const database = await createDatabase();
    const occasion = { now: new Date('2025-11-03T09:00:00.000Z'), newId: () => newOwnedId(new Date()) };
    const tokens = createOneTimeTokenCodec([testSecret]);
    const owner = await withIdentity(database.urls.identity, (em) => openLocalOwner(em, occasion));
    const claimCode = await withIdentity(database.urls.identity, (em) =>
      offerClaim(em, occasion, { tokens, claimEmail: null }),
    );
    const product = await startTestProduct({ registration: 'closed' }, database);
    const email = 'claimer@example.com';
    const { passkey, response } = makePasskey(product, await signUpOptions(product, email));
    const claimed = await tryRegister(product, { email, passkey: response, password: null, claimCode });
    expect(dataOf(claimed)).toMatchObject({ register: { user: { id: owner.userId } } });
    expect(codesOf(await enterBy(product, passkey))).toEqual([]);
    await product.stop();
  });
});
