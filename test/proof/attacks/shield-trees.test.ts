import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MikroORM } from '@mikro-orm/postgresql';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { guardSchema } from '#authorization/guard-schema.ts';
import type { Policy } from '#authorization/policy.ts';
import { anonymous } from '#authorization/viewer.ts';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { faultsOf, shapesOf } from '../../authorization/library.ts';
import { createDatabase } from '../../support/database.ts';
import { executableSchema } from '../../support/entity-answers.ts';
import { openAppOrm } from '../../support/app-orm.ts';
import { admin, archive, ask, declared, member, policy } from './archive.ts';
import {
  allow,
  and,
  applyMiddleware,
  applyMiddlewareToDeclaredResolvers,
  chain,
  deny,
  not,
  rule,
  shield,
} from './stock-shield.ts';

// Trees of rules that shield takes without a word and does not follow: a rule that is there, and does nothing.

const guarded = guardSchema(archive, policy);

/** The archive behind shield as it comes, with what is not said allowed, as its default has it. */
const behind = (tree: object): GraphQLSchema =>
  applyMiddleware(archive, shield(tree as never, { fallbackRule: allow }));

const leaked = { data: { document: { secret: 'a secret' } }, codes: [] };
const refused = { data: { document: { secret: null } }, codes: ['FORBIDDEN'] };
const steal = '{ document { secret } }';

test('whoever may see the secret sees it: refusals are not how it always is', async () => {
  expect(await ask(guarded, steal, { viewer: admin })).toEqual(leaked);
  expect(await ask(behind({ Document: { secret: deny } }), steal, {})).not.toEqual(leaked);
});

describe('1: a rule on an interface or a union', () => {
  const around = '{ node { secret } found { ... on Document { secret } } }';

  test('is ignored by shield', async () => {
    const { data } = await ask(behind({ Node: deny, Found: deny }), around, {});
    expect(data).toEqual({ node: { secret: 'a secret' }, found: { secret: 'a secret' } });
  });

  test('is not needed here: each member holds its own behind either of them', async () => {
    const { data, codes } = await ask(guarded, around, { viewer: member });
    expect(data).toEqual({ node: { secret: null }, found: { secret: null } });
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

/** The policy as a generator would make it that misses coordinates. */
const policyWithout = (missed: RegExp): Policy => ({
  ...policy,
  fields: new Map([...policy.fields].filter(([coordinate]) => !missed.test(coordinate))),
});
const bootFaults = (missed: RegExp): readonly string[] =>
  faultsOf({ schema: declared, policy: policyWithout(missed) }, shapesOf());

describe('2: one undefined among the rules of a type', () => {
  test('takes all of them away from shield', async () => {
    expect(await ask(behind({ Document: { secret: deny, title: undefined } }), steal, {})).toEqual(leaked);
  });

  test('takes nothing else away here, and stops boot', async () => {
    const missing = guardSchema(archive, policyWithout(/^Document\.title$/));
    expect(await ask(missing, steal, { viewer: member })).toEqual(refused);
    expect(bootFaults(/^Document\.title$/)).toContain('Document.title: no effective policy');
    const undone = { ...policy, fields: new Map([...policy.fields, ['Document.title', undefined as never]]) };
    expect(() => guardSchema(archive, undone)).toThrow(TypeError);
  });
});

describe('3: a rule that shield does not know for one', () => {
  class Minified {
    resolve = (): Promise<boolean> => Promise.resolve(false);
  }

  test.each([
    ['a plain function', () => false],
    ['a rule of another copy of the package', new Minified()],
  ])('is dropped by shield: %s', async (_what, secret) => {
    expect(await ask(behind({ Document: { secret } }), steal, {})).toEqual(leaked);
  });

  test('has no way in here: rules are made of the policy, and each of the product refuses when it is asked', async () => {
    const database = await createDatabase();
    const orm: MikroORM = await openAppOrm(database);
    const schema = executableSchema(orm, { isUp: true });
    const { policy: products } = compileSchema();
    const guardedFields = [...products.fields.values()].filter(
      ({ coordinate, requires }) => requires.size > 0 && !products.isImplied(coordinate),
    );
    const open: string[] = [];
    for (const { coordinate } of guardedFields)
      if (
        codeOf(await resolverAt(schema, coordinate)({}, {}, { viewer: anonymous }, {} as never)) !== 'UNAUTHENTICATED'
      )
        open.push(coordinate);
    await orm.close();
    await database.drop();
    expect(open).toEqual([]);
    expect(guardedFields.length).toBeGreaterThan(15);
  });

  test('comes from one file, so that there is one copy', () => {
    const source = new URL('../../../src/', import.meta.url);
    const importing = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') &&
        /['"]graphql-(?:shield|middleware)['"]/.test(readFileSync(new URL(name, source), 'utf8')),
    );
    expect(importing).toEqual(['authorization/shield.ts']);
  });

  const codeOf = (answer: unknown): unknown => (answer instanceof Error ? Reflect.get(answer, 'code') : null);

  function resolverAt(schema: GraphQLSchema, coordinate: string): GraphQLFieldResolver<unknown, unknown> {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    return (isObjectType(type) && type.getFields()[fieldName]?.resolve) || (() => null);
  }
});

describe('4: a whole type that is undefined', () => {
  test('falls to what shield allows', async () => {
    expect(await ask(behind({ Document: undefined }), steal, {})).toEqual(leaked);
  });

  test('stops boot here, field by field', () => {
    const faults = bootFaults(/^Document\./);
    for (const field of ['title', 'secret']) expect(faults).toContain(`Document.${field}: no effective policy`);
  });
});

describe('5: the short cut over declared resolvers', () => {
  test('leaves fields open that have none', async () => {
    const rules = shield({ Document: { secret: deny } }, { fallbackRule: allow });
    expect(await ask(applyMiddlewareToDeclaredResolvers(archive, rules), steal, {})).toEqual(leaked);
  });

  test('is not taken here', async () => {
    expect(await ask(guarded, steal, { viewer: member })).toEqual(refused);
  });
});

describe('6: a rule that fails', () => {
  const failing = () => {
    throw new Error('The database does not answer.');
  };

  test('allows once it is negated', async () => {
    expect(await ask(behind({ Document: { secret: not(rule('failing')(failing)) } }), steal, {})).toEqual(leaked);
  });

  test('refuses here', async () => {
    const asker = {
      get viewer() {
        return failing();
      },
    };
    expect((await ask(guarded, '{ audit }', asker)).data).toEqual({ audit: null });
    expect((await ask(guarded, steal, asker)).data).toEqual({ document: null });
  });
});

describe('7: a combination of no rules', () => {
  test.each([
    ['and', and()],
    ['chain', chain()],
  ])('allows: %s', async (_name, secret) => {
    expect(await ask(behind({ Document: { secret } }), steal, {})).toEqual(leaked);
  });

  test('is here what says in words why it is public, and nothing else', () => {
    const fields = [...compileSchema().policy.fields.values()];
    const open = fields.filter(({ requires }) => requires.size === 0);
    expect(open).toEqual(fields.filter(({ publicReason }) => publicReason !== null));
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(fields.length);
  });
});
