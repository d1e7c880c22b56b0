import { addResolversToSchema } from '@graphql-tools/schema';
import { MikroORM } from '@mikro-orm/postgresql';
import { graphql, isObjectType, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardSchema } from '#authorization/guard-schema.ts';
import type { Decision } from '#authorization/decision-trace.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import { anonymous, type Role, type Viewer } from '#authorization/viewer.ts';
import { Rows } from '#database/rows.ts';
import { InvalidInput } from '#platform/errors.ts';
import { compile, Reader } from './library.ts';

const ada = 'ada';
const bob = 'bob';

class Shelf {
  readonly id: string;
  readonly ownerId: string | null | undefined;
  readonly secret = 'a secret';
  constructor(id: string, ownerId: string | null | undefined) {
    this.id = id;
    this.ownerId = ownerId;
  }
}
class Genre {
  readonly name = 'Fiction';
}

const { schema, policy } = compile(`
  type Query {
    sign: String @public(reason: "for all")
    own: Shelf
    foreign: Shelf
    nobodys: Shelf @public(reason: "reached signed out")
    unloaded: Shelf
    list: [Shelf]
    found: [Found]
    stranger: Found
    reader(as: String): Reader
    fails: String
    throwsText: String
    audit: String @auth(requires: ADMIN)
  }
  type Mutation {
    give: Shelf
    enter: Entered @public(reason: "sign-in") @signsIn
  }
  type Entered @public(reason: "for whoever entered") { reader: Reader }
  type Reader @owner(via: "id", key: "id") { id: ID! name: String }
  type Shelf @owner(via: "reader") { id: ID! title: String secret: String @auth(requires: ADMIN) }
  type Genre { name: String }
  union Found = Shelf | Genre
`);

const withResolvers = addResolversToSchema({
  schema,
  resolvers: {
    Query: {
      sign: () => 'open',
      own: () => new Shelf('1', ada),
      foreign: () => new Shelf('2', bob),
      nobodys: () => new Shelf('3', null),
      unloaded: () => new Shelf('4', undefined),
      list: () => [new Shelf('1', ada), new Shelf('2', bob), null, new Shelf('5', ada)],
      found: () => [
        new Genre(),
        new Shelf('1', ada),
        new Shelf('2', bob),
        { __typename: 'Shelf', id: '6', ownerId: ada },
        { __typename: 'Shelf', id: '7', ownerId: bob },
      ],
      stranger: () => ({ id: '8', ownerId: ada }),
      reader: (_root: unknown, { as }: { readonly as: string }) => ({ id: as, name: as }),
      fails: () => {
        throw new InvalidInput('field', 'Say it differently.');
      },
      throwsText: () => Promise.reject('a secret' as unknown as Error),
      audit: () => 'log',
    },
    Mutation: {
      give: () => new Shelf('2', bob),
      enter: (_root: unknown, _args: unknown, context: OperationContext) => {
        context.signIn({
          kind: 'SignedIn',
          userId: ada,
          sessionId: 's',
          roles: new Set<Role>(['USER']),
          authenticatedAt: new Date(0),
        });
        return { reader: { id: ada, name: 'Ada' } };
      },
    },
    Found: {
      __resolveType: (row: object) => String(Reflect.get(row, '__typename') ?? row.constructor.name),
    },
  },
});
const guarded = guardSchema(withResolvers, policy);

// Never asked for a row: what guards decide here is decided without one.
const rows = new Rows(new MikroORM({ clientUrl: 'postgres://nobody@127.0.0.1:1/nowhere', entities: [Reader] }), {
  ownerId: null,
  readOnly: true,
});

const signedIn = (...roles: readonly Role[]): Viewer => ({
  kind: 'SignedIn',
  userId: ada,
  sessionId: 's',
  roles: new Set<Role>(['USER', ...roles]),
  authenticatedAt: new Date(0),
});

