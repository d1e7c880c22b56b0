import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#database/logins.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { queueUp, until, waitingFor } from '../support/queue-up.ts';

// One connection: whoever loses it, loses the product.
let product: TestProduct;
let tenant: Tenant;
let personaId: string;
beforeAll(async () => {
  product = await startTestProduct({ poolSize: 1 });
  tenant = await product.signUp('ada');
  personaId = (await makePersona(tenant)).id;
  await product.matched();
});
afterAll(() => product.stop());

const rename = (fullName: string): Promise<Answer> =>
  tenant.send(
    'mutation ($id: ID!, $fullName: String!) { updatePersona(id: $id, input: { fullName: $fullName }) { id } }',
    { id: personaId, fullName },
  );
const nameOf = async (): Promise<string | undefined> =>
  (
    await tenant.ask<{ persona: { fullName: string } }>('query ($id: ID!) { persona(id: $id) { fullName } }', {
      id: personaId,
    })
  ).persona.fullName;

/** Keeps the app's next statement on personas waiting, kills its connection meanwhile, and then lets go. */
async function killDuring(lock: string, request: () => Promise<Answer>): Promise<Answer> {
  return withClient(product.database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query(lock);
    const answer = request();
    await until(async () => (await waitingFor(product.database)) === 1);
    await product.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where wait_event_type = 'Lock' and usename = 'tenure_app' and datname = current_database()`,
    );
    await client.query('rollback');
    return answer;
  });
}

const unavailable = [['OVERLOADED'], 'The database does not answer at the moment. Try again soon.'];
const saidOf = (answer: Answer) => [codesOf(answer), answer.body.errors?.[0]?.message];

describe('a connection that is killed', () => {
  it('within a mutation takes it along, and the next request has another', async () => {
    const answer = await killDuring('select from personas for update', () => rename('Nobody'));
    expect(saidOf(answer)).toEqual(unavailable);
    expect(answer.body.data).toBeNull();
    expect(await nameOf()).toBe('Ada Lovelace');
  });

  it('within a query takes what was asked along, and the next request has another', async () => {
    const answer = await killDuring('lock table personas in access exclusive mode', () =>
      tenant.send('{ personas { id } }'),
    );
    expect(saidOf(answer)).toEqual(unavailable);
    expect(await nameOf()).toBe('Ada Lovelace');
  });

  it('between requests is not even noticed', async () => {
    await nameOf();
    await product.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tenure_app' and datname = current_database()`,
    );
    await until(async () => {
      // Whoever listens comes back by itself.
      const open = `select from pg_stat_activity
        where usename = 'tenure_app' and datname = current_database() and query not like 'listen %'`;
      return (await product.database.query(open)).length === 0;
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => tenant.send('{ me { email } }')));
    // The pool may learn of it only from the first who takes the connection.
    expect(answers.flatMap(codesOf).length).toBeLessThanOrEqual(1);
    expect(await nameOf()).toBe('Ada Lovelace');
  });
});

describe('a commit that fails', () => {
  it('is told, leaves nothing, and gives its connection back', async () => {
    await product.database.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused at commit'; end $$;
      create constraint trigger refused after update on personas deferrable initially deferred
        for each row execute function refuse()`);
    const answers = [await rename('Nobody'), await rename('Nobody')];
    await product.database.query('drop trigger refused on personas; drop function refuse()');
    for (const { body, headers } of answers) {
      expect(body.data).toBeNull();
      expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
      ]);
      expect(JSON.stringify(body)).not.toContain('refused at commit');
    }
    expect(await nameOf()).toBe('Ada Lovelace');
    expect(codesOf(await rename('Ada Lovelace'))).toEqual([]);
  });

  it('hands no cookies out', async () => {
    await product.database.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused at commit'; end $$;
      create constraint trigger refused after insert on sessions deferrable initially deferred
        for each row execute function refuse()`);
    const document = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
    const browser = { 'x-tenure-client': 'web', origin: product.url, 'apollo-require-preflight': '1' };
    const input = { email: tenant.email, password: tenant.password };
    const answer = await product.send(document, { input }, browser);
    await product.database.query('drop trigger refused on sessions; drop function refuse()');
    expect([codesOf(answer), answer.headers.get('set-cookie')]).toEqual([['INTERNAL_SERVER_ERROR'], null]);
    expect((await product.send(document, { input }, browser)).headers.getSetCookie()).toHaveLength(3);
  });
});

