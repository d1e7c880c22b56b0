import * as fc from 'fast-check';
import { parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { compareMatrices } from '#authorization/compare-matrices.ts';
import { explainAccess } from '#authorization/explain-access.ts';
import { findCoordinate } from '#authorization/find-coordinate.ts';
import { refusedTo, selectedCoordinates } from '#authorization/judge-document.ts';
import { both, describeScopes, either, implies, isMet, type ScopeDemand } from '#authorization/scopes.ts';
import { indexSdl } from '#authorization/sdl-directives.ts';
import { refusalNow, type SignedIn } from '#authorization/viewer.ts';
import { compile, faultsOf, libraryWith, shapesOf } from './library.ts';

const scopes = (lists: string): string => `@requiresScopes(scopes: ${lists})`;
const demandOf = (sdl: string, coordinate: string): string | undefined => {
  const demand = compile(sdl).policy.fields.get(coordinate)?.scopes;
  return demand && describeScopes(demand);
};

describe('what a narrow token needs', () => {
  test('is what no token has where nothing is said, and nothing where all is public', () => {
    expect(demandOf('type Query { a: String }', 'Query.a')).toBe('');
    const { policy } = compile('type Query { a: String b: String @public(reason: "x") }');
    expect(policy.fields.get('Query.a')?.scopes).toEqual([]);
    expect(policy.fields.get('Query.b')?.scopes).toEqual([new Set()]);
  });

  test('is what type and field ask for together', () => {
    const sdl = `type Query { n: N } type N ${scopes('[[JOBS_READ], [PERSONAS_READ]]')} {
      a: String
      b: String ${scopes('[[JOBS_WRITE]]')}
      c: String ${scopes('[[JOBS_READ]]')}
    }`;
    expect(demandOf(sdl, 'N.a')).toBe('JOBS_READ | PERSONAS_READ');
    expect(demandOf(sdl, 'N.b')).toBe('JOBS_READ & JOBS_WRITE | JOBS_WRITE & PERSONAS_READ');
    expect(demandOf(sdl, 'N.c')).toBe('JOBS_READ');
  });
});

describe('demands', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const someSet = fc.uniqueArray(fc.constantFrom(...names)).map((all) => new Set<string>(all));
  const someDemand: fc.Arbitrary<ScopeDemand> = fc.array(someSet, { maxLength: 4 });
  const allHeld = [...Array(16).keys()].map((bits) => new Set<string>(names.filter((_, at) => bits & (1 << at))));

  test('together, either, and implied are what they are for every token there could be', () => {
    fc.assert(
      fc.property(someDemand, someDemand, (one, other) => {
        for (const held of allHeld) {
          expect(isMet(both(one, other), held)).toBe(isMet(one, held) && isMet(other, held));
          expect(isMet(either(one, other), held)).toBe(isMet(one, held) || isMet(other, held));
        }
        expect(implies(one, other)).toBe(allHeld.every((held) => !isMet(one, held) || isMet(other, held)));
      }),
    );
  });
});

const shelves = 'shelves: [Shelf!]!';
const guarded = libraryWith(shelves, `${shelves} ${scopes('[[JOBS_READ]]')}`)
  .replace('type Shelf @owner(via: "reader")', `type Shelf @owner(via: "reader") ${scopes('[[JOBS_READ]]')}`)
  .replace('books: [Book!]!', `books: [Book!]! ${scopes('[[PERSONAS_READ]]')}`)
  .replace('@owner(via: "shelf.reader")', `@owner(via: "shelf.reader") ${scopes('[[PERSONAS_READ]]')}`);
const library = compile(guarded);
const now = new Date(0);
const session: SignedIn = {
  kind: 'SignedIn',
  userId: 'ada',
  sessionId: 's',
  roles: new Set(['SIGNED_IN', 'USER']),
  authenticatedAt: now,
};
const token = (...held: readonly string[]): SignedIn => ({ ...session, scopes: new Set(held) });

