import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminCommand } from '../../src/server/admin-command.ts';
import { settingsOf } from '../support/own-server.ts';
import { run, runHere, type Program } from '../support/process.ts';
import { codesOf, startTestProduct, type TestProduct } from '../support/product.ts';
import { challengeFor, codeOf, complete, withApp } from '../support/second-factor.ts';

const oldKey = { kid: 'old.1', secret: '0123456789abcdef0123456789abcdef' };
const newKey = { kid: 'new', secret: 'fedcba9876543210fedcba9876543210' };

let product: TestProduct;
const products: TestProduct[] = [];
const programs: Program[] = [];
beforeAll(async () => {
  product = await startTestProduct({ encryptionKeys: [oldKey] });
  // A server lives in the present, and as it starts it deletes what has run out by then.
  product.clock.now = new Date();
});
beforeEach(() => product.database.query('truncate users, audit_events, mails cascade'));
afterEach(async () => {
  for (const { process, ended } of programs.splice(0)) {
    process.kill('SIGTERM');
    await ended;
  }
  for (const each of products.splice(0)) await each.stop();
});
afterAll(() => product.stop());

const settings = (keys: readonly (typeof oldKey)[]): Record<string, string> => ({
  ...settingsOf(product.database, { jwtSecrets: [oldKey], encryptionKeys: keys }),
  PORT: '0',
  DEMO: '0',
});
const startServer = (...keys: readonly (typeof oldKey)[]): Program => {
  const program = run('src/main.ts', [], settings(keys));
  programs.push(program);
  return program;
};
const renew = async (...keys: readonly (typeof oldKey)[]): Promise<string> => {
  const { code, output } = await runHere(adminCommand, ['renew-encryption'], settings(keys));
  expect([code, output]).toEqual([0, expect.any(String)]);
  return output;
};

/** The product beside the first one, with other settings. */
async function beside(options: Parameters<typeof startTestProduct>[0]): Promise<TestProduct> {
  const shared = { ...product.database, drop: async () => undefined };
  const other = await startTestProduct({ now: () => product.clock.now, ...options }, shared);
  products.push(other);
  return other;
}

/** Signs in with the app. @returns codes of the refusal, none where it is let in */
async function signIn(at: TestProduct, { tenant, app }: Awaited<ReturnType<typeof withApp>>): Promise<unknown[]> {
  product.clock.now = new Date(product.clock.now.getTime() + 30_000);
  const { challenge } = await challengeFor(at, tenant);
  return codesOf(await complete(at, { challenge, method: 'TOTP', code: codeOf(product, app) }));
}

const keyIds = async (): Promise<unknown[]> =>
  (await product.database.query(`select split_part(sealed_seed, '.', 2) as kid from totp_factors order by 1`)).map(
    ({ kid }) => kid,
  );

describe('a change of JWT_SECRETS', () => {
  it('leaves authenticator apps as they are', async () => {
    const ada = await withApp(product, 'ada');
    const next = { kid: 'next', secret: 'the secret that follows it, 32 bytes or more' };
    expect(await signIn(await beside({ jwtSecrets: [next], encryptionKeys: [oldKey] }), ada)).toEqual([]);
  });
});

describe('a change of ENCRYPTION_KEYS', () => {
  it('encrypts a secret anew when it is next used, and others when they are', async () => {
    const [ada, bob] = [await withApp(product, 'ada'), await withApp(product, 'bob')];
    const changed = await beside({ encryptionKeys: [newKey, oldKey] });
    expect(await signIn(changed, ada)).toEqual([]);
    expect(await keyIds()).toEqual(['new', 'old']);
    const later = await beside({ encryptionKeys: [newKey] });
    expect(await signIn(later, ada)).toEqual([]);
    expect(await signIn(later, bob)).toEqual(['UNAUTHENTICATED']);
    expect(await keyIds()).toEqual(['new', 'old']);
  });

  it('leaves what a wrong code was tried for as it is', async () => {
    const ada = await withApp(product, 'ada');
    const changed = await beside({ encryptionKeys: [newKey, oldKey] });
    expect(
      await signIn(changed, { ...ada, app: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', backupCodes: [] } }),
    ).toEqual(['UNAUTHENTICATED']);
    expect(await keyIds()).toEqual(['old']);
  });

  it('does not open a secret that was put in place of another account’s', async () => {
    const [ada, eve] = [await withApp(product, 'ada'), await withApp(product, 'eve')];
    await product.database.query(
      'update totp_factors set sealed_seed = (select sealed_seed from totp_factors where owner_id = $1) where owner_id = $2',
      [eve.tenant.userId, ada.tenant.userId],
    );
    expect(await signIn(product, { tenant: ada.tenant, app: eve.app })).toEqual(['UNAUTHENTICATED']);
    expect(await signIn(product, eve)).toEqual([]);
  });
});

describe('npm start', () => {
  it('says which keys are missing, for how many, and what to do; with them it starts', async () => {
    await withApp(product, 'ada');
    await withApp(product, 'bob');
    const without = startServer(newKey);
    expect(await without.ended).toBe(1);
    expect(without.output()).toContain(
      'none of ENCRYPTION_KEYS decrypts; these are missing:\n  old.1: 2 authenticator apps\nPut them back',
    );
    expect(without.output()).not.toContain('    at ');
    await startServer(newKey, oldKey).printed(/Tenure is ready/);
  });

  it('asks for no key of an app that was never confirmed', async () => {
    const ada = await product.signUp('ada');
    await ada.ask('mutation { startTotpEnrollment { secret } }');
    expect(await startServer(newKey).printed(/Tenure is ready/)).not.toBeNull();
  });
});

describe('npm run admin -- renew-encryption', () => {
  it('encrypts everything by the first key, after which the others are needed no more', async () => {
    const [ada, bob] = [await withApp(product, 'ada'), await withApp(product, 'bob')];
    expect(await renew(newKey, oldKey)).toBe('renewed  2\nlost     0\n');
    expect(await keyIds()).toEqual(['new', 'new']);
    expect(await renew(newKey)).toBe('renewed  0\nlost     0\n');
    await startServer(newKey).printed(/Tenure is ready/);
    const later = await beside({ encryptionKeys: [newKey] });
    for (const each of [ada, bob]) expect(await signIn(later, each)).toEqual([]);
    const [act] = await product.database.query(`select detail, owner_id from audit_events where event = 'ADMIN_ACT'`);
    expect(act).toEqual({ detail: 'encrypted secrets anew, by command', owner_id: null });
  });

  it('names whose secrets no key decrypts, and leaves them', async () => {
    await withApp(product, 'ada');
    expect(await renew(newKey)).toContain('renewed  0\nlost     1\n  ada@example.com\n');
    expect(await keyIds()).toEqual(['old']);
  });
});
