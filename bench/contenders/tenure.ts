import { destination } from 'pino';
import { openLog } from '../../src/platform/open-log.ts';
import { allWalls, startProduct, type ProductOptions } from '../../src/server/product.ts';
import { uncounted } from '../../test/support/counters.ts';
import { announce, readOptions } from './serve.ts';

/**
 * What benchmarks need otherwise than users do: attempts without limits, accounts that open only once their address is
 * proven.
 */
const forBenchmarks: Partial<ProductOptions> = {
  counters: uncounted,
  registration: 'verified',
};

/** As many hashes at a time as anybody asks for: what runs then is for the threads of the process to say. */
const noGate = { running: 64, waiting: 64 };

// The product as `npm start` puts it together. With "open" the first wall is down: what remains is what authorization
// costs. With "ungated" nothing limits how many hashes run at a time.
const { urls, secret, poolSize } = readOptions();
const mode = process.argv[3];
const { port } = await startProduct({
  urls,
  jwtSecrets: [secret],
  encryptionKeys: [secret],
  host: '127.0.0.1',
  port: 0,
  corsOrigins: null,
  graphiql: false,
  log: openLog('warn', destination(2)),
  poolSize,
  ...forBenchmarks,
  ...(mode === 'ungated' ? { hashGate: noGate } : {}),
  walls: mode === 'open' ? { ...allWalls, wall1: { isUp: false } } : allWalls,
});
announce(port);
