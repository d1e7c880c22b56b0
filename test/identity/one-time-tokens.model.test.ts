import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { bearer, identityDocuments, type IdentityOperation, type Tokens } from '../support/identity-operations.ts';
import {
  codesOf,
  startTestProduct,
  testPassword,
  testSecret,
  type Answer,
  type TestProduct,
} from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const minute = 60;
const day = 24 * 60 * minute;
const begin = Date.parse('2025-11-03T09:00:00.000Z');
const { tokenOf } = createOneTimeTokenCodec([testSecret]);

// The reference: for each kind of link how long it is good and what it does, in seconds since the beginning.
const lifetimes = {
  VERIFY_EMAIL: day,
  RESET_PASSWORD: 30 * minute,
  CONFIRM_EMAIL_CHANGE: 60 * minute,
  CANCEL_EMAIL_CHANGE: 60 * minute,
  REVERT_EMAIL_CHANGE: 7 * day,
  END_SESSIONS: 7 * day,
} as const;
type Kind = keyof typeof lifetimes;
const kinds = Object.keys(lifetimes) as Kind[];
const doors: ReadonlySet<Kind> = new Set(['RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE']);

interface Link {
  readonly id: string;
  readonly kind: Kind;
  /** The account's address when it was mailed. */
  readonly email: string;
  readonly otherEmail: string | null;
  readonly at: number;
  isEnded: boolean;
}

class Reference {
  now = 0;
  password: string | null = testPassword;
  passwords = 0;
  email: string;
  isProven = false;
  isDeleted = false;
  /** Of the sessions there are, none but this one is live. */
  session: { readonly accessToken: string; readonly at: number } | null;
  readonly links: Link[] = [];
  readonly taken: Set<string>;

  constructor(email: string, accessToken: string, taken: Set<string>) {
    this.email = email;
    this.session = { accessToken, at: 0 };
    this.taken = taken;
  }

  isGood = ({ kind, email, at, isEnded }: Link): boolean =>
    !isEnded &&
    !this.isDeleted &&
    at + lifetimes[kind] > this.now &&
    (email === this.email || kind === 'REVERT_EMAIL_CHANGE');

  end(ends: (link: Link) => boolean): void {
    for (const link of this.links) link.isEnded ||= ends(link);
  }

  endAccess(): void {
    this.session = null;
    this.end(({ kind }) => doors.has(kind));
  }

  /** What a request for a link to this address ends before it mails another. */
  asks(kind: Kind): void {
    this.end((link) => link.kind === kind && link.email === this.email);
  }

  /** @returns why a link that is good does nothing all the same */
  conflict({ kind, otherEmail }: Link): string | null {
    const leads = kind === 'CONFIRM_EMAIL_CHANGE' || kind === 'REVERT_EMAIL_CHANGE';
    return leads && otherEmail !== null && this.taken.has(otherEmail) ? 'CONFLICT' : null;
  }

  /** What a link does. @returns the kinds of links that are mailed by it */
  use(link: Link, newPassword: string): readonly Kind[] {
    link.isEnded = true;
    const { email } = this;
    switch (link.kind) {
      case 'VERIFY_EMAIL':
        // By somebody signed out: who set the password had not proven the address.
        if (!this.isProven) this.password = null;
        if (!this.isProven) this.endAccess();
        this.isProven = true;
        return [];
      case 'RESET_PASSWORD':
        this.password = newPassword;
        this.isProven = true;
        this.endAccess();
        return ['END_SESSIONS'];
      case 'CONFIRM_EMAIL_CHANGE':
        this.moveTo(link);
        this.session = null;
        this.end((each) => each.email === email && each.kind !== 'REVERT_EMAIL_CHANGE');
        return ['REVERT_EMAIL_CHANGE'];
      case 'CANCEL_EMAIL_CHANGE':
        this.end(({ kind }) => kind === 'CONFIRM_EMAIL_CHANGE');
        return [];
      case 'REVERT_EMAIL_CHANGE':
        this.moveTo(link);
        this.password = null;
        this.endAccess();
        this.end(({ kind, at }) => kind === 'REVERT_EMAIL_CHANGE' && at >= link.at);
        return ['RESET_PASSWORD'];
      case 'END_SESSIONS':
        this.endAccess();
        return [];
    }
  }

  moveTo({ otherEmail }: Link): void {
    this.email = otherEmail ?? this.email;
    this.isProven = true;
  }
}

interface Real {
  readonly userId: string;
  /** Addresses that the account may move to. */
  readonly addresses: readonly string[];
}

const ask = (operation: IdentityOperation, variables: object = {}, accessToken = ''): Promise<Answer> =>
  product.send(identityDocuments[operation], variables, accessToken === '' ? {} : bearer(accessToken));
const succeeds = (answer: Answer): void => deepEqual(codesOf(answer), []);

