import { describe, expect, test } from 'vitest';
import { checkPolicy } from '#authorization/check-policy.ts';
import { entityShapes, type EntityShapes } from '#authorization/entity-shapes.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { compile, faultsOf, librarySdl, libraryWith, Loan, Notice, shapesOf, withRoles } from './library.ts';

const library = shapesOf();
const faults = (sdl: string, shapes: EntityShapes = library): readonly string[] => faultsOf(compile(sdl), shapes);

describe('a sound schema', () => {
  test('has no fault in the small', () => {
    expect(faults(librarySdl)).toEqual([]);
  });

  test('is what the product serves', () => {
    const { source, policy } = compileSchema();
    expect(faultsOf({ schema: source, policy }, entityShapes(tableMetadata(), 'User'))).toEqual([]);
  });
});

describe('boot is stopped', () => {
  test('with all faults at once', () => {
    const sdl = libraryWith(
      'type Genre @ownerless',
      'type Genre @grants(login: STAFF, operations: []) @ownerless',
      'extend type Query { genre: Genre }',
    );
    const { schema, policy } = compile(sdl);
    expect(() => checkPolicy(schema, policy, library)).toThrow(
      [
        'The access policy does not hold:',
        '  - Query.genre: yields Genre, which is shared; write "Query.genre" into its @ownerless(reachedFrom:)',
        '  - Genre: @grants(login: STAFF, operations: []) grants nothing; remove it',
      ].join('\n'),
    );
  });

  test('by a field without an effective policy', () => {
    const { schema, policy } = compile(librarySdl);
    const fields = new Map(policy.fields);
    fields.delete('Shelf.title');
    expect(faultsOf({ schema, policy: { ...policy, fields } }, library)).toEqual(['Shelf.title: no effective policy']);
  });

  test('by a public root whose type is silent', () => {
    const notice = 'extend type Query { notice: Sign @public(reason: "for all") }';
    expect(faults(`${librarySdl} ${notice} type Sign { text: String }`)).toEqual([
      'Query.notice: is public, but Sign says nothing and would be refused; write @public(reason: …) on it',
    ]);
    expect(faults(`${librarySdl} ${notice} type Sign @public(reason: "for all") { text: String }`)).toEqual([]);
    expect(faults(`${librarySdl} ${notice} type Sign { text: String @public(reason: "for all") }`)).toEqual([]);
  });

  test('by a public root with a silent member in its union', () => {
    const sdl = 'extend type Mutation { enter: Result @public(reason: "x") } union Result = Good | Bad';
    expect(faults(`${librarySdl} ${sdl} type Good @public(reason: "x") { a: String } type Bad { b: String }`)).toEqual([
      'Mutation.enter: is public, but Bad says nothing and would be refused; write @public(reason: …) on it',
    ]);
  });

  test('by a table that says neither whose it is nor that it is shared', () => {
    expect(faults(libraryWith('type Book @owner(via: "shelf.reader")', 'type Book'))).toEqual([
      'Mutation.moveBook(input.bookId:): UPDATE on Book is not allowed to APP; allow it there or ask for less',
      'Book: a table that says neither whose it is nor that it is shared; write @owner(via: …) or @ownerless(…)',
      'Book.shelf: non-null, but the Shelf may be hidden; write shelf: Shelf',
    ]);
  });

  test('by a table without a type', () => {
    expect(faults(librarySdl, shapesOf(Notice))).toEqual([
      'Notice: a table without a type; write type Notice @internal @owner(via: …)',
    ]);
  });

  test('by ownership of what is no table, and by both kinds of it at once', () => {
    expect(
      faults(
        `${librarySdl} extend type Query { x: X } type X @ownerless(reason: "x", reachedFrom: ["Query.x"]) { a: String }`,
      ),
    ).toEqual(['X: @owner and @ownerless belong to tables; remove it']);
    expect(
      faults(
        libraryWith(
          'type Book @owner',
          'type Book @ownerless(reason: "x", reachedFrom: ["Shelf.books", "Mutation.moveBook"]) @owner',
        ),
      ),
    ).toEqual(['Book: @owner and @ownerless contradict each other; keep one']);
  });

  test('by an owner who may do nothing', () => {
    expect(faults(libraryWith('key: "id", operations: [READ]', 'key: "id", operations: []'))).toEqual([
      'Reader: @owner(operations: []) allows nothing; name one',
    ]);
  });

  test('by an edge to a shared type that is not named, and by a name that is no such edge', () => {
    expect(faults(`${librarySdl} extend type Shelf { genres: [Genre!]! }`)).toEqual([
      'Shelf.genres: yields Genre, which is shared; write "Shelf.genres" into its @ownerless(reachedFrom:)',
    ]);
    expect(faults(libraryWith('["Book.genre"]', '["Book.genre", "Book.kind", "Book.shelf"]'))).toEqual([
      'Genre: reachedFrom names Book.kind, which does not yield it; correct or remove it',
      'Genre: reachedFrom names Book.shelf, which does not yield it; correct or remove it',
    ]);
  });

  test('by an edge that yields a shared type through a union', () => {
    expect(faults(`${librarySdl} extend type Query { found: Found } union Found = Genre | Book`)).toEqual([
      'Query.found: yields Genre, which is shared; write "Query.found" into its @ownerless(reachedFrom:)',
    ]);
  });

  test('by an id that names nothing, and by one that names two things', () => {
    expect(faults(libraryWith('id: ID! @refers(to: "Shelf")', 'id: ID!'))).toEqual([
      'Query.shelf(id:): an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)',
    ]);
    expect(faults(libraryWith('bookId: ID! @refers', 'bookId: ID! @opaqueId(reason: "x") @refers'))).toEqual([
      'MoveBookInput.bookId: an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)',
    ]);
    expect(faults(`${librarySdl} extend type Query { sort(ids: [[ID!]!]): String }`)).toEqual([
      'Query.sort(ids:): an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)',
    ]);
    expect(
      faults(libraryWith('bookId: ID! @refers(to: "Book", access: UPDATE)', 'bookId: ID! @opaqueId(reason: "x")')),
    ).toEqual([]);
  });

  test('by a reference whose value is no id', () => {
    expect(faults(`${librarySdl} extend type Query { by(name: String @refers(to: "Shelf")): String }`)).toEqual([
      'Query.by(name:): @refers is for ids; make its type ID',
    ]);
  });

  test('by a reference to no table, or for more than may be done there', () => {
    expect(faults(libraryWith('bookId: ID! @refers(to: "Book"', 'bookId: ID! @refers(to: "Page"'))).toEqual([
      'Mutation.moveBook(input.bookId:): @refers(to: "Page") names no table; correct it',
    ]);
    expect(
      faults(`${librarySdl} extend type Mutation { close(id: ID! @refers(to: "Reader", access: DELETE)): String }`),
    ).toEqual(['Mutation.close(id:): DELETE on Reader is not allowed to APP; allow it there or ask for less']);
    expect(
      faults(
        `${librarySdl} extend type Mutation { close(id: ID! @refers(to: "Reader")): String @runsAs(login: IDENTITY) }`,
      ),
    ).toEqual(['Mutation.close(id:): READ on Reader is not allowed to IDENTITY; allow it there or ask for less']);
    expect(
      faults(
        libraryWith(
          'type Reader @owner',
          'type Reader @grants(login: IDENTITY, operations: [READ]) @owner',
          'extend type Mutation { close(id: ID! @refers(to: "Reader")): String @runsAs(login: IDENTITY) }',
        ),
      ),
    ).toEqual([]);
  });

  test('by an owner taken from a client', () => {
    expect(faults(libraryWith('input MoveBookInput {', 'input MoveBookInput { ownerId: String'))).toEqual([
      'MoveBookInput.ownerId: an owner is never taken from a client; remove it',
    ]);
    expect(faults(`${librarySdl} extend type Query { of(ownerId: String): String }`)).toEqual([
      'Query.of(ownerId:): an owner is never taken from a client; remove it',
    ]);
  });

  test('by an input that holds itself and ids, whose depth has no end', () => {
    const sdl = 'extend type Query { find(where: Where): String } input Where { all: [Where!] in: Place }';
    expect(faults(`${librarySdl} ${sdl} input Place { shelf: ID @refers(to: "Shelf") }`)).toEqual([
      'Where: holds itself and ids, which are looked up to a fixed depth; name each level as a type of its own',
    ]);
    expect(faults(`${librarySdl} ${sdl} input Place { shelf: String }`)).toEqual([]);
  });

  test('by rules on interfaces and unions, which nobody would read', () => {
    const sdl = (onUnion: string, onInterface: string, onField: string): string => `${librarySdl}
      extend type Query { any: Any named: Named }
      union Any ${onUnion} = Shelf | Book
      interface Named ${onInterface} { title: String! ${onField} }
      extend type Shelf implements Named`;
    // GraphQL itself refuses the first two for as long as the directives are defined for object types alone.
    expect(() => compile(sdl('@auth', '', ''))).toThrow('Directive "@auth" may not be used on UNION.');
    expect(() => compile(sdl('', '@auth', ''))).toThrow('Directive "@auth" may not be used on INTERFACE.');
    const loose = (language: string): string => language.replaceAll(' on OBJECT', ' on OBJECT | UNION | INTERFACE');
    const told = faultsOf(
      compile(sdl('@auth @internal', '@public(reason: "x")', '@auth(requires: ADMIN)'), loose),
      library,
    );
    expect(told).toEqual([
      'Any: @auth on an abstract type is ignored; write it on each member',
      'Any: @internal on an abstract type is ignored; write it on each member',
      'Named: @public on an abstract type is ignored; write it on each member',
      "Named.title: @auth on an interface's field is ignored; write it on each implementation",
    ]);
    expect(faults(sdl('', '', ''))).toEqual([]);
  });

  test('by a misspelt directive or argument, which would be no rule at all', () => {
    expect(() => compile(`${librarySdl} extend type Query { x: Int @atuh }`)).toThrow('Unknown directive "@atuh".');
    expect(() => compile(`${librarySdl} extend type Query { x: Int @auth(role: ADMIN) }`)).toThrow(
      'Unknown argument "role" on directive "@auth".',
    );
  });

  test('by @public where @auth holds too', () => {
    expect(faults(`${librarySdl} extend type Query { x: Int @public(reason: "x") @auth }`)).toEqual([
      'Query.x: @public opens nothing where @auth holds too, here or on Query; keep one',
    ]);
    const inside =
      'extend type Query { s: Sign } type Sign @auth(requires: ADMIN) { text: String @public(reason: "x") }';
    expect(faults(`${librarySdl} ${inside}`)).toEqual([
      'Sign.text: @public opens nothing where @auth holds too, here or on Sign; keep one',
    ]);
    const both = 'extend type Query { s: Sign } type Sign @auth @public(reason: "x") { text: String }';
    expect(faults(`${librarySdl} ${both}`)).toEqual(['Sign: @public and @auth contradict each other; keep one']);
  });

  test('by a type that nothing yields, unless it is internal', () => {
    expect(faults(`${librarySdl} type Lost { text: String }`)).toEqual([
      'Lost: nothing yields it; write @internal, or a field that does',
    ]);
    expect(faults(`${librarySdl} type Lost @internal { text: String }`)).toEqual([]);
  });

  test('by an edge that yields what is internal', () => {
    expect(faults(libraryWith('type Book @owner', 'type Book @internal @owner'))).toEqual([
      'Mutation.moveBook: yields the internal Book; remove the field or @internal',
      'Shelf.books: yields the internal Book; remove the field or @internal',
      'Genre: reachedFrom names Book.genre, which does not yield it; correct or remove it',
    ]);
  });

  test('by ids that stand for themselves where no answer could tell of them', () => {
    const drop = (root: string, args: string, result: string): readonly string[] =>
      faults(`${librarySdl} extend type ${root} { drop(${args}): ${result} } type Dropped { succeeded: Int failed: Int }
        extend type Query { dropped: Dropped }`);
    const ids = 'ids: [ID!]! @refers(to: "Book", access: UPDATE, each: true)';
    const fault =
      '(ids:): @refers(each: true) is for the one list of ids of a mutation that yields `failed`; remove it';
    expect(drop('Mutation', ids, 'Dropped')).toEqual([]);
    expect(drop('Query', ids, 'Dropped')).toEqual([`Query.drop${fault}`]);
    expect(drop('Mutation', ids, 'Book')).toEqual([`Mutation.drop${fault}`]);
    expect(drop('Mutation', ids.replace('[ID!]!', 'ID!'), 'Dropped')).toEqual([`Mutation.drop${fault}`]);
    expect(drop('Mutation', `${ids} on: ID @refers(to: "Shelf")`, 'Dropped')).toEqual([`Mutation.drop${fault}`]);
  });

  test('by grants on what is no table, of nothing, or to the viewers themselves', () => {
    const grants = (on: string): readonly string[] =>
      faults(libraryWith('type Shelf @owner', `type Shelf ${on} @owner`));
    expect(
      faults(
        `${librarySdl} extend type Query { s: Sign } type Sign @grants(login: STAFF, operations: [READ]) { text: String }`,
      ),
    ).toEqual(['Sign: @grants belongs to tables; remove it']);
    expect(grants('@grants(login: STAFF, operations: [])')).toEqual([
      'Shelf: @grants(login: STAFF, operations: []) grants nothing; remove it',
    ]);
    expect(grants('@grants(login: APP, operations: [READ])')).toEqual([
      'Shelf: @grants(login: APP) would open the rows of all to each viewer; write @owner(operations: …)',
    ]);
  });

  test('by @signsIn and @runsAs where nobody reads them', () => {
    expect(faults(`${librarySdl} extend type Shelf { x: Int @runsAs(login: SYSTEM) }`)).toEqual([
      'Shelf.x: @runsAs is read on queries and mutations alone; remove it',
    ]);
    expect(faults(`${librarySdl} extend type Query { x: Int @signsIn @runsAs(login: IDENTITY) }`)).toEqual([
      'Query.x: @signsIn is read on mutations alone; remove it',
    ]);
  });

  test('by a subscription whose events may have no row to show', () => {
    expect(faults(`${librarySdl} type Subscription { added(shelf: ID! @refers(to: "Shelf")): Book! }`)).toEqual([
      'Subscription.added: non-null, but the Book may be hidden; write added: Book',
    ]);
    expect(faults(`${librarySdl} type Subscription { added(shelf: ID!): Book }`)).toEqual([
      'Subscription.added(shelf:): an id that names nothing or two things; write one of @refers(to: …) and @opaqueId(reason: …)',
    ]);
    expect(faults(`${librarySdl} type Subscription { added(shelf: ID! @refers(to: "Shelf")): Book }`)).toEqual([]);
  });

  test('by roles that do not form a ladder on which every account stands', () => {
    const roleFaults = (roles: string): readonly string[] => faultsOf(compile(librarySdl, withRoles(roles)), library);
    expect(roleFaults('USER SUPPORT ADMIN @implies(roles: [USER])')).toEqual([
      'Role.SUPPORT: does not include USER; write @implies(roles: [USER])',
    ]);
    expect(roleFaults('USER SUPPORT @implies(roles: [USER, ADMIN]) ADMIN @implies(roles: [SUPPORT])')).toEqual([
      'Role.SUPPORT: implies ADMIN, which implies it; take one away',
      'Role.ADMIN: implies SUPPORT, which implies it; take one away',
    ]);
    expect(
      roleFaults('USER SUPPORT @implies(roles: [USER]) ADMIN @implies(roles: [USER]) BOSS @implies(roles: [ADMIN])'),
    ).toEqual(['Role.BOSS: no viewer has this role; remove it']);
    expect(roleFaults('USER ADMIN @implies(roles: [USER])')).toEqual([
      'Role: lacks one of USER, SUPPORT, ADMIN; add it',
      'Role.SUPPORT: does not include USER; write @implies(roles: [USER])',
    ]);
  });
});

