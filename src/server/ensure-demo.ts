import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config.ts';
import { StartupError } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import { openOrm } from '#database/orm.ts';
import { findPassword } from '#identity/find-account.ts';
import { createAccount } from '#identity/open-account.ts';
import { createPasswordHasher, type PasswordHasher } from '#identity/password-hash.ts';
import { User } from '#identity/user.entity.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { importPostings } from '#sources/import-postings.ts';
import { readImport } from '#sources/read-import.ts';
import type { OpenDatabase } from './databases.ts';
import { entities } from './entities.ts';
import { withIdentity } from './open-accounts.ts';
import type { Product } from './product.ts';

const folder = new URL('../../demo/', import.meta.url);
const email = 'demo@example.com';

/**
 * On the first start of an embedded database: real postings, and an account with two personas to look at them with.
 * Only while nobody but this machine can reach it, because the sign-in is printed; and not where the API answers the
 * client alone, because the demo is made through it.
 * @returns lines that tell how to sign in, or nothing where there is no demo
 */
export async function ensureDemo(
  config: Config,
  database: OpenDatabase,
  { product, say }: { product: Product; say: (line: string) => void },
): Promise<readonly string[]> {
  const { owner } = database.urls;
  if (!owner || !isAlone(config) || config.onlyClientDocuments) return [];
  // Derived like the logins' passwords: the same at every start, different on every installation.
  const password = `${createHmac('sha256', new URL(owner).password).update('tenure demo account').digest('base64url').slice(0, 12)}-1a`;
  const passwords = createPasswordHasher(config.passwordPepper ?? undefined);
  if (config.authMode === 'single') return ensureLocalDemo(database, { product, say });
  // An admin alone, whom the settings name, has nothing to look at yet.
  const others = { $not: { roles: { $contains: ['ADMIN' as const] } } };
  const accounts = await withIdentity(database.urls.identity, (em) => em.count(User, others));
  if (accounts === 0) {
    say('Preparing the demo: real postings, and an account to see them with …');
    await importDemoPostings(database.urls.system);
    await makeDemoAccount(database, product, { password, passwords });
    await product.matched();
  } else if (!(await isPassword(database, { password, passwords }))) return [];
  return [
    `Demo sign-in:    ${email}, password ${password}`,
    'To start empty:  DEMO=0 TENURE_DATA_DIR=.tenure-empty npm start',
  ];
}

/** In a single-user installation the demo is its owner's, who is there without signing up. */
async function ensureLocalDemo(
  { urls }: OpenDatabase,
  { product, say }: { product: Product; say: (line: string) => void },
): Promise<readonly string[]> {
  const { personas } = await asker(product)<{ personas: readonly unknown[] }>('{ personas { id } }', {});
  if (personas.length > 0 || (await hasPostings(urls.system))) return [];
  say('Preparing the demo: real postings, and personas to see them with …');
  await importDemoPostings(urls.system);
  await makeDemoPersonas(asker(product));
  await product.matched();
  return [];
}

async function hasPostings(systemUrl: string): Promise<boolean> {
  const orm = await openOrm({ url: systemUrl, entities, poolSize: 1 });
  try {
    return (await orm.em.fork().count(JobPosting)) > 0;
  } finally {
    await orm.close();
  }
}

// A proxy in front makes a loopback address public.
const isAlone = ({ wantsDemo, isProduction, isLoopback, trustedProxies }: Config): boolean =>
  wantsDemo && !isProduction && isLoopback && trustedProxies === 0;

async function importDemoPostings(systemUrl: string): Promise<void> {
  const orm = await openOrm({ url: systemUrl, entities, poolSize: 1 });
  try {
    const records = readImport(fileURLToPath(new URL('postings.jsonl.gz', folder)));
    await importPostings(orm, records, { sourceName: 'Ashby', now: new Date(), onProgress: () => undefined });
  } finally {
    await orm.close();
  }
}

interface DemoPassword {
  readonly password: string;
  readonly passwords: PasswordHasher;
}

/** Its address counts as proven; all that it has is made through the API, as by every other account. */
async function makeDemoAccount(
  { urls }: OpenDatabase,
  product: Product,
  { password, passwords }: DemoPassword,
): Promise<void> {
  const now = new Date();
  const secretHash = await passwords.hash(password);
  await withIdentity(urls.identity, async (em) => {
    const wanted = {
      email,
      name: 'Demo',
      secret: { kind: 'PASSWORD', hashed: { secretHash, breachCheckedAt: now } } as const,
    };
    const user = await createAccount(em, { now, newId: () => newOwnedId(now) }, wanted);
    em.assign(user, { emailVerifiedAt: now });
  });
  const { login } = await asker(product)<{ login: { tokens: { accessToken: string } } }>(signIn, {
    input: { email, password },
  });
  await makeDemoPersonas(asker(product, login.tokens.accessToken));
}

const signIn =
  'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }';

interface DemoPersona {
  /** Jobs with their bullets, by which its set-up is finished. */
  readonly workHistories: readonly object[];
  readonly persona: object;
}

async function makeDemoPersonas(ask: ReturnType<typeof asker>): Promise<void> {
  const personas = JSON.parse(readFileSync(new URL('personas.json', folder), 'utf8')) as readonly DemoPersona[];
  for (const { persona, workHistories } of personas) {
    const { createPersona } = await ask<{ createPersona: { id: string } }>(
      'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
      { input: persona },
    );
    for (const input of workHistories)
      await ask(
        'mutation ($id: ID!, $input: WorkHistoryInput!) { addWorkHistory(personaId: $id, input: $input) { id } }',
        { ...createPersona, input },
      );
    await ask(
      'mutation ($id: ID!) { updatePersona(id: $id, input: { onboardingComplete: true }) { id } }',
      createPersona,
    );
  }
}

/** Whether it still opens the account; compared here, because each sign-in counts as an attempt and leaves a session. */
async function isPassword({ urls }: OpenDatabase, { password, passwords }: DemoPassword): Promise<boolean> {
  const stored = await withIdentity(urls.identity, async (em) => {
    const user = await em.findOne(User, { email, disabledAt: null });
    return user && findPassword(em, user.id);
  });
  return stored !== null && (await passwords.verify(stored.secretHash, password)).isMatch;
}

/** Sends operations, as the account whose token is given. @throws StartupError where one fails */
const asker =
  (product: Product, accessToken?: string) =>
  async <T>(query: string, variables: object): Promise<T> => {
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
    if (!data || errors)
      throw new StartupError(`The demo could not be made: ${errors?.[0]?.message ?? response.status}`);
    return data;
  };
