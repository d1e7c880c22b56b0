import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { oneTimeTokenKinds } from '#identity/one-time-token.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import {
  bearer,
  isSignedIn,
  mailedToken,
  newestToken,
  openBrowser,
  otherPassword,
  refusalOf,
  type Refusal,
  tryLogin,
  tryRefresh,
  tryRegister,
} from '../support/accounts.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testSecret,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('ada');
});
afterAll(() => product.stop());

type Kind = (typeof oneTimeTokenKinds)[number];

/** How each kind is redeemed, and the answer where it is not good. */
const doors: Readonly<
  Record<Kind, { readonly redeem: (token: string, on?: TestProduct) => Promise<Answer>; readonly refusal: Refusal }>
> = {
  VERIFY_EMAIL: door('verifyEmail(token: $token) { id }'),
  RESET_PASSWORD: door(`resetPassword(token: $token, newPassword: "${otherPassword}")`),
  CONFIRM_EMAIL_CHANGE: door('confirmEmailChange(token: $token) { id }'),
  CANCEL_EMAIL_CHANGE: door('cancelEmailChange(token: $token)'),
  REVERT_EMAIL_CHANGE: door('revertEmailChange(token: $token)'),
  END_SESSIONS: door('endSessionsByToken(token: $token)'),
  INVITE: {
    redeem: (inviteToken) => tryRegister(product, { email: 'invited@example.com', inviteToken }),
    refusal: notGood('input.inviteToken'),
  },
  CLAIM: {
    redeem: (claimCode) => tryRegister(product, { email: 'claimer@example.com', claimCode }),
    refusal: notGood('input.claimCode'),
  },
  MFA_CHALLENGE: {
    redeem: (challenge) =>
      product.send('mutation ($input: CompleteMfaInput!) { completeMfa(input: $input) { __typename } }', {
        input: { challenge, method: 'TOTP', code: '123456' },
      }),
    refusal: { code: 'UNAUTHENTICATED', reason: 'CHALLENGE_OVER' },
  },
  MAGIC_LINK: door('redeemMagicLink(token: $token, elsewhere: true) { __typename }'),
};

function door(field: string) {
  const document = `mutation ($token: String!) { ${field} }`;
  return {
    redeem: (token: string, on: TestProduct = product) => on.send(document, { token }),
    refusal: notGood('token'),
  };
}

function notGood(field: string): Refusal {
  return { code: 'BAD_USER_INPUT', field };
}

