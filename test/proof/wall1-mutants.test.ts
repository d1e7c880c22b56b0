import { afterAll, describe, expect, test } from 'vitest';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { parse, type GraphQLSchema, type OperationDefinitionNode, type OperationTypeNode } from 'graphql';
import { refusedTo, selectedCoordinates, type Selected } from '#authorization/judge-document.ts';
import { checkPolicy } from '#authorization/check-policy.ts';
import { entityShapes } from '#authorization/entity-shapes.ts';
import type { Policy } from '#authorization/policy.ts';
import { chargeRateLimits, describeRateLimit, type RateLimit } from '#authorization/rate-limits.ts';
import { roles, type Demand, type Role, type Standing, type Viewer } from '#authorization/viewer.ts';
import { NotFound, Unauthenticated } from '#platform/errors.ts';
import { compileSchema, publicSchema } from '../../src/server/build-schema.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import { memoryCounters } from '../support/memory-counters.ts';
import { OperationMaker, type Operation, type Wish } from './operations.ts';
import { Random } from './random.ts';
import { report, type Finding } from './report.ts';
import { anonymous, changed, now, only, ownId, signedIn, stage, type Staged } from './wall1-stage.ts';

// Each part of wall 1 alone, with one rule of its own taken away or widened: it must show in an answer.

const { source, policy } = compileSchema();
const schema = publicSchema(source, policy);
const findings: Finding[] = [];
afterAll(() =>
  report({
    name: 'mutants of wall 1',
    claim:
      'Every role, step-up and limit of a root field, look-up, tripwire and guard of a subscription is missed when it is gone or lower, by what the one who asks then gets.',
    counts: { mutants: findings.length },
    findings,
  }),
);

/** Whether the wall alone holds, and the mutant does not. */
async function isKilled(
  what: string,
  holds: () => Promise<boolean>,
  mutantHolds: () => Promise<boolean>,
): Promise<boolean> {
  const isGood = (await holds()) && !(await mutantHolds());
  findings.push({ what, outcome: isGood ? 'killed by the answer' : 'survived', isGood });
  return isGood;
}

/** Types that ids lead to, those of shared rows too. */
const looked = [...policy.fields.values()].flatMap(({ references }) => references.map(({ to }) => to));
const ownIds = new Map([...policy.owned.keys(), ...looked].map((type) => [type, [ownId(type)]]));
const foreignIds = new Map([...policy.owned.keys()].map((type) => [type, ['b0bb0bb0-0000-7000-8000-000000000001']]));

function operation(coordinate: string, wish: Partial<Wish> = {}): Operation {
  const [root = '', field = ''] = coordinate.split('.');
  const ids = { own: ownIds, foreign: foreignIds, shared: new Map<string, string[]>() };
  const maker = new OperationMaker({ schema, policy, ids, parents: new Map(), cursors: [], texts: [] }, new Random(3));
  return maker.make({ kind: root.toLowerCase() as OperationTypeNode, field, idClass: 'own', isPlain: true, ...wish });
}

const without = (base: Policy, coordinate: string, what: 'references' | 'yieldsOwned'): Policy =>
  changed(base, (field) => (field.coordinate === coordinate ? { ...field, [what]: [] } : field));

const isRoot = (coordinate: string): boolean => /^(Query|Mutation)\./.test(coordinate);
const fields = [...policy.fields.values()].filter(({ coordinate }) => !coordinate.startsWith('Subscription.'));

/** What a root field demands of whoever asks, less of it, and somebody who gets by with that alone. */
interface Lowered {
  readonly coordinate: string;
  readonly what: string;
  readonly less: Partial<Demand>;
  readonly viewer: Viewer;
}

const standings: readonly Standing[] = ['SIGNED_IN', ...roles];

