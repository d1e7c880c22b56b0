import { expect, test } from 'vitest';
import { Watch } from '#notifications/watch.ts';

const open = (): Watch => new Watch(() => undefined);
const idOf = async (watch: Watch): Promise<unknown> => (await watch.next()).value?.id;

test('what changed is told in order, each once until it is read', async () => {
  const watch = open();
  watch.tell(['a', 'b']);
  watch.tell(['a']);
  expect([await idOf(watch), await idOf(watch)]).toEqual(['a', 'b']);
  watch.tell(['a']);
  expect(await idOf(watch)).toBe('a');
});

test('who waits is told at once', async () => {
  const watch = open();
  const next = idOf(watch);
  watch.tell(['a']);
  expect(await next).toBe('a');
});

test('what waits for a reader who is slow becomes "many", and no more than that', async () => {
  const watch = open();
  for (let count = 0; count < 1_000; count += 1) watch.tell([`${count}`]);
  expect(await idOf(watch)).toBeNull();
  watch.tell(['a']);
  expect(await idOf(watch)).toBe('a');
});

test('many at once stand for all that waited', async () => {
  const watch = open();
  watch.tell(['a']);
  watch.tell([]);
  watch.tell(['b']);
  expect(await idOf(watch)).toBeNull();
  watch.tell(['c']);
  expect(await idOf(watch)).toBe('c');
});

test('its end is told to who waits, and to whoever tells it', async () => {
  let isTold = false;
  const watch = new Watch(() => (isTold = true));
  const next = watch.next();
  await watch.return();
  expect(await next).toEqual({ done: true, value: undefined });
  watch.tell(['a']);
  expect(await watch.next()).toEqual({ done: true, value: undefined });
  expect(isTold).toBe(true);
});
