import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminCommand } from '../../src/server/admin-command.ts';
import {
  atOnce,
  eventsOf,
  isSignedIn,
  login,
  mailedToken,
  mailKindsTo,
  openBrowser,
  otherPassword,
  refusalOf,
  tryLogin,
} from '../support/accounts.ts';
import { endSessions, resetByMail } from '../support/mailed-links.ts';
import { settingsOf } from '../support/own-server.ts';
import { addPasskey, methodsOf, tryPasskey, answerWith, loginOptions } from '../support/passkeys.ts';
import { runHere, type Ended } from '../support/process.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testKey,
  testSecret,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { addApp, challengeFor, codeOf, complete } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
beforeEach(() => product.database.query('truncate users, audit_events, mails cascade'));
afterAll(() => product.stop());

const start = (...operands: string[]): Promise<Ended> =>
  runHere(
    adminCommand,
    ['remove-factors', ...operands],
    settingsOf(product.database, { jwtSecrets: [testSecret], encryptionKeys: [testKey] }),
  );
async function removed(email: string): Promise<string> {
  const { code, output } = await start(email);
  expect([code, output]).toEqual([0, expect.any(String)]);
  return output;
}
async function refused(...operands: string[]): Promise<string> {
  const { code, output } = await start(...operands);
  expect([code, output]).toEqual([1, expect.any(String)]);
  return output;
}

const wrong = { code: 'UNAUTHENTICATED' };
/** What a copy of a row is compared by. */
const rowsOf = ({ userId }: Tenant) =>
  Promise.all(
    ['totp_factors', 'backup_code_sets', 'passkeys', 'credentials'].map(
      async (table) => (await product.database.query(`select from ${table} where owner_id = $1`, [userId])).length,
    ),
  );

describe('npm run admin -- remove-factors', () => {
  it('lets an owner in again who has lost them all, by the mailbox and no less', async () => {
    const ada = await product.signUp('ada');
    const app = await addApp(product, ada);
    const passkey = await addPasskey(product, ada);
    const { challenge } = await challengeFor(product, ada);
    expect(await removed(' Ada@Example.com')).toContain('ada@example.com has neither second factors nor a password');
    expect(await isSignedIn(product, ada)).toBe(false);
    expect(await rowsOf(ada)).toEqual([0, 0, 0, 0]);
    for (const answer of [
      await complete(product, { challenge, method: 'TOTP', code: codeOf(product, app) }),
      await complete(product, { challenge, method: 'BACKUP_CODE', code: app.backupCodes[0] ?? '' }),
    ])
      expect(refusalOf(answer)).toEqual({ ...wrong, reason: 'CHALLENGE_OVER' });
    expect(refusalOf(await tryPasskey(product, answerWith(product, passkey, await loginOptions(product))))).toEqual(
      wrong,
    );
    // Whoever knows the password has talked the operator into it: that is not enough.
    expect(refusalOf(await tryLogin(product, ada))).toEqual(wrong);
    expect(codesOf(await resetByMail(product, ada.email))).toEqual([]);
    const tokens = await login(product, { ...ada, password: otherPassword });
    expect((await methodsOf(product, tokens)).map(({ kind }) => kind)).toEqual(['PASSWORD']);
  });

  it('is written down as the operator’s act, and told to the owner with a way to end it', async () => {
    const ada = await product.signUp('ada');
    await addApp(product, ada);
    await removed(ada.email);
    expect(await eventsOf(product, ada.userId)).toContain('ADMIN_ACT removed second factors and password, by command');
    const [act] = await product.database.query(
      `select actor_id, session_id, outcome from audit_events where event = 'ADMIN_ACT'`,
    );
    expect(act).toEqual({ actor_id: null, session_id: null, outcome: 'SUCCEEDED' });
    expect(await mailKindsTo(product, ada.email)).toContain('FACTORS_REMOVED');
    const token = await mailedToken(product, 'FACTORS_REMOVED', ada.email);
    expect(codesOf(await endSessions(product, token))).toEqual([]);
  });

  it('takes a passkey for a second factor, and ends links that lead in', async () => {
    const ada = await product.signUp('ada');
    await addPasskey(product, ada);
    const browser = openBrowser(product);
    dataOf(await browser.send('mutation ($email: String!) { requestMagicLink(email: $email) }', { email: ada.email }));
    await removed(ada.email);
    expect(await rowsOf(ada)).toEqual([0, 0, 0, 0]);
    const links = await product.database.query(
      `select from one_time_tokens where kind = 'MAGIC_LINK' and used_at is null`,
    );
    expect(links).toEqual([]);
  });

  it('leaves other accounts, and ways in that are no second factor, as they are', async () => {
    const [ada, bob] = [await product.signUp('ada'), await product.signUp('bob')];
    await addApp(product, ada);
    await addApp(product, bob);
    await product.database.query(
      `insert into provider_identities (id, owner_id, provider_id, issuer, subject, created_at)
       values (gen_random_uuid(), $1, 'google', 'https://accounts.google.com', 'ada', now())`,
      [ada.userId],
    );
    await removed(ada.email);
    expect(await rowsOf(bob)).toEqual([1, 1, 0, 1]);
    expect(await isSignedIn(product, bob)).toBe(true);
    expect(
      await product.database.query('select from provider_identities where owner_id = $1', [ada.userId]),
    ).toHaveLength(1);
  });

  it('changes nothing without a second factor, and twice at once once', async () => {
    const [ada, bob] = [await product.signUp('ada'), await product.signUp('bob')];
    expect(await refused(ada.email)).toBe('ada@example.com has no second factor. Nothing was changed.\n');
    expect(await isSignedIn(product, ada)).toBe(true);
    // Begun and never confirmed is none.
    await ada.ask('mutation { startTotpEnrollment { secret } }');
    expect(await refused(ada.email)).toContain('has no second factor');
    expect(dataOf(await tryLogin(product, ada))).toBeDefined();
    await addApp(product, bob);
    const programs = await atOnce(2, async () => (await start(bob.email)).code);
    expect(programs.toSorted()).toEqual([0, 1]);
    expect((await mailKindsTo(product, bob.email)).filter((kind) => kind === 'FACTORS_REMOVED')).toHaveLength(1);
  });

  it('says what is wrong with an address, and how it is written', async () => {
    expect(await refused('nobody@example.com')).toBe('There is no account with the address nobody@example.com.\n');
    expect(await refused('nobody')).toBe('nobody is no e-mail address.\n');
    expect(await refused()).toContain('npm run admin -- remove-factors EMAIL');
  });
});