describe('an edge to a row that may be hidden', () => {
  const edge = (field: string, more = ''): readonly string[] => faults(`${librarySdl} ${field} ${more}`);

  test('must be nullable at a root', () => {
    expect(edge('extend type Query { first: Shelf! }')).toEqual([
      'Query.first: non-null, but the Shelf may be hidden; write first: Shelf',
    ]);
  });

  test('must be nullable where it is computed', () => {
    expect(edge('extend type Shelf { best: Book! }')).toEqual([
      'Shelf.best: non-null, but the Book may be hidden; write best: Book',
    ]);
  });

  test('must be nullable where a union may yield it', () => {
    expect(edge('extend type Mutation { add: Result! } union Result = Done | Book type Done { ok: Boolean }')).toEqual([
      'Mutation.add: non-null, but the Book may be hidden; write add: Result',
    ]);
  });

  test('may be non-null in a list and in a connection, which are filtered before they are cut', () => {
    const connection = 'type ShelfConnection { edges: [ShelfEdge!]! nodes: [Shelf!]! } type ShelfEdge { node: Shelf! }';
    expect(edge('extend type Query { all: ShelfConnection }', connection)).toEqual([]);
  });

  test('may be non-null where a key that holds the owner proves the row, and only there', () => {
    const loan = (fields: string): readonly string[] =>
      faults(
        `${librarySdl} extend type Query { loan: Loan } type Loan @owner(via: "reader") { ${fields} }`,
        shapesOf(Loan),
      ).filter((fault) => fault.includes('non-null'));
    expect(loan('reader: Reader!')).toEqual([]);
    expect(loan('book: Book!')).toEqual(['Loan.book: non-null, but the Book may be hidden; write book: Book']);
    expect(loan('lender: Reader!')).toEqual([
      'Loan.lender: non-null, but the Reader may be hidden; write lender: Reader',
    ]);
  });

  test('must be nullable where the key leads from a shared row, which others see too', () => {
    const notice =
      'type Notice @ownerless(reason: "for all", reachedFrom: ["Query.notice"]) { text: String! about: Shelf! }';
    expect(faults(`${librarySdl} extend type Query { notice: Notice } ${notice}`, shapesOf(Notice))).toEqual([
      'Notice.about: non-null, but the Shelf may be hidden; write about: Shelf',
    ]);
  });
});

