import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { offerClaim, openLocalOwner, type LocalOwner } from '#identity/local-owner.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { newOwnedId } from '#platform/ids.ts';
import { withIdentity } from '../../src/server/open-accounts.ts';
import {
  atOnce,
  auditOf,
  bearer,
  day,
  eventsOf,
  isSignedIn,
  login,
  mailKindsTo,
  mailedToken,
  otherPassword,
  refusalOf,
  tryLogin,
  tryRegister,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { codesOf, dataOf, startTestProduct, testSecret, type Answer, type TestProduct } from '../support/product.ts';

const tokens = createOneTimeTokenCodec([testSecret]);
const startedAt = new Date('2025-11-03T09:00:00.000Z');
const occasionAt = (now: Date) => ({ now, newId: () => newOwnedId(now) });

/** What a start in single-user mode does. */
const openSingle = (database: TestDatabase, now = startedAt): Promise<LocalOwner> =>
  withIdentity(database.urls.identity, (em) => openLocalOwner(em, occasionAt(now)));
/** What a start with accounts does. */
const offer = (database: TestDatabase, now = startedAt, claimEmail: string | null = null): Promise<string | null> =>
  withIdentity(database.urls.identity, (em) => offerClaim(em, occasionAt(now), { tokens, claimEmail }));

/** A database of a single-user installation that has a persona. */
async function singleUserDatabase(): Promise<{ database: TestDatabase; owner: LocalOwner }> {
  const database = await createDatabase();
  const owner = await openSingle(database);
  const single = await startTestProduct({ localOwner: owner, urls: database.urls });
  const made = await single.send(
    'mutation { createPersona(input: { fullName: "Local", email: "local@example.com" }) { id } }',
  );
  expect(codesOf(made)).toEqual([]);
  await single.matched();
  await single.stop();
  return { database, owner };
}

const personasOf = async (product: TestProduct, { accessToken }: Tokens): Promise<unknown> =>
  dataOf(await product.send('{ personas { fullName } }', {}, bearer(accessToken)));
const withData = { personas: [{ fullName: 'Local' }] };
const empty = { personas: [] };

interface Claimed {
  readonly register: { readonly tokens: Tokens; readonly user: { readonly id: string; readonly email: string } };
}

interface Installation {
  readonly product: TestProduct;
  readonly owner: LocalOwner;
  readonly code: string;
}

/** Once a single-user installation, with accounts now, and a code to claim it by. */
async function openInstallation(): Promise<Installation> {
  const { database, owner } = await singleUserDatabase();
  const code = (await offer(database)) ?? '';
  return { product: await startTestProduct({}, database), owner, code };
}

const claim = (product: TestProduct, email: string, claimCode: string): Promise<Answer> =>
  tryRegister(product, { email, claimCode });

describe('a former single-user installation that nobody has claimed', () => {
  let product: TestProduct;
  let owner: LocalOwner;
  beforeAll(async () => {
    ({ product, owner } = await openInstallation());
  });
  afterAll(() => product.stop());

  it('is nobody’s: its owner’s address lets nobody in, whatever is tried', async () => {
    const [local] = await product.database.query<{ email: string }>('select email from users where is_local_owner');
    const email = local?.email ?? '';
    expect(codesOf(await tryRegister(product, { email }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await tryLogin(product, { email }))).toEqual(['UNAUTHENTICATED']);
    const ask = (field: string) => product.send(`mutation ($email: String!) { ${field}(email: $email) }`, { email });
    expect(codesOf(await ask('requestPasswordReset'))).toEqual([]);
    expect(codesOf(await ask('requestEmailVerification'))).toEqual([]);
    expect(await mailKindsTo(product, email)).toEqual([]);
    expect(await product.database.query('select from credentials where owner_id = $1', [owner.userId])).toEqual([]);
  });

  it('has it written down that a code was made', async () => {
    expect(await eventsOf(product, owner.userId)).toEqual(['ADMIN_ACT claim code made']);
  });

  it('gives nothing to an account without its code', async () => {
    const tenant = await product.signUp('newcomer');
    expect(await personasOf(product, tenant)).toEqual(empty);
  });

  it.each([
    ['wrong', () => 'A'.repeat(64)],
    ['of no form', () => 'please'],
    [
      'of another kind',
      async () => {
        await product.signUp('other-kind');
        return mailedToken(product, 'VERIFY_EMAIL', 'other-kind@example.com');
      },
    ],
  ])('refuses a code that is %s, and makes nothing', async (_what, codeOf) => {
    const answer = await claim(product, 'refused@example.com', await codeOf());
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.claimCode' });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await product.database.query(`select from users where email = 'refused@example.com'`)).toEqual([]);
  });
});

describe('a former single-user installation', () => {
  const opened: TestProduct[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((product) => product.stop())));

  const open = async (): Promise<Installation> => {
    const installation = await openInstallation();
    opened.push(installation.product);
    return installation;
  };
  /** Claims it as this address. */
  const claimed = async ({ product, code }: Installation, email: string): Promise<Claimed['register']> =>
    dataOf<Claimed>(await claim(product, email, code)).register;

  it('leaves the code good for who claims with a taken address or a weak password', async () => {
    const { product, owner, code } = await open();
    const { email } = await product.signUp('newcomer');
    expect(refusalOf(await claim(product, email, code))).toEqual({ code: 'CONFLICT', reason: 'EMAIL_TAKEN' });
    const weak = await tryRegister(product, { email: 'weak@example.com', password: 'weak', claimCode: code });
    expect(refusalOf(weak)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.password' });
    const { user } = await claimed({ product, owner, code }, 'weak@example.com');
    expect(user.id).toBe(owner.userId);
  });

  it('takes a code for a day, and the newest alone', async () => {
    const { product, code } = await open();
    wait(product, 10);
    const newest = (await offer(product.database, product.clock.now)) ?? '';
    expect(refusalOf(await claim(product, 'early@example.com', code))).toMatchObject({ field: 'input.claimCode' });
    wait(product, day);
    expect(refusalOf(await claim(product, 'late@example.com', newest))).toMatchObject({ field: 'input.claimCode' });
    const again = (await offer(product.database, product.clock.now)) ?? '';
    wait(product, day - 1);
    expect(codesOf(await claim(product, 'timely@example.com', again))).toEqual([]);
  });

  it('goes to one of twenty who claim it at once, with all that is in it, and with no role', async () => {
    const { product, owner, code } = await open();
    const answers = await atOnce(20, (index) => claim(product, `claimer-${index}@example.com`, ` ${code} `));
    expect(winnersOf(answers)).toBe(1);
    const won = answers.findIndex((answer) => codesOf(answer).length === 0);
    const { register } = dataOf<Claimed>(answers[won] as Answer);
    expect(register.user).toEqual({ id: owner.userId, email: `claimer-${won}@example.com`, emailVerified: false });
    expect(await personasOf(product, register.tokens)).toEqual(withData);
    const users = await product.database.query(`select roles from users where email like 'claimer-%'`);
    expect(users).toEqual([{ roles: ['USER'] }]);
    expect((await auditOf(product, owner.userId)).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['CLAIM', 'REGISTER']),
    );
    expect(await mailKindsTo(product, register.user.email)).toEqual(['VERIFY_EMAIL']);
  });

  it('is claimed once and for all, by no old code and by no new one', async () => {
    const installation = await open();
    const { product, code } = installation;
    await claimed(installation, 'first@example.com');
    expect(refusalOf(await claim(product, 'second@example.com', code))).toMatchObject({ field: 'input.claimCode' });
    expect(await offer(product.database, product.clock.now)).toBeNull();
    expect(await personasOf(product, await product.signUp('latecomer'))).toEqual(empty);
  });

  it('stays the claimer’s when accounts are switched off and on again, signed in nowhere', async () => {
    const installation = await open();
    const { product, owner } = installation;
    const email = 'claimer@example.com';
    const { tokens: before } = await claimed(installation, email);
    const other = await product.signUp('bystander');
    const again = await openSingle(product.database, product.clock.now);
    expect(again.userId).toBe(owner.userId);
    expect(await offer(product.database, product.clock.now)).toBeNull();
    for (const tokens of [before, other]) expect(await isSignedIn(product, tokens)).toBe(false);
    expect(await personasOf(product, await login(product, { email }))).toEqual(withData);
    expect(await personasOf(product, await login(product, other))).toEqual(empty);
  });
});

describe('a claim where addresses are proven first', () => {
  it('cannot be replaced by who registers with the claimer’s address', async () => {
    const { database, owner } = await singleUserDatabase();
    const claimCode = await offer(database);
    const product = await startTestProduct({ registration: 'verified' }, database);
    try {
      const email = 'claimer@example.com';
      const { tokens: own } = dataOf<Claimed>(await tryRegister(product, { email, claimCode })).register;
      await tryRegister(product, { email, name: 'Eve', password: otherPassword });
      expect(await mailKindsTo(product, email)).toEqual(['VERIFY_EMAIL', 'ACCOUNT_EXISTS']);
      const verify = 'mutation ($token: String!) { verifyEmail(token: $token) { id hasPassword name } }';
      const token = await mailedToken(product, 'VERIFY_EMAIL', email);
      const user = { id: owner.userId, hasPassword: true, name: null };
      expect(dataOf(await product.send(verify, { token }, bearer(own.accessToken)))).toEqual({ verifyEmail: user });
      expect(codesOf(await tryLogin(product, { email, password: otherPassword }))).toEqual(['UNAUTHENTICATED']);
      expect(codesOf(await tryLogin(product, { email }))).toEqual([]);
    } finally {
      await product.stop();
    }
  });
});

describe('a code that is mailed', () => {
  it('proves the address it went to, and no other', async () => {
    const { database } = await singleUserDatabase();
    const claimEmail = 'operator@example.com';
    const claimCode = await offer(database, startedAt, claimEmail);
    const product = await startTestProduct({ claimEmail }, database);
    try {
      expect(await mailedToken(product, 'CLAIM', claimEmail)).toBe(claimCode);
      const answer = await tryRegister(product, { email: 'Operator@example.com', claimCode });
      expect(dataOf(answer)).toMatchObject({ register: { user: { email: claimEmail, emailVerified: true } } });
      expect(await mailKindsTo(product, claimEmail)).toEqual(['CLAIM']);
    } finally {
      await product.stop();
    }
  });
});

describe('an installation that goes to whoever comes first', () => {
  it('goes to the first of all who register, and to nobody after', async () => {
    const { database, owner } = await singleUserDatabase();
    await offer(database);
    const product = await startTestProduct({ claimMode: 'first' }, database);
    try {
      const first = await product.signUp('first');
      expect(first.userId).toBe(owner.userId);
      expect(await personasOf(product, first)).toEqual(withData);
      const second = await product.signUp('second');
      expect(second.userId).not.toBe(owner.userId);
      expect(await personasOf(product, second)).toEqual(empty);
    } finally {
      await product.stop();
    }
  });
});
