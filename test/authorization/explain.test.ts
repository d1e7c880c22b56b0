import { readFileSync } from 'node:fs';
import { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';
import { explainAccess } from '#authorization/explain-access.ts';
import { explanationLines, type AskedViewer, type Explanation } from '#authorization/explanation.ts';
import { findCoordinate, rowTypeAt } from '#authorization/find-coordinate.ts';
import { indexSdl } from '#authorization/sdl-directives.ts';
import { tableShapes } from '#authorization/table-shapes.ts';
import { traceOwner, type TracedRow } from '#authorization/trace-owner.ts';
import { anonymous, type Role } from '#authorization/viewer.ts';
import { Book, compile, Genre, libraryWith, Reader, Shelf } from './library.ts';

const sdl = libraryWith(
  'me: Reader',
  `me: Reader
    sign: String @public(reason: "hangs outside")
    audit: String @auth(requires: ADMIN)`,
  `type Stamp @internal @owner(via: "reader") { id: ID! }
   type Vault @auth(requires: ADMIN) { door: String @auth gold: String @auth(requires: SUPPORT) }
   extend type Query { vault: Vault plain: Plain }
   type Plain { size: Int }
   type Entrance @public(reason: "answers whom it lets in") { shelves: [Shelf!]! }
   type Subscription { shelfChanged(id: ID! @refers(to: "Shelf")): Shelf }
   extend type Mutation { endVisit(id: ID! @refers(to: "Shelf", access: UPDATE)): Boolean @runsAs(login: IDENTITY) }
   extend type Mutation {
     seize(id: ID! @refers(to: "Shelf", access: UPDATE)): Boolean @auth(requires: ADMIN) @stepUp(maxAge: 60) @runsAs(login: STAFF)
       @rateLimit(max: 5, window: "1h", by: VIEWER)
     renew: Boolean @beforePasswordChange
     enter: Entrance @public(reason: "lets in") @signsIn @runsAs(login: IDENTITY)
     lastVisit: Shelf @runsAs(login: IDENTITY)
   }`,
);
const { schema, policy } = compile(sdl);
const directives = readFileSync(new URL('../../schema/directives.graphql', import.meta.url), 'utf8');
const index = indexSdl([
  { name: 'schema/directives.graphql', text: directives },
  { name: 'schema/library.graphql', text: sdl },
]);
const entities = [Reader, Shelf, Genre, Book];
const shapes = tableShapes(policy, new MikroORM({ dbName: 'none', entities }).getMetadata().getAll().values());

const ada: AskedViewer = {
  name: 'ada',
  accountId: 'ada',
  viewer: {
    kind: 'SignedIn',
    userId: 'ada',
    sessionId: '',
    roles: new Set<Role>(['USER']),
    authenticatedAt: new Date(0),
  },
};
const nobody: AskedViewer = { name: 'anonymous', accountId: null, viewer: anonymous };
const role = (name: Role): AskedViewer => ({
  name,
  accountId: null,
  viewer: {
    kind: 'SignedIn',
    userId: '',
    sessionId: '',
    roles: policy.impliedRoles.get(name) ?? new Set(),
    authenticatedAt: new Date(0),
  },
});

type Row = Readonly<Record<string, string>>;

const rows: Readonly<Record<string, Row>> = {
  'Book 1': { owner_id: 'ada', shelf_id: '11' },
  'Book 2': { owner_id: 'bob', shelf_id: '12' },
  'Book 3': { owner_id: 'ada', shelf_id: '12' },
  'Shelf 11': { owner_id: 'ada' },
  'Shelf 12': { owner_id: 'bob' },
  'Reader ada': { id: 'ada' },
  'Reader bob': { id: 'bob' },
  'Genre 5': {},
};

/** The way of one of the library's rows to its reader. */
const trailOf = (type: string, id: string): Promise<readonly TracedRow[]> =>
  traceOwner({ policy, shapes }, { type, id }, async (row, columns) => {
    const found = rows[`${row.type} ${row.id}`];
    return found ? Object.fromEntries(columns.map((column) => [column, found[column]])) : null;
  });

const explain = (viewer: AskedViewer, text: string, trail: readonly TracedRow[] | null = null): Explanation =>
  explainAccess({
    schema,
    policy,
    sdl: index,
    shapes,
    viewer,
    coordinate: findCoordinate(schema, policy, text),
    trail,
  });

const stepOf = ({ steps }: Explanation, by: string): readonly string[] =>
  steps.find((step) => step.by.startsWith(by))?.says ?? [];

const lineOf = (passage: string): number => sdl.slice(0, sdl.indexOf(passage)).split('\n').length;

describe('the directives that decide', () => {
  test('come with file and line, and silence says so', () => {
    expect(stepOf(explain(nobody, 'Query.shelf'), 'Policy')).toEqual([
      `Query.shelf: silence means: signed in   (schema/library.graphql:${lineOf('shelf(id')})`,
      `Query.shelf(id:): @refers(to: "Shelf")   (schema/library.graphql:${lineOf('shelf(id')})`,
      `Shelf: @owner(via: "reader")   (schema/library.graphql:${lineOf('type Shelf')})`,
    ]);
    expect(stepOf(explain(nobody, 'Query.sign'), 'Policy')[0]).toContain('@public(reason: "hangs outside")');
    expect(stepOf(explain(nobody, 'Query.audit'), 'Policy')[0]).toContain('@auth(requires: ADMIN)');
  });

  test('are also those that guard beside the role', () => {
    const seize = explain(role('ADMIN'), 'Mutation.seize');
    const names = stepOf(seize, 'Policy').map((line) => /: (@\w+)/.exec(line)?.[1]);
    expect(names).toEqual(['@auth', '@stepUp', '@runsAs', '@rateLimit', '@refers', '@owner']);
    expect(stepOf(seize, 'Wall 1')).toEqual(expect.arrayContaining(['step-up 60 s', '5 in 3600 s by VIEWER']));
    expect(seize.verdict.directive).toBe('@auth(requires: ADMIN) @stepUp(maxAge: 60)');
    const renew = explain(ada, 'Mutation.renew');
    expect(stepOf(renew, 'Policy')[0]).toContain('Mutation.renew: @beforePasswordChange');
    expect(renew.verdict.directive).toBe('@beforePasswordChange');
  });

  test('are found at the field of an input, where an argument holds one', () => {
    const [, refers = ''] = stepOf(explain(ada, 'Mutation.moveBook(input.shelfId:)'), 'Policy');
    expect(refers).toContain('MoveBookInput.shelfId: @refers(to: "Shelf", access: UPDATE)');
  });

  test('of a type are those of its rows', () => {
    expect(stepOf(explain(ada, 'Genre'), 'Policy').map((line) => line.split(' ')[1])).toEqual([
      expect.stringContaining('@ownerless'),
      expect.stringContaining('@grants'),
    ]);
  });
});

describe('what depends on the viewer alone', () => {
  test.each<[string, AskedViewer, string, string, RegExp]>([
    ['nobody is refused what is silent', nobody, 'Query.shelf', 'REFUSED', /UNAUTHENTICATED/],
    ['nobody is let to what is public', nobody, 'Query.sign', 'ALLOWED', /resolver/],
    ['a role less is refused', role('SUPPORT'), 'Query.audit', 'REFUSED', /FORBIDDEN/],
    ['a role that includes it is let through', role('ADMIN'), 'Query.audit', 'ALLOWED', /resolver/],
    ['nobody is refused every field of a type', nobody, 'Book', 'REFUSED', /UNAUTHENTICATED/],
    ['nobody comes to what is internal', role('ADMIN'), 'Stamp', 'UNREACHABLE', /does not exist/],
  ])('%s', (_what, ...[viewer, coordinate, outcome, sees]) => {
    const { verdict } = explain(viewer, coordinate);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.clientSees).toMatch(sees);
  });

  test('names, of several directives that must hold, one that does not', () => {
    expect(explain(role('SUPPORT'), 'Vault.gold').verdict.directive).toBe('@auth(requires: ADMIN)');
    expect(explain(nobody, 'Vault.door').verdict.directive).toBe('@auth(requires: ADMIN)');
  });

  test('says that below a sign-in it is judged as whom that signs in', () => {
    expect(explain(nobody, 'Shelf').verdict.reason).toMatch(/is signed out\. Below a mutation that signs in/);
    expect(explain(nobody, 'Query.shelf').verdict.reason).toMatch(/is signed out$/);
  });

  test('says of what has neither directive nor rows that it has none', () => {
    const plain = explain(ada, 'Plain');
    expect(stepOf(plain, 'Policy')[0]).toMatch(/^Plain: no directive, and no rows of its own/);
    expect(plain.verdict.reason).toBe('nothing of it depends on whose rows they are');
  });

  test('names where wall 1 stands', () => {
    expect(stepOf(explain(ada, 'Query.shelf'), 'Wall 1')).toEqual([
      'needs USER: ada has it',
      'judged with the document, and again by shield before the resolver',
      'Query.shelf(id:) is looked up as own Shelf for READ, before the resolver',
      "tripwire: of Shelf, only the viewer's own may leave it",
      'runs on APP',
    ]);
    expect(stepOf(explain(ada, 'Book.title'), 'Wall 1')[1]).toMatch(/^every way to it demands as much/);
  });
});