/** Each demand with nothing in its place, and each role with the one below it. */
const loweredDemands = fields
  .filter(({ coordinate }) => isRoot(coordinate))
  .flatMap(({ coordinate, requires, stepUpSeconds }): Lowered[] => {
    const highest = standings.findLast((each) => requires.has(each));
    if (highest === undefined) return [];
    const below = standings.slice(0, standings.indexOf(highest));
    const less = new Set(below.slice(-1));
    const lowered = { coordinate, what: `${[...less].join('') || 'nobody'} for ${highest}`, less: { requires: less } };
    const holder: Viewer = below.length > 0 ? { ...signedIn, roles: new Set(below) } : anonymous;
    const steps =
      stepUpSeconds === null
        ? []
        : [null, 2 * stepUpSeconds].map((seconds) => ({
            coordinate,
            what: `step-up of ${seconds ?? 'any'} s for ${stepUpSeconds}`,
            less: { stepUpSeconds: seconds },
            viewer: { ...signedIn, authenticatedAt: new Date(now.getTime() - 1_000 * stepUpSeconds - 1) },
          }));
    return [
      { coordinate, what: 'no role at all', less: { requires: new Set() }, viewer: anonymous },
      { ...lowered, viewer: holder },
      ...steps,
    ];
  });

/** The scopes of each field that narrow tokens come to, less of them, and a token that is enough for that alone. */
const loweredScopes = fields
  .filter(({ coordinate, publicReason }) => isRoot(coordinate) && publicReason === null)
  .flatMap(({ coordinate, scopes }): Lowered[] => {
    const [first = new Set<string>()] = scopes;
    const fewer = [...first].map((scope) => new Set([...first].filter((each) => each !== scope)));
    const alone = (held: ReadonlySet<string>): Lowered => ({
      coordinate,
      what: `tokens with ${[...held].join(' & ') || 'nothing'}`,
      less: { scopes: [held] },
      viewer: { ...signedIn, scopes: held },
    });
    return [...fewer, new Set(['OTHER'])].map(alone);
  });
loweredDemands.push(...loweredScopes);

describe('a demand', () => {
  const shield = { ...only('shield', policy), isImplied: policy.isImplied };
  const lowered = (base: Policy, { coordinate, less }: Lowered): Policy =>
    changed(base, (field) => (field.coordinate === coordinate ? { ...field, ...less } : field));

  test.each(loweredDemands)('lowered in the shield at $coordinate: $what', async (each) => {
    const asked = operation(each.coordinate);
    const holds = async (by: Policy): Promise<boolean> => {
      const staged = await stage({ schema, policy: by }, asked, { viewer: each.viewer });
      return !staged.isReached && (staged.result.errors?.length ?? 0) > 0;
    };
    const verdict = await isKilled(
      `shield with ${each.what} at ${each.coordinate}`,
      () => holds(shield),
      () => holds({ ...lowered(shield, each), isImplied: policy.isImplied }),
    );
    expect(verdict).toBe(true);
  });

  test.each(loweredDemands)('lowered in the judge of documents at $coordinate: $what', async (each) => {
    const { document: text, variables } = operation(each.coordinate);
    const selectedBy = (by: Policy): readonly Selected[] => selectedIn(by, text, variables);
    const isHeldAt = (by: Policy): boolean =>
      refusedTo(selectedBy(by), { viewer: each.viewer, now }).some(({ path }) => path.length === 1);
    const verdict = await isKilled(
      `judge of documents with ${each.what} at ${each.coordinate}`,
      async () => isHeldAt(policy),
      async () => isHeldAt(lowered(policy, each)),
    );
    expect(verdict).toBe(true);
  });
});

