import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { insertRows, type Row } from '../support/seed.ts';

let replica: TestDatabase;
let product: TestProduct;
let tenant: Tenant;
let other: Tenant;
let personaId: string;

/** Brings the replica up to date; until then it lags. */
async function replicate(): Promise<void> {
  await replica.query('truncate users cascade');
  for (const table of ['users', 'sessions', 'personas', 'skills']) {
    const rows = await product.database.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
    await insertRows(
      replica,
      table,
      rows.map(({ row }) => row),
    );
  }
}

beforeAll(async () => {
  replica = await createDatabase();
  product = await startTestProduct(async ({ urls }) => ({ urls: { ...urls, replica: replica.urls.app } }));
  tenant = await product.signUp('ada');
  other = await product.signUp('bob');
  personaId = (await makePersona(tenant, { skills: [{ skillName: 'SQL' }] })).id;
  await product.matched();
  await replicate();
});
afterAll(async () => {
  await product.stop();
  await replica.drop();
});

const nameOf = (who: Tenant) =>
  who.ask('query ($id: ID!) { persona(id: $id) { fullName skills { skillName } } }', { id: personaId });
const nameIn = (database: TestDatabase) =>
  database.query('select full_name as name from personas where id = $1', [personaId]);

describe('a product with a replica', () => {
  it('reads queries there, and writes to the primary and reads what it writes from it', async () => {
    const changed = await tenant.ask(
      `mutation ($id: ID!) { updatePersona(id: $id, input: { fullName: "Ada King" }) { fullName skills { skillName } } }`,
      { id: personaId },
    );
    expect(changed).toEqual({ updatePersona: { fullName: 'Ada King', skills: [{ skillName: 'SQL' }] } });
    expect(await nameIn(product.database)).toEqual([{ name: 'Ada King' }]);
    expect(await nameIn(replica)).toEqual([{ name: 'Ada Lovelace' }]);
    expect(await nameOf(tenant)).toEqual({ persona: { fullName: 'Ada Lovelace', skills: [{ skillName: 'SQL' }] } });
    await replicate();
    expect(await nameOf(tenant)).toEqual({ persona: { fullName: 'Ada King', skills: [{ skillName: 'SQL' }] } });
  });

  it('shows nobody what is another’s there either', async () => {
    expect(await nameOf(other)).toEqual({ persona: null });
    expect(await other.ask('{ personas { id } }')).toEqual({ personas: [] });
  });
});
