import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessMatrix } from '#authorization/access-matrix.ts';
import { compareMatrices, type ChangeLabel } from '#authorization/compare-matrices.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import { withoutEach } from '../proof/sdl-mutants.ts';
import { compile, libraryWith, librarySdl, withRoles } from './library.ts';

const matrixOf = (sdl: string, tell?: (language: string) => string): string => {
  const { schema, policy } = compile(sdl, tell);
  return accessMatrix(schema, policy);
};

const library = matrixOf(librarySdl);

/** What a change of one passage of the library's SDL is labelled. */
const labelsOf = (passage: string, instead: string, more = ''): readonly string[] =>
  compareMatrices(library, matrixOf(libraryWith(passage, instead, more))).map(
    ({ label, coordinate, what }) => `${label} ${coordinate}: ${what}`,
  );

describe('a change that lets somebody do more', () => {
  test.each([
    ['a field is opened', 'me: Reader', 'me: Reader @public(reason: "r")', 'WIDENS Query.me: open to Anonymous'],
    [
      'a field comes, behind the rule of its type',
      'type Shelf @owner(via: "reader") { id: ID!',
      'type Shelf @owner(via: "reader") { id: ID! secret: String',
      'WIDENS Shelf.secret: open to USER, SUPPORT, ADMIN',
    ],
    [
      'a field comes for some',
      'me: Reader',
      'me: Reader audit: String @auth(requires: ADMIN)',
      'WIDENS Query.audit: open to ADMIN',
    ],
    [
      'an edge to owned rows comes',
      'me: Reader',
      'me: Reader books: [Book!]!',
      'WIDENS Query.books: open to USER, SUPPORT, ADMIN; yields Book',
    ],
    [
      'another login is granted something',
      'operations: [READ]) { name: String! }',
      'operations: [READ, DELETE]) { name: String! }',
      'WIDENS Genre: DELETE for SYSTEM',
    ],
    [
      'the owner may do more',
      '@owner(via: "id", key: "id", operations: [READ])',
      '@owner(via: "id", key: "id", operations: [READ, UPDATE])',
      'WIDENS Reader: UPDATE for APP',
    ],
    [
      'an id is looked up for more',
      'shelf(id: ID! @refers(to: "Shelf"))',
      'shelf(id: ID! @refers(to: "Shelf", access: DELETE))',
      'WIDENS Query.shelf(id:): names Shelf to DELETE',
    ],
    [
      'clients may send more',
      'input MoveBookInput {',
      'input MoveBookInput { note: String',
      'WIDENS MoveBookInput.note: accepted from clients',
    ],
    ['a field signs in', 'me: Reader', 'me: Reader @signsIn @public(reason: "r")', 'signs in'],
  ])('WIDENS: %s', (_what, ...[passage, instead, line]) => {
    // Where a way in opens, guards move behind it.
    const labels = labelsOf(passage, instead).filter((each) => !each.startsWith('MOVES'));
    expect(labels).toHaveLength(1);
    expect(labels[0]).toContain(line);
  });

  test('WIDENS: a look-up is lost, however else the argument is read', () => {
    expect(labelsOf('shelf(id: ID! @refers(to: "Shelf"))', 'shelf(id: ID! @opaqueId(reason: "r"))')).toEqual([
      'WIDENS Query.shelf(id:): lookup lost; own rows alone lost',
      'NARROWS Query.shelf(id:): no longer names Shelf to READ',
    ]);
  });

  test('WIDENS: rows that had an owner are shared, at the table, its edges and its look-ups', () => {
    const shared = '@ownerless(reason: "r", reachedFrom: ["Shelf.books", "Mutation.moveBook"])';
    const labels = labelsOf('type Book @owner(via: "shelf.reader")', `type Book ${shared}`);
    expect(labels).toContain('WIDENS Shelf.books: tripwire on Book lost');
    expect(labels).toContain('WIDENS Mutation.moveBook(input.bookId:): own rows alone lost');
    expect(labels.find((each) => each.startsWith('WIDENS Book:'))).toContain('own rows alone, by ownerId lost');
  });

  test('WIDENS and NARROWS: rows are told to be another owner’s by another key', () => {
    expect(labelsOf('type Shelf @owner(via: "reader")', 'type Shelf @owner(via: "reader", key: "lenderId")')).toEqual([
      'WIDENS Shelf: own rows alone, by ownerId lost',
      'NARROWS Shelf: own rows alone, by lenderId added',
    ]);
  });

  test('WIDENS: a role includes one more', () => {
    const sdl = libraryWith('me: Reader', 'me: Reader audit: String @auth(requires: ADMIN)');
    const roles = (support: string) =>
      withRoles(`USER SUPPORT @implies(roles: [${support}]) ADMIN @implies(roles: [SUPPORT])`);
    const changes = compareMatrices(matrixOf(sdl, roles('USER')), matrixOf(sdl, roles('USER, ADMIN')));
    expect(changes).toMatchObject([{ label: 'WIDENS', coordinate: 'Query.audit', what: 'open to SUPPORT' }]);
  });

  test('WIDENS: a role comes, once and not line by line', () => {
    const [header = '', ...rows] = library.split('\n');
    const withColumn = [
      header.replace('\trows', '\tGUEST\trows'),
      ...rows.map((row) => row.replace(/(\tyes)(\t(?!yes|-))/, '$1\tyes$2')),
    ];
    const cells = (row: string): string => row.replace(/^([A-Za-z]+(?:\.\w+)?(?:\(.*\))?\t\t\t\t)/, '$1\t');
    const after = withColumn.map((row) => (row.includes('\tyes') || row === header ? row : cells(row))).join('\n');
    expect(compareMatrices(library, after)).toMatchObject([
      {
        label: 'WIDENS',
        coordinate: 'Role.GUEST',
        what: expect.stringMatching(/^a new role, \d+ coordinates open to it$/),
      },
    ]);
  });
});

