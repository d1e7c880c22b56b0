import { openLog } from '#platform/open-log.ts';
import { startProduct, type Product, type ProductOptions } from '../../src/server/product.ts';
import { uncounted } from './counters.ts';
import { createDatabase, type TestDatabase } from './database.ts';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphqlError[] };
}

export interface TestProduct extends Product {
  readonly database: TestDatabase;
  /** The product's clock; move it by setting it. */
  readonly clock: { now: Date };
  /** Log lines written so far. */
  readonly log: string[];
  /** SQL statements of all logins since the array was last emptied. */
  readonly statements: string[];
  /** Sends an operation. */
  readonly send: (query: string, variables?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Opens an account and gives back its client. */
  readonly signUp: (name: string) => Promise<Tenant>;
}

export interface Tenant {
  readonly email: string;
  readonly password: string;
  readonly userId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly send: TestProduct['send'];
  /** Sends an operation that must succeed and gives back its data. */
  readonly ask: <T = Record<string, never>>(query: string, variables?: object) => Promise<T>;
}

export const testSecret = { kid: 'test', secret: 'a secret that only tests sign with - 32 bytes or more' };
export const testKey = { kid: 'test', secret: 'a key that only tests encrypt with - 32 bytes or more' };
export const testPassword = 'correct horse 1!';

/**
 * Starts the product on a database of its own, with limits that never bite, since a test signs up as many as it needs from one address. Tests of limits give
 * `counters: undefined`: the product then makes its own, as it always does.
 * @param options that differ from a test's usual ones; a function of the database where they depend on it
 * @param given a database that is there already; it is dropped when the product stops, as its own would be
 */
export async function startTestProduct(
  options: Partial<ProductOptions> | ((database: TestDatabase) => Promise<Partial<ProductOptions>>) = {},
  given?: TestDatabase,
): Promise<TestProduct> {
  const database = given ?? (await createDatabase());
  const clock = { now: new Date('2025-11-03T09:00:00.000Z') };
  const log: string[] = [];
  const statements: string[] = [];
  const product = await startProduct({
    urls: database.urls,
    jwtSecrets: [testSecret],
    encryptionKeys: [testKey],
    host: '127.0.0.1',
    port: 0,
    corsOrigins: null,
    graphiql: true,
    log: openLog('debug', { write: (line: string) => void log.push(line) }),
    now: () => clock.now,
    onQuery: (sql) => void statements.push(sql),
    counters: uncounted,
    ...(typeof options === 'function' ? await options(database) : options),
  });
  const send = (
    query: string,
    variables: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => post(`${product.url}/graphql`, JSON.stringify({ query, variables }), headers);
  return {
    ...product,
    database,
    clock,
    log,
    statements,
    send,
    signUp: (name) => signUp(send, name),
    stop: async () => {
      await product.stop();
      await database.drop();
    },
  };
}

/** Posts a body as it is; for requests that are wrong on purpose too. */
export async function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Answer['body']) : {},
  };
}

interface Registered {
  readonly register: {
    readonly tokens: { readonly accessToken: string; readonly refreshToken: string };
    readonly user: { readonly id: string };
  };
}

async function signUp(send: TestProduct['send'], name: string): Promise<Tenant> {
  const email = `${name}@example.com`;
  const answer = await send(
    'mutation ($input: RegisterInput!) { register(input: $input) { tokens { accessToken refreshToken } user { id } } }',
    { input: { email, password: testPassword } },
  );
  const { register } = dataOf<Registered>(answer);
  const headers = { authorization: `Bearer ${register.tokens.accessToken}` };
  return {
    email,
    password: testPassword,
    userId: register.user.id,
    ...register.tokens,
    headers,
    send: (query, variables, more) => send(query, variables, { ...headers, ...more }),
    ask: async (query, variables) => dataOf(await send(query, variables, headers)),
  };
}

/** The data of an answer that must have no errors. */
export function dataOf<T>(answer: Answer): T {
  if (answer.body.errors || !answer.body.data) throw new Error(`The operation failed: ${answer.status} ${answer.text}`);
  return answer.body.data as T;
}

/** The codes of an answer's errors, in order. */
export const codesOf = (answer: Answer): unknown[] =>
  (answer.body.errors ?? []).map((error) => error.extensions['code']);
