import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationTypeNode } from 'graphql';
import { compileSchema } from '../../src/server/build-schema.ts';
import { traceOf, type Trace } from '../support/twins.ts';
import { idClasses, OperationMaker, type IdClass, type Operation } from './operations.ts';
import { Random } from './random.ts';
import { report, type Finding } from './report.ts';
import { startWorld, type World } from './world.ts';

// An id of another's row, of no row, of no form and of another type's row are told apart by nothing: not by the answer,
// not by its headers or length, not by what the database was asked.

/** Every place of the schema where ids name rows. */
const places = [...compileSchema().policy.fields.values()].flatMap(({ coordinate, references }) => {
  const [root = '', field = ''] = coordinate.split('.');
  return references.map(({ path }) => ({ kind: root.toLowerCase() as OperationTypeNode, field, at: path.join('.') }));
});

let world: World;
const findings: Finding[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  report({
    name: 'twin ids',
    claim: 'Ids of others, of nobody, of no form and of another type get the same answer by the same statements.',
    counts: { places: places.length, classes: idClasses.length },
    findings,
  });
  await world.stop();
});

/** The same operation but for the ids at one place. */
function operationWith(place: (typeof places)[number], idClass: IdClass, seed = 7): Operation {
  const material = { ...world, policy: world.compiled.policy, cursors: [], texts: [] };
  return new OperationMaker(material, new Random(seed)).make({ ...place, idClass, isPlain: true });
}

async function trace(place: (typeof places)[number], idClass: IdClass, seed?: number): Promise<Trace> {
  const { document, variables } = operationWith(place, idClass, seed);
  const seen = await traceOf(world.product, () => world.ada.send(document, variables));
  expect(await world.restore()).toEqual([]);
  return seen;
}

describe.each(places)('$field($at)', (place) => {
  test('says nothing of an id that is not the viewer’s', async () => {
    const missing = await trace(place, 'missing');
    for (const idClass of idClasses.filter((each) => each !== 'own')) {
      const twin = await trace(place, idClass);
      findings.push({ what: `${place.field}(${place.at}) ${idClass}`, outcome: 'like a missing one', isGood: true });
      expect([idClass, twin]).toEqual([idClass, missing]);
    }
    expect(missing.text).not.toMatch(/GRAPHQL_VALIDATION_FAILED|INTERNAL_SERVER_ERROR/);
    expect(missing.statements.length).toBeGreaterThan(2);
  });

  test('finds the viewer’s own', async () => {
    // Not every state of a row allows every change: one of them does.
    let last = '';
    for (let seed = 1; seed <= mostTries; seed += 1) {
      last = (await trace(place, 'own', seed)).text;
      if (!last.includes('"errors"') && !/^\{"data":\{"\w+":null\}\}/.test(last)) return;
    }
    expect(last).toBe('an answer');
  });
});

const mostTries = 40;
