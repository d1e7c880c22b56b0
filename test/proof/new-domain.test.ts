import { defineEntity, p } from '@mikro-orm/core';
import type { IResolvers } from '@graphql-tools/utils';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OperationContext } from '#authorization/operation-context.ts';
import { compositeKeys, ownerMetadata } from '#authorization/orm-hooks.ts';
import { roleOf, tableGrants } from '#authorization/row-policies.ts';
import { logins } from '#authorization/policy.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { openOrm } from '#database/orm.ts';
import { Persona } from '#personas/persona.entity.ts';
import { NotFound } from '#platform/errors.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { allDomains, type Domains } from '../../src/server/product.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import type { TestDatabase } from '../support/database.ts';
import { ownedTables } from './owned-rows.ts';
import { reachedBySql } from './sql-reach.ts';
import { survey } from './survey.ts';
import { findsOwn, placesOf, tellingIds } from './twin-ids.ts';
import { startWorld, type World } from './world.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// A domain that nobody wrote a test for: SDL, an entity, resolvers. All of the proof covers it at once.

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    text: p.text(),
    tags: p.json().$type<string[]>(),
  },
});
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

const sdl = `
  type Note @owner(via: "persona.user") { id: ID! persona: Persona! text: String! tags: [String!]! }
  extend type Query { note(id: ID! @refers(to: "Note")): Note notes: [Note!]! }
  extend type Mutation {
    addNote(personaId: ID! @refers(to: "Persona", access: UPDATE), text: String!): Note
    removeNote(id: ID! @refers(to: "Note", access: DELETE)): Boolean!
  }
`;

const resolvers: IResolvers<unknown, OperationContext> = {
  Query: {
    note: (_root, { id }: { readonly id: string }, { rows }) => rows.find(Note, id),
    notes: (_root, _args, { rows }) => rows.list(Note, {}, { id: 'asc' }),
  },
  Mutation: {
    addNote: async (_root, given: { readonly personaId: string; readonly text: string }, context) => {
      const persona = await context.rows.lock(Persona, given.personaId);
      if (!persona) throw new NotFound();
      const em = await context.rows.em();
      const { text } = given;
      const note = em.create(Note, {
        id: context.newId(),
        ownerId: requireOwner(context.viewer),
        persona,
        text,
        tags: [],
      });
      await em.flush();
      return note;
    },
    removeNote: async (_root, { id }: { readonly id: string }, { rows }) => {
      await (await rows.em()).nativeDelete(Note, { id });
      return true;
    },
  },
};

const compiled = compileSchema([...typeDefinitions(), sdl]);
const domains: Domains = {
  entities: [...allDomains.entities, Note],
  resolvers: [...allDomains.resolvers, resolvers],
};

/** Makes the table as a migration would: what the schema side of the ORM and the policy say. */
async function migrate(database: TestDatabase): Promise<void> {
  const orm = await openOrm({
    url: database.urls.owner,
    entities: domains.entities,
    onMetadata: ownerMetadata(compiled.policy, { filter: false }),
    afterDiscovered: compositeKeys(compiled.policy),
  });
  await orm.schema.update();
  for (const login of logins)
    for (const privilege of tableGrants(compiled.policy, 'Note').get(roleOf(login)) ?? [])
      await orm.em.getConnection().execute(`grant ${privilege} on notes to ${roleOf(login)}`);
  await orm.close();
}

let world: World;
beforeAll(async () => {
  world = await startWorld({ compiled, domains, prepare: migrate });
});
afterAll(() => world.stop());

const places = placesOf(compiled.policy).filter(({ field }) => /note/i.test(field));

test('both tenants have rows of it, and a canary in each text of Bob’s', async () => {
  expect(ownedTables(world).map(({ table }) => table)).toContain('notes');
  const rows = await world.database.query<{ row: string }>(`select t::text as row from notes t where owner_id = $1`, [
    world.bob.userId,
  ]);
  expect(rows.length).toBeGreaterThan(1);
  for (const { row } of rows)
    expect(world.canaries.in(row).filter((each) => each.startsWith('canary'))).toHaveLength(2);
});

describe.each(places)('$field($at)', (place) => {
  test('is tried with ids of every class', async () => {
    expect(await tellingIds(world, place)).toEqual([]);
    expect(await findsOwn(world, place)).toBe(true);
  });
});

test('every coordinate of it is asked for, and SQL is tried on its table', async () => {
  const viewers = world.viewers.filter(({ kind }) => ['anonymous', 'USER'].includes(kind));
  const { leaks, coverage } = await survey({ ...world, viewers }, { seed: 1, operations: 0 });
  expect(leaks).toEqual([]);
  for (const coordinate of [
    'Query.note',
    'Query.notes',
    'Note.text',
    'Note.tags',
    'Mutation.addNote',
    'Mutation.removeNote',
  ])
    for (const { kind } of viewers) expect([coordinate, coverage.has(coordinate, kind)]).toEqual([coordinate, true]);
  expect(await reachedBySql(world)).toEqual([]);
});

test('and what leaks of it is found', async () => {
  await world.database.query('create policy more on notes for select to tenure_app using (true)');
  expect((await reachedBySql(world)).join()).toMatch(/notes: \d+ rows of others are seen/);
});