const operations: Readonly<Record<Kind, IdentityOperation>> = {
  VERIFY_EMAIL: 'verifyEmail',
  RESET_PASSWORD: 'resetPassword',
  CONFIRM_EMAIL_CHANGE: 'confirmEmailChange',
  CANCEL_EMAIL_CHANGE: 'cancelEmailChange',
  REVERT_EMAIL_CHANGE: 'revertEmailChange',
  END_SESSIONS: 'endSessionsByToken',
};
const follow = (kind: Kind, token: string, newPassword: string): Promise<Answer> =>
  ask(operations[kind], kind === 'RESET_PASSWORD' ? { token, newPassword } : { token });

abstract class Step implements fc.AsyncCommand<Reference, Real> {
  check({ isDeleted }: Readonly<Reference>): boolean {
    return !isDeleted;
  }

  async run(reference: Reference, real: Real): Promise<void> {
    await learn(reference, real, await this.step(reference, real));
    await holdsFor(reference, real);
  }

  /** @returns the kinds of links that must have been mailed by it */
  abstract step(reference: Reference, real: Real): Promise<readonly Kind[]>;

  toString(): string {
    return `${this.constructor.name}(${JSON.stringify(this)})`;
  }
}

interface LinkRow extends Pick<Link, 'id' | 'kind' | 'email'> {
  readonly other_email: string | null;
  readonly is_used: boolean;
}
const linkRows = ({ userId }: Real): Promise<LinkRow[]> =>
  product.database.query<LinkRow>(
    'select id, kind, email, other_email, used_at is not null as is_used from one_time_tokens where owner_id = $1 order by kind, id',
    [userId],
  );

/** Takes the links that were mailed into the reference; that they were these kinds is part of it. */
async function learn(reference: Reference, real: Real, mailed: readonly Kind[]): Promise<void> {
  const known = new Set(reference.links.map(({ id }) => id));
  const added = (await linkRows(real)).filter(({ id }) => !known.has(id));
  deepEqual(
    added.map(({ kind }) => kind),
    mailed.toSorted(),
  );
  for (const { id, kind, email, other_email: otherEmail } of added)
    reference.links.push({ id, kind, email, otherEmail, at: reference.now, isEnded: false });
}

/** Everything is as the reference says: what was refused has left nothing, what was done is done to the end. */
async function holdsFor(reference: Reference, real: Real): Promise<void> {
  if (reference.isDeleted) return deepEqual(await linkRows(real), []);
  const rows = await linkRows(real);
  const unused = (links: readonly { readonly id: string }[]): string[] => links.map(({ id }) => id).toSorted();
  deepEqual(unused(rows.filter((row) => !row.is_used)), unused(reference.links.filter(({ isEnded }) => !isEnded)));
  const [account] = await product.database.query(
    `select email, email_verified_at is not null as is_proven,
      (select count(*)::int from credentials c where c.owner_id = u.id) as passwords,
      (select count(*)::int from sessions s where s.owner_id = u.id and s.revoked_at is null) as sessions
    from users u where id = $1`,
    [real.userId],
  );
  deepEqual(
    { ...account },
    {
      email: reference.email,
      is_proven: reference.isProven,
      passwords: reference.password === null ? 0 : 1,
      sessions: reference.session ? 1 : 0,
    },
  );
}

/** The newest link of a kind, or one so many older: followed as what it is or as another kind, by so many at once. */
class Follow extends Step {
  readonly kind: Kind;
  readonly age: number;
  readonly as: Kind;
  readonly racers: number;

  constructor(kind: Kind, age: number, { as = kind, racers = 1 }: { readonly as?: Kind; readonly racers?: number }) {
    super();
    this.kind = kind;
    this.age = age;
    this.as = as;
    this.racers = racers;
  }

  override check(reference: Readonly<Reference>): boolean {
    return super.check(reference) && this.link(reference) !== undefined;
  }

  async step(reference: Reference): Promise<readonly Kind[]> {
    const link = this.link(reference);
    if (!link) return [];
    const isGood = this.as === link.kind && reference.isGood(link);
    const conflict = reference.conflict(link);
    const isDone = isGood && conflict === null;
    reference.passwords += 1;
    const newPassword = `quiet brown fox ${reference.passwords}?`;
    const answers = await Promise.all(
      Array.from({ length: this.racers }, () => follow(this.as, tokenOf(link.id), newPassword)),
    );
    deepEqual(
      answers.flatMap(codesOf),
      Array.from({ length: this.racers - (isDone ? 1 : 0) }, () => (isGood && conflict) || 'BAD_USER_INPUT'),
    );
    return isDone ? reference.use(link, newPassword) : [];
  }

  link({ links }: Readonly<Reference>): Link | undefined {
    return links.filter(({ kind }) => kind === this.kind).at(-1 - this.age);
  }
}

class AskForReset extends Step {
  async step(reference: Reference): Promise<readonly Kind[]> {
    succeeds(await ask('requestPasswordReset', { email: reference.email }));
    reference.asks('RESET_PASSWORD');
    return ['RESET_PASSWORD'];
  }
}

class AskForProof extends Step {
  async step(reference: Reference): Promise<readonly Kind[]> {
    succeeds(await ask('requestEmailVerification', { email: reference.email }));
    if (reference.isProven) return [];
    reference.asks('VERIFY_EMAIL');
    return ['VERIFY_EMAIL'];
  }
}