/** A good token of a kind, made as the product makes it. */
async function issue(kind: Kind, { userId, email }: Tenant): Promise<string> {
  const id = newOwnedId(product.clock.now);
  const at = product.clock.now;
  const address = kind === 'INVITE' ? 'invited@example.com' : email;
  await product.database.query(
    `insert into one_time_tokens (id, owner_id, kind, email, other_email, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, userId, kind, address, `other-${email}`, at, new Date(at.getTime() + 60_000)],
  );
  return createOneTimeTokenCodec([testSecret]).tokenOf(id);
}

describe('a one-time token', () => {
  it.each(oneTimeTokenKinds)('is taken at no other door, and is as good as before: %s', async (kind) => {
    const own = await product.signUp(`kind-${kind.toLowerCase().replaceAll('_', '-')}`);
    // Invitations are an admin's: of anybody else's account none of these would be taken at that door anyway.
    await product.database.query(`update users set roles = '{ADMIN}' where id = $1`, [own.userId]);
    const token = await issue(kind, own);
    for (const other of oneTimeTokenKinds.filter((each) => each !== kind)) {
      const answer = await doors[other].redeem(token);
      expect([other, refusalOf(answer)]).toEqual([other, doors[other].refusal]);
    }
    const unused = 'select from one_time_tokens where owner_id = $1 and kind = $2 and used_at is null';
    expect(await product.database.query(unused, [own.userId, kind])).not.toEqual([]);
    expect(await isSignedIn(product, own)).toBe(true);
    expect(codesOf(await product.send('{ me { id } }', {}, bearer(token)))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryRefresh(product, token))).toEqual(['UNAUTHENTICATED']);
  });

  it('of another secret, of an id alone, or changed in one place is none', async () => {
    const own = await product.signUp('forged');
    const token = await newestToken(product, 'VERIFY_EMAIL', own.email);
    const id = Buffer.from(token, 'base64url').subarray(0, 16);
    const foreign = createOneTimeTokenCodec([{ kid: 'x', secret: 'another secret of 32 bytes or even more' }]);
    const uuid = id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const changed = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    for (const none of [
      foreign.tokenOf(uuid),
      uuid,
      id.toString('base64url'),
      changed,
      token.slice(0, -1),
      `${token}A`,
    ])
      expect(refusalOf(await doors.VERIFY_EMAIL.redeem(none))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    expect(codesOf(await doors.VERIFY_EMAIL.redeem(token))).toEqual([]);
  });

  it('is stored in no table, in no form', async () => {
    const own = await product.signUp('unstored');
    const token = await mailedToken(product, 'VERIFY_EMAIL', own.email);
    const code = Buffer.from(token, 'base64url').subarray(16);
    const rows = await product.database.query(
      `select row_to_json(t)::text as text from one_time_tokens t union all select row_to_json(m)::text from mails m`,
    );
    const stored = JSON.stringify(rows) + product.log.join('');
    for (const form of [token, code.toString('hex'), code.toString('base64url')]) expect(stored).not.toContain(form);
  });
});

describe('tokens that sign in', () => {
  it('are taken in place of no other kind', async () => {
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    const device = browser.jar.get(`tenure-device-${product.port}`) ?? '';
    for (const token of [tenant.accessToken, tenant.refreshToken, device])
      for (const kind of oneTimeTokenKinds)
        expect(refusalOf(await doors[kind].redeem(token))).toEqual(doors[kind].refusal);
    for (const token of [tenant.refreshToken, device])
      expect(codesOf(await product.send('{ me { id } }', {}, bearer(token)))).toEqual(['UNAUTHENTICATED']);
    for (const token of [tenant.accessToken, device])
      expect(codesOf(await tryRefresh(product, token))).toEqual(['UNAUTHENTICATED']);
    const cookie = `tenure-access-${product.port}=${tenant.refreshToken}`;
    expect(codesOf(await product.send('{ me { id } }', {}, { cookie }))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a scheme', 'Bearer'],
    ['spaces', 'Bearer    '],
    ['two tokens', 'Bearer a b'],
    ['an empty JWT', 'Bearer ..'],
    ['brackets', 'Bearer {}.{}.{}'],
    [
      'null in JWT form',
      `Bearer ${['null', 'null', ''].map((each) => Buffer.from(each).toString('base64url')).join('.')}`,
    ],
    ['a header of an array', `Bearer ${Buffer.from('[]').toString('base64url')}.e30.AAAA`],
    ['a prototype', `Bearer ${Buffer.from('{"kid":"__proto__","alg":"HS256"}').toString('base64url')}.e30.AAAA`],
    ['a digest', 'Digest username="ada"'],
    ['control characters', 'Bearer \t\t'],
    ['long', `Bearer ${'.'.repeat(6_000)}`],
    [
      'a JWT of nothing',
      `Bearer ${jwt.sign({}, testSecret.secret, { header: { alg: 'HS256', typ: 'at+jwt', kid: testSecret.kid } })}`,
    ],
    [
      'a JWT of the wrong types',
      `Bearer ${jwt.sign({ sub: 1, sid: [], aud: 'tenure-api', iss: 'tenure' }, testSecret.secret, { header: { alg: 'HS256', typ: 'at+jwt', kid: testSecret.kid } })}`,
    ],
  ])('make a stranger where they are malformed, and break nothing: %s', async (_what, authorization) => {
    for (const document of ['{ me { id } }', 'mutation { updateProfile(input: { name: "Eve" }) { id } }']) {
      const answer = await product.send(document, {}, { authorization });
      expect([answer.status < 500, codesOf(answer)]).toEqual([true, ['UNAUTHENTICATED']]);
    }
    expect(codesOf(await product.send('mutation { logout }', {}, { authorization }))).toEqual([]);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });
});

describe('a change of secrets', () => {
  const next = { kid: 'next', secret: 'the secret that follows it, 32 bytes or more' };

  it('leaves tokens of every kind good while the old secret is kept, and signs with the new one', async () => {
    const own = await product.signUp('rotating');
    const tokens = new Map<Kind, string>();
    for (const kind of ['CANCEL_EMAIL_CHANGE', 'END_SESSIONS', 'VERIFY_EMAIL'] as const)
      tokens.set(kind, await issue(kind, own));
    const options = { urls: product.database.urls, jwtSecrets: [next, testSecret], now: () => product.clock.now };
    const rotated = await startTestProduct(options);
    try {
      expect(codesOf(await rotated.send('{ me { id } }', {}, own.headers))).toEqual([]);
      for (const [kind, token] of tokens)
        expect([kind, codesOf(await doors[kind].redeem(token, rotated))]).toEqual([kind, []]);
      const { login: entered } = dataOf<{ login: { tokens: { accessToken: string } } }>(
        await tryLogin(rotated, tenant),
      );
      expect(jwt.decode(entered.tokens.accessToken, { complete: true })?.header.kid).toBe('next');
      expect(codesOf(await product.send('{ me { id } }', {}, bearer(entered.tokens.accessToken)))).toEqual([
        'UNAUTHENTICATED',
      ]);
    } finally {
      await rotated.stop();
    }
  });

  it('voids tokens of every kind once the old secret is gone', async () => {
    const own = await product.signUp('withdrawn');
    const token = await issue('END_SESSIONS', own);
    const options = { urls: product.database.urls, jwtSecrets: [next], now: () => product.clock.now };
    const withdrawn = await startTestProduct(options);
    try {
      expect(codesOf(await withdrawn.send('{ me { id } }', {}, own.headers))).toEqual(['UNAUTHENTICATED']);
      expect(codesOf(await doors.END_SESSIONS.redeem(token, withdrawn))).toEqual(['BAD_USER_INPUT']);
    } finally {
      await withdrawn.stop();
    }
    expect(await isSignedIn(product, own)).toBe(true);
  });
});