describe('fields that fail', () => {
  it('leave no connection behind, though others of the same answer were still at work', async () => {
    await product.database.query('revoke select on personas from tenure_app');
    const document = `query ($id: ID!) {
      personas { id } persona(id: $id) { id } personaJobs(personaId: $id) { totalCount nodes { id } }
      applications(personaId: $id) { totalCount } mySessions { id } me { email hasPassword }
    }`;
    const answers: Answer[] = [];
    for (let round = 0; round < 10; round += 1) answers.push(await tenant.send(document, { id: personaId }));
    await product.database.query('grant select on personas to tenure_app');
    for (const answer of answers) {
      expect(new Set(codesOf(answer))).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
      expect(answer.body.data).toBeNull();
    }
    expect(await nameOf()).toBe('Ada Lovelace');
  });
});

describe('requests that meet', () => {
  it('wait for a free connection no longer than five seconds', async () => {
    const [held, waiting] = await withClient(product.database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('select from personas for update');
      const first = rename('Ada Lovelace');
      await until(async () => (await waitingFor(product.database)) === 1);
      const second = await rename('Nobody');
      await client.query('rollback');
      return [await first, second];
    });
    expect(held && codesOf(held)).toEqual([]);
    expect(waiting && saidOf(waiting)).toEqual(unavailable);
    expect(await nameOf()).toBe('Ada Lovelace');
  });

  it('never see what is another’s, however they are mixed', async () => {
    const tenants = await Promise.all(['one', 'two', 'three'].map((name) => product.signUp(`mixed-${name}`)));
    const own = await Promise.all(
      tenants.map(async (each) => ({ each, id: (await makePersona(each, { fullName: each.email })).id })),
    );
    const ids = own.map(({ id }) => id);
    const document = `query ($a: ID!, $b: ID!, $c: ID!) {
      me { email } personas { id fullName }
      a: persona(id: $a) { id } b: persona(id: $b) { id } c: persona(id: $c) { id }
    }`;
    const variables = { a: ids[0], b: ids[1], c: ids[2] };
    const rounds = Array.from({ length: 40 }, (_, index) => own[index % own.length] ?? { each: tenant, id: '' });
    const answers = await Promise.all(
      rounds.map(async ({ each, id }) => ({ each, id, data: await each.ask(document, variables) })),
    );
    for (const { each, id, data } of answers) {
      const mine = (of: string | undefined) => (of === id ? { id } : null);
      expect(data).toEqual({
        me: { email: each.email },
        personas: [{ id, fullName: each.email }],
        a: mine(ids[0]),
        b: mine(ids[1]),
        c: mine(ids[2]),
      });
    }
  });

  it('change one persona one after the other', async () => {
    const many = await startTestProduct();
    const own = await many.signUp('ada');
    const { id } = await makePersona(own);
    const set = (input: string) => () => own.send(`mutation { updatePersona(id: "${id}", input: ${input}) { id } }`);
    const answers = await queueUp(many.database, `select from personas where id = '${id}' for update`, [
      set('{ homeCity: "Bern", homeState: "BE" }'),
      set('{ homeCity: "Basel" }'),
      set('{ phone: "1" }'),
    ]);
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await own.ask('{ personas { homeCity homeState phone } }')).toEqual({
      personas: [{ homeCity: 'Basel', homeState: 'BE', phone: '1' }],
    });
    await many.stop();
  });
});
