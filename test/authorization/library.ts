import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { defineEntity, p } from '@mikro-orm/core';
import type { EntityClass } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { checkPolicy } from '#authorization/check-policy.ts';
import { compilePolicy } from '#authorization/compile-policy.ts';
import { entityShapes, type EntityShapes } from '#authorization/entity-shapes.ts';
import { PolicyError, type Policy } from '#authorization/policy.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';

// A domain of its own, because authorization knows none: readers keep shelves of books, and all share the genres.

const directives = readFileSync(new URL('../../schema/directives.graphql', import.meta.url), 'utf8');

export const librarySdl = `
  type Query {
    me: Reader
    shelves: [Shelf!]!
    shelf(id: ID! @refers(to: "Shelf")): Shelf
  }
  type Mutation {
    moveBook(input: MoveBookInput!): Book
    removeShelf(id: ID! @refers(to: "Shelf", access: DELETE)): Boolean!
  }
  type Reader @owner(via: "id", key: "id", operations: [READ]) { id: ID! name: String! }
  type Shelf @owner(via: "reader") { id: ID! title: String! books: [Book!]! }
  type Book @owner(via: "shelf.reader") { id: ID! title: String! shelf: Shelf! genre: Genre! }
  type Genre @ownerless(reason: "shared", reachedFrom: ["Book.genre"]) @grants(login: SYSTEM, operations: [READ]) { name: String! }
  input MoveBookInput { bookId: ID! @refers(to: "Book", access: UPDATE) shelfId: ID! @refers(to: "Shelf", access: UPDATE) }
`;

export interface CompiledLibrary {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
}

/** Compiles SDL that brings its own types to the real directives, or to ones told differently. */
export function compile(sdl: string, tell: (language: string) => string = (language) => language): CompiledLibrary {
  const schema = makeExecutableSchema({ typeDefs: [tell(directives), sdl] });
  return { schema, policy: compilePolicy(schema) };
}

/** The directives with other roles than the product's. */
export const withRoles =
  (roles: string) =>
  (language: string): string =>
    language.replace(/enum Role \{[^}]*\}/, `enum Role { ${roles} }`);

const ownedByReader = () => ({
  ownerId: () => p.manyToOne(Reader).mapToPk().joinColumn('owner_id'),
  reader: () => p.manyToOne(Reader).joinColumn('owner_id').persist(false),
});

const ReaderSchema = defineEntity({ name: 'Reader', properties: { id: p.uuid().primary(), name: p.text() } });
export class Reader extends ReaderSchema.class {}
ReaderSchema.setClass(Reader);

const ShelfSchema = defineEntity({
  name: 'Shelf',
  properties: {
    id: p.uuid().primary(),
    ...ownedByReader(),
    title: p.text(),
    books: () => p.oneToMany(Book).mappedBy('shelf'),
  },
});
export class Shelf extends ShelfSchema.class {}
ShelfSchema.setClass(Shelf);

const GenreSchema = defineEntity({ name: 'Genre', properties: { id: p.uuid().primary(), name: p.text() } });
export class Genre extends GenreSchema.class {}
GenreSchema.setClass(Genre);

const BookSchema = defineEntity({
  name: 'Book',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    title: p.text(),
    shelf: () => p.manyToOne(Shelf).ref(),
    genre: () => p.manyToOne(Genre).ref(),
  },
});
export class Book extends BookSchema.class {}
BookSchema.setClass(Book);

const LoanSchema = defineEntity({
  name: 'Loan',
  properties: {
    id: p.uuid().primary(),
    ...ownedByReader(),
    book: () => p.manyToOne(Book).ref().nullable(),
    lender: () => p.manyToOne(Reader).ref().joinColumn('lender_id'),
  },
});
/** Not in the library's SDL: a table that may lead astray. */
export class Loan extends LoanSchema.class {}
LoanSchema.setClass(Loan);

const NoticeSchema = defineEntity({
  name: 'Notice',
  properties: { id: p.uuid().primary(), text: p.text(), about: () => p.manyToOne(Shelf).ref() },
});
/** Not in the library's SDL: a shared table that points at an owned one. */
export class Notice extends NoticeSchema.class {}
NoticeSchema.setClass(Notice);

/** The shapes of the library's tables and of others, read as the product reads its own; no database is asked. */
export function shapesOf(...others: readonly EntityClass<unknown>[]): EntityShapes {
  const entities = [Reader, Shelf, Genre, Book, ...others];
  return entityShapes(tableMetadata(entities), 'Reader');
}

/** What the checks have to say of SDL; nothing where it is sound. */
export function faultsOf({ schema, policy }: CompiledLibrary, shapes: EntityShapes): readonly string[] {
  try {
    checkPolicy(schema, policy, shapes);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.faults;
    throw error;
  }
}

/** The library with one passage of its SDL written differently. */
export function libraryWith(passage: string, instead: string, more = ''): string {
  if (!librarySdl.includes(passage)) throw new Error(`The library does not say: ${passage}`);
  return librarySdl.replace(passage, instead) + more;
}
