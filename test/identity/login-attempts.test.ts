import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRateCounters, type OpenRateCounters } from '#database/rate-counters.ts';
import { openOrm } from '#database/orm.ts';
import { Rows } from '#database/rows.ts';
import { createLoginAttempts, isPasswordOff } from '#identity/login-attempts.ts';
import { loginLimits } from '#identity/login-limits.ts';
import { entities } from '../../src/server/entities.ts';
import { uncounted } from '../support/counters.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { insertRows } from '../support/seed.ts';
import {
  account,
  begin,
  devices,
  fromDevice,
  fromStranger,
  guess,
  type Guessed,
  type Guesser,
} from '../support/sign-in-attempts.ts';

const at = '2025-11-03T09:00:00.000Z';
let database: TestDatabase;
let orm: MikroORM;
let counters: OpenRateCounters;
beforeAll(async () => {
  database = await createDatabase();
  orm = await openOrm({ url: database.urls.identity, entities, poolSize: 5 });
  counters = await openRateCounters({ url: database.urls.identity, warn: () => undefined });
});
afterAll(async () => {
  await counters.stop();
  await orm.close();
  await database.drop();
});
beforeEach(async () => {
  await database.query('truncate rate_counters');
  await database.query('truncate users cascade');
  const { ownerId, email } = account;
  const times = { created_at: at, updated_at: at };
  await insertRows(database, 'users', [{ id: ownerId, email, roles: ['USER'], ...times }]);
  await insertRows(database, 'credentials', [
    { id: ownerId, owner_id: ownerId, kind: 'PASSWORD', secret_hash: 'x', failed_attempts: 0, ...times },
  ]);
  await insertRows(
    database,
    'known_devices',
    devices.map(({ id, tokenHash }) => ({
      id,
      owner_id: ownerId,
      token_hash: tokenHash,
      failed_attempts: 0,
      created_at: at,
      last_used_at: at,
      expires_at: '2026-05-03T09:00:00.000Z',
    })),
  );
});

/** Guesses in an operation of its own. */
async function guessing(attempt: Guesser, isRight = false, given = uncounted): Promise<Guessed> {
  const rows = new Rows(orm, { ownerId: null, readOnly: false });
  return guess(createLoginAttempts(given), attempt, { isRight, rows });
}

const failures = async () => ({
  password: (await database.query<{ n: number }>('select failed_attempts n from credentials'))[0]?.n,
  devices: (await database.query<{ n: number }>('select failed_attempts n from known_devices order by id')).map(
    ({ n }) => n,
  ),
});
const setFailures = (table: string, n: number) => database.query(`update ${table} set failed_attempts = $1`, [n]);
const lockouts = (guesses: readonly Guessed[]): unknown[] =>
  guesses.flatMap((each) => (each.kind === 'wrong' && each.lockout !== null ? [each.lockout] : []));
const atOnce = (attempt: Guesser, times: number, given = uncounted): Promise<Guessed[]> =>
  Promise.all(Array.from({ length: times }, () => guessing(attempt, false, given)));

describe('failures in a row', () => {
  it('are counted for strangers and for each device apart, though the operation fails', async () => {
    await guessing(fromStranger('192.0.2.1'));
    await guessing(fromStranger('192.0.2.2'));
    await guessing(fromDevice(1));
    expect(await failures()).toEqual({ password: 2, devices: [0, 1] });
  });

  it('end with a success of the same kind, and no other', async () => {
    for (const attempt of [fromStranger('192.0.2.1'), fromDevice(0), fromDevice(1)]) await guessing(attempt);
    await guessing(fromDevice(0), true);
    expect(await failures()).toEqual({ password: 1, devices: [0, 1] });
    await guessing(fromStranger('192.0.2.1'), true);
    expect(await failures()).toEqual({ password: 0, devices: [0, 1] });
  });

  it('switch the password off at the hundredth, and tell it to one alone', async () => {
    await setFailures('credentials', 95);
    expect(lockouts(await atOnce(fromStranger('192.0.2.1'), 10))).toEqual(['PASSWORD_OFF']);
    expect(await failures()).toMatchObject({ password: 105 });
    expect(lockouts(await atOnce(fromStranger('192.0.2.1'), 3))).toEqual([]);
  });

  it('make a device forgotten at the hundredth, and leave the password and other devices alone', async () => {
    await setFailures('known_devices', 97);
    expect(lockouts(await atOnce(fromDevice(0), 5))).toEqual(['DEVICE_FORGOTTEN']);
    expect(await failures()).toEqual({ password: 0, devices: [97] });
  });

  it('leave a password on until there are a hundred', () => {
    expect([99, 100, 101].map((failedAttempts) => isPasswordOff({ failedAttempts }))).toEqual([false, true, true]);
  });

  it('of nobody’s address are counted nowhere', async () => {
    expect(await guessing(fromStranger('192.0.2.1', 'nobody@example.com'))).toEqual({ kind: 'wrong', lockout: null });
    expect(await failures()).toEqual({ password: 0, devices: [0, 0] });
  });
});