describe('a limit', () => {
  const limits = fields.flatMap(({ coordinate, rateLimits }) => rateLimits.map((limit) => ({ coordinate, limit })));

  /** Whether the last of so many is refused that have nothing in common but what they are counted by. */
  async function holds(by: Policy, coordinate: string, { max, by: counted }: RateLimit): Promise<boolean> {
    const counters = memoryCounters(() => now.getTime());
    const { document, variables } = operation(coordinate);
    for (let at = 0; at <= max; at += 1) {
      const other = (key: RateLimit['by']): number => (key === counted ? 0 : at);
      const asked = withSuffix(variables, String(other('ARGUMENT'))) as Operation['variables'];
      const viewer = { ...signedIn, userId: `viewer ${other('VIEWER')}` };
      const subject = { viewer, addressKey: `address ${other('IP')}` };
      const selected = selectedIn(by, document, asked);
      if ((await chargeRateLimits(selected, asked, { counters, subject })) !== null) return at === max;
    }
    return false;
  }

  test.each(limits)('taken away or doubled at $coordinate: $limit', async ({ coordinate, limit }) => {
    const mutants = [[], [{ ...limit, max: 2 * limit.max }]].map((others) =>
      changed(policy, (field) =>
        field.coordinate === coordinate
          ? { ...field, rateLimits: field.rateLimits.flatMap((each) => (each === limit ? others : [each])) }
          : field,
      ),
    );
    for (const mutant of mutants) {
      const verdict = await isKilled(
        `${describeRateLimit(limit)} at ${coordinate}`,
        () => holds(policy, coordinate, limit),
        () => holds(mutant, coordinate, limit),
      );
      expect(verdict).toBe(true);
    }
  });
});

/** The same with every text in it longer, however deep it lies. */
const withSuffix = (value: unknown, suffix: string): unknown =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === 'string' ? each + suffix : each));

/** What a document selects, as a policy has it. */
function selectedIn(by: Policy, text: string, variables: Operation['variables']): readonly Selected[] {
  const document = parse(text);
  const [definition] = document.definitions as readonly OperationDefinitionNode[];
  if (!definition) throw new Error('There is no operation.');
  return selectedCoordinates(schema, by, { document, operation: definition, variables });
}

describe('a look-up', () => {
  const places = fields.flatMap(({ coordinate, references }) =>
    references.map(({ path, each }) => ({ coordinate, at: path.join('.'), each })),
  );

  test.each(places)('no longer made for $coordinate($at)', async ({ coordinate, at, each }) => {
    const asked = operation(coordinate, { idClass: 'foreign', at });
    const holds = async (by: Policy): Promise<boolean> => {
      const { isReached, result } = await stage({ schema, policy: by }, asked);
      const [answer] = Object.values(result.data ?? { none: null });
      // What a query reads goes along with its look-up, and nowhere without a find.
      // Where each id stands for itself, the answer tells of it.
      return (answer === null || each) && !(isReached && asked.kind === 'mutation');
    };
    const lookup = only('lookup', policy);
    const mutant = changed(lookup, (field) =>
      field.coordinate === coordinate
        ? { ...field, references: field.references.filter(({ path }) => path.join('.') !== at) }
        : field,
    );
    const verdict = await isKilled(
      `no look-up of ${coordinate}(${at})`,
      () => holds(lookup),
      () => holds({ ...mutant, isImplied: lookup.isImplied }),
    );
    expect(verdict).toBe(true);
  });
});

describe('a look-up among the rows of another type', () => {
  const places = fields.flatMap(({ coordinate, references }) =>
    references.map(({ path, to }) => ({ coordinate, at: path.join('.'), to })),
  );

  test.each(places)('for $coordinate($at) no longer finds the own', async ({ coordinate, at, to }) => {
    const asked = operation(coordinate, { at });
    const finds = async (by: Policy): Promise<boolean> => {
      const { result, isReached } = await stage({ schema, policy: by }, asked);
      return isReached && Object.values(result.data ?? { none: null })[0] !== null;
    };
    const lookup = only('lookup', policy);
    const other = [...policy.owned.keys()].find((type) => type !== to) ?? '';
    const mutant = changed(lookup, (field) =>
      field.coordinate === coordinate
        ? {
            ...field,
            references: field.references.map((each) => (each.path.join('.') === at ? { ...each, to: other } : each)),
          }
        : field,
    );
    const verdict = await isKilled(
      `look-up of ${coordinate}(${at}) among ${other} rows`,
      () => finds(lookup),
      () => finds({ ...mutant, isImplied: lookup.isImplied }),
    );
    expect(verdict).toBe(true);
  });
});

