import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { elevenMinutesLater, errorOf, signUpStaff } from '../support/staff.ts';
import { missingId } from '../support/twins.ts';

let product: TestProduct;
let admin: Tenant;
let support: Tenant;
let user: Tenant;
let other: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  admin = await signUpStaff(product, 'admin', 'ADMIN');
  support = await signUpStaff(product, 'support', 'SUPPORT');
  user = await product.signUp('ada');
  other = await product.signUp('bob');
});
afterAll(() => product.stop());

const queries = {
  adminUsers: '{ adminUsers { totalCount nodes { id } } }',
  adminAuditEvents: '{ adminAuditEvents { totalCount nodes { id } } }',
  adminQuarantine: '{ adminQuarantine { totalCount nodes { id } } }',
} as const;
const acts = {
  setUserDisabled: 'mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }',
  adminRevokeSessions: 'mutation ($id: ID!) { adminRevokeSessions(userId: $id) }',
  approvePosting: 'mutation ($id: ID!) { approvePosting(id: $id) { id } }',
  rejectPosting: 'mutation ($id: ID!) { rejectPosting(id: $id) { id } }',
  setUserRole: 'mutation ($id: ID!) { setUserRole(userId: $id, role: SUPPORT) { id } }',
} as const;
const invitation = { inviteUser: 'mutation { inviteUser(email: "eve@example.com") }' } as const;
const all = Object.entries({ ...queries, ...acts, ...invitation });
const forAdmins = all.filter(([name]) => name !== 'adminUsers');

/** All that administration may change. */
const state = (): Promise<unknown[]> =>
  product.database.query(`
    select 'user' as what, id, array_to_string(roles, ',') as says, disabled_at as at from users
    union all select 'session', id, array_to_string(roles, ','), revoked_at from sessions
    union all select 'token', id, kind, used_at from one_time_tokens
    union all select 'mail', id, to_address, available_at from mails
    union all select 'event', id, event, at from audit_events order by 1, 2`);

/** What an operation answers where it is refused; nothing may have changed by it. */
async function refusalOf(work: () => ReturnType<TestProduct['send']>): Promise<unknown[]> {
  const before = await state();
  const answer = await work();
  expect(await state()).toEqual(before);
  expect(answer.body).not.toHaveProperty('data.adminUsers.totalCount');
  return [answer.status, ...codesOf(answer)];
}
const graphqlOnly = { accept: 'application/graphql-response+json' };

describe('administration', () => {
  it.each(all)('is nothing for who is signed out: %s', async (_name, document) => {
    expect(await refusalOf(() => product.send(document, { id: other.userId }, graphqlOnly))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it.each(all)('is nothing for an account like any other, whomever it names: %s', async (_name, document) => {
    for (const id of [other.userId, user.userId, missingId, 'no-id-at-all'])
      expect(await refusalOf(() => user.send(document, { id }, graphqlOnly))).toEqual([403, 'FORBIDDEN']);
  });

  it.each(forAdmins)('is nothing for support, who may look at accounts alone: %s', async (_name, document) => {
    for (const id of [other.userId, support.userId, missingId])
      expect(await refusalOf(() => support.send(document, { id }, graphqlOnly))).toEqual([403, 'FORBIDDEN']);
  });

  it.each(all)('needs a sign-in of the last ten minutes: %s', async (_name, document) => {
    await elevenMinutesLater(product, async () => {
      const ask = () => admin.send(document, { id: other.userId }, graphqlOnly);
      expect(await refusalOf(ask)).toEqual([401, 'STEP_UP_REQUIRED']);
      expect(errorOf(await ask())).toMatchObject({ maxAge: 600, methods: ['PASSWORD'] });
    });
  });

  it.each(Object.entries(acts))(
    'finds nothing by an id that is none, however it is none: %s',
    async (...[, document]) => {
      const answers: string[] = [];
      for (const id of [missingId, 'no-id-at-all', '', "' or true --"]) {
        expect(await refusalOf(() => admin.send(document, { id }))).toEqual([200, 'NOT_FOUND']);
        answers.push((await admin.send(document, { id })).text);
      }
      expect(new Set(answers).size).toBe(1);
    },
  );

  it('is nothing before the first password is changed', async () => {
    const fresh = await signUpStaff(product, 'fresh', 'ADMIN');
    await product.database.query('update sessions set must_change_password = true where owner_id = $1', [fresh.userId]);
    const answer = await fresh.send(queries.adminUsers);
    expect(errorOf(answer)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
  });

  it('stands alone in its document', async () => {
    const two = await admin.send('{ one: adminUsers { totalCount } two: adminUsers { totalCount } }');
    expect([two.status, ...codesOf(two)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    const beside = await admin.send('{ adminUsers { totalCount } me { id } }');
    expect([beside.status, ...codesOf(beside)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('reaches no more of a job search than postings and what is reported of them', async () => {
    const rows = await product.database.query(
      `select table_name from information_schema.role_table_grants where grantee = 'tenure_staff' group by 1 order by 1`,
    );
    expect(rows.map((row) => row['table_name'])).toEqual([
      'access_tokens',
      'audit_events',
      'job_postings',
      'job_reports',
      'mails',
      'one_time_tokens',
      'outbox_messages',
      'posting_sightings',
      'sessions',
      'users',
    ]);
  });
});
