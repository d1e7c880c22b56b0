import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  auditOf,
  bearer,
  claimsOf,
  eventsOf,
  isSignedIn,
  login,
  mailKindsTo,
  minute,
  openBrowser,
  otherPassword,
  refusalOf,
  setProven,
  shutOut,
  tryChangePassword,
  tryRefresh,
  tryStepUp,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import { resetByMail } from '../support/mailed-links.ts';
import { addPasskey, methodsOf } from '../support/passkeys.ts';
import { queueUp } from '../support/queue-up.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import {
  addApp,
  challengeFor,
  codeOf,
  complete,
  completed,
  confirmEnrollment,
  startEnrollment,
  withApp,
  wrongCode,
  type App,
  type Completion,
} from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const over = { code: 'UNAUTHENTICATED', reason: 'CHALLENGE_OVER' };
const wrong = { code: 'UNAUTHENTICATED' };

const byCode = (challenge: string, code: string, method: Completion['method'] = 'TOTP'): Promise<Answer> =>
  complete(product, { challenge, method, code });

const signIn = async (tenant: Tenant, app: App): Promise<Tokens> => {
  const { challenge } = await challengeFor(product, tenant);
  return completed(await byCode(challenge, codeOf(product, app)));
};

const me = async (tokens: Pick<Tokens, 'accessToken'>) =>
  dataOf<{ me: { mfaEnabled: boolean; backupCodesLeft: number | null } }>(
    await product.send('{ me { mfaEnabled backupCodesLeft } }', {}, bearer(tokens.accessToken)),
  ).me;

