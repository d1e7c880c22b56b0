import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldPolicy, Policy } from '#authorization/policy.ts';
import { compile, librarySdl, withRoles } from './library.ts';

const fieldOf = (policy: Policy, coordinate: string): FieldPolicy => {
  const field = policy.fields.get(coordinate);
  if (!field) throw new Error(`No policy for ${coordinate}`);
  return field;
};
const requires = (sdl: string, coordinate: string): readonly string[] => [
  ...fieldOf(compile(sdl).policy, coordinate).requires,
];
const implied = (sdl: string, ...coordinates: readonly string[]): readonly boolean[] => {
  const { policy } = compile(sdl);
  return coordinates.map((coordinate) => policy.isImplied(coordinate));
};

describe('what a field requires', () => {
  test('is a signed-in viewer where nothing is said', () => {
    expect(requires('type Query { a: String }', 'Query.a')).toEqual(['USER']);
  });

  test('is nothing where the field is public, and the reason is kept', () => {
    const { policy } = compile('type Query { a: String @public(reason: "a notice") b: String }');
    expect([...fieldOf(policy, 'Query.a').requires]).toEqual([]);
    expect(fieldOf(policy, 'Query.a').publicReason).toBe('a notice');
    expect(fieldOf(policy, 'Query.b').publicReason).toBeNull();
  });

  test('is nothing where the type is public and the field adds nothing', () => {
    expect(requires('type Query { n: N } type N @public(reason: "x") { a: String }', 'N.a')).toEqual([]);
  });

  test('is what type and field ask for together: a field only ever adds', () => {
    const sdl = 'type Query { n: N } type N @auth(requires: SUPPORT) { a: String b: String @auth(requires: ADMIN) }';
    expect(requires(sdl, 'N.a')).toEqual(['USER', 'SUPPORT']);
    expect(requires(sdl, 'N.b')).toEqual(['USER', 'SUPPORT', 'ADMIN']);
  });

  test('stays what a guard asks for, though a type or a field be public', () => {
    const sdl = `
      type Query { n: N m: M }
      type N @public(reason: "x") { a: String @auth(requires: ADMIN) }
      type M @auth { a: String @public(reason: "x") }`;
    expect(requires(sdl, 'N.a')).toEqual(['USER', 'ADMIN']);
    expect(requires(sdl, 'M.a')).toEqual(['USER']);
  });

  test('is USER for @auth without a role', () => {
    expect(requires('type Query { a: String @auth }', 'Query.a')).toEqual(['USER']);
  });

  test('is no more than being signed in for @beforePasswordChange, of a type or of a field', () => {
    const sdl = 'type Query { a: String @beforePasswordChange n: N } type N @beforePasswordChange { b: String }';
    expect(requires(sdl, 'Query.a')).toEqual(['SIGNED_IN']);
    expect(requires(sdl, 'N.b')).toEqual(['SIGNED_IN']);
  });

  test('is compiled for every field of every object type but internal ones', () => {
    const { policy } = compile(
      'type Query { a: N } type N { b: String c: [N!] } type Log @internal @owner(via: "id", key: "id") { id: ID! }',
    );
    expect([...policy.fields.keys()].toSorted()).toEqual(['N.b', 'N.c', 'Query.a']);
    expect([...policy.internal]).toEqual(['Log']);
    expect(policy.owned.get('Log')?.key).toBe('id');
  });
});

