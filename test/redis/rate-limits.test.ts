import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  codesOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { startRedis, type RedisServer } from '../support/redis.ts';

let redis: RedisServer;
let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  redis = await startRedis();
  const rateLimits = [{ field: 'register', key: 'IP', max: 5, windowSeconds: 3_600 }];
  product = await startTestProduct({ counters: undefined, redisUrl: redis.url, trustedProxies: 1, rateLimits });
  tenant = await product.signUp('ada');
});
afterAll(async () => {
  await product.stop();
  await redis.remove();
});

let registered = 0;
function register(address: string): Promise<Answer> {
  registered += 1;
  const input = { email: `${registered}@example.com`, password: testPassword };
  const text = 'mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired } }';
  const headers = { 'x-forwarded-for': address, accept: 'application/graphql-response+json' };
  return product.send(text, { input }, headers);
}

describe('a product that counts in Redis', () => {
  it('lets as many through at once as the limit allows, and writes no counter to the database', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => register('192.0.2.1')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    expect(await product.database.query('select from rate_counters')).toEqual([]);
  });

  it('refuses what is limited while Redis is away, reads on, and works again by itself', async () => {
    await redis.kill();
    const refused = await register('192.0.2.2');
    expect(refused.status).toBe(503);
    expect(codesOf(refused)).toEqual(['OVERLOADED']);
    const input = { email: tenant.email, password: testPassword };
    const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
    expect(codesOf(await product.send(login, { input }))).toEqual(['OVERLOADED']);
    expect(await tenant.ask('{ me { email } personas { id } }')).toEqual({ me: { email: tenant.email }, personas: [] });
    await redis.start();
    await vi.waitFor(async () => expect((await register('192.0.2.2')).status).toBe(200), 5_000);
    expect(codesOf(await product.send(login, { input }))).toEqual([]);
  });
});