describe('setting an authenticator app up', () => {
  it('gives a seed of 160 bits, and changes nothing before a code of it is confirmed', async () => {
    const tenant = await product.signUp('begin');
    const { startTotpEnrollment: started } = dataOf<{ startTotpEnrollment: { secret: string; otpauthUrl: string } }>(
      await startEnrollment(product, tenant),
    );
    expect(started.secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(started.otpauthUrl);
    expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual([
      'otpauth:',
      'totp',
      `/Tenure:${tenant.email}`,
    ]);
    expect(url.searchParams.get('secret')).toBe(started.secret);
    expect(await me(tenant)).toEqual({ mfaEnabled: false, backupCodesLeft: null });
    expect(await isSignedIn(product, await login(product, tenant))).toBe(true);
  });

  it('stores the seed encrypted, and none of the codes', async () => {
    const { tenant, app } = await withApp(product, 'stored');
    const rows = await product.database.query(
      'select t.*, s.code_hashes from totp_factors t join backup_code_sets s using (owner_id) where t.owner_id = $1',
      [tenant.userId],
    );
    const text = JSON.stringify(rows);
    expect(rows).toHaveLength(1);
    expect(text).not.toContain(app.secret);
    for (const code of app.backupCodes) expect(text).not.toContain(code.replaceAll('-', ''));
  });

  it('turns it on by a code, gives ten backup codes, ends other sessions and tells the owner', async () => {
    const tenant = await product.signUp('turn-on');
    const other = await login(product, tenant);
    const app = await addApp(product, tenant);
    expect(app.backupCodes).toHaveLength(10);
    for (const code of app.backupCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(app.backupCodes).size).toBe(10);
    expect(await me(tenant)).toEqual({ mfaEnabled: true, backupCodesLeft: 10 });
    expect(await isSignedIn(product, other)).toBe(false);
    const { refreshSession: refreshed } = dataOf<{ refreshSession: Tokens }>(
      await tryRefresh(product, tenant.refreshToken),
    );
    expect(claimsOf(refreshed.accessToken)['amr']).toEqual(['pwd', 'otp', 'mfa']);
    expect(await mailKindsTo(product, tenant.email)).toContain('FACTOR_ADDED');
    expect(await eventsOf(product, tenant.userId)).toContain('FACTOR_ADDED TOTP');
    const listed = await tenant.send('{ mySignInMethods { kind label lastUsedAt } }');
    expect(dataOf<{ mySignInMethods: unknown[] }>(listed).mySignInMethods).toEqual([
      expect.objectContaining({ kind: 'PASSWORD' }),
      { kind: 'TOTP', label: null, lastUsedAt: null },
      expect.objectContaining({ kind: 'MAGIC_LINK' }),
    ]);
  });

  it.each(['12345', '1234567', '12345a', '１２３４５６', '123 456', ''])(
    'refuses what is written as no code is, naming the argument: "%s"',
    async (code) => {
      const tenant = await product.signUp(`no-code-${Buffer.from(code).toString('hex')}`);
      await startEnrollment(product, tenant);
      expect(refusalOf(await confirmEnrollment(product, tenant, code))).toEqual({
        code: 'BAD_USER_INPUT',
        field: 'code',
      });
    },
  );

  it('refuses a wrong code, one without a seed, and one that comes too late', async () => {
    const tenant = await product.signUp('not-confirmed');
    const bad = { code: 'BAD_USER_INPUT', field: 'code' };
    expect(refusalOf(await confirmEnrollment(product, tenant, '123456'))).toEqual(bad);
    const { startTotpEnrollment: started } = dataOf<{ startTotpEnrollment: App }>(
      await startEnrollment(product, tenant),
    );
    expect(refusalOf(await confirmEnrollment(product, tenant, wrongCode(product, started)))).toEqual(bad);
    wait(product, 15 * minute);
    const fresh = await login(product, tenant);
    expect(refusalOf(await confirmEnrollment(product, fresh, codeOf(product, started)))).toEqual(bad);
    expect(await me(fresh)).toEqual({ mfaEnabled: false, backupCodesLeft: null });
  });

  it('spends the code that confirms: it signs nobody in', async () => {
    const tenant = await product.signUp('spent');
    const { startTotpEnrollment: started } = dataOf<{ startTotpEnrollment: App }>(
      await startEnrollment(product, tenant),
    );
    const code = codeOf(product, started);
    expect(codesOf(await confirmEnrollment(product, tenant, code))).toEqual([]);
    const { challenge } = await challengeFor(product, tenant);
    expect(refusalOf(await byCode(challenge, code))).toEqual(wrong);
  });

  it('keeps the app in use while another one is set up, and takes codes of the new one alone afterwards', async () => {
    const { tenant, app } = await withApp(product, 'new-phone');
    await startEnrollment(product, tenant);
    expect(await isSignedIn(product, await signIn(tenant, app))).toBe(true);
    wait(product, 30);
    const newer = await addApp(product, tenant);
    const { challenge } = await challengeFor(product, tenant);
    expect(refusalOf(await byCode(challenge, codeOf(product, app)))).toEqual(wrong);
    expect(codesOf(await byCode(challenge, codeOf(product, newer)))).toEqual([]);
  });

  it('makes codes what a step-up takes, of the session that set it up as well', async () => {
    const { tenant } = await withApp(product, 'own-session');
    wait(product, 10 * minute + 1);
    expect(refusalOf(await tenant.send('mutation { disableTotp }'))).toMatchObject({ methods: ['TOTP'] });
  });

  it('is done by one of twenty who confirm one code at once', async () => {
    const tenant = await product.signUp('race-confirm');
    const { startTotpEnrollment: started } = dataOf<{ startTotpEnrollment: App }>(
      await startEnrollment(product, tenant),
    );
    const answers = await atOnce(20, () => confirmEnrollment(product, tenant, codeOf(product, started)));
    expect(winnersOf(answers)).toBe(1);
    expect((await eventsOf(product, tenant.userId)).filter((event) => event === 'FACTOR_ADDED TOTP')).toHaveLength(1);
  });

  it('needs a recent sign-in, by code where there is an app, and is nobody else’s', async () => {
    const { tenant, app } = await withApp(product, 'recent');
    const session = await signIn(tenant, app);
    wait(product, 10 * minute + 1);
    const required = { code: 'STEP_UP_REQUIRED', maxAge: 600, methods: ['TOTP'] };
    for (const field of [
      'startTotpEnrollment { secret }',
      'disableTotp',
      'regenerateBackupCodes { codes }',
      'confirmTotpEnrollment(code: "123456") { codes }',
    ]) {
      const document = `mutation { ${field} }`;
      const late = await product.send(document, {}, bearer(session.accessToken));
      expect([field, refusalOf(late)]).toEqual([field, required]);
      expect([field, codesOf(await product.send(document))]).toEqual([field, ['UNAUTHENTICATED']]);
    }
  });
});

describe('signing in with a second factor', () => {
  it('gives no session for the password alone, and one for both', async () => {
    const { tenant, app } = await withApp(product, 'both');
    const { challenge, methods, expiresAt } = await challengeFor(product, tenant);
    expect(methods).toEqual(['TOTP', 'BACKUP_CODE']);
    expect(new Date(expiresAt).getTime() - product.clock.now.getTime()).toBe(5 * 60_000);
    expect(codesOf(await product.send('{ me { id } }', {}, bearer(challenge)))).toEqual(['UNAUTHENTICATED']);
    const tokens = completed(await byCode(challenge, codeOf(product, app)));
    expect(claimsOf(tokens.accessToken)['amr']).toEqual(['pwd', 'otp', 'mfa']);
    const listed = await product.send('{ mySignInMethods { kind lastUsedAt } }', {}, bearer(tokens.accessToken));
    expect(dataOf<{ mySignInMethods: unknown[] }>(listed).mySignInMethods).toContainEqual({
      kind: 'TOTP',
      lastUsedAt: product.clock.now.toISOString(),
    });
    expect((await eventsOf(product, tenant.userId)).slice(-3)).toEqual([
      'FIRST_FACTOR',
      'FACTOR_USED TOTP',
      'LOGIN pwd otp mfa',
    ]);
  });

  it('sets cookies of a browser behind the second factor alone', async () => {
    const { tenant, app } = await withApp(product, 'browser');
    const browser = openBrowser(product);
    const before = await browser.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on MfaChallenge { challenge } } }',
      { input: { email: tenant.email, password: tenant.password } },
    );
    expect([...browser.jar.keys()].filter((name) => name.includes('tenure'))).toEqual([]);
    const { challenge } = dataOf<{ login: { challenge: string } }>(before).login;
    const after = await complete(browser, { challenge, method: 'TOTP', code: codeOf(product, app) });
    expect(dataOf(after)).toEqual({
      completeMfa: { tokens: { accessToken: null, refreshToken: null }, user: { id: tenant.userId } },
    });
    expect(codesOf(await browser.send('{ me { id } }'))).toEqual([]);
  });

  it('takes the codes of a step before and after now, and no others', async () => {
    const { tenant, app } = await withApp(product, 'window');
    for (const [after, isGood] of [
      [-60, false],
      [60, false],
      [-30, true],
      [30, true],
    ] as const) {
      wait(product, 5 * minute);
      const { challenge } = await challengeFor(product, tenant);
      const answer = await byCode(challenge, codeOf(product, app, after));
      expect([after, codesOf(answer).length === 0]).toEqual([after, isGood]);
    }
  });

  it('takes a code once, and none of a step before it; the answer is that for a wrong one (RFC 6238, 5.2)', async () => {
    const { tenant, app } = await withApp(product, 'replay');
    const code = codeOf(product, app);
    const before = codeOf(product, app, -30);
    const first = await challengeFor(product, tenant);
    expect(codesOf(await byCode(first.challenge, code))).toEqual([]);
    const second = await challengeFor(product, tenant);
    const wrongAnswer = await byCode(second.challenge, wrongCode(product, app));
    for (const used of [code, before])
      expect(
        (await byCode(second.challenge, used)).body.errors?.map(({ message, extensions }) => [message, extensions]),
      ).toEqual(wrongAnswer.body.errors?.map(({ message, extensions }) => [message, extensions]));
  });

  it('gives one session to twenty who come with one code at once, on challenges of their own', async () => {
    const { tenant, app } = await withApp(product, 'race');
    const challenges = await Promise.all(Array.from({ length: 20 }, () => challengeFor(product, tenant)));
    const code = codeOf(product, app);
    const answers = await atOnce(20, (at) => byCode(challenges[at]?.challenge ?? '', code));
    expect(winnersOf(answers)).toBe(1);
    const one = await challengeFor(product, tenant);
    wait(product, 30);
    const again = await atOnce(20, () => byCode(one.challenge, codeOf(product, app)));
    expect(winnersOf(again)).toBe(1);
  });

  it('ends a challenge after five tries, a right one included, and after five minutes', async () => {
    const { tenant, app } = await withApp(product, 'tries');
    const { challenge } = await challengeFor(product, tenant);
    for (let tries = 0; tries < 5; tries += 1)
      expect(refusalOf(await byCode(challenge, wrongCode(product, app)))).toEqual(wrong);
    expect(refusalOf(await byCode(challenge, codeOf(product, app)))).toEqual(over);
    const late = await challengeFor(product, tenant);
    wait(product, 5 * minute);
    expect(refusalOf(await byCode(late.challenge, codeOf(product, app)))).toEqual(over);
    expect(refusalOf(await byCode('nonsense', '123456'))).toEqual(over);
  });

  it('works once: a challenge that was completed is over', async () => {
    const { tenant, app } = await withApp(product, 'once');
    const { challenge } = await challengeFor(product, tenant);
    await byCode(challenge, codeOf(product, app));
    wait(product, 30);
    expect(refusalOf(await byCode(challenge, codeOf(product, app)))).toEqual(over);
  });

  it('says which argument is written as no code is, and compares nothing then', async () => {
    const { tenant, app } = await withApp(product, 'format');
    const { challenge } = await challengeFor(product, tenant);
    for (const [code, method] of [
      ['１２３４５６', 'TOTP'],
      ['123 456', 'TOTP'],
      ['ABCD', 'BACKUP_CODE'],
    ] as const)
      expect(refusalOf(await byCode(challenge, code, method))).toEqual({ code: 'BAD_USER_INPUT', field: 'input.code' });
    expect(refusalOf(await complete(product, { challenge, method: 'TOTP' }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.code',
    });
    expect(codesOf(await byCode(challenge, codeOf(product, app)))).toEqual([]);
  });

  it('is over for who is shut out, or whose password is reset, in between', async () => {
    const { tenant, app } = await withApp(product, 'in-between');
    await setProven(product, tenant);
    const shut = await challengeFor(product, tenant);
    await shutOut(product, tenant);
    expect(refusalOf(await byCode(shut.challenge, codeOf(product, app)))).toEqual(over);
    await product.database.query('update users set disabled_at = null where id = $1', [tenant.userId]);
    const held = await challengeFor(product, tenant);
    dataOf(await resetByMail(product, tenant.email));
    wait(product, 30);
    expect(refusalOf(await byCode(held.challenge, codeOf(product, app)))).toEqual(over);
    const { challenge } = await challengeFor(product, { ...tenant, password: otherPassword });
    expect(codesOf(await byCode(challenge, codeOf(product, app)))).toEqual([]);
  });
});

