// Hashes without end at the lowest priority: the CPUs are as busy as while others sign in, and the server is not.
import { availableParallelism, constants, setPriority } from 'node:os';
import { createPasswordHasher } from '../../src/identity/password-hash.ts';
import { password } from './accounts.ts';

// Before the first hash: threads begin with the priority of the one that starts them.
setPriority(constants.priority.PRIORITY_LOW);
const { hash } = createPasswordHasher();

async function hashForEver(): Promise<never> {
  for (;;) await hash(password);
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, hashForEver));
