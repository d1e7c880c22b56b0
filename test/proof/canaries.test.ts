import type { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalNow } from '#authorization/viewer.ts';
import { payloads } from './payloads.ts';
import { aDay, effort } from './effort.ts';
import { inputCoordinates } from './operations.ts';
import { report } from './report.ts';
import { askRoutes } from './routes.ts';
import { idClassesFor, survey, together, type Survey } from './survey.ts';
import { ownedTables } from './owned-rows.ts';
import { startWorld, type World } from './world.ts';

// Whatever Bob has is a canary. Nobody else may hear one, whatever they ask.

const { seed, operations, minutes } = effort();
const until = Date.now() + minutes * 60_000;

/**
 * What takes a code of an app, or the answer of an authenticator, which nobody makes up: a step-up too, since the accounts
 * here have a second factor.
 */
const beyondMaking: ReadonlySet<string> = new Set([
  'completeMfa',
  'stepUp',
  'confirmTotpEnrollment',
  'registerPasskey',
  'loginWithPasskey',
]);

describe('nothing of one tenant reaches another', () => {
  let world: World;
  let done: Survey;
  beforeAll(async () => {
    world = await startWorld();
    const options = { operations, texts: payloads, onProgress: progress };
    done = await survey(world, { seed, ...options });
    for (let more = seed + 1; Date.now() < until; more += 1)
      done = together(done, await survey(world, { seed: more, ...options }));
  }, aDay);
  afterAll(() => world.stop());

  test('Bob has rows in every table with an owner, and a canary in every text that one fits into', async () => {
    for (const { table, column } of ownedTables(world)) {
      const rows = await world.database.query<{ row: string }>(
        `select t::text as row from ${table} t where ${column} = $1`,
        [world.bob.userId],
      );
      expect([table, rows.length > 0]).toEqual([table, true]);
    }
    expect(world.unplanted).toEqual(['personas.salary_currency']);
  });

  test('Bob himself hears them: the ear can hear', async () => {
    const { text } = await world.bob.send(
      '{ personas { fullName targetRoles } applications(personaId: "x") { totalCount } }',
    );
    expect(world.canaries.in(text).length).toBeGreaterThan(3);
  });

  test('every kind of viewer is let in and refused as the policy judges them, and no otherwise', () => {
    expect(new Set(world.viewers.map(({ kind }) => kind)).size).toBe(world.viewers.length);
    expect([...done.misjudged]).toEqual([]);
  });

  test('no answer, header, cursor or log line holds any, and no row of his is touched', () => {
    expect(done.leaks).toEqual([]);
    expect(done.operations).toBeGreaterThanOrEqual(operations);
    expect(done.shapes.size).toBeGreaterThanOrEqual(Math.min(operations / 5, 2_000));
    expect(done.valid / done.operations).toBeGreaterThan(0.95);
  });

  test('every query gave the own to whoever may ask, and every mutation to somebody: what was asked could be answered', () => {
    const { policy } = world.compiled;
    const now = world.product.clock.now;
    const rootFields = [...policy.fields.values()].flatMap((root) => {
      const [type = '', field = ''] = root.coordinate.split('.');
      return ['Query', 'Mutation'].includes(type) ? [{ root, type, field }] : [];
    });
    const missed = rootFields.flatMap(({ root, type, field }) => {
      const due = world.viewers
        .filter(({ is, isAda }) => isAda && refusalNow(root, is, now) === null)
        .map(({ kind }) => `${field} as ${kind}`);
      const unanswered = due.filter((each) => !done.answered.has(each));
      // What takes ids has a part of its own that finds them; not every state of a row allows every change.
      const isMade = root.references.length === 0 && !beyondMaking.has(field);
      const isMissed = type === 'Query' || (isMade && unanswered.length === due.length);
      return isMissed ? unanswered : [];
    });
    expect(missed).toEqual([]);
  });

  test('no route tells anything, in whatever way it is asked', async () => {
    const { requests, leaks } = await askRoutes(world);
    report({
      name: 'routes',
      claim: 'No path of the server tells anything of another tenant, by any method.',
      counts: { requests, leaks: leaks.length },
      findings: leaks.map(({ viewer, request, found }) => ({
        what: `${viewer} heard ${found.slice(0, 3).join(', ')}`,
        outcome: 'leak',
        isGood: false,
        replay: request,
      })),
    });
    expect(requests).toBeGreaterThan(500);
    expect(leaks).toEqual([]);
  }, 180_000);

  test('every coordinate was asked for as every kind of viewer, with ids of every class where it takes any', () => {
    // What is subscribed to has a part of its own.
    const asked = [...world.compiled.policy.fields.values()].filter(
      ({ coordinate }) => !coordinate.startsWith('Subscription.'),
    );
    const classesFor = idClassesFor(world);
    const missed = asked.flatMap(({ coordinate, references }) =>
      world.viewers.flatMap((viewer) =>
        (references.length > 0 ? classesFor(viewer, rootField(coordinate)) : [undefined])
          .filter((idClass) => !done.coverage.has(coordinate, viewer.kind, idClass))
          .map((idClass) => `${coordinate} as ${viewer.kind}${idClass === undefined ? '' : ` with ids ${idClass}`}`),
      ),
    );
    for (const coordinate of inputCoordinates(world.schema))
      if (!world.viewers.some(({ kind }) => done.coverage.has(coordinate, kind))) missed.push(coordinate);
    report({
      name: 'canaries',
      claim: 'No response, header, cursor or log line holds a text or id of another tenant, whoever asks for whatever.',
      counts: {
        operations: done.operations,
        shapes: done.shapes.size,
        valid: done.valid,
        leaks: done.leaks.length,
        unreached: missed.length,
      },
      findings: [
        ...done.leaks.map(({ seed: leakSeed, viewer, found, document, variables }) => ({
          what: `seed ${leakSeed}: ${viewer} heard ${found.slice(0, 3).join(', ')}`,
          outcome: 'leak',
          isGood: false,
          replay: `${document} ${JSON.stringify(variables)}`,
        })),
        ...missed.map((what) => ({ what, outcome: 'not reached', isGood: false })),
      ],
    });
    expect(missed).toEqual([]);
  });
});

/** A root field as it is asked for, by its coordinate: nothing else takes ids. */
function rootField(coordinate: string): Parameters<ReturnType<typeof idClassesFor>>[1] {
  const [type = '', field = ''] = coordinate.split('.');
  return { kind: type.toLowerCase() as OperationTypeNode, field };
}

const progress = (count: number): void => {
  if (operations > 10_000) process.stderr.write(`  ${count} of ${operations} operations\n`);
};
