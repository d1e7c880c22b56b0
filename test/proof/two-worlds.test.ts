import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDay, effort } from './effort.ts';
import { report } from './report.ts';
import { compareWorlds, startWorlds, type Numbered } from './two-worlds.ts';

const { seed, operations } = effort();
/** Each is sent to every world, one after the other, with its statements listened to. */
const rounds = Math.max(200, Math.floor(operations / 20));

let worlds: Numbered[];
beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => Promise.all(worlds.map(({ world }) => world.stop())));

test(
  'whoever asks is told the same, whoever else there is, and leaves others as they were',
  async () => {
    const differences = await compareWorlds(worlds, { seed, rounds });
    report({
      name: 'two worlds',
      claim:
        'The same operations get the same bytes by the same statements, whoever else there is, and change nothing of theirs.',
      counts: { worlds: worlds.length, operations: rounds, differences: differences.length },
      findings: differences.map(({ world, viewer, operation }) => ({
        what: `${operation.field} as ${viewer}: ${world}`,
        outcome: 'differs',
        isGood: false,
        replay: `${operation.document} ${JSON.stringify(operation.variables)}`,
      })),
    });
    expect(differences).toEqual([]);
  },
  aDay,
);