describe('a document', () => {
  const refused = (viewer: SignedIn, text: string): readonly unknown[] => {
    const document = parse(text);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const source = { document, operation, variables: {} };
    return refusedTo(selectedCoordinates(library.schema, library.policy, source), { viewer, now }).map(
      ({ path, error }) => [path.join('.'), error.details['reason'], error.details['scopes']],
    );
  };

  test('is refused at each place for which the token lacks a scope, sessions at none', () => {
    const text = '{ shelves { title books { title } } me { name } }';
    expect(refused(session, text)).toEqual([]);
    const closed = [
      ['me', 'INSUFFICIENT_SCOPE', []],
      ['me.name', 'INSUFFICIENT_SCOPE', []],
    ];
    expect(refused(token('JOBS_READ', 'PERSONAS_READ', 'JOBS_WRITE'), text)).toEqual(closed);
    expect(refused(token('JOBS_READ'), text)).toEqual([
      ['shelves.books', 'INSUFFICIENT_SCOPE', [['JOBS_READ', 'PERSONAS_READ']]],
      ['shelves.books.title', 'INSUFFICIENT_SCOPE', [['PERSONAS_READ']]],
      ...closed,
    ]);
    expect(refused(token(), '{ shelves { id } }')).toHaveLength(2);
  });
});

describe('a demand of a recent sign-in', () => {
  test('is never met by a narrow token, whatever it is let in to', () => {
    const demand = { requires: new Set(['USER'] as const), scopes: [new Set<string>()], stepUpSeconds: 600 };
    expect(refusalNow(demand, { ...token(), authenticatedAt: new Date(-1e9) }, now)?.code).toBe('STEP_UP_REQUIRED');
    expect(refusalNow({ ...demand, scopes: [] }, token('JOBS_READ'), now)?.details).toMatchObject({
      reason: 'INSUFFICIENT_SCOPE',
    });
  });
});

describe('a rule is left out', () => {
  const implied = (sdl: string, coordinate: string): readonly boolean[] => {
    const { policy } = compile(sdl);
    return [policy.isImplied(coordinate), policy.isStandingImplied(coordinate)];
  };
  const sdl = (way: string, more = ''): string =>
    `type Query { n: N ${way} ${more} } type N ${scopes('[[JOBS_READ], [PERSONAS_READ]]')} { a: String }`;

  test('where every way asks a token for as much', () => {
    expect(implied(sdl(scopes('[[JOBS_READ]]')), 'N.a')).toEqual([true, true]);
    expect(implied(sdl(scopes('[[JOBS_READ, JOBS_WRITE], [PERSONAS_READ]]')), 'N.a')).toEqual([true, true]);
    expect(implied(sdl(''), 'N.a')).toEqual([true, true]);
  });

  test('and not where one way asks for less', () => {
    expect(implied(sdl(scopes('[[JOBS_READ], [JOBS_WRITE]]')), 'N.a')).toEqual([false, true]);
    expect(implied(sdl(scopes('[[JOBS_READ]]'), `m: N ${scopes('[[JOBS_WRITE]]')}`), 'N.a')).toEqual([false, true]);
    expect(implied(sdl('', 'm: N @public(reason: "x")'), 'N.a')).toEqual([false, false]);
  });
});

describe('boot is stopped', () => {
  const shapes = shapesOf();
  const faults = (more: string): readonly string[] => faultsOf(compile(`${guarded} ${more}`), shapes);
  const told = (at: string, by: string, type: string): string =>
    `${at}: @requiresScopes lets narrow tokens in, which ${by}; remove it, here or on ${type}`;

  test('by nothing of this', () => {
    expect(faults('')).toEqual([]);
  });

  test.each([
    ['@public(reason: "x")', '@public does not ask for'],
    ['@stepUp', 'can never meet @stepUp'],
    ['@auth(requires: SUPPORT)', 'hold no role of staff'],
    ['@beforePasswordChange', '@beforePasswordChange is not meant for'],
    ['@runsAs(login: IDENTITY)', 'the login IDENTITY does not know'],
  ])('by a scope beside %s', (other, by) => {
    const field = (name: string): string =>
      `extend type Mutation { ${name}: Boolean ${scopes('[[JOBS_READ]]')} ${other} }`;
    expect(faults(field('act'))).toEqual([told('Mutation.act', by, 'Mutation')]);
  });

  test('by one on the login of staff', () => {
    expect(
      faults(`extend type Query { n: Int ${scopes('[[JOBS_READ]]')} @auth(requires: ADMIN) @runsAs(login: STAFF) }`),
    ).toEqual([
      told('Query.n', 'hold no role of staff', 'Query'),
      told('Query.n', 'the login STAFF does not know', 'Query'),
    ]);
  });

  test('not by one of a type above a field that is closed to tokens otherwise', () => {
    const type = `type N ${scopes('[[JOBS_READ]]')} { a: Int @auth(requires: ADMIN) }`;
    expect(faults(`extend type Query { n: N ${scopes('[[JOBS_READ]]')} } ${type}`)).toEqual([]);
  });

  test.each(['[]', '[[]]', '[[JOBS_READ], []]'])('by an empty list: %s', (lists) => {
    expect(faults(`extend type Query { n: Int ${scopes(lists)} }`)).toEqual([
      'Query.n: @requiresScopes with an empty list asks for nothing, or for what no token has; name a scope in each',
    ]);
  });

  test('by one on the field of an interface, which nobody would read', () => {
    const more = `extend type Query { i: I } interface I { a: Int ${scopes('[[JOBS_READ]]')} } type M implements I { a: Int }`;
    expect(faults(more)).toEqual([
      "I.a: @requiresScopes on an interface's field is ignored; write it on each implementation",
    ]);
  });
});