describe('what depends on a row', () => {
  test('of the viewer is allowed, all the way', async () => {
    const explained = explain(ada, 'Book', await trailOf('Book', '1'));
    expect(explained.verdict).toMatchObject({ outcome: 'ALLOWED', directive: '@owner(via: "shelf.reader")' });
    expect(stepOf(explained, 'Rows')).toEqual([
      'Book 1: owner_id ada',
      '  shelf → Shelf 11: owner_id ada',
      '    reader → Reader ada: id ada',
      "all of the way is the viewer's",
    ]);
  });

  test("of another account breaks at the row's own key", async () => {
    const explained = explain(ada, 'Book.title', await trailOf('Book', '2'));
    expect(explained.verdict).toMatchObject({
      outcome: 'NOT_FOUND',
      directive: '@owner(via: "shelf.reader")',
      wall: expect.stringMatching(/^wall 2/),
      reason: "ownerId of Book is another account's",
      clientSees: expect.stringMatching(/^null in a query, NOT_FOUND in a mutation/),
    });
    expect(stepOf(explained, 'Rows')[0]).toBe("Book 2: owner_id bob   ← ownerId of Book is another account's");
  });

  test('that an argument names is stopped by its look-up first', async () => {
    const trail = await trailOf('Shelf', '12');
    expect(explain(ada, 'Query.shelf', trail).verdict).toMatchObject({
      outcome: 'NOT_FOUND',
      directive: '@refers, by @owner(via: "reader")',
      wall: expect.stringMatching(/^wall 1, the look-up/),
      clientSees: expect.stringMatching(/^null, and no error/),
    });
    expect(explain(ada, 'Mutation.removeShelf(id:)', trail).verdict.clientSees).toMatch(/^an error, NOT_FOUND/);
    const subscribed = explain(ada, 'Subscription.shelfChanged(id:)', trail).verdict;
    expect(subscribed.clientSees).toBe('an error, NOT_FOUND, and it ends, exactly as for an id that no row has');
  });

  test('is stopped by the look-up alone where the login sees the rows of all', async () => {
    const explained = explain(ada, 'Mutation.endVisit', await trailOf('Shelf', '12'));
    expect(explained.verdict.wall).toBe('wall 1, the look-up; this login sees the rows of all');
    expect(stepOf(explained, 'Wall 2')[0]).toMatch(/^Shelf: no filter on IDENTITY/);
  });

  test('of another account may be named by staff, if it is there', async () => {
    const explained = explain(role('ADMIN'), 'Mutation.seize', await trailOf('Shelf', '12'));
    expect(stepOf(explained, 'Wall 1')).toContain(
      'Mutation.seize(id:) is looked up as any Shelf for UPDATE, before the resolver',
    );
    expect(stepOf(explained, 'Rows').at(-1)).toBe("staff may name anybody's");
    expect(explained.verdict).toMatchObject({ outcome: 'ALLOWED', reason: expect.stringContaining('any Shelf') });
    expect(explain(role('ADMIN'), 'Mutation.seize').verdict.reason).toContain('among those of all');
    expect(explain(role('ADMIN'), 'Mutation.seize', await trailOf('Shelf', '99')).verdict).toMatchObject({
      outcome: 'NOT_FOUND',
      reason: 'there is no such Shelf',
    });
  });

  test('that is not there looks the same to the client, and not to the operator', async () => {
    const missing = explain(ada, 'Query.shelf', await trailOf('Shelf', '99')).verdict;
    const foreign = explain(ada, 'Query.shelf', await trailOf('Shelf', '12')).verdict;
    expect(missing.clientSees).toBe(foreign.clientSees);
    expect(missing.reason).toBe('there is no such Shelf');
  });

  test('whose way to the reader disagrees with its key is told, for walls compare the key alone', async () => {
    const explained = explain(ada, 'Book', await trailOf('Book', '3'));
    expect(explained.verdict.outcome).toBe('ALLOWED');
    expect(explained.verdict.reason).toContain("ownerId of Shelf is another account's");
    expect(stepOf(explained, 'Rows')[1]).toContain('←');
  });

  test('of nobody is not let through to nobody', async () => {
    const trail: readonly TracedRow[] = [{ type: 'Reader', id: 'x', relation: null, isThere: true, ownerId: null }];
    const open = { ...explain(nobody, 'Query.sign'), verdict: explain(nobody, 'Query.sign', trail).verdict };
    expect(open.verdict).toMatchObject({ outcome: 'NOT_FOUND', reason: "id of Reader is nobody's" });
  });

  test('of an account is nobody’s who only has a role', async () => {
    const { verdict } = explain(role('USER'), 'Book', await trailOf('Book', '1'));
    expect(verdict.reason).toBe("ownerId of Book is an account's, and nobody is signed in");
  });

  test('of another account does not get past the tripwire where no look-up stands and the login sees all', async () => {
    const { verdict } = explain(ada, 'Mutation.lastVisit', await trailOf('Shelf', '12'));
    expect(verdict).toMatchObject({ outcome: 'NOT_FOUND', wall: 'wall 1, the tripwire' });
    expect(explain(ada, 'Mutation.lastVisit').verdict.reason).toBe(
      "the tripwire lets no other Shelf leave than the viewer's",
    );
    expect(explain(ada, 'Mutation.endVisit').verdict.reason).toBe("ids of Shelf are looked up as the viewer's own");
  });

  test('that is shared and not there is stopped by nothing', async () => {
    const { verdict } = explain(ada, 'Genre', await trailOf('Genre', '9'));
    expect(verdict).toMatchObject({
      outcome: 'NOT_FOUND',
      wall: 'none: it is not there',
      reason: 'there is no such Genre',
    });
  });

  test('that is shared is everybody’s who comes by one of its edges', async () => {
    const { verdict } = explain(ada, 'Genre', await trailOf('Genre', '5'));
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', reason: expect.stringContaining('reached from Book.genre') });
  });
});

