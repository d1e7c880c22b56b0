import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFactorAttempts } from '#identity/factor-attempts.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { Overloaded } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import {
  atOnce,
  auditOf,
  eventsOf,
  mailKindsTo,
  refusalOf,
  tokenOf,
  tryStepUp,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import { uncounted } from '../support/counters.ts';
import { addPasskey, answerWith, loginOptions, type SoftPasskey } from '../support/passkeys.ts';
import {
  codesOf,
  startTestProduct,
  testSecret,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import {
  addApp,
  challengeFor,
  codeOf,
  complete,
  wrongCode,
  type App,
  type Completion,
} from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ counters: undefined });
});
afterAll(() => product.stop());

const over = { code: 'UNAUTHENTICATED', reason: 'CHALLENGE_OVER' };
const wrong = { code: 'UNAUTHENTICATED' };
const noCode = 'AAAA-AAAA-AAAA-AAAA';

interface Account {
  readonly tenant: Tenant;
  readonly app: App;
  readonly passkey: SoftPasskey;
}

/** An account with each second factor, that nothing was counted of. */
async function withAll(name: string): Promise<Account> {
  const tenant = await product.signUp(name);
  const passkey = await addPasskey(product, tenant);
  const account = { tenant, passkey, app: await addApp(product, tenant) };
  await product.database.query('truncate rate_counters');
  return account;
}

const tryBy = (challenge: string, method: Completion['method'], code: string): Promise<Answer> =>
  complete(product, { challenge, method, code });

/** Fails so often, on challenges of five tries each. */
async function fail({ tenant, app }: Account, count: number, method: Completion['method'] = 'TOTP'): Promise<void> {
  const code = method === 'TOTP' ? wrongCode(product, app) : noCode;
  let challenge = '';
  for (let at = 0; at < count; at += 1) {
    if (at % 5 === 0) ({ challenge } = await challengeFor(product, tenant));
    expect(refusalOf(await tryBy(challenge, method, code))).toEqual(wrong);
  }
}

const byPasskey = async ({ passkey }: Account, challenge: string): Promise<Answer> => {
  const answer = answerWith(product, passkey, await loginOptions(product));
  return complete(product, { challenge, method: 'PASSKEY', passkey: answer });
};

const newChallenge = async ({ tenant }: Account): Promise<string> => (await challengeFor(product, tenant)).challenge;

/** Twenty challenges such as twenty sign-ins are given: one is, and the others are like it, for which nothing is hashed. */
async function twentyChallenges(account: Account): Promise<readonly string[]> {
  const challenge = await newChallenge(account);
  const copies = await product.database.query<{ id: string }>(
    `insert into one_time_tokens (id, owner_id, kind, email, method, created_at, expires_at)
     select gen_random_uuid(), owner_id, kind, email, method, created_at, expires_at
     from one_time_tokens, generate_series(1, 19) where id = $1 returning id`,
    [createOneTimeTokenCodec([testSecret]).idOf(challenge)],
  );
  return [challenge, ...copies.map(({ id }) => tokenOf(id))];
}