describe('the path to the owner', () => {
  const via = (path: string, key = ''): readonly string[] =>
    faults(libraryWith('type Book @owner(via: "shelf.reader")', `type Book @owner(via: "${path}"${key})`));

  test('must be made of relations', () => {
    expect(via('shelf.title')).toEqual([
      'Book: @owner(via: "shelf.title") breaks at Shelf.title, no relation; correct it',
    ]);
    expect(via('place.reader')).toEqual([
      'Book: @owner(via: "place.reader") breaks at Book.place, no relation; correct it',
    ]);
    expect(via('shelf.books')).toEqual([
      'Book: @owner(via: "shelf.books") breaks at Shelf.books, no relation; correct it',
    ]);
  });

  test('must end on the viewer', () => {
    expect(via('shelf')).toEqual(['Book: @owner(via: "shelf") ends on Shelf; it must end on Reader']);
    expect(via('genre')).toEqual(['Book: @owner(via: "genre") ends on Genre; it must end on Reader']);
  });

  test('may not name the owner itself where there is a parent to prove it', () => {
    expect(via('ownerId')).toEqual(['Book: @owner(via: "ownerId") breaks at Book.ownerId, no relation; correct it']);
  });

  test('needs a column that repeats the owner', () => {
    expect(via('shelf.reader', ', key: "keeperId"')).toEqual([
      'Book: @owner(key: "keeperId") names no column of it; correct it',
    ]);
  });

  const loan = (owner: string): readonly string[] =>
    faults(`${librarySdl} type Loan @internal ${owner} { id: ID! }`, shapesOf(Loan));

  test('may not pass what may be null', () => {
    expect(loan('@owner(via: "book.shelf.reader")')[0]).toBe(
      'Loan: @owner(via: "book.shelf.reader") passes Loan.book, which may be null; make it non-null',
    );
  });

  test('is the only way to an account: another key to one would link any, and is checked without row security', () => {
    expect(loan('@owner(via: "reader")')).toEqual([
      'Loan.lender: a plain foreign key to Reader, by which any account could be linked; leave it out',
    ]);
  });
});
