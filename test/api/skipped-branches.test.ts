import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('ada');
  await makePersona(tenant, { skills: [{ skillName: 'SQL' }] });
});
afterAll(() => product.stop());

// What is skipped is not judged by the walls either, so it must not be executed.
describe('a branch that is skipped', () => {
  it.each([
    'query ($no: Boolean!) { me { name } me @include(if: $no) { email ... { email } } }',
    'query ($no: Boolean!) { me { name } ...F @include(if: $no) } fragment F on Query { me { email ... { email } } }',
    'query ($no: Boolean!) { me { name ... @include(if: $no) { email ...F } } } fragment F on User { email }',
    'query ($no: Boolean!) { me { name } me @skip(if: true) { email ... { email } } x: me @include(if: $no) { id } }',
    '{ me { name } me @skip(if: true) { email ... { email } } }',
  ])('is absent from the answer, whatever repeats within it: %s', async (query) => {
    expect(await tenant.ask(query, query.includes('$no') ? { no: false } : {})).toEqual({ me: { name: null } });
  });

  it('below rows is absent from each of them', async () => {
    const query = `query ($no: Boolean!) {
      personas { fullName skills { skillName } skills @include(if: $no) { id ... { id } } }
    }`;
    expect(await tenant.ask(query, { no: false })).toEqual({
      personas: [{ fullName: 'Ada Lovelace', skills: [{ skillName: 'SQL' }] }],
    });
  });
});
