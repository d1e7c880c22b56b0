import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse, subscribe } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardSchema } from '#authorization/guard-schema.ts';
import { admin, archive, ask, member, policy, type Asker } from './archive.ts';
import { allow, applyMiddleware, deny, rule, shield } from './stock-shield.ts';

// Verdicts that outlive the question they answered.

const guarded = guardSchema(archive, policy);
const contextual = (name: string) => rule(name, { cache: 'contextual' });

const isAdmin = contextual('isAdmin')((_root, _args, { viewer }: Asker) => viewer === admin);
const remembering = applyMiddleware(archive, shield({ Query: { audit: isAdmin }, Mutation: { audit: isAdmin } }));

describe('8: a verdict that is kept for the whole document', () => {
  test('is given to aliases with other arguments by shield', async () => {
    const isMine = contextual('isMine')((_root, { of }: { readonly of: string }) => of === 'mine');
    const schema = applyMiddleware(archive, shield({ Query: { audit: isMine } }));
    const { data } = await ask(schema, '{ mine: audit(of: "mine") theirs: audit(of: "theirs") }', {});
    expect(data).toEqual({ mine: 'log', theirs: 'log' });
  });

  const around = 'mutation { before: audit demote after: audit }';

  test('is given to whoever has lost the role on the way by shield', async () => {
    expect((await ask(remembering, around, { viewer: admin })).data).toMatchObject({ before: 'log', after: 'log' });
  });

  test('is reached anew for each alias here', async () => {
    expect(await ask(guarded, around, { viewer: admin })).toEqual({
      data: { before: 'log', demote: true, after: null },
      codes: ['FORBIDDEN'],
    });
  });
});

describe('9: two shields with a rule of one name', () => {
  test('share its verdict', async () => {
    const first = shield({ Query: { audit: contextual('isAllowed')(() => true) } });
    const second = shield({ Query: { audit: contextual('isAllowed')(() => false) } });
    const alone = applyMiddleware(archive, second);
    expect((await ask(alone, '{ audit }', {})).data).toEqual({ audit: null });
    expect((await ask(applyMiddleware(archive, first, second), '{ audit }', {})).data).toEqual({ audit: 'log' });
  });

  test('cannot be put around one schema here', () => {
    expect(() => guardSchema(guarded, policy)).toThrow('The schema has a shield already; one is enough.');
  });
});

describe('10: a context that serves several requests, as a socket has it', () => {
  const askTwice = async (schema: typeof archive): Promise<readonly unknown[]> => {
    const asker: Asker = { viewer: admin };
    const before = await ask(schema, '{ audit }', asker);
    asker.viewer = member;
    return [before.data, (await ask(schema, '{ audit }', asker)).data];
  };

  test('lets a verdict survive the role by shield', async () => {
    expect(await askTwice(remembering)).toEqual([{ audit: 'log' }, { audit: 'log' }]);
  });

  test('lets none survive it here', async () => {
    expect(await askTwice(guarded)).toEqual([{ audit: 'log' }, { audit: null }]);
  });
});

describe('11: a subscription that resolves its events', () => {
  test('is opened by shield, whatever the rule says', async () => {
    let isOpen = false;
    async function* ticks(): AsyncGenerator<object> {
      isOpen = true;
      yield { ticks: 1 };
    }
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { a: Int } type Subscription { ticks: Int }',
      resolvers: { Subscription: { ticks: { subscribe: ticks, resolve: (tick: { ticks: number }) => tick.ticks } } },
    });
    const rules = shield({ Subscription: { ticks: deny } }, { fallbackRule: allow });
    const document = parse('subscription { ticks }');
    const events = await subscribe({ schema: applyMiddleware(schema, rules), document, contextValue: {} });
    if (!(Symbol.asyncIterator in events)) throw new Error('It was not opened.');
    const first: unknown = (await events.next()).value;
    expect([isOpen, first]).toMatchObject([true, { data: { ticks: null }, errors: [{ message: 'Not Authorised!' }] }]);
  });
});
