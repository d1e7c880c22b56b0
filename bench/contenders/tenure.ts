import { destination } from 'pino';
import { openLog } from '../../src/platform/open-log.ts';
import { allWalls, startProduct, type ProductOptions } from '../../src/server/product.ts';
import { announce, readOptions } from './serve.ts';

/**
 * What benchmarks need otherwise than users do belongs here: attempts without limits, accounts that open only once their
 * address is proven. The product has neither setting yet.
 */
const forBenchmarks: Partial<ProductOptions> = {};

// The product as `npm start` puts it together. With "open" the first wall is down: what remains is what authorization costs.
const { urls, secret, poolSize } = readOptions();
const isOpen = process.argv[3] === 'open';
const { port } = await startProduct({
  urls,
  jwtSecrets: [secret],
  host: '127.0.0.1',
  port: 0,
  corsOrigins: null,
  graphiql: false,
  log: openLog('warn', destination(2)),
  poolSize,
  ...forBenchmarks,
  walls: isOpen ? { ...allWalls, wall1: { isUp: false } } : allWalls,
});
announce(port);
