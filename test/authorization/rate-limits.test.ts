import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedCoordinates } from '#authorization/judge-document.ts';
import {
  chargeRateLimits,
  readRateLimit,
  takeAll,
  windowSeconds,
  type RateSubject,
} from '#authorization/rate-limits.ts';
import { overrideRateLimits, readRateOverrides } from '#authorization/rate-overrides.ts';
import { anonymous } from '#authorization/viewer.ts';
import { Overloaded, StartupError } from '#platform/errors.ts';
import { memoryCounters } from '../support/memory-counters.ts';
import { compile } from './library.ts';

describe('a window', () => {
  it('is a count with s, m, h or d', () => {
    expect(['30s', '15m', '1h', '2d', '99999s'].map(windowSeconds)).toEqual([30, 900, 3_600, 172_800, 99_999]);
  });

  it('is none of anything else', () => {
    const wrong = ['', '15', 'm', '0m', '015m', '1.5h', '-1h', '1w', '15M', ' 15m', '15 m', '100000s', '1h30m'];
    expect(wrong.map(windowSeconds)).toEqual(wrong.map(() => 0));
  });
});

describe('a limit', () => {
  it('is read from its directive', () => {
    expect(readRateLimit({ max: 5, window: '1h', by: 'ARGUMENT', argument: 'email' })).toEqual({
      max: 5,
      windowSeconds: 3_600,
      by: 'ARGUMENT',
      argument: 'email',
    });
    expect(readRateLimit({ max: 3, window: '10m', by: 'IP' })).toEqual({
      max: 3,
      windowSeconds: 600,
      by: 'IP',
      argument: null,
    });
  });
});

const { schema, policy } = compile(`
  type Query { open: Int @public(reason: "x") }
  type Mutation {
    ask(email: String!): Boolean
      @public(reason: "x")
      @rateLimit(max: 2, window: "1h", by: ARGUMENT, argument: "email")
      @rateLimit(max: 3, window: "1h", by: IP)
    keep: Boolean @rateLimit(max: 2, window: "1m", by: VIEWER)
  }
`);
const viewer = (userId: string): RateSubject['viewer'] => ({
  kind: 'SignedIn',
  userId,
  sessionId: 's',
  roles: new Set(['SIGNED_IN']),
  authenticatedAt: new Date(0),
});

/** Charges operations one after another and tells how long each has to wait; null for one that is charged. */
function charging() {
  let now = 0;
  const counters = memoryCounters(() => now);
  return {
    pass: (seconds: number) => void (now += seconds * 1000),
    charge: async (text: string, subject: Partial<RateSubject> = {}, variables = {}): Promise<number | null> => {
      const document = parse(text);
      const [operation] = document.definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error('The document begins with no operation.');
      const selected = selectedCoordinates(schema, policy, { document, operation, variables });
      const asking = { viewer: anonymous, addressKey: '192.0.2.1', ...subject };
      return chargeRateLimits(selected, variables, { counters, subject: asking });
    },
  };
}

