import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/product.ts';
let product: TestProduct;
beforeAll(async () => { product = await startTestProduct(); });
afterAll(() => product.stop());
test('works', async () => {
  const ada = await product.signUp('ada');
  product.statements.length = 0;
  console.log(await ada.ask('{ me { id email } personas { id skills { id } } }'));
  console.log(product.statements);
  console.log(product.log);
  expect(1).toBe(1);
});
