import { expect, it, vi } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { uncounted } from '../support/counters.ts';
import { startTestProduct } from '../support/product.ts';

it.each([
  ['nobody can sign tokens', { jwtSecrets: [] }, 'JWT_SECRETS'],
  ['nobody can encrypt', { encryptionKeys: [] }, 'ENCRYPTION_KEYS'],
  ['the address is another machine’s', { host: '192.0.2.1' }, 'EADDRNOTAVAIL'],
])('what is half started is closed again where %s', async (_what, options, told) => {
  const database = await createDatabase();
  const counters = { ...uncounted, stop: vi.fn<() => Promise<void>>(async () => undefined) };
  await expect(startTestProduct({ ...options, counters }, database)).rejects.toThrow(told);
  expect(counters.stop).toHaveBeenCalledTimes(1);
  await database.drop();
});
