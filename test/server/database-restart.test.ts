import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder, type EmbeddedPostgres } from '#database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, withClient } from '#database/logins.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { migrateUp } from '../../src/server/migrations.ts';
import { makePersona } from '../support/personas.ts';
import { temporaryFolder } from '../support/process.ts';
import { codesOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

const folder = temporaryFolder();
let server: EmbeddedPostgres;
let product: TestProduct;
let tenants: readonly Tenant[];
beforeAll(async () => {
  server = await openDataFolder({ folder: folder.path, isDurable: false, log: () => undefined });
  const { host, port, superuser, password } = server;
  const adminUrl = `postgres://${superuser}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
  const passwords = derivedPasswords(password);
  await ensureLogins(adminUrl, 'tenure', passwords);
  const urls = loginUrls(adminUrl, 'tenure', passwords);
  await migrateUp(urls.owner, compileSchema().policy);
  product = await startTestProduct({ urls });
  tenants = [await product.signUp('ada'), await product.signUp('bob')];
  for (const tenant of tenants) await makePersona(tenant, { fullName: tenant.email });
  await product.matched();
  // What is not durable is so now.
  await withClient(adminUrl, (client) => client.query('checkpoint'));
});
afterAll(async () => {
  await product.stop();
  await server.stop();
  folder.remove();
});

const query = '{ me { email } personas { fullName } }';
const rightFor = ({ email }: Tenant): object => ({ data: { me: { email }, personas: [{ fullName: email }] } });

interface Counts {
  right: number;
  unavailable: number;
}

interface Load {
  /** How many answers of each kind there were. */
  readonly counts: Readonly<Counts>;
  /** What no answer may be. */
  readonly wrong: readonly unknown[];
  /** Resolves once the answers are such, or one was wrong. */
  readonly reached: (isSo: (counts: Readonly<Counts>) => boolean) => Promise<void>;
  /** Lets the requests under way finish. @throws where one has no answer */
  readonly end: () => Promise<void>;
}

/** Sixteen clients that ask again as soon as they have their answer. */
function startLoad(): Load {
  const counts: Counts = { right: 0, unavailable: 0 };
  const wrong: unknown[] = [];
  let isOver = false;
  let onAnswer = (): void => undefined;
  const judge = (tenant: Tenant, answer: Answer): void => {
    const codes = codesOf(answer);
    if (isDeepStrictEqual(answer.body, rightFor(tenant))) counts.right += 1;
    else if (codes.length > 0 && codes.every((code) => code === 'OVERLOADED')) counts.unavailable += 1;
    else wrong.push(answer.body);
    onAnswer();
  };
  const client = async (tenant: Tenant | undefined): Promise<void> => {
    while (tenant && !isOver) judge(tenant, await tenant.send(query));
  };
  const clients = Array.from({ length: 16 }, (_, at) => client(tenants[at % tenants.length]));
  return {
    counts,
    wrong,
    reached: (isSo) =>
      new Promise((resolve) => {
        onAnswer = () => {
          if (isSo(counts) || wrong.length > 0) resolve();
        };
      }),
    end: async () => {
      isOver = true;
      await Promise.all(clients);
    },
  };
}

const signals = { 'in haste': 'SIGINT', 'at once, as after a crash': 'SIGQUIT' } as const;

describe('a database that is restarted under load', () => {
  it.each(Object.entries(signals))(
    '%s fails requests at worst, and all is well again by itself',
    async (_how, signal) => {
      const load = startLoad();
      await load.reached(({ right }) => right > 100);
      process.kill(postmaster(), signal);
      await load.reached(({ unavailable }) => unavailable > 0);
      const { right: before } = load.counts;
      await load.reached(({ right }) => right > before + 100);
      await load.end();
      expect(load.wrong).toEqual([]);
      // More at once than there are connections: none was lost.
      const many = Array.from({ length: 20 }, () => tenants).flat();
      const answers = await Promise.all(many.map((tenant) => tenant.send(query)));
      expect(answers.map(({ body }) => body)).toEqual(many.map(rightFor));
    },
  );
});

const postmaster = (): number =>
  Number(readFileSync(join(folder.path, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