describe('the answer of a look-up', () => {
  const queries = fields.filter(
    ({ coordinate, references }) => coordinate.startsWith('Query.') && references.length > 0,
  );

  test.each(queries)('at $coordinate as an error instead of null', async ({ coordinate }) => {
    const [, name = ''] = coordinate.split('.');
    const asked = operation(coordinate, { idClass: 'foreign' });
    const failing = (guarded: GraphQLSchema): GraphQLSchema =>
      mapSchema(guarded, {
        [MapperKind.QUERY_ROOT_FIELD]: ({ resolve, ...field }, key) => ({
          ...field,
          resolve: async (...call) => {
            const answer: unknown = await resolve?.(...call);
            if (key === name && answer === null) throw new NotFound();
            return answer;
          },
        }),
      });
    const isNull = async (afterwards?: typeof failing): Promise<boolean> => {
      const by = { schema, policy: only('lookup', policy) };
      const { result } = await stage(by, asked, afterwards ? { afterwards } : {});
      return result.errors === undefined && result.data?.[name] === null;
    };
    const verdict = await isKilled(`an error for null at ${coordinate}`, isNull, () => isNull(failing));
    expect(verdict).toBe(true);
  });
});

describe('a field behind two roles', () => {
  const more = compileSchema([
    ...typeDefinitions(),
    'extend type Query { audit: Audit @auth(requires: SUPPORT) } type Audit @auth(requires: ADMIN) { note: String }',
  ]);
  const audit = { kind: 'query', document: '{ audit { note } }', variables: {} };
  const support: Viewer = { ...signedIn, roles: new Set(['USER', 'SUPPORT']) };
  const visible = publicSchema(more.source, more.policy);

  test.each(['Query.audit', 'Audit.note'])('that needs but one of them, or less, at %s', async (coordinate) => {
    const viewer = coordinate === 'Query.audit' ? { ...signedIn, roles: new Set<Role>(['USER']) } : support;
    const holds = async (by: Policy): Promise<boolean> =>
      ((await stage({ schema: visible, policy: by }, audit, { viewer })).result.errors?.length ?? 0) > 0;
    const shield = { ...only('shield', more.policy), isImplied: () => false };
    const wider = changed(shield, (field) =>
      field.coordinate === coordinate ? { ...field, requires: new Set<Role>(['USER']) } : field,
    );
    const alone = (by: Policy): Policy =>
      changed(by, (field) => (field.coordinate === coordinate ? field : { ...field, requires: new Set<Role>() }));
    const verdict = await isKilled(
      `a wider role at ${coordinate}`,
      () => holds({ ...alone(shield), isImplied: () => false }),
      () => holds({ ...alone(wider), isImplied: () => false }),
    );
    expect(verdict).toBe(true);
  });
});

describe('a field without a policy, which a shield that allows what it does not know would open', () => {
  test.each(fields.filter(({ coordinate }) => isRoot(coordinate)))('$coordinate stops boot', ({ coordinate }) => {
    const forgetful = { ...policy, fields: new Map([...policy.fields].filter(([name]) => name !== coordinate)) };
    let refusal = 'served';
    try {
      checkPolicy(source, forgetful, entityShapes(tableMetadata(), 'User'));
    } catch (error) {
      refusal = String(error);
    }
    findings.push({ what: `no policy of ${coordinate}`, outcome: refusal, isGood: refusal.includes(coordinate) });
    expect(refusal).toContain(`${coordinate}: no effective policy`);
  });
});

