import type { BenchOptions } from './bench-options.ts';
import { startContender, type Contender } from './contenders/start-contender.ts';
import { startBenchServer } from './database/bench-server.ts';
import { seed } from './database/seed.ts';
import { startLoad } from './load/start-load.ts';
import { tenureDocuments } from './operations/documents.ts';
import { prepare, requestsFor } from './operations/requests.ts';
import { reportLogin } from './report/report-login.ts';
import type { Scale } from './scales.ts';
import { accountCount, addressOf, password, seedPasswords } from './sign-in/accounts.ts';
import { runPhases, type SignInBench } from './sign-in/phases.ts';

/** Lists asked for a second: a tenth of the server's CPU, so that lists do not wait for each other. */
const readsPerSecond = 100;

/**
 * Measures what signing in does to those who read, and what sparing them costs those who sign in. Nothing is pinned: how
 * hashes, event loop and PostgreSQL share the CPUs is what is measured.
 */
export async function benchmarkLogin(options: BenchOptions): Promise<void> {
  const { scale, say, cleanUp } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  say(`Filling the database: ${scale.size.postings} postings, ${accountCount(scale.size)} accounts with a password …`);
  const database = await server.createDatabase('bench');
  await seed(database, scale.size);
  await seedPasswords(database, scale.size);
  const start = async (name: 'tenure' | 'tenure-ungated'): Promise<Contender> =>
    cleanUp.adopt(await startContender(name, database, 'anywhere'), (each) => each.stop());
  const bench = {
    postmaster: server.postmaster,
    servers: { gated: await start('tenure'), ungated: await start('tenure-ungated') },
    readers: cleanUp.adopt(startLoad('anywhere'), (each) => each.stop()),
    signers: cleanUp.adopt(startLoad('anywhere'), (each) => each.stop()),
    orders: loadOrders(scale),
  };
  say('Warming up …');
  for (const { port } of Object.values(bench.servers)) {
    const warmUp = { port, seconds: scale.login.warmUpSeconds };
    await bench.readers.put({ ...bench.orders.read, ...warmUp, pace: undefined });
    await bench.signers.put({ ...bench.orders.logins, ...warmUp });
  }
  say('Measuring …');
  const samples = await runPhases(bench, scale.login.rounds, options.acceptsLoud);
  reportLogin({ samples, readsPerSecond }, options);
}

function loadOrders({ size, login }: Scale): SignInBench['orders'] {
  const { seconds } = login;
  const accounts = Array.from({ length: accountCount(size) }, (_, index) => addressOf(index + 1));
  return {
    read: {
      seconds,
      requests: requestsFor('Q1', tenureDocuments, size),
      concurrency: 32,
      pace: readsPerSecond,
      leastBytes: 1_000,
    },
    logins: {
      seconds,
      requests: accounts.map((email) =>
        prepare('Login', loginDocument, { tenant: null, variables: { input: { email, password } } }),
      ),
      concurrency: login.concurrency,
      leastBytes: 100,
      refusal: 'OVERLOADED',
    },
  };
}

const loginDocument = `mutation Login($input: LoginInput!) {
  login(input: $input) { ... on AuthSession { tokens { accessToken refreshToken } user { id } } }
}`;