describe('failures of a second factor', () => {
  it('pause it for a quarter of an hour after ten in a row, and end the challenge that comes next', async () => {
    const account = await withAll('paused');
    const { tenant, app } = account;
    await fail(account, 9);
    // However long the series took, the pause is a whole one.
    await product.database.query('update rate_counters set expire = $1 where points = 9', [Date.now() + 60_000]);
    await fail(account, 1);
    const challenge = await newChallenge(account);
    const { code, retryAfter } =
      (await tryBy(challenge, 'TOTP', codeOf(product, app))).body.errors?.[0]?.extensions ?? {};
    expect(code).toBe('RATE_LIMITED');
    expect(retryAfter).toBeGreaterThan(890);
    expect(retryAfter).toBeLessThanOrEqual(900);
    expect(refusalOf(await tryBy(challenge, 'BACKUP_CODE', app.backupCodes[0] ?? ''))).toEqual(over);
    const rows = await auditOf(product, tenant.userId);
    expect(rows.filter(({ event }) => event === 'RATE_LIMITED')).toMatchObject([
      { outcome: 'REFUSED', detail: 'TOTP', actor_id: tenant.userId },
    ]);
  });

  it('are those of each kind by itself: a pause of one leaves the others', async () => {
    const account = await withAll('apart');
    const { app } = account;
    await fail(account, 10);
    expect(codesOf(await byPasskey(account, await newChallenge(account)))).toEqual([]);
    await fail(account, 10, 'BACKUP_CODE');
    const last = await tryBy(await newChallenge(account), 'BACKUP_CODE', app.backupCodes[0] ?? '');
    expect(codesOf(last)).toEqual(['RATE_LIMITED']);
    expect(codesOf(await byPasskey(account, await newChallenge(account)))).toEqual([]);
    const other = await withAll('apart-too');
    expect(codesOf(await tryBy(await newChallenge(other), 'TOTP', codeOf(product, other.app)))).toEqual([]);
  });

  it('are forgotten once one is right', async () => {
    const account = await withAll('forgotten');
    for (let round = 0; round < 2; round += 1) {
      await fail(account, 9);
      const right = codeOf(product, account.app);
      expect(codesOf(await tryBy(await newChallenge(account), 'TOTP', right))).toEqual([]);
      wait(product, 30);
    }
    const [row] = await product.database.query('select failed_attempts from totp_factors where owner_id = $1', [
      account.tenant.userId,
    ]);
    expect(row).toEqual({ failed_attempts: 0 });
  });

  it('stay counted where nobody can forget them in time, and what was right is right', async () => {
    const counters = { ...uncounted, clear: () => Promise.reject(new Overloaded()) };
    const { succeeded } = await createFactorAttempts(counters).begin(newOwnedId(product.clock.now), 'TOTP');
    await expect(succeeded()).resolves.toBeUndefined();
  });

  it('are no answers that cannot be read: nothing was compared', async () => {
    const account = await withAll('unread');
    let challenge = '';
    for (let at = 0; at < 12; at += 1) {
      if (at % 5 === 0) challenge = await newChallenge(account);
      const answer = await complete(product, { challenge, method: 'PASSKEY', passkey: {} });
      expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.passkey' });
    }
    expect(codesOf(await byPasskey(account, await newChallenge(account)))).toEqual([]);
  });

  it('are compared no more often by twenty who guess at once', async () => {
    const account = await withAll('crowd');
    const challenges = await twentyChallenges(account);
    const code = wrongCode(product, account.app);
    const answers = await atOnce(20, (at) => tryBy(challenges[at] ?? '', 'TOTP', code));
    const told = Map.groupBy(answers, (answer) => codesOf(answer)[0]);
    // Who is not counted in time is not compared either: counters are not waited for long.
    const uncounted = told.get('OVERLOADED')?.length ?? 0;
    const [row] = await product.database.query<{ compared: number }>(
      'select failed_attempts as compared from totp_factors where owner_id = $1',
      [account.tenant.userId],
    );
    expect(row?.compared).toBeLessThanOrEqual(10);
    expect(row?.compared).toBeGreaterThanOrEqual(10 - uncounted);
    expect(told.get('RATE_LIMITED')?.length ?? 0).toBeGreaterThanOrEqual(10 - uncounted);
  });

  it('switch the app off after a hundred in a row, which its owner alone is told, once', async () => {
    const account = await withAll('off');
    const { tenant, app } = account;
    await product.database.query('update totp_factors set failed_attempts = 98 where owner_id = $1', [tenant.userId]);
    await fail(account, 1);
    expect(await eventsOf(product, tenant.userId)).not.toContain('LOCKED TOTP');
    await fail(account, 1);
    expect(refusalOf(await tryBy(await newChallenge(account), 'TOTP', codeOf(product, app)))).toEqual(wrong);
    await fail(account, 1);
    const told = [await eventsOf(product, tenant.userId), await mailKindsTo(product, tenant.email)].map((each) =>
      each.filter((kind) => kind.includes('LOCKED')),
    );
    expect(told).toEqual([['LOCKED TOTP'], ['FACTOR_LOCKED']]);
  });

  it('end when the app is set up anew', async () => {
    const account = await withAll('anew');
    const { tenant } = account;
    await product.database.query('update totp_factors set failed_attempts = 100 where owner_id = $1', [tenant.userId]);
    const app = await addApp(product, tenant);
    expect(codesOf(await tryBy(await newChallenge(account), 'TOTP', codeOf(product, app)))).toEqual([]);
  });
});

describe('one code', () => {
  it('completes one of twenty sign-ins that come with it at once', async () => {
    const account = await withAll('one-code');
    for (const [method, code] of [
      ['TOTP', codeOf(product, account.app)],
      ['BACKUP_CODE', account.app.backupCodes[0] ?? ''],
    ] as const) {
      const challenges = await twentyChallenges(account);
      const answers = await atOnce(20, (at) => tryBy(challenges[at] ?? '', method, code));
      expect([method, winnersOf(answers)]).toEqual([method, 1]);
      await product.database.query('truncate rate_counters');
    }
  });

  it('steps a session up once, of nine that come with it at once', async () => {
    const account = await withAll('one-step');
    const code = codeOf(product, account.app);
    const answers = await atOnce(9, () => tryStepUp(product, account.tenant, { code }));
    expect(winnersOf(answers)).toBe(1);
  });
});
