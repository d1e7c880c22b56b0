import { createHook } from 'node:async_hooks';
import { pbkdf2Sync } from 'node:crypto';
import { hash as argon2 } from 'argon2';
import { hash as bcrypt } from 'bcryptjs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  atOnce,
  bearer,
  emptyMails,
  isSignedIn,
  login,
  mailedToken,
  mailKindsTo,
  otherPassword,
  refusalOf,
  thirdPassword,
  tryChangePassword,
  tryLogin,
  tryRegister,
} from '../support/accounts.ts';
import { startBreachServer, type BreachServer } from '../support/breach-server.ts';
import { requestReset, resetByMail, resetPassword } from '../support/mailed-links.ts';
import { queueUp } from '../support/queue-up.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';

const ours = /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/;

const storedHash = async (product: TestProduct, userId: string): Promise<string> =>
  (
    await product.database.query<{ hash: string }>('select secret_hash as hash from credentials where owner_id = $1', [
      userId,
    ])
  )[0]?.hash ?? '';

/** An account whose password was hashed elsewhere. */
async function signUpWithHash(product: TestProduct, name: string, secretHash: string): Promise<Tenant> {
  const tenant = await product.signUp(name);
  await product.database.query('update credentials set secret_hash = $1 where owner_id = $2', [
    secretHash,
    tenant.userId,
  ]);
  return tenant;
}

/** How many transactions of requests are open, of those that were begun since the statements were last emptied. */
const openTransactions = ({ statements }: TestProduct): number =>
  statements.filter((sql) => /^\[query\] (?:begin|start transaction)/.test(sql)).length -
  statements.filter((sql) => /^\[query\] (?:commit|rollback)/.test(sql)).length;

const passlib = (password: string): string => {
  const salt = Buffer.from('0123456789abcdef');
  const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
  const key = pbkdf2Sync(password, salt, 20_000, 32, 'sha256');
  return `$pbkdf2-sha256$20000$${encode(salt)}$${encode(key)}`;
};
const django = (password: string): string =>
  `pbkdf2_sha256$20000$saltedsalt$${pbkdf2Sync(password, 'saltedsalt', 20_000, 32, 'sha256').toString('base64')}`;