const kinds = (guesses: readonly Guessed[]): Record<string, number> => {
  const count = (kind: Guessed['kind']): number => guesses.filter((each) => each.kind === kind).length;
  return { wrong: count('wrong'), limited: count('limited') };
};

describe('limits of attempts', () => {
  it('compare five passwords of an address however many are guessed at once, whoever’s it is', async () => {
    for (const email of [account.email, 'nobody@example.com']) {
      const guesses = await Promise.all(
        Array.from({ length: 30 }, (_, n) => guessing(fromStranger(`192.0.2.${n}`, email), false, counters)),
      );
      expect(kinds(guesses)).toEqual({ wrong: 5, limited: 25 });
    }
  });

  it('take an address for one however it is spelt', async () => {
    const spellings = [account.email, ' ADA@example.com', 'ａｄａ@example.com', 'Ada@EXAMPLE.com\n', 'aDa@example.com'];
    for (const [n, email] of spellings.entries())
      await guessing({ ...fromStranger(`192.0.2.${n}`), email }, false, counters);
    expect(kinds(await atOnce(fromStranger('192.0.2.9'), 3, counters))).toEqual({ wrong: 0, limited: 3 });
  });

  it('compare ten passwords of a network address, whoever they are for', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => guessing(fromStranger('192.0.2.1', `${n}@example.com`), false, counters)),
    );
    expect(kinds(guesses)).toEqual({ wrong: 10, limited: 20 });
  });

  it('compare twenty passwords of a device, whatever strangers do', async () => {
    await atOnce(fromStranger('192.0.2.1'), 30, counters);
    expect(kinds(await atOnce(fromDevice(0), 30, counters))).toEqual({ wrong: 20, limited: 10 });
    expect(await guessing(fromDevice(1), true, counters)).toEqual({ kind: 'right' });
  });

  it('compare seventy-five passwords of all devices of an account together', async () => {
    const guesses = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => {
        const device = { id: `0199f3a0-0000-7000-8000-00000000020${n}`, ownerId: account.ownerId, failedAttempts: 0 };
        return atOnce({ ...fromDevice(0), device }, 20, counters);
      }),
    );
    expect(kinds(guesses.flat())).toEqual({ wrong: 75, limited: 25 });
  });

  it('take nothing from an account where the network address is used up', async () => {
    for (let n = 0; n < 10; n += 1) await guessing(fromStranger('192.0.2.1', `${n}@example.com`), false, counters);
    expect(kinds(await atOnce(fromStranger('192.0.2.1'), 20, counters))).toEqual({ wrong: 0, limited: 20 });
    expect(kinds(await atOnce(fromStranger('192.0.2.2'), 6, counters))).toEqual({ wrong: 5, limited: 1 });
  });

  it('are as the settings say', async () => {
    const strict = { ...loginLimits, address: { max: 1, windowSeconds: 60 } };
    const rows = new Rows(orm, { ownerId: null, readOnly: false });
    const attempts = createLoginAttempts(counters, strict);
    await guess(attempts, fromStranger('192.0.2.1'), { rows });
    const refused = await guess(attempts, fromStranger('192.0.2.1'), { rows });
    expect(refused).toMatchObject({ kind: 'limited', retryAfter: 60 });
  });

  it('count nothing of an attempt that is called off', async () => {
    const attempts = createLoginAttempts(counters);
    const rows = new Rows(orm, { ownerId: null, readOnly: false });
    for (let n = 0; n < 6; n += 1) {
      const verdict = await begin(attempts, fromStranger('192.0.2.1'), rows);
      if (verdict.kind === 'allowed') await verdict.calledOff();
      expect(verdict.kind).toBe('allowed');
    }
    expect(await failures()).toMatchObject({ password: 0 });
  });

  it('forget an address whose owner has proven to be there, and how often it was used up', async () => {
    await atOnce(fromStranger('192.0.2.1'), 6, counters);
    await createLoginAttempts(counters).forget(account.email);
    await atOnce(fromStranger('192.0.2.2'), 6, counters);
    expect(await guessing(fromStranger('192.0.2.2'), true, counters)).toMatchObject({ retryAfter: 900 });
  });
});
