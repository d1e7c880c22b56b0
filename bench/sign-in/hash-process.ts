// Compares passwords with hashes as told by its parent: what signing in could be had for at best.
import { verify } from 'argon2';
import type { HashOrder, HashResult } from './hash-messages.ts';

process.on('message', (order: HashOrder) => {
  void run(order).then((result) => process.send?.(result));
});

async function run({ hash, password, concurrency, seconds }: HashOrder): Promise<HashResult> {
  const endsAt = performance.now() + seconds * 1000;
  let inTime = 0;
  const compareUntilEnd = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      if (!(await verify(hash, password))) throw new Error('The password does not match its hash.');
      if (performance.now() <= endsAt) inTime += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, compareUntilEnd));
  return { perSecond: inTime / seconds };
}
