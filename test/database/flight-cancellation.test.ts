import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlightPool } from '#database/flight-pool.ts';
import { flightOf, fly, openFlightPool, probe, statement } from '../support/flights.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { blocked, whileLocked } from '../support/queue-up.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct({ poolSize: 1 });
  tenant = await product.signUp('ada');
});
afterAll(() => product.stop());

const one = statement('select 1');

/** A pool of one connection with what it sent. */
function openPool(): { readonly pool: FlightPool; readonly sent: string[] } {
  const sent: string[] = [];
  const { pool } = openFlightPool(product.database, {
    size: 1,
    statementTimeoutMs: 60_000,
    onQuery: (line) => void sent.push(line),
  });
  return { pool, sent };
}

describe('a flight whose asker leaves', () => {
  it('ends in the database at once and gives its connection back', async () => {
    const { pool } = openPool();
    await whileLocked(product.database, async () => {
      const asker = new AbortController();
      const failed = pool.send(flightOf(pool, null, [probe]), asker.signal).catch((error: Error) => error);
      await blocked(product.database, 1);
      asker.abort();
      expect(await failed).toMatchObject({ code: '57014' });
      // The lock is held still: had the statement not been stopped, it would wait to this moment.
      await blocked(product.database, 0);
      expect(await fly(pool, null, [one])).toEqual([[['1']]]);
    });
    await pool.close();
  });

  it('before it has begun sends nothing', async () => {
    const { pool, sent } = openPool();
    await expect(pool.send([one], AbortSignal.abort())).rejects.toThrow('aborted');
    expect(sent).toEqual([]);
    expect(await fly(pool, null, [one])).toEqual([[['1']]]);
    await pool.close();
  });

  it('while it waits for a connection sends nothing, and the next in line has its turn', async () => {
    const { pool, sent } = openPool();
    const asker = new AbortController();
    const [failed, next, first] = await whileLocked(product.database, async () => {
      const first = fly(pool, null, [probe]);
      await blocked(product.database, 1);
      const failed = pool.send([statement('select 2')], asker.signal).catch((error: Error) => error.name);
      const next = fly(pool, null, [one]);
      asker.abort();
      return [failed, next, first];
    });
    expect(await first).toEqual([[]]);
    expect(await failed).toBe('AbortError');
    expect(await next).toEqual([[['1']]]);
    expect(sent.filter((line) => line.includes('select 2'))).toEqual([]);
    await pool.close();
  });

  it('after its answer changes nothing', async () => {
    const { pool } = openPool();
    const asker = new AbortController();
    const backend = (signal?: AbortSignal) => pool.send([statement('select pg_backend_pid()')], signal);
    const before = await backend(asker.signal);
    asker.abort();
    expect(await backend()).toEqual(before);
    await pool.close();
  });
});

describe('a query whose client hangs up', () => {
  it('ends in the database at once, and the one connection serves the next', async () => {
    await whileLocked(product.database, async () => {
      const client = new AbortController();
      const request = fetch(`${product.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query: '{ personas { id } }' }),
        headers: { 'content-type': 'application/json', ...tenant.headers },
        signal: client.signal,
      });
      const failed = request.catch((error: Error) => error.name);
      await blocked(product.database, 1);
      client.abort();
      expect(await failed).toBe('AbortError');
      await blocked(product.database, 0);
      expect(await tenant.ask('{ me { email } }')).toEqual({ me: { email: tenant.email } });
    });
  });
});

describe('a statement that takes too long', () => {
  it('is ended by the database, and its connection is kept', async () => {
    const options = { url: product.database.urls.app, size: 1, statementTimeoutMs: 10_000, warn: () => undefined };
    const pool = new FlightPool(options);
    const backend = statement('select pg_backend_pid()');
    /** Has no more time than what waits for ever needs; a busy machine may take as long for anything else. */
    const failInTime = (): Promise<void> =>
      whileLocked(product.database, async () => {
        options.statementTimeoutMs = 50;
        await expect(fly(pool, null, [backend, probe])).rejects.toMatchObject({ code: '57014' });
        options.statementTimeoutMs = 10_000;
      });
    const before = await fly(pool, null, [backend]);
    await failInTime();
    // Where it prepared anew, the failure leaves names in doubt; this time all were known.
    await fly(pool, null, [backend, probe]);
    const known = await fly(pool, null, [backend]);
    await failInTime();
    expect(await fly(pool, null, [backend])).toEqual(known);
    expect(known).not.toEqual(before);
    await pool.close();
  });
});