describe('a change that lets nobody do more', () => {
  test('NARROWS: a field is closed to some', () => {
    expect(labelsOf('me: Reader', 'me: Reader @auth(requires: SUPPORT)')).toContain(
      'NARROWS Query.me: no longer open to USER',
    );
  });

  test('NARROWS: a field goes, and says to whom', () => {
    expect(labelsOf('removeShelf(id: ID! @refers(to: "Shelf", access: DELETE)): Boolean!', '')).toEqual([
      'NARROWS Mutation.removeShelf: no longer open to USER, SUPPORT, ADMIN',
      'NARROWS Mutation.removeShelf(id:): no longer names Shelf to READ; no longer names Shelf to DELETE',
    ]);
  });

  test('MOVES: a field or argument has another name', () => {
    expect(labelsOf('title: String! books', 'label: String! books')).toEqual([
      'MOVES Shelf.label: renamed from Shelf.title',
    ]);
    expect(labelsOf('shelf(id: ID! @refers(to: "Shelf"))', 'aShelf(id: ID! @refers(to: "Shelf"))')).toEqual([
      'MOVES Query.aShelf: renamed from Query.shelf',
    ]);
    expect(labelsOf('shelf(id: ID!', 'shelf(shelfId: ID!')).toEqual([
      'MOVES Query.shelf(shelfId:): renamed from Query.shelf(id:)',
    ]);
  });

  test('is no rename where two went or came', () => {
    expect(labelsOf('title: String! books', 'label: String! note: String books')).toEqual([
      'WIDENS Shelf.label: open to USER, SUPPORT, ADMIN',
      'WIDENS Shelf.note: open to USER, SUPPORT, ADMIN',
      'NARROWS Shelf.title: no longer open to USER, SUPPORT, ADMIN',
    ]);
  });

  test('MOVES: another login, another place of the guard, other words, with the same verdicts', () => {
    expect(
      labelsOf(
        '@refers(to: "Shelf", access: DELETE)): Boolean!',
        '@refers(to: "Shelf", access: DELETE)): Boolean! @runsAs(login: IDENTITY)',
      ),
    ).toEqual(['MOVES Mutation.removeShelf: APP → IDENTITY', 'MOVES Mutation.removeShelf(id:): APP → IDENTITY']);
    expect(labelsOf('reason: "shared"', 'reason: "for all"')[0]).toMatch(
      /^MOVES Genre: shared: shared; .* → shared: for all; /,
    );
    const open = libraryWith('me: Reader', 'me: Reader @public(reason: "r")');
    const said = open.replace('@public(reason: "r")', '@public(reason: "s")');
    expect(compareMatrices(matrixOf(open), matrixOf(said))).toMatchObject([{ label: 'MOVES', coordinate: 'Query.me' }]);
  });
});

/** What a directive's going may be labelled beside MOVES; boot refuses most of it before anybody reads the label. */
const labelOfLoss: Readonly<Record<string, readonly ChangeLabel[]>> = {
  public: ['NARROWS'],
  signsIn: ['NARROWS'],
  runsAs: ['NARROWS'],
  stepUp: ['WIDENS'],
  rateLimit: ['WIDENS'],
  beforePasswordChange: [],
  auth: ['WIDENS'],
  // It closes what it stands at alone, and asks less where another stands as well.
  requiresScopes: ['WIDENS', 'NARROWS'],
  grants: ['NARROWS'],
  ownerless: ['NARROWS'],
  implies: ['NARROWS'],
  opaqueId: [],
  refers: ['WIDENS', 'NARROWS'],
  internal: ['WIDENS'],
  owner: ['WIDENS', 'NARROWS'],
};

