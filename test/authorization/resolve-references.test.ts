import { addResolversToSchema } from '@graphql-tools/schema';
import type { MikroORM } from '@mikro-orm/postgresql';
import { graphql, type ExecutionResult } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardSchema } from '#authorization/guard-schema.ts';
import type { Viewer } from '#authorization/viewer.ts';
import { openOrm } from '#database/orm.ts';
import { Rows } from '#database/rows.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { Book, compile, Genre, Reader, Shelf } from './library.ts';

const { schema, policy } = compile(`
  type Query {
    shelf(id: ID @refers(to: "Shelf")): String
    books(ids: [ID!]! @refers(to: "Book")): String
    genre(id: ID! @refers(to: "Genre")): String
    plan(plan: Plan): String
    mixed(shelfId: ID! @refers(to: "Shelf"), bookIds: [ID] @refers(to: "Book"), note: ID @opaqueId(reason: "free")): String
  }
  type Mutation { arrange(plan: Plan!): String }
  input Plan { rows: [Row!]! }
  input Row { shelfId: ID @refers(to: "Shelf") bookIds: [[ID!]!] @refers(to: "Book") title: String }
  type Reader @internal @owner(via: "id", key: "id") { id: ID! }
  type Shelf @internal @owner(via: "reader") { id: ID! }
  type Book @internal @owner(via: "shelf.reader") { id: ID! }
  type Genre @internal @ownerless(reason: "shared", reachedFrom: []) { id: ID! }
`);

// Each resolver tells what it was given: whether it ran at all, and with which ids.
const told = (_root: unknown, args: unknown): string => JSON.stringify(args);
const guarded = guardSchema(
  addResolversToSchema({
    schema,
    resolvers: {
      Query: { shelf: told, books: told, genre: told, plan: told, mixed: told },
      Mutation: { arrange: told },
    },
  }),
  policy,
);

const id = (n: number): string => `a0000000-0000-7000-8000-00000000000${n}`;
const [ada, bob, genre] = [id(1), id(2), id(3)];
const own = { shelf: id(4), book: id(5), other: id(6) };
const foreign = { shelf: id(7), book: id(8) };
const missing = id(9);

let database: TestDatabase;
let orm: MikroORM;
const statements: string[] = [];

