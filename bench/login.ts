import type { BenchOptions } from './bench-options.ts';
import { startContender } from './contenders/start-contender.ts';
import { startBenchServer } from './database/bench-server.ts';
import { seed } from './database/seed.ts';
import type { LoadOrder } from './load/load-messages.ts';
import { startLoad } from './load/start-load.ts';
import { pinFamily } from './measure/pinning.ts';
import { tenureDocuments } from './operations/documents.ts';
import { prepare, requestsFor } from './operations/requests.ts';
import { reportLogin } from './report/report-login.ts';
import type { Scale } from './scales.ts';
import { accountCount, addressOf, password, seedPasswords } from './sign-in/accounts.ts';
import type { HashOrder } from './sign-in/hash-messages.ts';
import { runPhases } from './sign-in/phases.ts';
import { hashConcurrencies, startHashing, type Hashing } from './sign-in/start-hashing.ts';

/** Lists asked for a second: a tenth of the server's CPU, so that lists do not wait for each other. */
const readsPerSecond = 100;

/** Measures what signing in does to those who read, and what reading and the API take from signing in. */
export async function benchmarkLogin(options: BenchOptions): Promise<void> {
  const { scale, say, cleanUp } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  pinFamily(server.postmaster, 1);
  say(`Filling the database: ${scale.size.postings} postings, ${accountCount(scale.size)} accounts with a password …`);
  const database = await server.createDatabase('bench');
  await seed(database, scale.size);
  const hash = await seedPasswords(database, scale.size);
  const product = cleanUp.adopt(await startContender('tenure', database), (each) => each.stop());
  const processes = {
    postmaster: server.postmaster,
    server: product.pid,
    readers: cleanUp.adopt(startLoad(), (each) => each.stop()),
    signers: cleanUp.adopt(startLoad(), (each) => each.stop()),
    hashing: cleanUp.adopt(startHashing(), (each) => each.stop()),
  };
  const { rounds, seconds, warmUpSeconds } = scale.login;
  const load = loadOrders(product.port, scale);
  say('Warming up …');
  await processes.readers.put({ ...load.read, pace: undefined, seconds: warmUpSeconds });
  await processes.signers.put({ ...load.logins, seconds: warmUpSeconds });
  const fastest = await fastestHash(processes.hashing, { hash, password, seconds: Math.min(seconds, 2) });
  const orders = {
    read: { ...load.read, seconds },
    logins: { ...load.logins, seconds },
    hash: { ...fastest, seconds },
  };
  say('Measuring …');
  const samples = await runPhases({ ...processes, orders }, rounds, options.acceptsLoud);
  reportLogin({ samples, readsPerSecond, hashesAtOnce: fastest.concurrency }, options);
}

type Timeless = Omit<LoadOrder, 'seconds'>;

function loadOrders(port: number, { size, login }: Scale): { readonly read: Timeless; readonly logins: Timeless } {
  const accounts = Array.from({ length: accountCount(size) }, (_, index) => addressOf(index + 1));
  return {
    read: {
      port,
      requests: requestsFor('Q1', tenureDocuments, size),
      concurrency: 32,
      pace: readsPerSecond,
      leastBytes: 1_000,
    },
    logins: {
      port,
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

/** Tries how many comparisons at a time give the most a second. */
async function fastestHash(hashing: Hashing, order: Omit<HashOrder, 'concurrency'>): Promise<HashOrder> {
  const tried: { readonly order: HashOrder; readonly perSecond: number }[] = [];
  for (const concurrency of hashConcurrencies) {
    const each = { ...order, concurrency };
    tried.push({ order: each, ...(await hashing.run(each)) });
  }
  return tried.reduce((best, each) => (each.perSecond > best.perSecond ? each : best)).order;
}
