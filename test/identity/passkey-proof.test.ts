import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, claimsOf, eventsOf, isSignedIn, minute, refusalOf, tryStepUp, wait } from '../support/accounts.ts';
import {
  answerWith,
  enterBy,
  enteredBy,
  loginOptions,
  registrationOptions,
  rowOf,
  stepUpOptions,
  withPasskey,
} from '../support/passkeys.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { addApp, challengeFor, codeOf, complete, completed } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const wrong = { code: 'UNAUTHENTICATED' };
const wrongInput = { code: 'BAD_USER_INPUT', field: 'input.passkey' };
const finish = (challenge: string, passkey: unknown): Promise<Answer> =>
  complete(product, { challenge, method: 'PASSKEY', passkey });

describe('a passkey as the second factor', () => {
  it('completes a sign-in by password', async () => {
    const { tenant, passkey } = await withPasskey(product, 'behind-password');
    const { challenge } = await challengeFor(product, tenant);
    const answer = await finish(challenge, answerWith(product, passkey, await loginOptions(product, tenant.email)));
    expect(claimsOf(completed(answer).accessToken)['amr']).toEqual(['pwd', 'hwk', 'user', 'mfa']);
    expect(await eventsOf(product, tenant.userId)).toContain('FACTOR_USED PASSKEY');
  });

  it('is the account’s own, and answers the challenge of a sign-in', async () => {
    const { tenant, passkey } = await withPasskey(product, 'own-second');
    const { passkey: theirs } = await withPasskey(product, 'their-second');
    const { challenge } = await challengeFor(product, tenant);
    const before = await rowOf(product, theirs);
    for (const response of [
      answerWith(product, theirs, await loginOptions(product)),
      answerWith(product, passkey, await stepUpOptions(product, tenant)),
      answerWith(product, passkey, { ...(await loginOptions(product)), lie: { userVerified: false } }),
    ])
      expect(refusalOf(await finish(challenge, response))).toEqual(wrong);
    expect(await rowOf(product, theirs)).toEqual(before);
    expect((await auditOf(product, tenant.userId)).at(-1)).toMatchObject({
      event: 'FACTOR_USED',
      outcome: 'REFUSED',
      detail: 'PASSKEY',
    });
    expect(codesOf(await finish(challenge, answerWith(product, passkey, await loginOptions(product))))).toEqual([]);
  });

  it('says which argument lacks it', async () => {
    const { tenant } = await withPasskey(product, 'lacking');
    const { challenge } = await challengeFor(product, tenant);
    for (const given of [undefined, null, {}, 'text'])
      expect(refusalOf(await finish(challenge, given))).toEqual(wrongInput);
  });

  it('leaves a code of the app as good', async () => {
    const { tenant } = await withPasskey(product, 'app-too');
    const app = await addApp(product, tenant);
    const { challenge, methods } = await challengeFor(product, tenant);
    expect(methods).toEqual(['PASSKEY', 'TOTP', 'BACKUP_CODE']);
    expect(codesOf(await complete(product, { challenge, method: 'TOTP', code: codeOf(product, app) }))).toEqual([]);
  });
});

describe('a step-up by a passkey', () => {
  it('is what an account with one is asked for, and works', async () => {
    const { tenant, passkey } = await withPasskey(product, 'step-up-passkey');
    wait(product, 10 * minute + 1);
    expect(refusalOf(await tenant.send('mutation { passkeyRegistrationOptions }'))).toEqual({
      code: 'STEP_UP_REQUIRED',
      maxAge: 600,
      methods: ['PASSKEY'],
    });
    expect(refusalOf(await tryStepUp(product, tenant, { password: tenant.password }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.password',
    });
    const options = await stepUpOptions(product, tenant);
    expect(options.allowCredentials).toEqual([{ id: passkey.id, transports: ['internal'], type: 'public-key' }]);
    const answer = await tryStepUp(product, tenant, {
      passkey: answerWith(product, passkey, { ...options, lie: { userHandle: null } }),
    });
    const { stepUp: tokens } = dataOf<{ stepUp: { accessToken: string } }>(answer);
    await registrationOptions(product, tokens);
  });

  it('answers the challenge of its own session, once', async () => {
    const { tenant, passkey } = await withPasskey(product, 'step-up-bound');
    const other = enteredBy(await enterBy(product, passkey));
    const { tenant: stranger, passkey: theirs } = await withPasskey(product, 'step-up-stranger');
    const mine = await stepUpOptions(product, tenant);
    for (const [asking, response] of [
      [other, answerWith(product, passkey, mine)],
      [stranger, answerWith(product, theirs, mine)],
      [tenant, answerWith(product, theirs, await stepUpOptions(product, tenant))],
      [tenant, answerWith(product, passkey, await loginOptions(product))],
    ] as const)
      expect(refusalOf(await tryStepUp(product, asking, { passkey: response }))).toEqual(wrongInput);
    const response = answerWith(product, passkey, mine);
    expect(codesOf(await tryStepUp(product, tenant, { passkey: response }))).toEqual([]);
    expect(refusalOf(await tryStepUp(product, tenant, { passkey: response }))).toEqual(wrongInput);
  });

  it('tells a wrong one at its input: a client that took it for a lost sign-in would try it twice', async () => {
    const { tenant } = await withPasskey(product, 'step-up-wrong');
    const { passkey: theirs } = await withPasskey(product, 'step-up-theirs');
    const refused = await tryStepUp(product, tenant, {
      passkey: answerWith(product, theirs, await stepUpOptions(product, tenant)),
    });
    expect(refusalOf(refused)).toEqual(wrongInput);
    expect(refused.body.errors?.[0]?.message).toContain('no passkey of your account');
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it('is one proof of three, and needs a passkey', async () => {
    const { tenant } = await withPasskey(product, 'one-of-three');
    for (const input of [{}, { code: '123456', passkey: {} }, { password: 'x', passkey: {} }])
      expect(refusalOf(await tryStepUp(product, tenant, input))).toEqual({ code: 'BAD_USER_INPUT', field: 'input' });
    expect(refusalOf(await tryStepUp(product, tenant, { passkey: {} }))).toEqual(wrongInput);
    const bare = await product.signUp('no-passkey-to-step-up');
    expect(codesOf(await bare.send('mutation { passkeyStepUpOptions }'))).toEqual(['FORBIDDEN']);
  });
});
