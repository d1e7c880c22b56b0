import { createHook } from 'node:async_hooks';
import { pbkdf2Sync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, constants, getPriority } from 'node:os';
import { hash as hashWith } from 'argon2';
import { hashSync } from 'bcryptjs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate, createPasswordHasher, hashGate } from '#identity/password-hash.ts';
import { Overloaded } from '#platform/errors.ts';

const password = 'correct horse 1';

const django = (password: string): string =>
  `pbkdf2_sha256$10000$salt$${pbkdf2Sync(password, 'salt', 10_000, 32, 'sha256').toString('base64')}`;

/** How often Argon2 itself is run meanwhile: each run is a task for the pool of threads. */
async function argon2RunsOf(work: () => Promise<unknown>): Promise<number> {
  let runs = 0;
  const hook = createHook({ init: (_id, type) => void (runs += Number(type === 'argon2:HashWorker')) }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return runs;
}

const threadName = (id: string): string => readFileSync(`/proc/self/task/${id}/comm`, 'utf8').trim();

describe('createPasswordHasher', () => {
  const hasher = createPasswordHasher();

  it('hashes with Argon2id, 19 MiB, two passes, one lane, and a salt of its own', async () => {
    const [first, second] = await Promise.all([hasher.hash(password), hasher.hash(password)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(second).not.toBe(first);
  });

  it('tells the right password from others', async () => {
    const stored = await hasher.hash(password);
    expect(await hasher.verify(stored, password)).toEqual({ isMatch: true, renewedHash: null });
    const others = ['correct horse 2', '', `${password} `, 'x'.repeat(10_000)];
    const verdicts = await Promise.all(others.map((other) => hasher.verify(stored, other)));
    expect(verdicts).toEqual(others.map(() => ({ isMatch: false, renewedHash: null })));
  });

  it('takes a password for the same however its letters were composed', async () => {
    const stored = await hasher.hash('cafe\u0301 noir 1');
    expect((await hasher.verify(stored, 'caf\u00e9 noir 1')).isMatch).toBe(true);
  });

  it('matches nothing for an account that does not exist', async () => {
    const verdicts = await Promise.all([password, ''].map((any) => hasher.verify(null, any)));
    const noMatch = { isMatch: false, renewedHash: null };
    expect(verdicts).toEqual([noMatch, noMatch]);
  });

  it('renews a hash that was made with weaker parameters, once the password is known to be right', async () => {
    const weak = await hashWith(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { isMatch, renewedHash } = await hasher.verify(weak, password);
    expect(isMatch).toBe(true);
    expect(renewedHash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(await hasher.verify(renewedHash, password)).toEqual({ isMatch: true, renewedHash: null });
    expect(await hasher.verify(weak, 'wrong horse 1')).toEqual({ isMatch: false, renewedHash: null });
  });

  it('is worth nothing without the pepper it was made with', async () => {
    const peppered = createPasswordHasher(Buffer.from('pepper kept outside the database'));
    const stored = await peppered.hash(password);
    expect((await peppered.verify(stored, password)).isMatch).toBe(true);
    expect((await hasher.verify(stored, password)).isMatch).toBe(false);
  });

  it.each([
    ['bcrypt', hashSync(password, 10)],
    ['PBKDF2', django(password)],
  ])('lets in once by a hash of %s, and renews it', async (_, stored) => {
    const peppered = createPasswordHasher(Buffer.from('pepper kept outside the database'));
    const { isMatch, renewedHash } = await peppered.verify(stored, password);
    expect(isMatch).toBe(true);
    expect(renewedHash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(await peppered.verify(renewedHash, password)).toEqual({ isMatch: true, renewedHash: null });
    expect(await peppered.verify(stored, 'wrong horse 1')).toEqual({ isMatch: false, renewedHash: null });
  });

  it('lets nobody in without a password or by the first part of one, also where another product did', async () => {
    const stored = [hashSync('', 10), django('')];
    const passwords = ['', 'x'.repeat(10_000)];
    const verdicts = await Promise.all(
      stored.flatMap((hash) => passwords.map((password) => hasher.verify(hash, password))),
    );
    expect(verdicts.map(({ isMatch }) => isMatch)).toEqual([false, false, false, false]);
  });

  it('matches nothing by a hash it cannot read, and never throws for it', async () => {
    const hashes = [await hasher.hash(password), hashSync(password, 10), django(password)];
    const garbled = fc
      .tuple(fc.constantFrom(...hashes), fc.nat(100), fc.string({ maxLength: 3 }))
      .map(([hash, at, text]) => hash.slice(0, at) + text);
    const [own = ''] = hashes;
    for (const stored of [`${own}.`, `${own}=`, own.replace(/\$(?=[^$]*$)/u, '$.')])
      expect([stored, (await hasher.verify(stored, password)).isMatch]).toEqual([stored, false]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), garbled), async (stored) => {
        fc.pre(!hashes.includes(stored));
        expect((await hasher.verify(stored, password)).isMatch).toBe(false);
      }),
      { numRuns: 40, examples: [[''], ['$argon2id$'], ['$argon2id$v=19$m=1,p=1,t=1$c2FsdA$a2V5'], ['$scrypt$a$b$c']] },
    );
  });

  it('works for whatever is stored at least as long as for nobody', async () => {
    const stored = [null, await hasher.hash(password), django(password), '$argon2id$garbled', '$scrypt$a$b$c', ''];
    for (const hash of stored)
      for (const given of ['wrong horse 1', '', 'x'.repeat(10_000)])
        expect([hash, await argon2RunsOf(() => hasher.verify(hash, given))]).toEqual([hash, 1]);
  });

  it('runs as many at a time as there are cores, and never more than 4', () => {
    expect(hashGate).toEqual({ running: Math.min(4, availableParallelism()), waiting: 64 });
  });

  it.runIf(process.platform === 'linux')('stands back behind the thread that answers', async () => {
    await createPasswordHasher().verify(null, password);
    const pool = readdirSync('/proc/self/task').filter((id) => threadName(id) === 'libuv-worker');
    expect(pool.map((id) => getPriority(Number(id)))).toEqual(pool.map(() => constants.priority.PRIORITY_LOW));
    expect([pool.length, getPriority(process.pid)]).toEqual([4, getPriority(process.ppid)]);
  });

  it('runs so many and lets others wait, then says that the server is busy', async () => {
    const busy = createPasswordHasher(undefined, { running: 4, waiting: 64 });
    const results = await Promise.allSettled(Array.from({ length: 70 }, () => busy.verify(null, password)));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toEqual([expect.any(Overloaded), expect.any(Overloaded)]);
    expect((await busy.verify(null, password)).isMatch).toBe(false);
  });
});

describe('createGate', () => {
  it('never runs more than its limit, keeps the order and admits new work after failures', async () => {
    const gate = createGate({ running: 2, waiting: 100 });
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const work = (n: number) => async (): Promise<number> => {
      started.push(n);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (n % 3 === 0) throw new Error('failed');
      return n;
    };
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const results = await Promise.allSettled(numbers.map((n) => gate(work(n))));
    expect(most).toBe(2);
    expect(started).toEqual(numbers);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(7);
    expect(await gate(work(1))).toBe(1);
  });
});
