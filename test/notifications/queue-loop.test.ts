import { expect, onTestFinished, test } from 'vitest';
import { startQueueLoop } from '#notifications/queue-loop.ts';
import { openLog } from '#platform/open-log.ts';
import { createDatabase } from '../support/database.ts';

test('everything was taken once a pass finds nothing, and not when one fails', async () => {
  const database = await createDatabase('empty');
  onTestFinished(() => database.drop());
  const begun = Promise.withResolvers<number>();
  const passes: (() => Promise<number>)[] = [
    () => begun.promise,
    () => Promise.reject(new Error('The database is being restarted.')),
    () => Promise.resolve(1),
  ];
  const lines: string[] = [];
  const loop = startQueueLoop({
    url: database.urls.system,
    channel: 'tenure_test',
    name: 'queue',
    works: [async () => (await passes.shift()?.()) ?? 0],
    log: openLog('error', { write: (line: string) => void lines.push(line) }),
  });
  onTestFinished(() => loop.stop());
  const drained = loop.drained();
  begun.resolve(0);
  await drained;
  expect(passes).toEqual([]);
  expect(lines.join('')).toContain('queue failed; trying again');
});