describe('a backup code', () => {
  it('signs in once, however it is spelt, and says how many are left', async () => {
    const { tenant, app } = await withApp(product, 'backup');
    const [first = ''] = app.backupCodes;
    const { challenge } = await challengeFor(product, tenant);
    const spelt = ` ${first.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')} `;
    const tokens = completed(await byCode(challenge, spelt, 'BACKUP_CODE'));
    expect(claimsOf(tokens.accessToken)['amr']).toEqual(['pwd', 'kba', 'mfa']);
    expect(await me(tokens)).toEqual({ mfaEnabled: true, backupCodesLeft: 9 });
    expect((await mailKindsTo(product, tenant.email)).filter((kind) => kind === 'BACKUP_CODE_USED')).toHaveLength(1);
    const again = await challengeFor(product, tenant);
    expect(refusalOf(await byCode(again.challenge, first, 'BACKUP_CODE'))).toEqual(wrong);
  });

  it('signs one in of twenty who come with it at once', async () => {
    const { tenant, app } = await withApp(product, 'backup-race');
    const [first = ''] = app.backupCodes;
    const challenges = await Promise.all(Array.from({ length: 20 }, () => challengeFor(product, tenant)));
    const answers = await atOnce(20, (at) => byCode(challenges[at]?.challenge ?? '', first, 'BACKUP_CODE'));
    expect(winnersOf(answers)).toBe(1);
  });

  it('is offered while one is left', async () => {
    const { tenant, app } = await withApp(product, 'backup-last');
    await product.database.query('update backup_code_sets set code_hashes = code_hashes[1:1] where owner_id = $1', [
      tenant.userId,
    ]);
    const { challenge, methods } = await challengeFor(product, tenant);
    expect(methods).toEqual(['TOTP', 'BACKUP_CODE']);
    completed(await byCode(challenge, app.backupCodes[0] ?? '', 'BACKUP_CODE'));
    expect((await challengeFor(product, tenant)).methods).toEqual(['TOTP']);
  });

  it('is void once there are new ones', async () => {
    const { tenant, app } = await withApp(product, 'renewed');
    const made = dataOf<{ regenerateBackupCodes: { codes: string[] } }>(
      await tenant.send('mutation { regenerateBackupCodes { codes } }'),
    ).regenerateBackupCodes.codes;
    expect(made.filter((code) => app.backupCodes.includes(code))).toEqual([]);
    const { challenge } = await challengeFor(product, tenant);
    expect(refusalOf(await byCode(challenge, app.backupCodes[0] ?? '', 'BACKUP_CODE'))).toEqual(wrong);
    expect(codesOf(await byCode(challenge, made[0] ?? '', 'BACKUP_CODE'))).toEqual([]);
    expect(await mailKindsTo(product, tenant.email)).toContain('BACKUP_CODES_MADE');
    expect(await eventsOf(product, tenant.userId)).toContain('BACKUP_CODES_MADE');
  });

  it('that is used while the app is turned off hinders neither', async () => {
    const { tenant, app } = await withApp(product, 'crossing');
    const { challenge } = await challengeFor(product, tenant);
    const factor = `select from totp_factors where owner_id = '${tenant.userId}' for update`;
    const [off, used] = await queueUp(product.database, factor, [
      () => tenant.send('mutation { disableTotp }'),
      () => byCode(challenge, app.backupCodes[0] ?? '', 'BACKUP_CODE'),
    ]);
    expect([off, used].map((answer) => codesOf(answer as Answer))).toEqual([[], ['UNAUTHENTICATED']]);
  });

  it('stays good where another second factor remains, and goes with the last one', async () => {
    const { tenant } = await withApp(product, 'remaining');
    await addPasskey(product, tenant);
    await tenant.send('mutation { disableTotp }');
    expect(await me(tenant)).toEqual({ mfaEnabled: true, backupCodesLeft: 10 });
    await addApp(product, tenant);
    const passkey = (await methodsOf(product, tenant)).find(({ kind }) => kind === 'PASSKEY');
    const remove = () => tenant.send('mutation ($id: ID!) { removePasskey(id: $id) }', { id: passkey?.id });
    expect(codesOf(await remove())).toEqual([]);
    expect(await me(tenant)).toEqual({ mfaEnabled: true, backupCodesLeft: 10 });
    await tenant.send('mutation { disableTotp }');
    expect(await me(tenant)).toEqual({ mfaEnabled: false, backupCodesLeft: null });
  });

  it('is not made for an account without a second factor', async () => {
    const tenant = await product.signUp('without');
    expect(codesOf(await tenant.send('mutation { regenerateBackupCodes { codes } }'))).toEqual(['FORBIDDEN']);
  });

  it('lets the app be used again that failed a hundred times in a row', async () => {
    const { tenant, app } = await withApp(product, 'switched-off');
    await product.database.query('update totp_factors set failed_attempts = 100 where owner_id = $1', [tenant.userId]);
    const { challenge } = await challengeFor(product, tenant);
    expect(refusalOf(await byCode(challenge, codeOf(product, app)))).toEqual(wrong);
    expect(codesOf(await byCode(challenge, app.backupCodes[0] ?? '', 'BACKUP_CODE'))).toEqual([]);
    expect(await isSignedIn(product, await signIn(tenant, app))).toBe(true);
  });
});