describe('the matrix', () => {
  const matrixOf = (lists: string | null): string => {
    const { schema, policy } = compile(`type Query { a: Int ${lists === null ? '' : scopes(lists)} }`);
    return accessMatrix(schema, policy);
  };
  const changes = (before: string | null, after: string | null): readonly string[] =>
    compareMatrices(matrixOf(before), matrixOf(after)).map(({ label, what }) => `${label}: ${what}`);

  test('says at each coordinate by which scopes a token comes there', () => {
    expect(matrixOf('[[JOBS_WRITE, JOBS_READ], [PERSONAS_READ]]')).toContain(
      'shield; tokens with JOBS_READ & JOBS_WRITE | PERSONAS_READ\n',
    );
    expect(matrixOf(null)).not.toContain('tokens');
  });

  test.each([
    [null, '[[JOBS_READ]]', ['WIDENS: open to tokens with JOBS_READ']],
    ['[[JOBS_READ]]', null, ['NARROWS: no longer open to tokens with JOBS_READ']],
    ['[[JOBS_READ]]', '[[JOBS_READ], [JOBS_WRITE]]', ['WIDENS: open to tokens with JOBS_WRITE']],
    ['[[JOBS_READ, JOBS_WRITE]]', '[[JOBS_READ]]', ['WIDENS: open to tokens with JOBS_READ']],
    ['[[JOBS_READ]]', '[[JOBS_READ, JOBS_WRITE]]', ['NARROWS: no longer open to tokens with JOBS_READ']],
    [
      '[[JOBS_READ]]',
      '[[PERSONAS_READ]]',
      ['WIDENS: open to tokens with PERSONAS_READ', 'NARROWS: no longer open to tokens with JOBS_READ'],
    ],
    ['[[JOBS_READ], [JOBS_WRITE]]', '[[JOBS_WRITE], [JOBS_READ]]', []],
  ])('tells what a change from %s to %s means', (before, after, told) => {
    expect(changes(before, after)).toEqual(told);
  });
});

describe('an explanation', () => {
  const explain = (viewer: SignedIn, text: string) =>
    explainAccess({
      ...library,
      sdl: indexSdl([{ name: 'library.graphql', text: guarded }]),
      shapes: new Map(),
      viewer: { name: 'ada', viewer, accountId: 'ada' },
      coordinate: findCoordinate(library.schema, library.policy, text),
      trail: null,
    });

  test('names the directive, and what the token lacks', () => {
    expect(explain(token('JOBS_READ'), 'Shelf.books').verdict).toMatchObject({
      outcome: 'REFUSED',
      directive: '@requiresScopes(scopes: [[JOBS_READ, PERSONAS_READ]])',
      reason: 'Shelf.books needs JOBS_READ & PERSONAS_READ; ada has a narrow token with JOBS_READ',
    });
    expect(explain(token('JOBS_READ'), 'Query.shelves').verdict).toMatchObject({
      outcome: 'ALLOWED',
      directive: '@requiresScopes(scopes: [[JOBS_READ]])',
    });
    expect(explain(token('JOBS_READ'), 'Query.me').verdict).toMatchObject({
      outcome: 'REFUSED',
      directive: 'silence means: no narrow token',
      reason: "Query.me needs a session of the owner's own; ada has a narrow token with JOBS_READ",
    });
    expect(explain(session, 'Query.me').verdict.outcome).toBe('ALLOWED');
  });

  test('names the standing where it is that which the token’s owner lacks', () => {
    const viewer = { ...token('JOBS_READ'), roles: new Set(['SIGNED_IN'] as const) };
    expect(explain(viewer, 'Query.shelves').verdict).toMatchObject({
      outcome: 'REFUSED',
      directive: 'silence means: signed in',
    });
  });
});
