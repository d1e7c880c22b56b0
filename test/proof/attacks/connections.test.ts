import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FlightPool } from '#database/flight-pool.ts';
import { withClient } from '#database/logins.ts';
import { forkFor } from '#database/rows.ts';
import { openAppOrm } from '../../support/app-orm.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { fly, openFlightPool, probe, seedOwner, statement, type SeededOwner } from '../../support/flights.ts';
import { makePersona } from '../../support/personas.ts';
import { codesOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../../support/product.ts';
import { blocked, whileLocked } from '../../support/queue-up.ts';

// What one tenant leaves on a connection is what the next one finds. Everything here has one connection for all.

describe('one connection and its prepared statements', () => {
  let database: TestDatabase;
  let ada: SeededOwner;
  let bob: SeededOwner;
  let pool: FlightPool;
  beforeAll(async () => {
    database = await createDatabase();
    [ada, bob] = [await seedOwner(database, 'ada', 2), await seedOwner(database, 'bob', 3)];
    ({ pool } = openFlightPool(database, { size: 1 }));
  });
  afterAll(async () => {
    await pool.close();
    await database.drop();
  });

  const backend = statement('select pg_backend_pid()');
  const prepared = statement(
    `select generic_plans > 0, count(*) over () from pg_prepared_statements where statement like 'select owner_id, full_name%'`,
  );

  test.each(['auto', 'force_custom_plan', 'force_generic_plan'])(
    'serve one owner, another, and the first again, by one plan or by one each: %s',
    async (mode) => {
      const planned = statement(`select set_config('plan_cache_mode', '${mode}', true)`);
      const seen: unknown[] = [];
      for (const owner of [ada, bob, ada, bob, bob, ada]) {
        const [, pid, rows, plans] = await fly(pool, owner.ownerId, [planned, backend, probe, prepared]);
        expect(rows).toEqual(owner.rows);
        seen.push([pid, plans?.[0]?.[1]]);
      }
      // The same one, prepared once: there was something to get wrong.
      expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    },
  );

  test('keep no owner: nobody’s statement sees nothing, on the very connection', async () => {
    const [[pid]] = (await fly(pool, ada.ownerId, [backend])) as [[readonly string[]]];
    expect(await pool.send([probe])).toEqual([[]]);
    expect(await fly(pool, null, [probe, backend])).toEqual([[], [pid]]);
  });

  test('would keep one that was set for the session, as poolers and pools hand it on', async () => {
    await withClient(database.urls.app, async (client) => {
      await client.query(`select set_config('app.owner_id', $1, false)`, [ada.ownerId]);
      const { rows } = await client.query('select owner_id from personas');
      expect(rows).toEqual(ada.rows.map(([owner_id]) => ({ owner_id })));
    });
  });

  test('end with the transaction in the ORM too, in whatever way it ends', async () => {
    const orm = await openAppOrm(database, { poolSize: 1 });
    const left = (): Promise<unknown> =>
      orm.em
        .fork()
        .getConnection()
        .execute(`select current_setting('app.owner_id', true) as owner, (select count(*)::int from personas) as rows`);
    const ends: readonly ((em: EntityManager) => Promise<unknown>)[] = [
      (em) => em.commit(),
      (em) => em.rollback(),
      (em) => em.execute('select 1 / 0').catch(() => em.rollback()),
    ];
    for (const end of ends) {
      const em = forkFor(orm, ada.ownerId);
      await em.begin();
      expect(await em.execute('select count(*)::int as rows from personas')).toEqual([{ rows: 2 }]);
      await end(em);
      expect(await left()).toEqual([{ owner: '', rows: 0 }]);
    }
    await orm.close();
  });
});

describe('a product with one connection of each kind', () => {
  let product: TestProduct;
  let ada: Tenant;
  let bob: Tenant;
  let personas: { readonly ada: string; readonly bob: string };
  beforeAll(async () => {
    product = await startTestProduct({ poolSize: 1 });
    [ada, bob] = [await product.signUp('ada'), await product.signUp('bob')];
    personas = {
      ada: (await makePersona(ada, { fullName: 'Ada' })).id,
      bob: (await makePersona(bob, { fullName: 'Bob' })).id,
    };
    await product.matched();
  });
  afterAll(() => product.stop());

  const mine = '{ me { email } personas { id fullName } mySessions { current } }';
  const rename =
    'mutation ($id: ID!, $name: String!) { updatePersona(id: $id, input: { fullName: $name }) { fullName } }';

  /** Reads and writes of both, right after whatever was done to the connections. */
  async function expectEachTheirs(): Promise<void> {
    for (const [tenant, id, fullName] of [
      [bob, personas.bob, 'Bob'],
      [ada, personas.ada, 'Ada'],
      [bob, personas.bob, 'Bob'],
    ] as const) {
      const own = { me: { email: tenant.email }, personas: [{ id, fullName }], mySessions: [{ current: true }] };
      expect((await tenant.send(mine)).body).toEqual({ data: own });
      expect(await tenant.ask(rename, { id, name: fullName })).toEqual({ updatePersona: { fullName } });
      const other = tenant === ada ? personas.bob : personas.ada;
      expect(codesOf(await tenant.send(rename, { id: other, name: 'Mallory' }))).toEqual(['NOT_FOUND']);
    }
    // The relay reads personas too: what it waits for is not to be taken for a request's.
    await product.matched();
  }

  /** Ends what waits for a lock, by the function named. */
  const end = (how: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<unknown> =>
    product.database.query(
      `select ${how}(pid) from pg_stat_activity
       where wait_event_type = 'Lock' and usename = 'tenure_app' and datname = current_database()`,
    );

  const requests: Readonly<Record<string, () => Promise<Answer>>> = {
    query: () => ada.send(mine),
    mutation: () => ada.send(rename, { id: personas.ada, name: 'Nobody' }),
  };

  test('serves one, the other, and the first again', expectEachTheirs);

  describe.each(Object.entries(requests))('after a %s of one', (_kind, request) => {
    test.each(['pg_cancel_backend', 'pg_terminate_backend'] as const)(
      'that was ended from outside, the other finds nothing of it: %s',
      async (how) => {
        const answer = await whileLocked(product.database, async () => {
          const asked = request();
          await blocked(product.database, 1);
          await end(how);
          return asked;
        });
        expect(codesOf(answer)).not.toEqual([]);
        expect(answer.text).not.toContain('Nobody');
        await expectEachTheirs();
      },
    );
  });

  test('after a query whose client hung up the other finds nothing of it', async () => {
    await whileLocked(product.database, async () => {
      const client = new AbortController();
      const asked = fetch(`${product.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query: mine }),
        headers: { 'content-type': 'application/json', ...ada.headers },
        signal: client.signal,
      }).catch((error: Error) => error.name);
      await blocked(product.database, 1);
      client.abort();
      expect(await asked).toBe('AbortError');
      await blocked(product.database, 0);
    });
    await expectEachTheirs();
  });

  test('after a mutation that fails half way the other finds nothing of it, and the first keeps nothing', async () => {
    const half = `mutation ($id: ID!, $other: ID!) {
      a: updatePersona(id: $id, input: { fullName: "Nobody" }) { fullName }
      b: updatePersona(id: $other, input: { fullName: "Nobody" }) { fullName } }`;
    expect(codesOf(await ada.send(half, { id: personas.ada, other: personas.bob }))).toEqual(['NOT_FOUND']);
    await expectEachTheirs();
  });

  test('when both ask at once, again and again, each gets theirs', async () => {
    const rounds = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? ada : bob));
    const answers = await Promise.all(rounds.map((tenant) => tenant.send(mine)));
    for (const [at, { body }] of answers.entries())
      expect(body.data).toMatchObject({
        me: { email: rounds[at]?.email },
        personas: [{ fullName: at % 2 === 0 ? 'Ada' : 'Bob' }],
      });
  });
});