describe('a password that was hashed otherwise', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  it.each([
    ['by bcrypt', 'bcrypt', () => bcrypt(testPassword, 10)],
    ['by PBKDF2 as Passlib writes it', 'passlib', async () => passlib(testPassword)],
    ['by PBKDF2 as Django writes it', 'django', async () => django(testPassword)],
    [
      'with weaker parameters',
      'weaker',
      () => argon2(testPassword, { memoryCost: 8_192, timeCost: 1, parallelism: 1 }),
    ],
  ])('%s lets its owner in once and is ours from then on', async (_how, name, made) => {
    const secretHash = await made();
    const tenant = await signUpWithHash(product, name, secretHash);
    expect(codesOf(await tryLogin(product, { ...tenant, password: 'wrong horse 1!' }))).toEqual(['UNAUTHENTICATED']);
    expect(await storedHash(product, tenant.userId)).toBe(secretHash);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
    expect(await storedHash(product, tenant.userId)).toMatch(ours);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
  });

  it('lets all of its owner’s devices in that come at once', async () => {
    const tenant = await signUpWithHash(product, 'many-devices', passlib(testPassword));
    expect((await atOnce(20, () => tryLogin(product, tenant))).flatMap(codesOf)).toEqual([]);
    expect(await storedHash(product, tenant.userId)).toMatch(ours);
  });

  it('is hashed anew by one of those who sign in at once; another compares once more, and keeps no connection', async () => {
    const tenant = await signUpWithHash(product, 'overlapping', passlib(testPassword));
    const renewed = await argon2(testPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    const open: number[] = [];
    const hook = createHook({
      init: (_id, type) => void (type === 'argon2:HashWorker' && open.push(openTransactions(product))),
    });
    onTestFinished(() => void hook.disable());
    product.statements.length = 0;
    hook.enable();
    const renewal = `update credentials set secret_hash = '${renewed}' where owner_id = '${tenant.userId}'`;
    const answers = await queueUp(product.database, renewal, [() => tryLogin(product, tenant)]);
    expect(answers.map(codesOf)).toEqual([[]]);
    expect(await storedHash(product, tenant.userId)).toBe(renewed);
    // Compared, hashed anew, compared with what another one had renewed it to.
    expect(open).toEqual([0, 0, 0]);
  });

  it.each([
    ['md5', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['nothing', ''],
    ['cheap-bcrypt', '$2b$04$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde'],
  ])('by what nobody should trust lets nobody in: %s', async (name, secretHash) => {
    const tenant = await signUpWithHash(product, name, secretHash);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a pepper', () => {
  it('is needed for every password that was hashed with it', async () => {
    const passwordPepper = Buffer.from('a pepper of thirty-two bytes, or more');
    const peppered = await startTestProduct({ passwordPepper });
    try {
      const tenant = await peppered.signUp('peppered');
      expect(codesOf(await tryLogin(peppered, tenant))).toEqual([]);
      const imported = await signUpWithHash(peppered, 'imported', django(testPassword));
      expect(codesOf(await tryLogin(peppered, imported))).toEqual([]);
      const plain = await startTestProduct({ urls: peppered.database.urls });
      try {
        for (const each of [tenant, imported])
          expect(codesOf(await tryLogin(plain, each))).toEqual(['UNAUTHENTICATED']);
      } finally {
        await plain.stop();
      }
      expect(codesOf(await tryLogin(peppered, imported))).toEqual([]);
    } finally {
      await peppered.stop();
    }
  });
});

describe('a password from a breach', () => {
  const breached = 'breached battery 4!';
  const later = 'breached later 5!';
  let breaches: BreachServer;
  let product: TestProduct;
  beforeAll(async () => {
    breaches = await startBreachServer({ breached: [breached, later] });
    product = await startTestProduct({ breachCheckUrl: breaches.url });
  });
  afterAll(async () => {
    await product.stop();
    await breaches.stop();
  });

  const checkedAt = async (userId: string): Promise<unknown> =>
    (
      await product.database.query<{ at: Date | null }>(
        'select breach_checked_at as at from credentials where owner_id = $1',
        [userId],
      )
    )[0]?.at;
  const failing = async <R>(work: () => Promise<R>): Promise<R> => {
    breaches.answerWith((response) => void response.writeHead(503).end());
    try {
      return await work();
    } finally {
      breaches.answerWith(undefined);
    }
  };

  it('opens no account', async () => {
    const answer = await tryRegister(product, { email: 'new@example.com', password: breached });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.password' });
    expect(answer.body.errors?.[0]?.message).toContain('breach');
    expect(await product.database.query(`select from users where email = 'new@example.com'`)).toEqual([]);
  });

  it('is set neither by the link of a mail nor in place of another', async () => {
    const tenant = await product.signUp('replacing');
    dataOf(await requestReset(product, tenant.email));
    const token = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    const changed = await tryChangePassword(tenant, { currentPassword: testPassword, newPassword: breached });
    expect(refusalOf(changed)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.newPassword' });
    const reset = await resetPassword(product, token, breached);
    expect(refusalOf(reset)).toEqual({ code: 'BAD_USER_INPUT', field: 'newPassword' });
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
    expect(codesOf(await resetPassword(product, token))).toEqual([]);
  });

  it('is learnt of by nobody: five characters of its hash are asked about, once', async () => {
    const before = breaches.requests.length;
    const tenant = await product.signUp('discreet');
    await login(product, tenant);
    const asked = breaches.requests.slice(before);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^GET \/range\/[0-9A-F]{5}\n/);
    expect(await checkedAt(tenant.userId)).toEqual(product.clock.now);
  });

  it('is taken while nobody can say, and asked about again at the next sign-in', async () => {
    const email = 'unlucky@example.com';
    const opened = await failing(() => tryRegister(product, { email, password: later }));
    const { register } = dataOf<{ register: { user: { id: string } } }>(opened);
    expect(await checkedAt(register.user.id)).toBeNull();
    expect(codesOf(await failing(() => tryLogin(product, { email, password: later })))).toEqual([]);
    expect(await checkedAt(register.user.id)).toBeNull();
    expect(product.log.some((line) => line.includes('breach check failed'))).toBe(true);
    await emptyMails(product);
    const answer = await tryLogin(product, { email, password: later });
    const { login: entered } = dataOf<{ login: { tokens: { accessToken: string }; user: object } }>(answer);
    expect(entered.user).toMatchObject({ mustChangePassword: true });
    expect(await mailKindsTo(product, email)).toEqual(['PASSWORD_BREACHED']);
    const refused = await product.send('{ personas { id } }', {}, bearer(entered.tokens.accessToken));
    expect(refusalOf(refused)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    await tryLogin(product, { email, password: later });
    expect(await mailKindsTo(product, email)).toEqual(['PASSWORD_BREACHED']);
  });

  it('ends whatever else is signed in once it is learnt of, and nobody else’s', async () => {
    const [tenant, other] = [await product.signUp('shared-with-a-thief'), await product.signUp('unshared')];
    const secretHash = django(breached);
    await product.database.query(
      'update credentials set secret_hash = $1, breach_checked_at = null where owner_id = $2',
      [secretHash, tenant.userId],
    );
    const entered = await login(product, { ...tenant, password: breached });
    expect(await isSignedIn(product, tenant)).toBe(false);
    expect(await isSignedIn(product, entered)).toBe(true);
    expect(await isSignedIn(product, other)).toBe(true);
  });

  it('is found in what was imported, at its first sign-in', async () => {
    const tenant = await signUpWithHash(product, 'imported', django(breached));
    await product.database.query('update credentials set breach_checked_at = null where owner_id = $1', [
      tenant.userId,
    ]);
    const wrong = breaches.requests.length;
    await tryLogin(product, { ...tenant, password: 'wrong horse 1!' });
    expect(breaches.requests).toHaveLength(wrong);
    const answer = await tryLogin(product, { ...tenant, password: breached });
    expect(dataOf(answer)).toMatchObject({ login: { user: { mustChangePassword: true } } });
    expect(await storedHash(product, tenant.userId)).toMatch(ours);
  });
});

describe('a policy', () => {
  it('of length asks for fifteen characters of any kind but the common ones, wherever a password is set', async () => {
    const product = await startTestProduct({ passwordPolicy: 'length' });
    try {
      const open = (name: string, password: string): Promise<Answer> =>
        tryRegister(product, { email: `${name}@example.com`, password });
      const refused = { code: 'BAD_USER_INPUT', field: 'input.password' };
      expect(refusalOf(await open('short', 'fourteen chars'))).toEqual(refused);
      expect(refusalOf(await open('classes', 'Abcdef1!'))).toEqual(refused);
      expect(refusalOf(await open('telling', 'telling you all of it'))).toEqual(refused);
      expect(refusalOf(await open('common', 'Mailcreated5240'))).toEqual(refused);
      expect(codesOf(await open('long', 'quiet wooden ladders'))).toEqual([]);
      const { accessToken } = await login(product, { email: 'long@example.com', password: 'quiet wooden ladders' });
      const input = { currentPassword: 'quiet wooden ladders', newPassword: 'Abcdef1!' };
      const changed = await tryChangePassword(product, input, bearer(accessToken));
      expect(refusalOf(changed)).toEqual({ ...refused, field: 'input.newPassword' });
    } finally {
      await product.stop();
    }
  });

  it('of classes refuses what tells of its owner, and takes one however its letters are composed', async () => {
    const product = await startTestProduct();
    try {
      const refused = { code: 'BAD_USER_INPUT', field: 'input.password' };
      for (const password of ['my Tenure 1!', 'margarete 1!'])
        expect(refusalOf(await tryRegister(product, { email: 'margarete@example.com', password }))).toEqual(refused);
      const decomposed = 'cafe\u0301 con leche 1!';
      expect(codesOf(await tryRegister(product, { email: 'nfc@example.com', password: decomposed }))).toEqual([]);
      const composed = { email: 'nfc@example.com', password: decomposed.normalize('NFC') };
      expect(codesOf(await tryLogin(product, composed))).toEqual([]);
      expect(codesOf(await tryLogin(product, { ...composed, password: thirdPassword }))).toEqual(['UNAUTHENTICATED']);
    } finally {
      await product.stop();
    }
  });
});

describe('a password that failed too often in a row', () => {
  it('is off for strangers until it is reset, and the owner alone is told', async () => {
    const product = await startTestProduct();
    try {
      const tenant = await product.signUp('guessed');
      await product.database.query('update credentials set failed_attempts = 99');
      await emptyMails(product);
      const last = await tryLogin(product, { ...tenant, password: otherPassword });
      const right = await tryLogin(product, tenant);
      expect([last.status, refusalOf(right)]).toEqual([right.status, refusalOf(last)]);
      expect(codesOf(right)).toEqual(['UNAUTHENTICATED']);
      expect(await mailKindsTo(product, tenant.email)).toEqual(['PASSWORD_LOCKED']);
      const events = await product.database.query<{ event: string; detail: string }>(
        `select event, detail from audit_events where outcome = 'REFUSED' order by at, xmin::text::bigint, ctid`,
      );
      expect(events).toEqual([
        { event: 'LOGIN_FAILED', detail: 'WRONG_PASSWORD' },
        { event: 'LOCKED', detail: null },
        { event: 'LOGIN_FAILED', detail: 'LOCKED' },
      ]);
      dataOf(await resetByMail(product, tenant.email));
      expect(codesOf(await tryLogin(product, { ...tenant, password: otherPassword }))).toEqual([]);
    } finally {
      await product.stop();
    }
  });
});
