import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config.ts';
import { StartupError } from '#platform/errors.ts';
import { openOrm } from '#database/orm.ts';
import { User } from '#identity/user.entity.ts';
import { importPostings } from '#sources/import-postings.ts';
import { readImport } from '#sources/read-import.ts';
import type { OpenDatabase } from './databases.ts';
import { entities } from './entities.ts';
import type { Product } from './product.ts';

const folder = new URL('../../demo/', import.meta.url);
const email = 'demo@example.com';

/**
 * On the first start of an embedded database: real postings, and an account with two personas to look at them with.
 * Only while nobody but this machine can reach it, because the sign-in is printed.
 * @returns lines that tell how to sign in, or nothing where there is no demo
 */
export async function ensureDemo(
  config: Config,
  database: OpenDatabase,
  { product, say }: { product: Product; say: (line: string) => void },
): Promise<readonly string[]> {
  const { owner } = database.urls;
  if (!owner || !isAlone(config)) return [];
  // Derived like the logins' passwords: the same at every start, different on every installation.
  const password = `${createHmac('sha256', new URL(owner).password).update('tenure demo account').digest('base64url').slice(0, 12)}-1a`;
  const accounts = await countAccounts(database.urls.identity);
  if (accounts === 0) {
    say('Preparing the demo: real postings, and an account to see them with …');
    await importDemoPostings(database.urls.system);
    await makeDemoAccount(product, password);
    await product.matched();
  } else if (!(await canSignIn(product, password))) return [];
  return [
    `Demo sign-in:    ${email}, password ${password}`,
    'To start empty:  DEMO=0 TENURE_DATA_DIR=.tenure-empty npm start',
  ];
}

// A proxy in front makes a loopback address public.
const isAlone = ({ wantsDemo, isProduction, isLoopback, trustedProxies }: Config): boolean =>
  wantsDemo && !isProduction && isLoopback && trustedProxies === 0;

async function countAccounts(identityUrl: string): Promise<number> {
  const orm = await openOrm({ url: identityUrl, entities, poolSize: 1 });
  try {
    return await orm.em.fork().count(User);
  } finally {
    await orm.close();
  }
}

async function importDemoPostings(systemUrl: string): Promise<void> {
  const orm = await openOrm({ url: systemUrl, entities, poolSize: 1 });
  try {
    const records = readImport(fileURLToPath(new URL('postings.jsonl.gz', folder)));
    await importPostings(orm, records, { sourceName: 'Ashby', now: new Date(), onProgress: () => undefined });
  } finally {
    await orm.close();
  }
}

/** Through the API, like every other account. */
async function makeDemoAccount(product: Product, password: string): Promise<void> {
  const register = 'mutation ($input: RegisterInput!) { register(input: $input) { tokens { accessToken } } }';
  const account = await asker(product)<{ register: { tokens: { accessToken: string } } }>(register, {
    email,
    password,
    name: 'Demo',
  });
  const personas = JSON.parse(readFileSync(new URL('personas.json', folder), 'utf8')) as readonly object[];
  const ask = asker(product, account.register.tokens.accessToken);
  for (const input of personas)
    await ask('mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }', input);
}

const canSignIn = (product: Product, password: string): Promise<boolean> =>
  asker(product)('mutation ($input: LoginInput!) { login(input: $input) { __typename } }', { email, password }).then(
    () => true,
    () => false,
  );

/** Sends operations with one input, as the account whose token is given. @throws StartupError where one fails */
const asker =
  (product: Product, accessToken?: string) =>
  async <T>(query: string, input: object): Promise<T> => {
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
    if (!data || errors)
      throw new StartupError(`The demo could not be made: ${errors?.[0]?.message ?? response.status}`);
    return data;
  };