describe('the walls below', () => {
  test('say the condition of the filter and the row policies that apply', () => {
    const explained = explain(ada, 'Mutation.removeShelf(id:)');
    expect(stepOf(explained, 'Wall 2')).toEqual([
      `Shelf: where "shelf"."owner_id" = 'ada'`,
      expect.stringMatching(/^Shelf: the write guard refuses/),
    ]);
    const wall3 = stepOf(explained, 'Wall 3');
    expect(wall3[0]).toMatch(/^Shelf: app_select for select to tenure_app using \("owner_id" = \(select /);
    expect(wall3[1]).toMatch(/^Shelf: app_delete for delete to tenure_app using /);
    expect(wall3[2]).toContain('granted on "shelf": tenure_app SELECT INSERT UPDATE DELETE');
  });

  test('show all there is on a table for a type, and for nobody a condition that nothing meets', () => {
    expect(stepOf(explain(role('USER'), 'Shelf'), 'Wall 3')).toHaveLength(5);
    expect(stepOf(explain(nobody, 'Shelf'), 'Wall 2')[0]).toBe('Shelf: where false, since nobody is signed in');
    expect(stepOf(explain(ada, 'Genre'), 'Wall 3')[0]).toBe('Genre: shared, no row security');
  });

  test('are printed in the order in which a request meets them', () => {
    const text = explanationLines(explain(ada, 'Query.shelf')).join('\n');
    expect(text).toMatch(/Policy[^]*Wall 1[^]*Wall 2[^]*Wall 3[^]*Verdict: ALLOWED\n {2}directive/);
  });
});

describe('a coordinate', () => {
  test.each([
    ['Query.shelv', 'did you mean Query.shelf'],
    ['Bok', 'did you mean Book'],
    ['Mutation.removeShelf(ids:)', 'Mutation.removeShelf(id:)'],
    ['nothing.like.it.at.all', 'write Type, Type.field'],
  ])('that does not exist is told with those like it: %s', (text, hint) => {
    expect(() => findCoordinate(schema, policy, text)).toThrow(hint);
  });

  test('says which kind of row an id means there', () => {
    const typeAt = (text: string): string => rowTypeAt(policy, findCoordinate(schema, policy, text));
    expect(['Book.shelf', 'Query.shelf', 'Query.me', 'Mutation.moveBook(input.bookId:)'].map(typeAt)).toEqual([
      'Book',
      'Shelf',
      'Reader',
      'Book',
    ]);
    expect(() => typeAt('Mutation.moveBook')).toThrow('name one of Mutation.moveBook(input.bookId:), ');
    for (const none of ['Query.sign', 'Plain']) expect(() => typeAt(none)).toThrow('leave the id out');
  });
});