interface Asked extends ExecutionResult {
  readonly codes: readonly unknown[];
  readonly alarms: readonly unknown[];
  readonly decisions: readonly Decision[];
}

/** Executes without the judge of documents before it: the guards stand for themselves. */
async function ask(source: string, by: Viewer, on: GraphQLSchema = guarded): Promise<Asked> {
  let viewer = by;
  const alarms: unknown[] = [];
  const decisions: Decision[] = [];
  const contextValue: OperationContext = {
    requestId: 'r',
    now: new Date(0),
    newId: () => 'new',
    rows,
    get viewer() {
      return viewer;
    },
    signIn: (next) => {
      viewer = next;
    },
    alarm: (_message, details) => void alarms.push(details['coordinate']),
    client: {
      ip: null,
      addressKey: null,
      deviceToken: null,
      flowTokens: { link: null, attempt: null },
      setFlowToken: () => undefined,
      setDeviceToken: () => undefined,
      userAgent: null,
      refreshToken: null,
      keepsCookies: false,
      setTokens: () => undefined,
    },
    trace: (decision) => void decisions.push(decision),
    watch: () => {
      throw new Error('Nothing is subscribed to here.');
    },
  };
  const result = await graphql({ schema: on, source, contextValue });
  const codes = (result.errors ?? []).map(
    (error) => Reflect.get(error.originalError ?? error, 'code') ?? error.message,
  );
  return { ...result, codes, alarms, decisions };
}

const resolverOf = (coordinate: string): unknown => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = guarded.getType(typeName);
  return isObjectType(type) ? type.getFields()[fieldName]?.resolve : undefined;
};

