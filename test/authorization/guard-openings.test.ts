import { addResolversToSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import { createSourceEventStream, execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { assertOpeningsGuarded } from '#authorization/guard-openings.ts';
import { guardSchema } from '#authorization/guard-schema.ts';
import { PolicyError } from '#authorization/policy.ts';
import { anonymous, type Role, type Viewer } from '#authorization/viewer.ts';
import { compile } from './library.ts';

const ada = 'ada';
const shelfOfAda = 'a0000000-0000-7000-8000-000000000001';
const { schema, policy } = compile(`
  type Query { me: Reader }
  type Subscription {
    sign: String @public(reason: "for all")
    added(shelfId: ID! @refers(to: "Shelf")): Shelf
    audit: String @auth(requires: ADMIN)
  }
  type Reader @owner(via: "id", key: "id") { id: ID! }
  type Shelf @owner(via: "reader") { id: ID! }
`);

interface Stream extends AsyncIterableIterator<unknown> {
  isOpen: boolean;
}
const streams: Stream[] = [];
afterEach(() => void streams.splice(0));

/** Opens a stream of nothing that is open until it is returned. */
function subscribe(): Stream {
  const stream: Stream = {
    isOpen: true,
    next: async () => ({ done: true, value: undefined }),
    return: async () => {
      stream.isOpen = false;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => stream,
  };
  streams.push(stream);
  return stream;
}
const field = { subscribe, resolve: (event: unknown) => event };
const fields = { sign: field, added: field, audit: field };
const withResolvers = (resolvers: IResolvers): GraphQLSchema => addResolversToSchema({ schema, resolvers });
const guarded = guardSchema(withResolvers({ Subscription: fields }), policy);

const signedIn = (...roles: readonly Role[]): Viewer => ({
  kind: 'SignedIn',
  userId: ada,
  sessionId: 's',
  roles: new Set<Role>(['USER', ...roles]),
  authenticatedAt: new Date(0),
});

interface Asked {
  readonly by: Viewer;
  /** How many of the ids asked for there are. */
  readonly found?: number;
  readonly on?: GraphQLSchema;
}

const argumentsFor = (source: string, { by, found = 0, on = guarded }: Asked) => {
  const alarms: unknown[] = [];
  const rows = { isPlanned: true, countReferred: async () => found };
  const alarm = (_message: string, { coordinate }: { readonly coordinate: unknown }) => void alarms.push(coordinate);
  return { schema: on, document: parse(source), contextValue: { viewer: by, rows, alarm }, alarms };
};
const codesOf = ({ errors = [] }: ExecutionResult): readonly unknown[] =>
  errors.map(({ originalError, message }) => Reflect.get(originalError ?? {}, 'code') ?? message);

/** How opening goes: `open`, or the codes of what refused it. */
async function opening(source: string, asked: Asked): Promise<unknown> {
  const opened = await createSourceEventStream(argumentsFor(source, asked));
  return Symbol.asyncIterator in opened ? 'open' : codesOf(opened);
}
async function event(source: string, rootValue: unknown, asked: Asked): Promise<object> {
  const given = argumentsFor(source, asked);
  const result = await execute({ ...given, rootValue });
  return { data: result.data, codes: codesOf(result), alarms: given.alarms };
}

const added = `subscription { added(shelfId: "${shelfOfAda}") { id } }`;

describe('the opening of a subscription', () => {
  test('is refused to whom its policy refuses it, before anything opens', async () => {
    expect(await opening('subscription { audit }', { by: anonymous })).toEqual(['UNAUTHENTICATED']);
    expect(await opening('subscription { audit }', { by: signedIn() })).toEqual(['FORBIDDEN']);
    expect(streams).toEqual([]);
    expect(await opening('subscription { audit }', { by: signedIn('ADMIN') })).toBe('open');
    expect(await opening('subscription { sign }', { by: anonymous })).toBe('open');
  });

  test('needs its ids to be found, and leaves nothing open where they are not', async () => {
    expect(await opening(added, { by: signedIn(), found: 1 })).toBe('open');
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([true]);
    expect(await opening(added, { by: signedIn(), found: 0 })).toEqual(['NOT_FOUND']);
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([true, false]);
  });

  test('goes unguarded where the wall is down', async () => {
    const bare = guardSchema(withResolvers({ Subscription: fields }), policy, { isUp: false });
    expect(await opening('subscription { audit }', { by: anonymous, on: bare })).toBe('open');
    expect(await opening(added, { by: anonymous, on: bare })).toBe('open');
  });
});

describe('an event', () => {
  test('is refused to whom its policy refuses it by now', async () => {
    const { codes } = (await event('subscription { audit }', 'log', { by: signedIn() })) as { codes: unknown };
    expect(codes).toEqual(['FORBIDDEN']);
    expect(await event('subscription { audit }', 'log', { by: signedIn('ADMIN') })).toMatchObject({
      data: { audit: 'log' },
    });
  });

  test('ends with NOT_FOUND once what is watched is there no more', async () => {
    const row = { id: '1', ownerId: ada };
    expect(await event(added, row, { by: signedIn(), found: 1 })).toMatchObject({ data: { added: { id: '1' } } });
    expect(await event(added, row, { by: signedIn(), found: 0 })).toEqual({
      data: { added: null },
      codes: ['NOT_FOUND'],
      alarms: [],
    });
  });

  test('shows no foreign row, and raises the alarm', async () => {
    expect(await event(added, { id: '2', ownerId: 'bob' }, { by: signedIn(), found: 1 })).toEqual({
      data: { added: null },
      codes: [],
      alarms: ['Subscription.added'],
    });
  });
});

describe('boot fails', () => {
  const faultsOf = (resolvers: IResolvers): unknown => {
    try {
      guardSchema(withResolvers(resolvers), policy);
      return [];
    } catch (error) {
      return error instanceof PolicyError ? error.faults : error;
    }
  };

  test('where a subscription is not opened, or its events are not resolved, by anything that could be guarded', () => {
    expect(faultsOf({ Subscription: { ...fields, audit: { subscribe } } })).toEqual([
      'Subscription.audit: its events have no resolver that a guard could stand before; give it one',
    ]);
    expect(faultsOf({ Subscription: { ...fields, added: { resolve: field.resolve } } })).toEqual([
      'Subscription.added: nothing opens it; give it a subscribe',
    ]);
    expect(faultsOf({})).toHaveLength(6);
  });

  test('where an opening is not the one that was guarded', () => {
    const openings = new Map([['Subscription.added', () => undefined]]);
    expect(() => assertOpeningsGuarded(guarded, openings)).toThrow(
      'Subscription.sign: the guard of its opening did not',
    );
    const another = addResolversToSchema({ schema: guarded, resolvers: { Subscription: { added: { subscribe } } } });
    const all = new Map(
      Object.values(guarded.getSubscriptionType()?.getFields() ?? {}).map((each) => [
        `Subscription.${each.name}`,
        each.subscribe,
      ]),
    );
    expect(() => assertOpeningsGuarded(guarded, all)).not.toThrow();
    expect(() => assertOpeningsGuarded(another, all)).toThrow('Subscription.added');
  });
});
