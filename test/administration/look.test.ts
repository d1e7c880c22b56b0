import { NIL } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { errorOf, eventsOf, signUpStaff } from '../support/staff.ts';
import { missingId } from '../support/twins.ts';

let product: TestProduct;
let admin: Tenant;
let support: Tenant;
const tenants = new Map<string, Tenant>();
beforeAll(async () => {
  product = await startTestProduct();
  admin = await signUpStaff(product, 'admin', 'ADMIN');
  support = await signUpStaff(product, 'support', 'SUPPORT');
  for (const name of ['ada', 'bob', 'car_ol', 'caXol']) {
    // Two are opened in the same moment.
    if (name !== 'bob') aSecondLater();
    tenants.set(name, await product.signUp(name));
  }
  await product.database.query(`update users set name = 'Ada 100% Lovelace\\' where email = 'ada@example.com'`);
});
afterAll(() => product.stop());

const idOf = (name: string): string => tenants.get(name)?.userId ?? '';
/** Events of one moment are in no order. */
const aSecondLater = (): void => {
  product.clock.now = new Date(product.clock.now.getTime() + 1000);
};

interface Users {
  readonly adminUsers: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly email: string }[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: Readonly<Record<string, unknown>>;
  };
}
const usersDocument = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
  adminUsers(search: $search, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { email } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const users = async (variables: object = {}, as = support): Promise<Users['adminUsers']> =>
  (await as.ask<Users>(usersDocument, variables)).adminUsers;
const namesOf = ({ nodes }: Users['adminUsers']): string[] => nodes.map(({ email }) => email.split('@')[0] ?? '');

describe('adminUsers', () => {
  it('shows support the accounts, and of each what its owner sees of the account', async () => {
    const fields = 'id email emailVerified name roles disabledAt createdAt';
    const { adminUsers } = await support.ask<{ adminUsers: { nodes: readonly object[] } }>(
      `{ adminUsers(search: "ada@") { nodes { ${fields} } } }`,
    );
    const { me } = await (tenants.get('ada') as Tenant).ask<{ me: object }>(
      '{ me { id email emailVerified name roles createdAt } }',
    );
    expect(adminUsers.nodes).toEqual([{ ...me, disabledAt: null }]);
  });

  it('lists all of them, newest first, in pages that meet, forward and back', async () => {
    const whole = await users();
    expect(whole.totalCount).toBe(6);
    const rows = await product.database.query<{ email: string }>(
      'select email from users order by created_at desc, id desc',
    );
    expect(whole.nodes).toEqual(rows);
    const names = namesOf(whole);
    const [forward, back]: [string[], string[]] = [[], []];
    for (let after: unknown = null, more = true; more;) {
      const page = await users({ first: 2, after });
      expect(page.totalCount).toBe(6);
      forward.push(...namesOf(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo as { endCursor: unknown; hasNextPage: boolean });
    }
    for (let before: unknown = null, more = true; more;) {
      const page = await users({ last: 1, before });
      back.unshift(...namesOf(page));
      ({ startCursor: before, hasPreviousPage: more } = page.pageInfo as {
        startCursor: unknown;
        hasPreviousPage: boolean;
      });
    }
    expect([forward, back]).toEqual([names, names]);
  });

  it.each([
    ['ADA', ['ada']],
    ['lovelace', ['ada']],
    ['  bob@example ', ['bob']],
    ['r_o', ['car_ol']],
    ['_', ['car_ol']],
    ['100%', ['ada']],
    ['%', ['ada']],
    ['\\', ['ada']],
    ["'; drop table users; --", []],
    ['nobody at all', []],
    ['', ['caxol', 'car_ol', 'bob', 'ada', 'support', 'admin']],
  ])(
    'finds what has %j in its address or name, in whatever case, and takes no character for another',
    async (...given) => {
      const [search, names] = given;
      const found = await users({ search });
      expect(namesOf(found).toSorted()).toEqual(names.toSorted());
      expect(found.totalCount).toBe(names.length);
    },
  );

  it.each([
    [{ search: 'a'.repeat(256) }, 'search'],
    [{ search: 'a\0b' }, 'search'],
    [{ first: 0 }, 'first'],
    [{ last: 101 }, 'last'],
    [{ first: 1, before: 'x' }, 'before'],
    [{ after: 'x' }, 'after'],
    [{ after: Buffer.from('["2025-01-01T00:00:00.000Z","no id"]').toString('base64url') }, 'after'],
  ])('says what is wrong with %j', async (variables, field) => {
    expect(errorOf(await support.send(usersDocument, variables))).toEqual({ code: 'BAD_USER_INPUT', field });
  });

  it('shows nothing behind a cursor of nothing', async () => {
    const after = Buffer.from('[null,null]').toString('base64url');
    expect((await users({ after })).nodes).toEqual([]);
  });

  it('tells nothing of a job search', async () => {
    for (const field of ['personas { id }', 'applications { id }', 'sessions { id }', 'hasPassword']) {
      const answer = await admin.send(`{ adminUsers { nodes { ${field} } } }`);
      expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('leaves an entry each time, of whoever looked', async () => {
    const before = (await eventsOf(product, null)).length;
    aSecondLater();
    await Promise.all([users(), users(), users(), users()]);
    aSecondLater();
    await users({}, admin);
    const look = { event: 'ADMIN_ACT', outcome: 'SUCCEEDED', in_session: true, detail: 'looked at accounts' };
    const bySupport = { ...look, actor_id: support.userId };
    expect((await eventsOf(product, null)).slice(before)).toEqual([
      bySupport,
      bySupport,
      bySupport,
      bySupport,
      { ...look, actor_id: admin.userId },
    ]);
  });
});

interface Events {
  readonly adminAuditEvents: { readonly totalCount: number; readonly nodes: readonly Record<string, unknown>[] };
}
const eventFields = 'id at event outcome userId actorId sessionId ip userAgent detail';
const events = async (variables: object = {}): Promise<Events['adminAuditEvents']> =>
  (
    await admin.ask<Events>(
      `query ($userId: ID, $first: Int) { adminAuditEvents(userId: $userId, first: $first) { totalCount nodes { ${eventFields} } } }`,
      variables,
    )
  ).adminAuditEvents;

describe('adminAuditEvents', () => {
  it('shows what happened to everybody, latest first, this look included', async () => {
    aSecondLater();
    await users();
    aSecondLater();
    const { nodes, totalCount } = await events({ first: 2 });
    expect(totalCount).toBe((await product.database.query('select from audit_events')).length);
    expect(nodes[0]).toMatchObject({
      event: 'ADMIN_ACT',
      outcome: 'SUCCEEDED',
      userId: null,
      actorId: admin.userId,
      detail: 'looked at the audit log',
      userAgent: 'node',
    });
    expect(nodes[1]).toMatchObject({ actorId: support.userId, detail: 'looked at accounts' });
  });

  it('shows what happened to one account alone, and tells its owner who looked', async () => {
    await admin.ask('mutation ($id: ID!) { adminRevokeSessions(userId: $id) }', { id: idOf('bob') });
    const { nodes } = await events({ userId: idOf('bob').toUpperCase() });
    expect(nodes.every(({ userId }) => userId === idOf('bob'))).toBe(true);
    expect(nodes.map(({ event, detail }) => [event, detail])).toEqual(
      expect.arrayContaining([
        ['SESSION_REVOKED', 'all, by an admin'],
        ['ADMIN_ACT', 'looked at the audit log'],
      ]),
    );
  });

  it('shows of an account that is none nothing but that it was asked for', async () => {
    const before = (await eventsOf(product, missingId)).length + (await eventsOf(product, NIL)).length;
    expect(before).toBe(0);
    const looks = [];
    for (const userId of [missingId, 'no-id-at-all', '']) looks.push((await events({ userId })).nodes);
    const look = expect.objectContaining({ event: 'ADMIN_ACT', detail: 'looked at the audit log' });
    // What is no id is looked up as one that nothing has.
    expect(looks).toEqual([[look], [look], [look, look]]);
  });

  it('keeps what it tells of to itself when an account is deleted', async () => {
    const gone = await product.signUp('gone');
    await admin.ask('mutation ($id: ID!) { adminRevokeSessions(userId: $id) }', { id: gone.userId });
    await product.database.query('delete from users where id = $1', [gone.userId]);
    const { nodes } = await events({ userId: gone.userId });
    expect(nodes.map(({ event }) => event)).toContain('SESSION_REVOKED');
  });
});