describe('roles', () => {
  const lattice = (roles?: string): Record<string, readonly string[]> =>
    Object.fromEntries(
      [...compile('type Query { a: String }', roles ? withRoles(roles) : undefined).policy.impliedRoles].map(
        ([role, all]) => [role, [...all].toSorted()],
      ),
    );

  test('include being signed in, what they imply, and what that implies', () => {
    expect(lattice()).toEqual({
      USER: ['SIGNED_IN', 'USER'],
      SUPPORT: ['SIGNED_IN', 'SUPPORT', 'USER'],
      ADMIN: ['ADMIN', 'SIGNED_IN', 'SUPPORT', 'USER'],
    });
  });

  test('that imply by two ways are expanded once', () => {
    expect(lattice('USER SUPPORT @implies(roles: [USER]) ADMIN @implies(roles: [USER, SUPPORT])')['ADMIN']).toEqual([
      'ADMIN',
      'SIGNED_IN',
      'SUPPORT',
      'USER',
    ]);
  });

  test('that imply each other end', () => {
    expect(lattice('USER SUPPORT @implies(roles: [ADMIN]) ADMIN @implies(roles: [SUPPORT])')).toEqual({
      USER: ['SIGNED_IN', 'USER'],
      SUPPORT: ['ADMIN', 'SIGNED_IN', 'SUPPORT'],
      ADMIN: ['ADMIN', 'SIGNED_IN', 'SUPPORT'],
    });
  });
});

describe('ownership', () => {
  const { policy } = compile(librarySdl);

  test('is read with its path, its key and what owners may do', () => {
    expect(policy.owned.get('Book')).toEqual({
      type: 'Book',
      via: ['shelf', 'reader'],
      key: 'ownerId',
      operations: new Set(['READ', 'CREATE', 'UPDATE', 'DELETE']),
    });
    expect(policy.owned.get('Reader')?.operations).toEqual(new Set(['READ']));
    expect([...policy.owned.keys()]).toEqual(['Reader', 'Shelf', 'Book']);
  });

  test('of shared types is none, and the edges to them are kept', () => {
    expect(policy.shared.get('Genre')).toEqual({ type: 'Genre', reason: 'shared', reachedFrom: ['Book.genre'] });
  });

  test('leaves other logins what the grants say, added up', () => {
    const twice = compile(
      'type Query { a: String } type T @internal @grants(login: SYSTEM, operations: [READ]) @grants(login: STAFF, operations: [READ]) @grants(login: SYSTEM, operations: [CREATE]) { id: ID! }',
    );
    expect(twice.policy.grants.get('T')).toEqual(
      new Map([
        ['STAFF', new Set(['READ'])],
        ['SYSTEM', new Set(['READ', 'CREATE'])],
      ]),
    );
  });

  test('is known behind edges, lists, unions and interfaces alike', () => {
    const { policy: wider } = compile(`${librarySdl}
      extend type Query { found: [Found!]! named: [Named] genre: Genre }
      union Found = Genre | Book
      interface Named { id: ID! }
      type Room implements Named @owner(via: "reader") { id: ID! }`);
    expect(fieldOf(wider, 'Query.shelves').yieldsOwned).toEqual(['Shelf']);
    expect(fieldOf(wider, 'Query.found').yieldsOwned).toEqual(['Book']);
    expect(fieldOf(wider, 'Query.found').yields).toEqual(['Genre', 'Book']);
    expect(fieldOf(wider, 'Query.named').yieldsOwned).toEqual(['Room']);
    expect(fieldOf(wider, 'Query.genre').yieldsOwned).toEqual([]);
  });
});

describe('references', () => {
  const referencesOf = (sdl: string, coordinate: string) =>
    fieldOf(compile(sdl).policy, coordinate).references.map(
      ({ path, to, access, each }) => `${path.join('.')} ${access} ${to}${each ? ', each' : ''}`,
    );

  test('are found in arguments and in inputs, with what is meant to be done', () => {
    expect(referencesOf(librarySdl, 'Query.shelf')).toEqual(['id READ Shelf']);
    expect(referencesOf(librarySdl, 'Mutation.removeShelf')).toEqual(['id DELETE Shelf']);
    expect(referencesOf(librarySdl, 'Mutation.moveBook')).toEqual([
      'input.bookId UPDATE Book',
      'input.shelfId UPDATE Shelf',
    ]);
  });

  test('are found in lists of ids and in lists of inputs within inputs', () => {
    const sdl = `
      type Query { sort(ids: [ID!]! @refers(to: "Book"), plan: [[Plan!]!]): String }
      input Plan { rows: [Row!]! }
      input Row { shelfId: ID @refers(to: "Shelf") name: String note: ID @opaqueId(reason: "free") }`;
    expect(referencesOf(sdl, 'Query.sort')).toEqual(['ids READ Book', 'plan.rows.shelfId READ Shelf']);
  });

  test('of which each may stand for itself', () => {
    const sdl = `type Query { a: Int } type Mutation { drop(ids: [ID!]! @refers(to: "Book", access: DELETE, each: true)): Int }`;
    expect(referencesOf(sdl, 'Mutation.drop')).toEqual(['ids DELETE Book, each']);
  });

  test('of an input that holds itself are found once', () => {
    const sdl = `
      type Query { find(where: Where): String }
      input Where { and: [Where!] shelfId: ID @refers(to: "Shelf") }`;
    expect(referencesOf(sdl, 'Query.find')).toEqual(['where.shelfId READ Shelf']);
  });
});

