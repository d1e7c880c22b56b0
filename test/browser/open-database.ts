import { Client } from 'pg';
import { findRunning } from '../../src/database/embedded-postgres.ts';
import type { Written } from '../support/seed.ts';

/** Opens the database of a running product as its superuser: for what only time or staff would do. */
export async function openDatabase(dataFolder: string): Promise<Written & AsyncDisposable> {
  const running = await findRunning(dataFolder);
  if (!running) throw new Error('The product has no database.');
  const { host, port, superuser: user, password } = running;
  const client = new Client({ host, port, user, password, database: 'tenure' });
  await client.connect();
  return {
    query: async (text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as never,
    [Symbol.asyncDispose]: () => client.end(),
  };
}