describe('a step-up of an account with a second factor', () => {
  const changePassword = ({ accessToken }: Tokens, { password }: Tenant): Promise<Answer> =>
    tryChangePassword(product, { currentPassword: password, newPassword: otherPassword }, bearer(accessToken));

  it('takes a code of the app or a backup code, and the password no more', async () => {
    const { tenant, app } = await withApp(product, 'step');
    const session = await signIn(tenant, app);
    wait(product, 11 * minute);
    expect(refusalOf(await tryStepUp(product, session, { password: tenant.password }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.password',
    });
    const stepped = dataOf<{ stepUp: Tokens }>(
      await tryStepUp(product, session, { code: codeOf(product, app) }),
    ).stepUp;
    expect(
      codesOf(
        await product.send('mutation { logoutEverywhere(includeCurrent: false) }', {}, bearer(stepped.accessToken)),
      ),
    ).toEqual([]);
    wait(product, 11 * minute);
    expect(codesOf(await tryStepUp(product, stepped, { code: app.backupCodes[0] }))).toEqual([]);
  });

  it.each([{}, { password: 'x', code: '123456' }])('takes exactly one proof: %j', async (input) => {
    const tenant = await product.signUp(`exactly-${Object.keys(input).length}`);
    expect(refusalOf(await tryStepUp(product, tenant, input))).toEqual({ code: 'BAD_USER_INPUT', field: 'input' });
  });

  it('refuses codes of an account that has no app', async () => {
    const tenant = await product.signUp('no-app');
    const wrongInput = { code: 'BAD_USER_INPUT', field: 'input.code' };
    expect(refusalOf(await tryStepUp(product, tenant, { code: '123456' }))).toEqual(wrongInput);
    expect(refusalOf(await tryStepUp(product, tenant, { code: 'AAAA-AAAA-AAAA-AAAA' }))).toEqual(wrongInput);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it('is what the first password needs too, long after signing in without one', async () => {
    const { tenant, app } = await withApp(product, 'first-password');
    const session = await signIn(tenant, app);
    await product.database.query('delete from credentials where owner_id = $1', [tenant.userId]);
    wait(product, 11 * minute);
    const answer = await tryChangePassword(product, { newPassword: otherPassword }, bearer(session.accessToken));
    expect(refusalOf(answer)).toEqual({ code: 'STEP_UP_REQUIRED', maxAge: 600, methods: ['TOTP'] });
  });

  it('is what changing the password takes too, which makes the sign-in no younger', async () => {
    const { tenant, app } = await withApp(product, 'new-password');
    const session = await signIn(tenant, app);
    wait(product, 11 * minute);
    expect(refusalOf(await changePassword(session, tenant))).toEqual({
      code: 'STEP_UP_REQUIRED',
      maxAge: 600,
      methods: ['TOTP'],
    });
    const { stepUp: recent } = dataOf<{ stepUp: Tokens }>(
      await tryStepUp(product, session, { code: codeOf(product, app) }),
    );
    wait(product, 6 * minute);
    const { changePassword: changed } = dataOf<{ changePassword: Tokens }>(await changePassword(recent, tenant));
    expect(codesOf(await product.send('mutation { disableTotp }', {}, bearer(changed.accessToken)))).toEqual([]);
    await addApp(product, changed);
    wait(product, 5 * minute);
    expect(codesOf(await product.send('mutation { disableTotp }', {}, bearer(changed.accessToken)))).toEqual([
      'STEP_UP_REQUIRED',
    ]);
  });

  it('is not asked of who must change the password, and so can do nothing else; the sign-in stays as old', async () => {
    const { tenant, app } = await withApp(product, 'must-change');
    await product.database.query('update users set must_change_password = true where id = $1', [tenant.userId]);
    const session = await signIn(tenant, app);
    wait(product, 11 * minute);
    const { changePassword: changed } = dataOf<{ changePassword: Tokens }>(await changePassword(session, tenant));
    expect(codesOf(await product.send('mutation { disableTotp }', {}, bearer(changed.accessToken)))).toEqual([
      'STEP_UP_REQUIRED',
    ]);
  });

  it('tells a wrong code at its input: a client that took it for a lost sign-in would try it twice', async () => {
    const { tenant, app } = await withApp(product, 'step-wrong');
    const session = await signIn(tenant, app);
    const refused = await tryStepUp(product, session, { code: wrongCode(product, app) });
    expect(refusalOf(refused)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.code' });
    expect(await isSignedIn(product, session)).toBe(true);
  });
});

describe('turning the app off', () => {
  it('removes it with the backup codes, tells the owner, and is harmless to repeat', async () => {
    const { tenant } = await withApp(product, 'off');
    expect(codesOf(await tenant.send('mutation { disableTotp }'))).toEqual([]);
    expect(await me(tenant)).toEqual({ mfaEnabled: false, backupCodesLeft: null });
    expect(await mailKindsTo(product, tenant.email)).toContain('FACTOR_REMOVED');
    expect(codesOf(await tenant.send('mutation { disableTotp }'))).toEqual([]);
    const removed = (await eventsOf(product, tenant.userId)).filter((event) => event === 'FACTOR_REMOVED TOTP');
    expect(removed).toHaveLength(1);
    const session = await login(product, tenant);
    wait(product, 11 * minute);
    expect(refusalOf(await product.send('mutation { disableTotp }', {}, bearer(session.accessToken)))).toMatchObject({
      methods: ['PASSWORD'],
    });
  });

  it('leaves other accounts as they are', async () => {
    const { tenant: theirs, app } = await withApp(product, 'theirs');
    const mine = await product.signUp('mine');
    await mine.send('mutation { disableTotp }');
    expect(await isSignedIn(product, await signIn(theirs, app))).toBe(true);
  });
});

describe('the log of a second factor', () => {
  it('has refusals that stay, and no code', async () => {
    const { tenant, app } = await withApp(product, 'logged');
    const { challenge } = await challengeFor(product, tenant);
    const code = wrongCode(product, app);
    await byCode(challenge, code);
    const rows = await auditOf(product, tenant.userId);
    expect(rows.at(-1)).toMatchObject({ event: 'FACTOR_USED', outcome: 'REFUSED', detail: 'TOTP' });
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});