describe('a subscription', () => {
  const subscriptions = [...policy.fields.values()].filter(({ coordinate }) => coordinate.startsWith('Subscription.'));
  const at = (coordinate: string, wish: Partial<Wish> = {}): Operation => operation(coordinate, wish);

  /** The schema with the opening of a subscription as it was before it was guarded. */
  const unguarded =
    (name: string) =>
    (guarded: GraphQLSchema): GraphQLSchema =>
      mapSchema(guarded, {
        [MapperKind.SUBSCRIPTION_ROOT_FIELD]: (field, key) =>
          key === name
            ? {
                ...field,
                subscribe: async function* () {
                  yield {};
                },
                resolve: () => ({ id: 'open', ownerId: 'ada' }),
              }
            : field,
      });

  test.each(subscriptions)('$coordinate whose opening nobody guards', async ({ coordinate }) => {
    const [, name = ''] = coordinate.split('.');
    const isRefused = async (staged: Staged): Promise<boolean> => {
      const { result } = await stage({ schema, policy }, at(coordinate), { viewer: anonymous, ...staged });
      // Edges below it ask for more of narrow tokens, and are guarded by themselves.
      return (result.errors ?? []).some(
        ({ path, originalError }) => path?.length === 1 && originalError instanceof Unauthenticated,
      );
    };
    const verdict = await isKilled(
      `an unguarded ${coordinate}`,
      () => isRefused({}),
      () => isRefused({ afterwards: unguarded(name) }),
    );
    expect(verdict).toBe(true);
  });

  test.each(subscriptions)('$coordinate that looks no ids up', async ({ coordinate }) => {
    const asked = at(coordinate, { idClass: 'foreign' });
    const holds = async (by: Policy): Promise<boolean> =>
      ((await stage({ schema, policy: by }, asked)).result.errors?.length ?? 0) > 0;
    const lookup = only('lookup', policy);
    const mutant = { ...without(lookup, coordinate, 'references'), isImplied: lookup.isImplied };
    const verdict = await isKilled(
      `no look-up of ${coordinate}`,
      () => holds(lookup),
      () => holds(mutant),
    );
    expect(verdict).toBe(true);
  });

  test.each(subscriptions)('$coordinate without a tripwire at its events', async ({ coordinate }) => {
    const holds = async (by: Policy): Promise<boolean> =>
      !(await stage({ schema, policy: by }, at(coordinate), { foreignAt: coordinate })).hasSecret;
    const tripwire = only('tripwire', policy);
    const mutant = { ...without(tripwire, coordinate, 'yieldsOwned'), isImplied: tripwire.isImplied };
    const verdict = await isKilled(
      `no tripwire at ${coordinate}`,
      () => holds(tripwire),
      () => holds(mutant),
    );
    expect(verdict).toBe(true);
  });
});

describe('a tripwire', () => {
  const edges = fields.filter(({ yieldsOwned }) => yieldsOwned.length > 0);

  test.each(edges)('no longer laid at $coordinate', async ({ coordinate }) => {
    const asked = operationThrough(coordinate);
    const holds = async (by: Policy): Promise<boolean> =>
      !(await stage({ schema, policy: by }, asked, { foreignAt: coordinate })).hasSecret;
    const tripwire = only('tripwire', policy);
    const verdict = await isKilled(
      `no tripwire at ${coordinate}`,
      () => holds(tripwire),
      () => holds({ ...without(tripwire, coordinate, 'yieldsOwned'), isImplied: tripwire.isImplied }),
    );
    expect(verdict).toBe(true);
  });

  /** An operation that selects a coordinate: the first of all root fields' that leads there. */
  function operationThrough(coordinate: string): Operation {
    if (isRoot(coordinate)) return operation(coordinate);
    const found = fields
      .filter((field) => isRoot(field.coordinate))
      .map((field) => operation(field.coordinate))
      .find(({ coordinates }) => coordinates.has(coordinate));
    if (!found) throw new Error(`Nothing leads to ${coordinate}.`);
    return found;
  }
});