describe("a directive taken away from the product's schema", () => {
  const definitions = typeDefinitions();
  const matrixOfProduct = (texts: readonly string[]): string => {
    const { source, policy } = compileSchema(texts);
    return accessMatrix(source, policy);
  };
  const product = matrixOfProduct(definitions);

  test.each(withoutEach(definitions))('is labelled for what it was: $what', ({ what, definitions: texts }) => {
    const labels = new Set(compareMatrices(product, matrixOfProduct(texts)).map(({ label }) => label));
    labels.delete('MOVES');
    const [, name = ''] = /@(\w+)/.exec(what) ?? [];
    const due = new Set(labelOfLoss[name]);
    expect(labels.isSubsetOf(due)).toBe(true);
    // Of an internal table without an owner nothing is left to guard, and nothing to reach.
    // Only staff's login reaches rows of others, by the ids of those fields that name any.
    const isLabelled = ['owner', 'requiresScopes'].includes(name)
      ? labels.size > 0
      : name === 'runsAs' || labels.size === due.size;
    expect(isLabelled).toBe(true);
  });
});

const part = fc.constantFrom('', ' @auth(requires: ADMIN)', ' @auth(requires: SUPPORT)', ' @public(reason: "r")');
const choices = fc.record({
  me: part,
  shelf: part,
  argument: fc.constantFrom(
    '',
    '(id: ID! @refers(to: "Shelf"))',
    '(id: ID! @refers(to: "Shelf", access: UPDATE))',
    '(shelfId: ID! @refers(to: "Genre"))',
  ),
  yields: fc.constantFrom('Shelf', 'Reader', 'Genre', 'String'),
  title: fc.constantFrom('', 'title: String', 'label: String', 'label: String note: String'),
  whose: fc.constantFrom(
    '@owner(via: "reader")',
    '@owner(via: "reader", operations: [READ])',
    '@owner(via: "reader", key: "otherId")',
    '@ownerless(reason: "r", reachedFrom: ["Query.shelf"])',
  ),
  grants: fc.constantFrom(
    '',
    '@grants(login: SYSTEM, operations: [READ])',
    '@grants(login: STAFF, operations: [READ, DELETE])',
  ),
  input: fc.constantFrom('', 'note: String', 'label: String extra: Int'),
});
const anyMatrix = choices.map((c) =>
  matrixOf(`
    type Query { me: Reader${c.me} shelf${c.argument}: ${c.yields}${c.shelf} put(input: Put): Int }
    type Reader @owner(via: "id", key: "id") { id: ID! }
    type Shelf ${c.whose} ${c.grants} { id: ID! ${c.title} }
    type Genre @ownerless(reason: "shared", reachedFrom: []) { name: String }
    input Put { at: Int ${c.input} }
  `),
);

const swapped: Readonly<Record<ChangeLabel, ChangeLabel>> = { WIDENS: 'NARROWS', NARROWS: 'WIDENS', MOVES: 'MOVES' };

describe('compareMatrices', () => {
  test('finds nothing between a matrix and itself', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        expect(compareMatrices(matrix, matrix)).toEqual([]);
      }),
    );
  });

  test('finds something between any two that differ', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (one, other) => {
        expect(compareMatrices(one, other).length > 0).toBe(one !== other);
      }),
    );
  });

  test('labels the way back the other way round', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (one, other) => {
        const count = (changes: ReturnType<typeof compareMatrices>, label: ChangeLabel): number =>
          changes.filter((change) => change.label === label).length;
        const [there, back] = [compareMatrices(one, other), compareMatrices(other, one)];
        for (const label of ['WIDENS', 'NARROWS', 'MOVES'] as const)
          expect(count(back, swapped[label])).toBe(count(there, label));
      }),
    );
  });

  test('never calls it anything but WIDENS where somebody is newly let in', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (one, other) => {
        const cells = (matrix: string): ReadonlyMap<string, readonly string[]> =>
          new Map(matrix.split('\n').map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(1, 5)]));
        const [before, after] = [cells(one), cells(other)];
        const changes = compareMatrices(one, other);
        const renames = changes.filter(({ what }) => what.startsWith('renamed'));
        const excused = new Set(renames.map(({ coordinate }) => coordinate));
        for (const [coordinate, verdicts] of after) {
          const isOpened = verdicts.some((verdict, at) => verdict === 'yes' && before.get(coordinate)?.[at] !== 'yes');
          if (!isOpened || excused.has(coordinate)) continue;
          expect(changes).toContainEqual(expect.objectContaining({ coordinate, label: 'WIDENS' }));
        }
      }),
    );
  });
});
