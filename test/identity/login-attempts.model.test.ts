import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRateCounters, type OpenRateCounters } from '#database/rate-counters.ts';
import { createLoginAttempts, type AllowedAttempt, type LoginAttempts } from '#identity/login-attempts.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { memoryCounters } from '../support/memory-counters.ts';
import { begin, fromDevice, fromStranger, guess, type Guesser } from '../support/sign-in-attempts.ts';

const minutes = 60_000;

// The reference: what the rules say, without counters. A window begins with an attempt and ends by itself, or when
// nothing is left in it; attempts that fail in it, or may yet, use the limit up. The failure that used up the rest makes the next window of that day twice as long.
interface ReferenceWindow {
  readonly endsAt: number;
  used: number;
}

class ReferenceLimit {
  #window: ReferenceWindow = { endsAt: 0, used: 0 };
  #strikes = { endsAt: 0, count: 0 };
  readonly #max: number;
  readonly #windowMs: number;
  readonly #doubles: boolean;

  constructor(max: number, windowMs: number, doubles: boolean) {
    this.#max = max;
    this.#windowMs = windowMs;
    this.#doubles = doubles;
  }

  waitMs(now: number): number {
    return now < this.#window.endsAt && this.#window.used >= this.#max ? this.#window.endsAt - now : 0;
  }

  begin(now: number): (end: { readonly now: number; readonly isRight: boolean }) => void {
    const strikes = now < this.#strikes.endsAt && this.#doubles ? this.#strikes.count : 0;
    if (now >= this.#window.endsAt)
      this.#window = { endsAt: now + Math.min(this.#windowMs * 2 ** strikes, 60 * minutes), used: 0 };
    const window = this.#window;
    window.used += 1;
    const isLast = window.used === this.#max;
    return (end) => {
      if (end.isRight) this.#takeBack(window);
      else if (isLast) this.#strike(end.now);
    };
  }

  #takeBack(window: ReferenceWindow): void {
    window.used -= 1;
    if (window.used === 0 && window === this.#window) this.#window = { endsAt: 0, used: 0 };
  }

  #strike(now: number): void {
    if (now >= this.#strikes.endsAt) this.#strikes = { endsAt: now + 24 * 60 * minutes, count: 0 };
    this.#strikes.count += 1;
  }
}

class Reference {
  now = Date.UTC(2025, 10, 3, 9);
  /** How attempts under way end, in the order in which they began. */
  readonly open: ((end: { readonly now: number; readonly isRight: boolean }) => void)[] = [];
  readonly #limits = new Map<string, ReferenceLimit>();

  /** @returns milliseconds to wait; 0 where it has begun */
  begin(attempt: Guesser): number {
    const limits = this.#limitsOf(attempt);
    const waitMs = limits.map((limit) => limit.waitMs(this.now)).find((wait) => wait > 0);
    if (waitMs !== undefined) return waitMs;
    const ends = limits.map((limit) => limit.begin(this.now));
    this.open.push((end) => ends.forEach((each) => each(end)));
    return 0;
  }

  #limitsOf({ email, addressKey, device }: Guesser): readonly ReferenceLimit[] {
    if (device)
      return [
        this.#limit(`device ${device.id}`, 20, 60 * minutes, false),
        this.#limit(`devices ${device.ownerId}`, 75, 60 * minutes, false),
      ];
    return [
      this.#limit(`IP ${addressKey}`, 10, 30 * minutes, true),
      this.#limit(`address ${email}`, 5, 15 * minutes, true),
    ];
  }

  #limit(key: string, ...[max, windowMs, doubles]: ConstructorParameters<typeof ReferenceLimit>): ReferenceLimit {
    const limit = this.#limits.get(key) ?? new ReferenceLimit(max, windowMs, doubles);
    this.#limits.set(key, limit);
    return limit;
  }
}

interface Real {
  readonly attempts: LoginAttempts;
  readonly open: AllowedAttempt[];
  readonly setTime: (now: number) => void;
}

type Command = fc.AsyncCommand<Reference, Real>;

class Begin implements Command {
  readonly #attempt: Guesser;
  readonly #times: number;

  constructor(attempt: Guesser, times: number) {
    this.#attempt = attempt;
    this.#times = times;
  }

