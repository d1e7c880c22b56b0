import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileSchema } from '../../src/server/build-schema.ts';
import { report, type Finding } from './report.ts';
import { findsOwn, placesOf, tellingIds, traceAt } from './twin-ids.ts';
import { startWorld, type World } from './world.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// An id of another's row, of no row, of no form and of another type's row are told apart by nothing: not by the answer,
// not by its headers or length, not by what the database was asked.

const places = placesOf(compileSchema().policy);

let world: World;
const findings: Finding[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  report({
    name: 'twin ids',
    claim: 'Ids of others, of nobody, of no form and of another type get the same answer by the same statements.',
    counts: { places: places.length },
    findings,
  });
  await world.stop();
});

describe.each(places)('$field($at)', (place) => {
  test('says nothing of an id that is not the viewer’s', async () => {
    const telling = await tellingIds(world, place);
    const what = `${place.field}(${place.at})`;
    findings.push({ what, outcome: telling.join('; ') || 'tells nothing', isGood: telling.length === 0 });
    expect(telling).toEqual([]);
    const missing = await traceAt(world, place, { idClass: 'missing', seed: 7 });
    expect(missing.harm).toEqual([]);
    expect(missing.text).not.toMatch(/GRAPHQL_VALIDATION_FAILED|INTERNAL_SERVER_ERROR/);
    expect(missing.statements.length).toBeGreaterThan(2);
  });

  test('finds the viewer’s own, and for staff anybody’s', async () => {
    expect(await findsOwn(world, place)).toBe(true);
  });
});

describe.each(places.filter(({ isOfStaff }) => isOfStaff))('$field($at), which is staff’s', (place) => {
  test.each(['USER', 'SUPPORT', 'ADMIN long ago'])('refuses %s before any id is looked up', async (as) => {
    expect(await tellingIds(world, place, as)).toEqual([]);
    const { text, statements } = await traceAt(world, place, { idClass: 'foreign', seed: 7, as });
    expect(text).toMatch(as === 'ADMIN long ago' ? /"STEP_UP_REQUIRED"/ : /"FORBIDDEN"/);
    expect(statements.join('\n')).not.toContain('"users"');
  });
});