class AskForChange extends Step {
  readonly to: number;

  constructor(to: number) {
    super();
    this.to = to;
  }

  override check(reference: Readonly<Reference>): boolean {
    return super.check(reference) && (reference.password !== null || isFresh(reference));
  }

  async step(reference: Reference, { addresses }: Real): Promise<readonly Kind[]> {
    const accessToken = isFresh(reference) ? reference.session?.accessToken : await signIn(reference);
    const newEmail = addresses.filter((each) => each !== reference.email)[this.to] ?? '';
    succeeds(await ask('requestEmailChange', { newEmail }, accessToken));
    reference.end(({ kind }) => kind === 'CONFIRM_EMAIL_CHANGE');
    reference.asks('CANCEL_EMAIL_CHANGE');
    return reference.taken.has(newEmail) ? ['CANCEL_EMAIL_CHANGE'] : ['CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE'];
  }
}

/** Recent enough for what needs a step-up. */
const isFresh = ({ session, now }: Readonly<Reference>): boolean => session !== null && now - session.at <= 600;

/** Signs in, and ends the session before it. */
async function signIn(reference: Reference): Promise<string> {
  const answer = await ask('login', { input: { email: reference.email, password: reference.password } });
  succeeds(answer);
  const { accessToken } = (answer.body.data as { login: { tokens: Tokens } }).login.tokens;
  succeeds(await ask('logoutEverywhere', { includeCurrent: false }, accessToken));
  reference.session = { accessToken, at: reference.now };
  return accessToken;
}

/** Somebody else opens an account with an address that the account might move to. */
class TakeAddress extends Step {
  readonly which: number;

  constructor(which: number) {
    super();
    this.which = which;
  }

  async step(reference: Reference, { addresses }: Real): Promise<readonly Kind[]> {
    const email = addresses[this.which] ?? '';
    const isTaken = email === reference.email || reference.taken.has(email);
    const answer = await ask('register', { input: { email, password: 'their own words 5%' } });
    deepEqual(codesOf(answer), isTaken ? ['CONFLICT'] : []);
    if (!isTaken) reference.taken.add(email);
    return [];
  }
}

class Delete extends Step {
  override check(reference: Readonly<Reference>): boolean {
    return super.check(reference) && isFresh(reference);
  }

  async step(reference: Reference): Promise<readonly Kind[]> {
    const links = [...reference.links];
    succeeds(await ask('deleteAccount', { confirmEmail: reference.email }, reference.session?.accessToken));
    reference.isDeleted = true;
    const answers = await Promise.all(links.map(({ kind, id }) => follow(kind, tokenOf(id), 'nobody is here any 9!')));
    deepEqual(
      answers.flatMap(codesOf),
      answers.map(() => 'BAD_USER_INPUT'),
    );
    return [];
  }
}

class Wait extends Step {
  readonly seconds: number;

  constructor(seconds: number) {
    super();
    this.seconds = seconds;
  }

  async step(reference: Reference): Promise<readonly Kind[]> {
    reference.now += this.seconds;
    product.clock.now = new Date(begin + reference.now * 1000);
    return [];
  }
}

async function setUp(): Promise<{ model: Reference; real: Real }> {
  product.clock.now = new Date(begin);
  accounts += 1;
  const { userId, email, accessToken } = await product.signUp(`owner-${accounts}`);
  const addresses = [email, `second-${accounts}@example.com`, `third-${accounts}@example.com`];
  const model = new Reference(email, accessToken, new Set());
  const real = { userId, addresses };
  await learn(model, real, ['VERIFY_EMAIL']);
  return { model, real };
}
let accounts = 0;

const address = fc.nat(1);
const kind = fc.constantFrom(...kinds);
const age = fc.constantFrom(0, 0, 0, 1, 2);
const once = fc.tuple(kind, age).map((link) => new Follow(...link, {}));
const steps = [
  once,
  once,
  once,
  once,
  fc.tuple(kind, age).map((link) => new Follow(...link, { racers: 8 })),
  fc.tuple(kind, age, kind).map(([of, back, as]) => new Follow(of, back, { as })),
  fc.constant(new AskForReset()),
  fc.constant(new AskForProof()),
  address.map((to) => new AskForChange(to)),
  address.map((to) => new AskForChange(to)),
  address.map((to) => new AskForChange(to)),
  fc.nat(2).map((which) => new TakeAddress(which)),
  fc.constantFrom(1, 1, 1, 29 * minute, 31 * minute, 61 * minute, day, 6 * day).map((seconds) => new Wait(seconds)),
];

describe('links of mails', () => {
  it('do what the reference says once, and nothing by halves, whatever happens between', async () => {
    const mails = fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 30, maxLength: 30 }), async (commands) => {
      const { model, real } = await setUp();
      await fc.asyncModelRun(() => ({ model, real }), commands);
      const last = new Delete();
      if (last.check(model)) await last.run(model, real);
    });
    await expect(fc.assert(mails, { numRuns: 6, endOnFailure: true })).resolves.toBeUndefined();
  }, 120_000);
});