describe('the shield', () => {
  test('refuses a field to whom its policy refuses it', async () => {
    expect((await ask('{ own { id } }', anonymous)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask('{ audit }', signedIn())).codes).toEqual(['FORBIDDEN']);
    expect((await ask('{ audit }', signedIn('ADMIN'))).data).toEqual({ audit: 'log' });
    expect((await ask('{ sign }', anonymous)).data).toEqual({ sign: 'open' });
  });

  test('tells the trace what it refuses, by which directive', async () => {
    const { decisions } = await ask('{ audit sign }', signedIn());
    expect(decisions).toEqual([
      {
        coordinate: 'Query.audit',
        directive: '@auth(requires: ADMIN)',
        wall: 'shield',
        verdict: 'refused',
        reason: 'needs USER and ADMIN; the viewer has USER',
      },
    ]);
  });

  test('judges each viewer anew: no verdict outlives who it was reached for', async () => {
    expect((await ask('{ audit }', signedIn('ADMIN'))).codes).toEqual([]);
    expect((await ask('{ audit }', signedIn())).codes).toEqual(['FORBIDDEN']);
  });

  test('judges below a mutation that signs in as the one signed in', async () => {
    const entered = await ask('mutation { enter { reader { id name } } }', anonymous);
    expect(entered.data).toEqual({ enter: { reader: { id: ada, name: 'Ada' } } });
  });

  test('hands on the words of an error that is meant for the client', async () => {
    expect((await ask('{ fails }', signedIn())).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('never turns what is thrown into data, whatever it is', async () => {
    const { data, codes } = await ask('{ throwsText }', signedIn());
    expect(data).toEqual({ throwsText: null });
    expect(codes).toEqual(['A resolver threw what is no error.']);
  });

  test('leaves leaves alone whose guard the way to them implies, and no others', () => {
    expect(resolverOf('Genre.name')).toBeUndefined();
    // Query.nobodys and Mutation.enter lead here too, and ask for nothing.
    expect(resolverOf('Shelf.title')).toBeTypeOf('function');
    expect(resolverOf('Reader.name')).toBeTypeOf('function');
  });

  test('stands at most once, also when the schema is built anew around it', () => {
    expect(() => guardSchema(guarded, policy)).toThrow('The schema has a shield already; one is enough.');
    const rebuilt = addResolversToSchema({ schema: guarded, resolvers: { Query: { sign: () => 'anew' } } });
    expect(() => guardSchema(rebuilt, policy)).toThrow('The schema has a shield already; one is enough.');
  });

  test('that cannot take at a coordinate stops boot', () => {
    const field = policy.fields.get('Query.own');
    if (!field) throw new Error('The schema has Query.own.');
    const elsewhere = new Map([...policy.fields, ['Query.gone', { ...field, coordinate: 'Query.gone' }]]);
    expect(() => guardSchema(withResolvers, { ...policy, fields: elsewhere })).toThrow('Query.gone');
  });

  test('is away when the wall is down', async () => {
    const bare = guardSchema(withResolvers, policy, { isUp: false });
    expect((await ask('{ own { id } audit foreign { id } }', anonymous, bare)).data).toEqual({
      own: { id: '1' },
      audit: 'log',
      foreign: { id: '2' },
    });
  });
});

describe('the tripwire', () => {
  test('lets own rows pass', async () => {
    expect(await ask('{ own { id } }', signedIn())).toMatchObject({ data: { own: { id: '1' } }, alarms: [] });
  });

  test('makes a foreign row null and tells operators where', async () => {
    expect(await ask('{ foreign { id } }', signedIn())).toMatchObject({
      data: { foreign: null },
      codes: [],
      alarms: ['Query.foreign'],
    });
  });

  test('takes a row that was not loaded for foreign', async () => {
    expect(await ask('{ unloaded { id } }', signedIn())).toMatchObject({
      data: { unloaded: null },
      alarms: ['Query.unloaded'],
    });
  });

  test("takes nobody's row for foreign to nobody", async () => {
    expect(await ask('{ nobodys { __typename } }', anonymous)).toMatchObject({
      data: { nobodys: null },
      alarms: ['Query.nobodys'],
    });
  });

  test('drops foreign items of a list, with one alarm each, and keeps nulls', async () => {
    const { data, alarms } = await ask('{ list { id } }', signedIn());
    expect(data).toEqual({ list: [{ id: '1' }, null, { id: '5' }] });
    expect(alarms).toEqual(['Query.list']);
  });

  test('tells the trace how many of the rows may leave', async () => {
    const { decisions } = await ask('{ list { id } own { id } }', signedIn());
    expect(decisions.map(({ coordinate, verdict, reason }) => [coordinate, verdict, reason])).toEqual([
      ['Query.list', 'refused', '2 of 3 rows may leave'],
      ['Query.own', 'passed', '1 of 1 rows may leave'],
    ]);
  });

  test('tells the members of a union apart, by class or by name', async () => {
    const { data, alarms } = await ask('{ found { ... on Shelf { id } ... on Genre { name } } }', signedIn());
    expect(data).toEqual({ found: [{ name: 'Fiction' }, { id: '1' }, { id: '6' }] });
    expect(alarms).toEqual(['Query.found', 'Query.found']);
  });

  test('lets nothing pass behind a union of which it cannot tell what it is', async () => {
    expect(await ask('{ stranger { __typename } }', signedIn())).toMatchObject({
      data: { stranger: null },
      alarms: ['Query.stranger'],
    });
  });

  test('compares the key that the type names', async () => {
    expect((await ask('{ reader(as: "ada") { id } }', signedIn())).data).toEqual({ reader: { id: ada } });
    expect((await ask('{ reader(as: "bob") { id } }', signedIn())).data).toEqual({ reader: null });
  });

  test('fails a mutation, so that its transaction rolls back', async () => {
    expect(await ask('mutation { give { id } }', signedIn())).toMatchObject({
      data: { give: null },
      codes: ['NOT_FOUND'],
      alarms: ['Mutation.give'],
      decisions: [
        { coordinate: 'Mutation.give', wall: 'tripwire', verdict: 'refused', reason: '0 of 1 rows may leave' },
      ],
    });
  });
});