// A database without row policies, and no filter: whatever holds here is held by the lookup itself.
beforeAll(async () => {
  database = await createDatabase('empty');
  orm = await openOrm({
    url: database.urls.owner,
    entities: [Reader, Shelf, Book, Genre],
    onQuery: (sql) => void statements.push(sql),
  });
  await orm.schema.create();
  const em = orm.em.fork();
  em.create(Genre, { id: genre, name: 'Fiction' });
  for (const [reader, shelf, books] of [
    [ada, own.shelf, [own.book, own.other]],
    [bob, foreign.shelf, [foreign.book]],
  ] as const) {
    em.create(Reader, { id: reader, name: reader });
    em.create(Shelf, { id: shelf, ownerId: reader, title: shelf });
    for (const book of books) em.create(Book, { id: book, ownerId: reader, title: book, shelf, genre });
  }
  await em.flush();
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

interface Asked extends ExecutionResult {
  readonly code: unknown;
  readonly reads: readonly string[];
}

async function ask(source: string, by: string | null = ada): Promise<Asked> {
  const viewer: Viewer = by
    ? { kind: 'SignedIn', userId: by, sessionId: 's', roles: new Set(['USER']), authenticatedAt: new Date(0) }
    : { kind: 'Anonymous', tokenExpired: false };
  const rows = new Rows(orm, { ownerId: by, readOnly: true });
  statements.length = 0;
  const result = await graphql({ schema: guarded, source, contextValue: { viewer, rows } });
  await rows.finish('rollback');
  const reads = statements.flatMap((sql) => / from "(\w+)"/.exec(sql)?.[1] ?? []);
  return { ...result, code: Reflect.get(result.errors?.[0]?.originalError ?? {}, 'code'), reads };
}

const list = (...ids: readonly string[]): string => `[${ids.map((each) => `"${each}"`).join(', ')}]`;

test('own ids reach the resolver', async () => {
  expect((await ask(`{ shelf(id: "${own.shelf}") }`)).data).toEqual({ shelf: JSON.stringify({ id: own.shelf }) });
  const books = await ask(`{ books(ids: ${list(own.book, own.other)}) }`);
  expect(books.data).toEqual({ books: JSON.stringify({ ids: [own.book, own.other] }) });
});

test('ids reach it in canonical form, others as they came', async () => {
  const { data } = await ask(`{ mixed(shelfId: "${own.shelf.toUpperCase()}", bookIds: [null], note: "AbC") }`);
  expect(data).toEqual({ mixed: JSON.stringify({ shelfId: own.shelf, bookIds: [null], note: 'AbC' }) });
});

test.each([
  ['foreign', foreign.shelf],
  ['missing', missing],
  ['malformed', 'shelf-1'],
  ['empty', ''],
])('a %s id keeps the resolver from running: null, without an error, after the one statement', async (_kind, given) => {
  const { data, errors, reads } = await ask(`{ shelf(id: "${given}") }`);
  expect([data, errors, reads]).toEqual([{ shelf: null }, undefined, ['shelf']]);
});

test('an id that is not given, or null, asks for nothing', async () => {
  for (const source of [
    '{ shelf }',
    '{ shelf(id: null) }',
    '{ books(ids: []) }',
    '{ plan }',
    '{ plan(plan: { rows: [] }) }',
  ]) {
    const { data, reads } = await ask(source);
    expect(Object.values(data ?? {})).not.toEqual([null]);
    expect(reads).toEqual([]);
  }
});

test('one foreign id among own ones is enough', async () => {
  for (const other of [foreign.book, missing, 'book-1'])
    expect((await ask(`{ books(ids: ${list(own.book, other)}) }`)).data).toEqual({ books: null });
});

test('the same id twice is one', async () => {
  expect((await ask(`{ books(ids: ${list(own.book, own.book)}) }`)).data).not.toEqual({ books: null });
});

test('ids are found in inputs, in lists of them, and in lists of lists; all of one type are one statement', async () => {
  const plan = (books: string): string =>
    `rows: [{ shelfId: "${own.shelf}", title: "t" }, { shelfId: "${own.shelf}", bookIds: [${list(own.other)}, ${list(books)}] }]`;
  const found = await ask(`{ plan(plan: { ${plan(own.book)} }) }`);
  expect(found.data).not.toEqual({ plan: null });
  expect(found.reads.toSorted()).toEqual(['book', 'shelf']);
  expect((await ask(`{ plan(plan: { ${plan(foreign.book)} }) }`)).data).toEqual({ plan: null });
});

test('in a mutation the answer is NOT_FOUND, and names no id', async () => {
  const answers = await Promise.all(
    [foreign.shelf, missing, 'shelf-1'].map((given) =>
      ask(`mutation { arrange(plan: { rows: [{ shelfId: "${given}" }] }) }`),
    ),
  );
  expect(answers.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
});

test('an id of a shared type must name a row, whoever asks', async () => {
  expect((await ask(`{ genre(id: "${genre}") }`, bob)).data).not.toEqual({ genre: null });
  expect((await ask(`{ genre(id: "${missing}") }`, bob)).data).toEqual({ genre: null });
});

test('each viewer finds their own', async () => {
  expect((await ask(`{ shelf(id: "${foreign.shelf}") }`, bob)).data).not.toEqual({ shelf: null });
  expect((await ask(`{ shelf(id: "${own.shelf}") }`, bob)).data).toEqual({ shelf: null });
});

test('whoever is refused costs no lookup', async () => {
  const { code, reads } = await ask(`{ shelf(id: "${own.shelf}") }`, null);
  expect([code, reads]).toEqual(['UNAUTHENTICATED', []]);
});