  check = (): boolean => true;

  async run(reference: Reference, { attempts, open }: Real): Promise<void> {
    for (let at = 0; at < this.#times; at += 1) {
      const waitMs = reference.begin(this.#attempt);
      const verdict = await begin(attempts, this.#attempt);
      if (verdict.kind === 'allowed') open.push(verdict);
      const wait = verdict.kind === 'limited' ? verdict.retryAfter : 0;
      const due = Math.ceil(waitMs / 1000);
      if (wait !== due) throw new Error(`waits ${wait} seconds where ${due} are due`);
    }
  }

  toString = (): string =>
    `begin ${this.#attempt.device?.id ?? this.#attempt.addressKey} ${this.#attempt.email} × ${this.#times}`;
}

/** Ends attempts under way, the latest or the earliest first. */
class End implements Command {
  readonly #isRight: boolean;
  readonly #times: number;
  readonly #from: 'pop' | 'shift';

  constructor(isRight: boolean, times: number, from: 'pop' | 'shift') {
    this.#isRight = isRight;
    this.#times = times;
    this.#from = from;
  }

  check = ({ open }: Readonly<Reference>): boolean => open.length > 0;

  async run(reference: Reference, { open }: Real): Promise<void> {
    for (let at = 0; at < this.#times; at += 1) {
      reference.open[this.#from]()?.({ now: reference.now, isRight: this.#isRight });
      const verdict = open[this.#from]();
      await (this.#isRight ? verdict?.succeeded() : verdict?.failed());
    }
  }

  toString = (): string => `${this.#from} ${this.#times} ${this.#isRight ? 'right' : 'wrong'}`;
}

class Pass implements Command {
  readonly #ms: number;

  constructor(ms: number) {
    this.#ms = ms;
  }

  check = (): boolean => true;

  async run(reference: Reference, { setTime }: Real): Promise<void> {
    reference.now += this.#ms;
    setTime(reference.now);
  }

  toString = (): string => `${this.#ms / minutes} minutes`;
}

const attempt = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3'),
      fc.constantFrom('ada@example.com', 'nobody@example.com'),
    )
    .map(([ip, email]) => fromStranger(ip, email)),
  fc.constantFrom(0, 1).map(fromDevice),
);
const few = fc.integer({ min: 1, max: 12 });
const steps = [
  fc.tuple(attempt, few).map(([who, times]) => new Begin(who, times)),
  fc.tuple(fc.boolean(), few, fc.constantFrom('pop', 'shift')).map((end) => new End(...end)),
  fc.constantFrom(1, 5, 14, 16, 31, 61, 24 * 60).map((step) => new Pass(step * minutes)),
];

const checkAgainstReference = (real: () => Promise<Omit<Real, 'open'>>, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), (commands) =>
      fc.asyncModelRun(async () => {
        const model = new Reference();
        const made = await real();
        made.setTime(model.now);
        return { model, real: { ...made, open: [] } };
      }, commands),
    ),
    { numRuns },
  );

describe('attempts one after another do what the rules say', () => {
  it('counted in memory', async () => {
    const checked = checkAgainstReference(async () => {
      let now = 0;
      return { attempts: createLoginAttempts(memoryCounters(() => now)), setTime: (at) => void (now = at) };
    }, 1_000);
    await expect(checked).resolves.toBeUndefined();
  });

  describe('counted in PostgreSQL', () => {
    let database: TestDatabase;
    let counters: OpenRateCounters;
    beforeAll(async () => {
      database = await createDatabase();
      counters = await openRateCounters({ url: database.urls.identity, warn: () => undefined });
    });
    afterAll(async () => {
      await counters.stop();
      await database.drop();
    });
    afterEach(() => void vi.useRealTimers());

    it('as well', async () => {
      const checked = checkAgainstReference(async () => {
        await database.query('truncate rate_counters');
        vi.useFakeTimers({ toFake: ['Date'] });
        return { attempts: createLoginAttempts(counters), setTime: (at) => void vi.setSystemTime(at) };
      }, 20);
      await expect(checked).resolves.toBeUndefined();
    });
  });
});

interface Verification {
  readonly who: Guesser;
  readonly at: number;
}

/** Many attempts at once, each step of each whenever the schedule says so, while time passes. */
async function runAtOnce(
  scheduler: fc.Scheduler,
  asked: readonly { readonly who: Guesser; readonly isRight: boolean }[],
  passes: readonly number[],
) {
  let now = Date.UTC(2025, 10, 3, 9);
  const attempts = createLoginAttempts(
    memoryCounters(
      () => now,
      (step) => scheduler.schedule(Promise.resolve(), step),
    ),
  );
  const wrong: Verification[] = [];
  const refused: Guesser[] = [];
  const passing = (async () => {
    for (const ms of passes) {
      await scheduler.schedule(Promise.resolve(), `${ms / minutes} minutes`);
      now += ms;
    }
  })();
  const one = async ({ who, isRight }: (typeof asked)[number]): Promise<void> => {
    await scheduler.schedule(Promise.resolve(), 'begin');
    const verdict = await begin(attempts, who);
    if (verdict.kind === 'limited') return void refused.push(who);
    if (!isRight) wrong.push({ who, at: now });
    await scheduler.schedule(Promise.resolve(), 'compare');
    await (isRight ? verdict.succeeded() : verdict.failed());
  };
  const all = Promise.all([passing, ...asked.map(one)]);
  await scheduler.waitFor(all);
  return { wrong, refused, attempts, setTime: (at: number) => void (now = at), now: () => now };
}

/** The most within any stretch of that length. */
function mostWithin(verifications: readonly Verification[], ms: number): number {
  const times = verifications.map(({ at }) => at).toSorted((one, other) => one - other);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

const asked = fc.array(fc.record({ who: attempt, isRight: fc.boolean() }), { maxLength: 40, size: 'max' });

describe('attempts at once, in whatever order their steps happen', () => {
  it('compare no more wrong passwords than the limit, and count no right one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), asked, async (scheduler, all) => {
        const { wrong } = await runAtOnce(scheduler, all, []);
        const of = (is: (who: Guesser) => boolean): number => wrong.filter(({ who }) => is(who)).length;
        for (const email of ['ada@example.com', 'nobody@example.com'])
          expect(of((who) => !who.device && who.email === email)).toBeLessThanOrEqual(5);
        for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
          expect(of((who) => !who.device && who.addressKey === ip)).toBeLessThanOrEqual(10);
        for (const letter of ['a', 'b'])
          expect(of((who) => who.device?.id.endsWith(letter) === true)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 300 },
    );
  });

  it('leave as much as the wrong ones left, once all are done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), asked, async (scheduler, all) => {
        const { wrong, attempts } = await runAtOnce(scheduler, all, []);
        const used = wrong.filter(({ who }) => !who.device && who.email === 'ada@example.com').length;
        // From an address of the network that nobody has used.
        const left: string[] = [];
        const more = (async () => {
          for (let at = 0; at < 6; at += 1) left.push((await guess(attempts, fromStranger('192.0.2.77'))).kind);
        })();
        await scheduler.waitFor(more);
        expect(left.filter((kind) => kind === 'wrong')).toHaveLength(5 - used);
      }),
      { numRuns: 200 },
    );
  });

  it('compare no more in any hour than 25 of strangers, while time passes', async () => {
    const passes = fc.array(
      fc.constantFrom(5, 10, 16, 31).map((each) => each * minutes),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), asked, passes, async (scheduler, all, times) => {
        const { wrong } = await runAtOnce(scheduler, all, times);
        const strangers = wrong.filter(({ who }) => !who.device && who.email === 'ada@example.com');
        expect(mostWithin(strangers, 60 * minutes)).toBeLessThanOrEqual(25);
      }),
      { numRuns: 200 },
    );
  });

  it('of strangers never shut a known device out', async () => {
    const strangers = fc.array(fc.record({ who: attempt, isRight: fc.boolean() }), { maxLength: 60, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), strangers, async (scheduler, all) => {
        const onlyStrangers = all.filter(({ who }) => !who.device);
        const owner = Array.from({ length: 20 }, () => ({ who: fromDevice(0), isRight: false }));
        const { wrong, refused } = await runAtOnce(scheduler, [...onlyStrangers, ...owner], []);
        expect(wrong.filter(({ who }) => who.device)).toHaveLength(20);
        expect(refused.filter(({ device }) => device)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