describe('a mutation', () => {
  test('runs on the login it names, else as the viewer, and says whether it signs in', () => {
    const { policy } = compile(`
      type Query { a: String }
      type Mutation { enter: String @public(reason: "sign-in") @signsIn @runsAs(login: IDENTITY) change: String }`);
    expect(fieldOf(policy, 'Mutation.enter')).toMatchObject({ runsAs: 'IDENTITY', signsIn: true });
    expect(fieldOf(policy, 'Mutation.change')).toMatchObject({ runsAs: 'APP', signsIn: false });
  });
});

describe('a guard is implied by the way to it', () => {
  test('never at a root, for nothing leads there', () => {
    expect(implied(librarySdl, 'Query.shelves', 'Mutation.moveBook')).toEqual([false, false]);
  });

  test('below edges that ask as much', () => {
    expect(implied(librarySdl, 'Shelf.title', 'Shelf.books', 'Book.shelf', 'Genre.name')).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('for public fields, since they ask for nothing', () => {
    expect(
      implied('type Query { n: N @public(reason: "x") } type N @public(reason: "x") { a: String }', 'N.a'),
    ).toEqual([true]);
  });

  test('not below a public edge', () => {
    expect(implied('type Query { n: N @public(reason: "x") } type N { a: String }', 'N.a')).toEqual([false]);
  });

  test('not where a second edge asks for less, however strong the first', () => {
    const sdl = 'type Query { n: N @auth(requires: ADMIN) ALSO } type N { a: String @auth(requires: ADMIN) b: String }';
    expect(implied(sdl.replace('ALSO', ''), 'N.a', 'N.b')).toEqual([true, true]);
    expect(implied(sdl.replace('ALSO', 'm: N'), 'N.a', 'N.b')).toEqual([false, true]);
  });

  test('through connections: what the list asks for holds for edges and nodes', () => {
    const sdl = `
      type Query { all: Connection @auth(requires: ADMIN) }
      type Connection { edges: [Edge!]! nodes: [N!]! totalCount: Int! }
      type Edge { node: N! cursor: String! }
      type N { a: String @auth(requires: ADMIN) }`;
    expect(implied(sdl, 'Connection.totalCount', 'Edge.cursor', 'N.a')).toEqual([true, true, true]);
  });

  test('around a cycle only as far as the way into it asks', () => {
    const sdl = (entry: string): string => `
      type Query { a: A ${entry} }
      type A { b: B x: String @auth(requires: ADMIN) }
      type B { a: A @auth(requires: ADMIN) y: String @auth(requires: ADMIN) }`;
    expect(implied(sdl('@auth(requires: ADMIN)'), 'A.x', 'B.y')).toEqual([true, true]);
    expect(implied(sdl(''), 'A.x', 'B.y', 'A.b')).toEqual([false, false, true]);
  });

  test('for each member of a union by the weakest edge to it', () => {
    const sdl = (edge: string): string => `
      type Query { any: U @auth(requires: ADMIN) ${edge} }
      union U = A | B
      type A { x: String @auth(requires: ADMIN) }
      type B { y: String @auth(requires: ADMIN) }`;
    expect(implied(sdl(''), 'A.x', 'B.y')).toEqual([true, true]);
    expect(implied(sdl('b: B'), 'A.x', 'B.y')).toEqual([true, false]);
  });

  test('for each implementation of an interface, whose edge may be the weaker one', () => {
    const sdl = (edge: string): string => `
      type Query { a: A @auth(requires: ADMIN) ${edge} }
      interface Node { id: String }
      type A implements Node { id: String x: String @auth(requires: ADMIN) }`;
    expect(implied(sdl(''), 'A.x')).toEqual([true]);
    expect(implied(sdl('node: Node'), 'A.x')).toEqual([false]);
  });

  test('not by a guard of the type alone: the edges must carry it', () => {
    const sdl = 'type Query { n: N } type N @auth(requires: ADMIN) { a: String }';
    expect(implied(sdl, 'N.a')).toEqual([false]);
  });

  test('for nothing the schema does not have', () => {
    expect(implied(librarySdl, 'Shelf.nothing', 'Nothing.title')).toEqual([false, false]);
  });
});

describe('pruning', () => {
  const guards = ['', '@auth', '@auth(requires: SUPPORT)', '@auth(requires: ADMIN)', '@public(reason: "x")'] as const;
  const names = ['A', 'B', 'C', 'D'] as const;
  const edge = fc.record({
    from: fc.constantFrom('Query', ...names),
    to: fc.constantFrom(...names, 'Any', 'Node'),
    guard: fc.constantFrom(...guards),
  });
  const members = { Any: ['A', 'B'], Node: ['C', 'D'] } as const;
  const membersOf = (to: string): readonly string[] => (to === 'Any' || to === 'Node' ? members[to] : [to]);

  const sdlOf = (edges: readonly Edge[]): string => {
    const fields = (from: string): string =>
      edges.map((each, at) => (each.from === from ? `e${at}: ${each.to} ${each.guard}` : '')).join(' ');
    const type = (name: string, implementing = ''): string =>
      `type ${name} ${implementing} { ${fields(name)} id: ID leaf: String @auth(requires: ADMIN) }`;
    return `type Query { ok: String ${fields('Query')} } union Any = A | B interface Node { id: ID }
      ${type('A')} ${type('B')} ${type('C', 'implements Node')} ${type('D', 'implements Node')}`;
  };

  // Every simple way from a root, with all that is demanded on it; a detour around a cycle only ever demands more.
  const demandedOnEveryWay = (
    edges: readonly Edge[],
    policy: Policy,
  ): ReadonlyMap<string, readonly ReadonlySet<string>[]> => {
    const ways = new Map<string, ReadonlySet<string>[]>();
    const walk = (type: string, demanded: ReadonlySet<string>, passed: readonly string[]): void => {
      ways.set(type, [...(ways.get(type) ?? []), demanded]);
      edges.forEach((each, at) => {
        if (each.from !== type) return;
        const next = demanded.union(fieldOf(policy, `${type}.e${at}`).requires);
        for (const member of membersOf(each.to)) if (!passed.includes(member)) walk(member, next, [...passed, member]);
      });
    };
    walk('Query', new Set(), []);
    return ways;
  };

  const isExact = (edges: readonly Edge[]): boolean => {
    const { policy } = compile(sdlOf(edges));
    const ways = demandedOnEveryWay(edges, policy);
    return [...policy.fields.values()].every(({ coordinate, requires: needed }) => {
      const all = ways.get(coordinate.split('.')[0] ?? '');
      return !all || policy.isImplied(coordinate) === all.every((demanded) => needed.isSubsetOf(demanded));
    });
  };

  test('leaves a guard out exactly where every way there has demanded the same', () => {
    const someEdges = fc.array(edge, { minLength: 1, maxLength: 9 });
    expect(() => fc.assert(fc.property(someEdges, isExact), { numRuns: 150, seed: 7 })).not.toThrow();
  });

  interface Edge {
    readonly from: string;
    readonly to: string;
    readonly guard: string;
  }
});
