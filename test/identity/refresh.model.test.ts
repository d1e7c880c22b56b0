import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  identityDocuments,
  isLetIn,
  mailsTo,
  type IdentityOperation,
  type Tokens,
} from '../support/identity-operations.ts';
import { codesOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const day = 86_400;
const passwords = [testPassword, 'quiet brown fox 7?'] as const;
const begin = Date.parse('2025-11-03T09:00:00.000Z');

// The reference: what the rules say of each token, in seconds since the beginning.
interface Issued {
  readonly token: string;
  readonly expiresAt: number;
  usedAt: number | null;
  /** What replaced it; null for one that a step-up has ended. */
  successor: Issued | null;
}

interface Access {
  readonly token: string;
  readonly expiresAt: number;
  readonly provenAt: number;
}

/** All that comes of one sign-in. */
interface Family {
  readonly endsAt: number;
  isEnded: boolean;
  readonly issued: Issued[];
  readonly accesses: Access[];
}

type Verdict = 'rotates' | 'repeats' | 'is refused' | 'is reuse';

class Reference {
  now = 0;
  password = 0;
  reuses = 0;
  readonly families: Family[] = [];

  isLive = ({ isEnded, endsAt }: Family): boolean => !isEnded && endsAt > this.now;

  judge(family: Family, { usedAt, expiresAt, successor }: Issued): Verdict {
    if (!this.isLive(family)) return 'is refused';
    if (usedAt === null) return expiresAt > this.now ? 'rotates' : 'is refused';
    if (this.now - usedAt > 10 || typeof successor?.usedAt === 'number') return 'is reuse';
    return successor ? 'repeats' : 'is refused';
  }

  signedIn(tokens: Tokens): void {
    const family: Family = { endsAt: this.now + 30 * day, isEnded: false, issued: [], accesses: [] };
    this.families.push(family);
    this.issue(family, tokens, this.now);
  }

  issue(family: Family, { accessToken, refreshToken }: Tokens, provenAt: number): Issued {
    const expiresAt = Math.min(this.now + 7 * day, family.endsAt);
    const issued = { token: refreshToken, expiresAt, usedAt: null, successor: null };
    family.issued.push(issued);
    this.letIn(family, accessToken, provenAt);
    return issued;
  }

  letIn(family: Family, token: string, provenAt: number): void {
    family.accesses.push({ token, expiresAt: this.now + 900, provenAt });
  }

  /** What a refresh by this token gave. */
  refreshed(family: Family, by: Issued, given: Tokens): void {
    const { provenAt } = lastOf(family.accesses);
    if (by.successor) return this.letIn(family, given.accessToken, provenAt);
    by.usedAt = this.now;
    by.successor = this.issue(family, given, provenAt);
  }

  endAll(): void {
    for (const family of this.families) family.isEnded = true;
  }
}

const lastOf = <T>(items: readonly T[]): T => {
  const last = items.at(-1);
  if (last === undefined) throw new Error('There is none.');
  return last;
};

/** The account that the commands are about, and one that nothing of it may reach. */
interface Real {
  readonly email: string;
  readonly userId: string;
  readonly bystanderId: string;
}

const ask = (operation: IdentityOperation, variables: object = {}, accessToken = ''): Promise<Answer> =>
  product.send(identityDocuments[operation], variables, accessToken === '' ? {} : bearer(accessToken));
const tokensOf = (answer: Answer): Tokens => {
  deepEqual(codesOf(answer), []);
  return Object.values(answer.body.data as Record<string, Tokens>)[0] as Tokens;
};

abstract class Step implements fc.AsyncCommand<Reference, Real> {
  readonly #pick: number;

  constructor(pick: number) {
    this.#pick = pick;
  }

  check(_reference: Readonly<Reference>): boolean {
    return true;
  }

  async run(reference: Reference, real: Real): Promise<void> {
    await this.step(reference, real);
    await holdsFor(reference);
  }

  abstract step(reference: Reference, real: Real): Promise<void>;

  family(reference: Readonly<Reference>): Family {
    const { families } = reference;
    return lastOf(families.slice(0, (this.#pick % families.length) + 1));
  }

  toString(): string {
    return `${this.constructor.name}(${JSON.stringify({ pick: this.#pick, ...this })})`;
  }
}

/** Every access token lets in exactly while it has not run out and its session is live. */
async function holdsFor(reference: Reference): Promise<void> {
  const shown = reference.families.flatMap((family) =>
    family.accesses.slice(-2).map((access) => ({
      token: access.token,
      isGood: access.expiresAt > reference.now && reference.isLive(family),
    })),
  );
  const found = await Promise.all(shown.map(({ token }) => isLetIn(product, token)));
  deepEqual(
    found,
    shown.map(({ isGood }) => isGood),
  );
}

class SignIn extends Step {
  async step(reference: Reference, { email }: Real): Promise<void> {
    const answer = await ask('login', { input: { email, password: passwords[reference.password] } });
    deepEqual(codesOf(answer), []);
    reference.signedIn((answer.body.data as { login: { tokens: Tokens } }).login.tokens);
  }
}

/** By the newest token of a family or one so many generations older, by as many at once as given. */
class Refresh extends Step {
  readonly age: number;
  readonly racers: number;

  constructor(pick: number, age: number, racers: number) {
    super(pick);
    this.age = age;
    this.racers = racers;
  }

  async step(reference: Reference): Promise<void> {
    const family = this.family(reference);
    const by = family.issued.at(-1 - this.age) ?? lastOf(family.issued);
    const verdict = reference.judge(family, by);
    const answers = await Promise.all(
      Array.from({ length: this.racers }, () => ask('refreshSession', { token: by.token })),
    );
    if (verdict === 'is refused' || verdict === 'is reuse') {
      deepEqual(
        answers.map(codesOf),
        answers.map(() => ['UNAUTHENTICATED']),
      );
      if (verdict === 'is refused') return;
      reference.endAll();
      reference.reuses += 1;
      return;
    }
    const known = by.successor?.token;
    const given = answers.map(tokensOf);
    equal(new Set(given.map(({ refreshToken }) => refreshToken)).size, 1);
    const { refreshToken } = lastOf(given);
    if (known === undefined) ok(family.issued.every(({ token }) => token !== refreshToken));
    else equal(refreshToken, known);
    for (const each of given) reference.refreshed(family, by, each);
  }
}

class RefreshByGarbage extends Step {
  readonly kind: number;

  constructor(pick: number, kind: number) {
    super(pick);
    this.kind = kind;
  }

  async step(reference: Reference): Promise<void> {
    const { issued, accesses } = this.family(reference);
    const { token } = lastOf(issued);
    const garbage = ['', 'garbage', 'A'.repeat(43), `${token}x`, token.slice(1), lastOf(accesses).token];
    deepEqual(codesOf(await ask('refreshSession', { token: garbage[this.kind] })), ['UNAUTHENTICATED']);
  }
}

class Wait extends Step {
  readonly seconds: number;

  constructor(seconds: number) {
    super(0);
    this.seconds = seconds;
  }

  async step(reference: Reference): Promise<void> {
    reference.now += this.seconds;
    product.clock.now = new Date(begin + reference.now * 1000);
  }
}

/** What somebody who is signed in does, with the code of its refusal where there is reason for one. */
abstract class Deed extends Step {
  access(reference: Readonly<Reference>): Access {
    return lastOf(this.family(reference).accesses);
  }

  refusal(reference: Reference, needsProof: boolean): string | null {
    const { expiresAt, provenAt } = this.access(reference);
    if (expiresAt <= reference.now || !reference.isLive(this.family(reference))) return 'UNAUTHENTICATED';
    return needsProof && reference.now - provenAt > 600 ? 'STEP_UP_REQUIRED' : null;
  }

  /** @returns the answer's data, null where it was rightly refused */
  async does(
    reference: Reference,
    needsProof: boolean,
    [operation, variables]: readonly [IdentityOperation, object],
  ): Promise<Answer | null> {
    const refusal = this.refusal(reference, needsProof);
    const answer = await ask(operation, variables, this.access(reference).token);
    deepEqual(codesOf(answer), refusal === null ? [] : [refusal]);
    return refusal === null ? answer : null;
  }
}

class StepUp extends Deed {
  async step(reference: Reference): Promise<void> {
    const input = { password: passwords[reference.password] };
    const answer = await this.does(reference, false, ['stepUp', { input }]);
    if (!answer) return;
    const family = this.family(reference);
    for (const each of family.issued) each.usedAt ??= reference.now;
    reference.issue(family, tokensOf(answer), reference.now);
  }
}

type Ending = 'logout' | 'revokeSession' | 'logoutEverywhere' | 'others' | 'changePassword';
const endings: readonly Ending[] = ['logout', 'revokeSession', 'logoutEverywhere', 'others', 'changePassword'];

/** A way in which sessions end, beside a refresh of the session that ends or all by itself. */
class End extends Deed {
  readonly how: Ending;
  readonly isRaced: boolean;

  constructor(pick: number, how: Ending, isRaced: boolean) {
    super(pick);
    this.how = how;
    this.isRaced = isRaced;
  }

  async step(reference: Reference): Promise<void> {
    const family = this.family(reference);
    const by = lastOf(family.issued);
    const isRaced = this.isRaced && this.how !== 'others' && reference.judge(family, by) === 'rotates';
    const refusal = this.how === 'logout' ? null : this.refusal(reference, this.how !== 'changePassword');
    const [answer, refresh] = await Promise.all([
      this.end(reference, family),
      isRaced ? ask('refreshSession', { token: by.token }) : null,
    ]);
    deepEqual(codesOf(answer), refusal === null ? [] : [refusal]);
    // Which of the two came first is nobody's business, as long as nothing goes on afterwards.
    if (refresh && codesOf(refresh).length === 0) reference.refreshed(family, by, tokensOf(refresh));
    else if (refresh) deepEqual([refusal, codesOf(refresh)], [null, ['UNAUTHENTICATED']]);
    if (refusal === null) this.ended(reference, family, answer);
  }

  end(reference: Reference, family: Family): Promise<Answer> {
    const { token } = this.access(reference);
    switch (this.how) {
      case 'logout':
        return ask('logout', { token: lastOf(family.issued).token }, token);
      case 'revokeSession':
        return ask('revokeSession', { id: sessionOf(token) }, token);
      case 'changePassword': {
        const input = { currentPassword: passwords[reference.password], newPassword: otherThan(reference.password) };
        return ask('changePassword', { input }, token);
      }
      default:
        return ask('logoutEverywhere', { includeCurrent: this.how === 'logoutEverywhere' }, token);
    }
  }

  ended(reference: Reference, family: Family, answer: Answer): void {
    if (this.how === 'logout' || this.how === 'revokeSession') family.isEnded = true;
    else for (const each of reference.families) each.isEnded ||= this.how !== 'others' || each !== family;
    if (this.how !== 'changePassword') return;
    reference.password = 1 - reference.password;
    reference.signedIn(tokensOf(answer));
  }
}

const otherThan = (password: number): string => passwords[password === 0 ? 1 : 0];
const sessionOf = (accessToken: string): unknown =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()).sid;

async function setUp(): Promise<{ model: Reference; real: Real }> {
  product.clock.now = new Date(begin);
  accounts += 1;
  const [tenant, bystander] = [await product.signUp(`owner-${accounts}`), await product.signUp(`other-${accounts}`)];
  const model = new Reference();
  model.signedIn(tenant);
  return { model, real: { email: tenant.email, userId: tenant.userId, bystanderId: bystander.userId } };
}
let accounts = 0;

/** What is left once the commands are through: each reuse was written down and told, and nobody else was touched. */
async function settle({ reuses }: Reference, { email, userId, bystanderId }: Real): Promise<void> {
  const written = await product.database.query(
    `select id from audit_events where owner_id = $1 and event = 'REFRESH_REUSE'`,
    [userId],
  );
  const told = (await mailsTo(product, email)).filter((kind) => kind === 'REFRESH_REUSED');
  deepEqual([written.length, told.length], [reuses, reuses]);
  const ended = 'select id from sessions where owner_id = $1 and revoked_at is not null';
  deepEqual(await product.database.query(ended, [bystanderId]), []);
}

const pick = fc.nat(5);
const steps = [
  pick.map((family) => new SignIn(family)),
  fc
    .tuple(pick, fc.constantFrom(0, 0, 0, 1, 1, 2, 3), fc.constantFrom(1, 1, 1, 2, 6))
    .map(([family, age, racers]) => new Refresh(family, age, racers)),
  fc
    .tuple(pick, fc.constantFrom(0, 0, 1, 1), fc.constantFrom(1, 1, 6))
    .map(([family, age, racers]) => new Refresh(family, age, racers)),
  fc.tuple(pick, fc.nat(5)).map(([family, kind]) => new RefreshByGarbage(family, kind)),
  fc.constantFrom(1, 5, 10, 11, 60, 601, 900, 6.9 * day, 7 * day, -3).map((seconds) => new Wait(seconds)),
  pick.map((family) => new StepUp(family)),
  fc
    .tuple(pick, fc.constantFrom(...endings), fc.boolean())
    .map(([family, how, isRaced]) => new End(family, how, isRaced)),
];

describe('refresh tokens', () => {
  it('rotate, repeat, are refused or are taken for stolen as the reference says, whatever happens between', async () => {
    const sessions = fc.asyncProperty(
      fc.array(fc.oneof(...steps), { minLength: 24, maxLength: 24 }),
      async (commands) => {
        const { model, real } = await setUp();
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await settle(model, real);
      },
    );
    await expect(fc.assert(sessions, { numRuns: 8, endOnFailure: true })).resolves.toBeUndefined();
  }, 120_000);
});