describe('what a document is charged for', () => {
  it('is each execution of a field, aliases too, and a document that is refused is charged nothing', async () => {
    const { charge } = charging();
    expect(await charge('mutation { a: keep b: keep c: keep }', { viewer: viewer('a') })).toBe(60);
    expect(await charge('mutation { a: keep b: keep }', { viewer: viewer('a') })).toBeNull();
    expect(await charge('mutation { keep }', { viewer: viewer('a') })).toBe(60);
    expect(await charge('mutation { keep }', { viewer: viewer('b') })).toBeNull();
    expect(await charge('{ open a: open b: open }')).toBeNull();
  });

  it('is counted together for whoever comes from nowhere, or as nobody', async () => {
    const { charge } = charging();
    for (const name of ['x', 'y', 'z'])
      expect(await charge(`mutation { ask(email: "${name}") }`, { addressKey: null })).toBeNull();
    for (let at = 0; at < 2; at += 1) expect(await charge('mutation { keep }')).toBeNull();
    expect(await charge('mutation { keep }')).toBe(60);
  });

  it('is counted by an argument however it is given', async () => {
    const { charge } = charging();
    expect(await charge('mutation { ask(email: "Ada@example.com ") }')).toBeNull();
    expect(await charge('mutation ($e: String!) { ask(email: $e) }', {}, { e: 'ada@example.com' })).toBeNull();
    const elsewhere = { addressKey: '192.0.2.2' };
    expect(await charge('mutation { ask(email: "ADA@example.com") }', elsewhere)).toBe(3_600);
  });

  it('takes nothing by an argument from where the address is used up', async () => {
    const { charge, pass } = charging();
    for (const name of ['x', 'y', 'z']) expect(await charge(`mutation { ask(email: "${name}") }`)).toBeNull();
    pass(600);
    for (let at = 0; at < 5; at += 1) expect(await charge('mutation { ask(email: "ada") }')).toBe(3_000);
    expect(await charge('mutation { ask(email: "ada") }', { addressKey: '192.0.2.2' })).toBeNull();
  });

  it('is forgotten when the window is over', async () => {
    const { charge, pass } = charging();
    for (let at = 0; at < 2; at += 1) await charge('mutation { keep }', { viewer: viewer('a') });
    pass(59);
    expect(await charge('mutation { keep }', { viewer: viewer('a') })).toBe(1);
    pass(1);
    expect(await charge('mutation { keep }', { viewer: viewer('a') })).toBeNull();
  });

  it('is all or nothing', async () => {
    const counters = memoryCounters(() => 0);
    const few = { key: 'few', limit: { max: 1, windowSeconds: 60 } };
    const many = { key: 'many', limit: { max: 9, windowSeconds: 60 } };
    expect(await takeAll(counters, [many, few])).toHaveLength(2);
    expect(await takeAll(counters, [many, few])).toBe(60);
    expect(await counters.count('many')).toBe(1);
  });

  it('is nothing where one of several cannot be counted', async () => {
    const counters = memoryCounters(() => 0);
    const limit = { max: 9, windowSeconds: 60 };
    const take: typeof counters.take = async (key) => {
      if (key === 'away') throw new Overloaded();
      return counters.take(key, limit);
    };
    const charges = ['here', 'away'].map((key) => ({ key, limit }));
    await expect(takeAll({ ...counters, take }, charges)).rejects.toThrow(Overloaded);
    expect(await counters.count('here')).toBe(0);
  });
});

const login = { address: { max: 5, windowSeconds: 900 } };
const overridden = (list: string) =>
  overrideRateLimits({ policy, apart: { login } }, readRateOverrides(list).overrides);
const limitsOf = ({ policy: { fields } }: ReturnType<typeof overridden>, coordinate: string) =>
  fields.get(coordinate)?.rateLimits.map(({ max, windowSeconds: seconds }) => `${max}/${seconds}`);

describe('limits of the settings', () => {
  it('take the place of the schema’s, by field and key, and leave the others', () => {
    const settled = overridden(' ask:email=20/15m, keep:VIEWER=7/1d,,');
    expect(limitsOf(settled, 'Mutation.ask')).toEqual(['20/900', '3/3600']);
    expect(limitsOf(settled, 'Mutation.keep')).toEqual(['7/86400']);
    expect(settled.apart).toEqual({ login });
    expect(limitsOf(overridden(''), 'Mutation.ask')).toEqual(['2/3600', '3/3600']);
  });

  it('take the place of those that are counted apart from the schema', () => {
    expect(overridden('login:address=50/1h').apart).toEqual({ login: { address: { max: 50, windowSeconds: 3_600 } } });
  });

  it('hold as they are written last', () => {
    expect(limitsOf(overridden('keep:VIEWER=7/1d,keep:VIEWER=8/1d'), 'Mutation.keep')).toEqual(['8/86400']);
  });

  it('must name what is limited', () => {
    expect(() => overridden('ask:token=1/1h,open:IP=1/1h,login:email=1/1h')).toThrow(
      new StartupError(
        'RATE_LIMITS: nothing is limited by ask:token, open:IP, login:email. There are ask:IP, ask:email, keep:VIEWER, login:address.',
      ),
    );
  });

  it('are told of where they cannot be read', () => {
    const wrong = [
      'ask',
      'ask:IP',
      'ask:IP=',
      'ask:IP=0/1h',
      'ask:IP=5',
      'ask:IP=5/1w',
      'ask=5/1h',
      'ask:IP=off',
      'a:b:c=1/1h',
    ];
    expect(readRateOverrides(['ask:IP=5/1h', ...wrong].join(','))).toEqual({
      overrides: [{ field: 'ask', key: 'IP', max: 5, windowSeconds: 3_600 }],
      misread: wrong,
    });
  });
});
