import { describe, expect, test } from 'vitest';
import { compile, faultsOf, librarySdl, shapesOf } from './library.ts';

const library = shapesOf();
const faults = (more: string): readonly string[] => faultsOf(compile(`${librarySdl} ${more}`), library);
const mutation = (field: string): readonly string[] => faults(`extend type Mutation { ${field} }`);

describe('boot lets stand', () => {
  test('limits, step-up and logins where they are read', () => {
    expect(
      faults(`
        extend type Query { count: Int @rateLimit(max: 1, window: "1s", by: VIEWER) @stepUp(maxAge: 1) }
        extend type Mutation {
          enter(name: String!): Boolean
            @public(reason: "x")
            @runsAs(login: IDENTITY)
            @rateLimit(max: 5, window: "15m", by: ARGUMENT, argument: "name")
            @rateLimit(max: 5, window: "15m", by: IP)
          leave: Boolean @stepUp @beforePasswordChange
          appoint: Boolean @auth(requires: ADMIN) @runsAs(login: STAFF)
        }`),
    ).toEqual([]);
  });
});

describe('boot is stopped', () => {
  test('by a login that nothing reads: below the root, or on a subscription', () => {
    const told = (at: string) => [`${at}: @runsAs is read on queries and mutations alone; remove it`];
    expect(faults('extend type Shelf { size: Int @runsAs(login: IDENTITY) }')).toEqual(told('Shelf.size'));
    expect(faults('type Subscription { size: Int @runsAs(login: IDENTITY) }')).toContain(told('Subscription.size')[0]);
  });

  test('by a field that reaches the rows of all without asking for a role of staff', () => {
    const told =
      'Mutation.appoint: runs on STAFF, which reaches the rows of all; write @auth(requires: SUPPORT) or ADMIN';
    expect(mutation('appoint: Boolean @runsAs(login: STAFF)')).toEqual([told]);
    expect(mutation('appoint: Boolean @auth(requires: USER) @runsAs(login: STAFF)')).toEqual([told]);
    expect(mutation('appoint: Boolean @auth(requires: SUPPORT) @runsAs(login: STAFF)')).toEqual([]);
  });

  test('by a step-up below the root', () => {
    expect(faults('extend type Shelf { size: Int @stepUp }')).toEqual([
      'Shelf.size: @stepUp is read on root fields alone; remove it',
    ]);
    expect(faults('type Subscription { size: Int @stepUp }').join()).not.toContain('@stepUp');
  });

  test('by a step-up of no time', () => {
    expect(mutation('leave: Boolean @stepUp(maxAge: 0)')).toEqual([
      'Mutation.leave: @stepUp(maxAge:) is in seconds, 1 or more',
    ]);
  });

  test('by a step-up of what anybody may do', () => {
    expect(mutation('leave: Boolean @public(reason: "x") @stepUp')).toEqual([
      'Mutation.leave: @stepUp asks nothing of who is signed out; remove it or @public',
    ]);
  });

  test('by a limit that nothing counts: below the root, or on a subscription', () => {
    const limit = '@rateLimit(max: 1, window: "1h", by: VIEWER)';
    const told = (at: string) => [`${at}: @rateLimit is read on queries and mutations alone; remove it`];
    expect(faults(`extend type Shelf { size: Int ${limit} }`)).toEqual(told('Shelf.size'));
    expect(faults(`type Subscription { size: Int ${limit} }`)).toContain(told('Subscription.size')[0]);
  });

  test('by a limit that lets nothing through', () => {
    expect(mutation('leave: Boolean @rateLimit(max: 0, window: "1h", by: VIEWER)')).toEqual([
      'Mutation.leave: @rateLimit(max:) must be 1 or more',
    ]);
  });

  test('by a window that is none', () => {
    for (const window of ['1w', '15', '0m', ''])
      expect(mutation(`leave: Boolean @rateLimit(max: 1, window: "${window}", by: VIEWER)`)).toEqual([
        'Mutation.leave: @rateLimit(window:) is written like "15m": a count and s, m, h or d',
      ]);
  });

  test('by a limit that names an argument where it is counted by none, or none where it is', () => {
    const told = ['Mutation.leave: @rateLimit(by: ARGUMENT) names its argument, and no other does'];
    expect(mutation('leave(name: String): Boolean @rateLimit(max: 1, window: "1h", by: ARGUMENT)')).toEqual(told);
    expect(mutation('leave(name: String): Boolean @rateLimit(max: 1, window: "1h", by: IP, argument: "name")')).toEqual(
      told,
    );
  });

  test('by a limit of an argument that there is not', () => {
    expect(
      mutation('leave(name: String): Boolean @rateLimit(max: 1, window: "1h", by: ARGUMENT, argument: "nam")'),
    ).toEqual(['Mutation.leave: @rateLimit(argument: "nam") names no argument of it; correct it']);
  });

  test('by what is said on an interface, where nobody reads it', () => {
    const rules = '@stepUp @rateLimit(max: 1, window: "1h", by: VIEWER) @beforePasswordChange';
    expect(faults(`extend type Shelf implements Titled interface Titled { title: String! ${rules} }`)).toEqual(
      ['beforePasswordChange', 'stepUp', 'rateLimit'].map(
        (name) => `Titled.title: @${name} on an interface's field is ignored; write it on each implementation`,
      ),
    );
  });

  test('by a limit of viewers on what is asked signed out', () => {
    expect(mutation('enter: Boolean @public(reason: "x") @rateLimit(max: 1, window: "1h", by: VIEWER)')).toEqual([
      'Mutation.enter: @rateLimit(by: VIEWER) counts all who are signed out as one; write IP or ARGUMENT',
    ]);
  });
});
