import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hash } from 'bcryptjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminCommand } from '../../src/server/admin-command.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { settingsOf } from '../support/own-server.ts';
import { codesOf, dataOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { run, runHere, temporaryFolder, type Program } from '../support/process.ts';
import { errorOf, eventsOf, signInAgain } from '../support/staff.ts';

const jwtSecret = { kid: 'a', secret: '0123456789abcdef0123456789abcdef' };
const folder = temporaryFolder();
let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ jwtSecrets: [jwtSecret] });
});
beforeEach(async () => {
  await product.database.query('truncate users, audit_events, mails cascade');
});
afterAll(async () => {
  await product.stop();
  folder.remove();
});

const settings = (): Record<string, string> =>
  settingsOf(product.database, { jwtSecrets: [jwtSecret], encryptionKeys: [jwtSecret] });
/** Runs it in a process of its own. */
const start = (...args: string[]): Program => run('src/server/admin-command.ts', args, settings());
/** What a command that succeeds prints. */
async function printed(...args: string[]): Promise<string> {
  const { code, output } = await runHere(adminCommand, args, settings());
  expect([code, output]).toEqual([0, expect.any(String)]);
  return output;
}
/** What one that fails prints: a sentence, and nothing of our code. */
async function refused(...args: string[]): Promise<string> {
  const { code, output } = await runHere(adminCommand, args, settings());
  expect([code, output]).toEqual([1, expect.any(String)]);
  expect(output).not.toContain('    at ');
  return output;
}

const loginDocument = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession {
  tokens { accessToken } user { email name emailVerified mustChangePassword roles }
} } }`;
const signIn = (email: string, password: string) => product.send(loginDocument, { input: { email, password } });
interface SignedIn {
  readonly login: { readonly tokens: { readonly accessToken: string }; readonly user: Record<string, unknown> };
}
const lookAs = ({ headers }: Pick<Tenant, 'headers'>) => product.send('{ adminUsers { totalCount } }', {}, headers);
const userRow = async (email: string): Promise<Record<string, unknown>> =>
  (
    await product.database.query('select id, roles, disabled_at, email_verified_at from users where email = $1', [
      email,
    ])
  )[0] ?? {};
const byCommand = (event: string, detail: string): object => ({
  event,
  outcome: 'SUCCEEDED',
  actor_id: null,
  in_session: false,
  detail: `${detail}, by command`,
});

describe('npm run admin -- create', () => {
  it('makes an admin whose printed password is good for nothing but to choose another', async () => {
    const output = await printed('create', ' Root@Example.com');
    const [, password = ''] = /another one:\n(\S{22})\n$/.exec(output) ?? [];
    const { login } = dataOf<SignedIn>(await signIn('root@example.com', password));
    expect(login.user).toEqual({
      email: 'root@example.com',
      name: null,
      emailVerified: true,
      mustChangePassword: true,
      roles: ['ADMIN'],
    });
    const headers = { authorization: `Bearer ${login.tokens.accessToken}` };
    expect(errorOf(await lookAs({ headers }))).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    const { id } = await userRow('root@example.com');
    expect(await eventsOf(product, String(id))).toContainEqual(byCommand('REGISTER', 'the first admin'));
    const change = await product.send(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }',
      { input: { currentPassword: password, newPassword: 'correct horse 1!' } },
      headers,
    );
    const { changePassword } = dataOf<{ changePassword: { accessToken: string } }>(change);
    const changed = { authorization: `Bearer ${changePassword.accessToken}` };
    expect(codesOf(await lookAs({ headers: changed }))).toEqual([]);
  });

  it('makes one alone, also of two that are started at once', async () => {
    const both = [start('create', 'one@example.com'), start('create', 'two@example.com')];
    const codes = await Promise.all(both.map(({ ended }) => ended));
    expect(codes.toSorted()).toEqual([0, 1]);
    expect(both.find((_, at) => codes[at] === 1)?.output()).toContain('There is an admin already.');
    expect(await product.database.query('select from users')).toHaveLength(1);
    expect(await refused('create', 'three@example.com')).toContain('There is an admin already.');
    expect(await refused('create', 'one@example.com', '--existing')).toContain('There is an admin already.');
  });

  it('takes an account that is there only where that is asked for, and leaves its password', async () => {
    const user = await product.signUp('ada');
    expect(await refused('create', user.email)).toContain('npm run admin -- create ada@example.com --existing');
    expect(codesOf(await lookAs(user))).toEqual(['FORBIDDEN']);
    const output = await printed('create', user.email, '--existing');
    expect(output).toContain('ada@example.com is the admin, with the password it has.');
    expect(output).toContain('not proven');
    expect(codesOf(await lookAs(user))).toEqual([]);
    expect(codesOf(await lookAs(await signInAgain(product, user)))).toEqual([]);
    expect(await eventsOf(product, user.userId)).toContainEqual(byCommand('ROLE_CHANGED', 'to ADMIN'));
    expect(await refused('create', 'nobody@example.com', '--existing')).toContain('There is an admin already.');
  });
});

describe('npm run admin', () => {
  it.each([[[]], [['elect', 'ada@example.com']], [['create']], [['disable', 'ada@example.com', '--existing']]])(
    'tells how it is written: %j',
    async (args) => {
      expect(await refused(...args)).toMatch(/^Write one of\n {2}npm run admin -- create EMAIL/);
    },
  );

  it('says that there is no such account, or that it is no address', async () => {
    expect(await refused('role', 'nobody@example.com', 'USER')).toBe(
      'There is no account with the address nobody@example.com.\n',
    );
    expect(await refused('disable', 'nobody')).toBe('nobody is no e-mail address.\n');
  });

  it('gives roles, which hold from the next request', async () => {
    const user = await product.signUp('ada');
    expect(await printed('role', 'ADA@example.com', 'SUPPORT')).toContain('ada@example.com has the role SUPPORT.');
    expect(codesOf(await lookAs(user))).toEqual([]);
    expect(await eventsOf(product, user.userId)).toContainEqual(byCommand('ROLE_CHANGED', 'to SUPPORT'));
    expect(await refused('role', user.email, 'OWNER')).toBe('There is no role OWNER: write USER, SUPPORT, ADMIN.\n');
  });

  it('shuts accounts out, and lets them in again', async () => {
    const user = await product.signUp('ada');
    await printed('disable', user.email);
    expect(codesOf(await user.send('{ me { id } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await userRow(user.email))['disabled_at']).not.toBeNull();
    expect(await printed('users')).toMatch(
      /ada@example.com {2}USER {2}since 2025-11-03 {2}shut out since \d{4}-\d\d-\d\d\n1 accounts\n$/,
    );
    await printed('enable', user.email);
    expect((await userRow(user.email))['disabled_at']).toBeNull();
    expect(await eventsOf(product, user.userId)).toEqual(
      expect.arrayContaining([byCommand('ADMIN_ACT', 'shut out'), byCommand('ADMIN_ACT', 'let in again')]),
    );
    expect(await eventsOf(product, null)).toContainEqual(byCommand('ADMIN_ACT', 'looked at accounts'));
  });

  it('leaves the only admin one', async () => {
    const user = await product.signUp('ada');
    await printed('create', user.email, '--existing');
    for (const args of [
      ['disable', user.email],
      ['role', user.email, 'USER'],
    ])
      expect(await refused(...args)).toBe('This is the only admin. Make somebody else an admin first.\n');
    expect(codesOf(await lookAs(user))).toEqual([]);
  });

  it('invites, and prints the link too', async () => {
    expect(await refused('invite', 'new@example.com')).toContain('There is no admin yet.');
    const user = await product.signUp('ada');
    await printed('create', user.email, '--existing');
    const [, token = ''] =
      /http:\/\/localhost:4000\/sign-up#invite=(\S+)\n$/.exec(await printed('invite', 'new@example.com')) ?? [];
    const id = createOneTimeTokenCodec([jwtSecret]).idOf(token);
    const rows = await product.database.query('select owner_id, kind, email from one_time_tokens where id = $1', [id]);
    expect(rows).toEqual([{ owner_id: user.userId, kind: 'INVITE', email: 'new@example.com' }]);
    expect(await printed('invite', user.email)).toContain('has an account already');
    const mails = await product.database.query(`select to_address, content ->> 'kind' as kind from mails order by id`);
    expect(mails).toEqual(
      expect.arrayContaining([
        { to_address: 'new@example.com', kind: 'INVITE' },
        { to_address: user.email, kind: 'ACCOUNT_EXISTS' },
      ]),
    );
    expect(await eventsOf(product, null)).toContainEqual(byCommand('ADMIN_ACT', 'invited somebody'));
  });

  it('prints a link to where the server listens', async () => {
    const user = await product.signUp('ada');
    await printed('create', user.email, '--existing');
    const elsewhere = { ...settings(), HOST: '2001:db8::1' };
    const { code, output } = await runHere(adminCommand, ['invite', 'new@example.com'], elsewhere);
    expect(code).toBe(0);
    expect(output).toContain('\nhttp://[2001:db8::1]:4000/sign-up#invite=');
  });

  it('invites in the name of an admin who is let in', async () => {
    const [former, present] = [await product.signUp('former'), await product.signUp('present')];
    await product.database.query(`update users set roles = '{ADMIN}'`);
    await printed('disable', former.email);
    await printed('invite', 'new@example.com');
    expect(await product.database.query('select owner_id from one_time_tokens where kind = $1', ['INVITE'])).toEqual([
      { owner_id: present.userId },
    ]);
  });
});

describe('npm run admin -- import-users', () => {
  const write = (name: string, content: string | Buffer): string => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };
  const lines = (...accounts: readonly object[]): string =>
    accounts.map((each) => `${JSON.stringify(each)}\n`).join('');
  let bcrypt: string;
  beforeAll(async () => {
    bcrypt = await hash('the old one 1!', 10);
  });

  it('lets accounts in with the passwords they had elsewhere, and tells which were here already', async () => {
    await product.signUp('ada');
    const file = lines(
      { email: 'New@Example.com', name: ' Neu ', passwordHash: bcrypt, emailVerified: true, plan: 'gold' },
      { email: 'ada@example.com', passwordHash: bcrypt },
      { email: 'other@example.com', passwordHash: bcrypt, name: null },
      { email: 'new@example.com', passwordHash: bcrypt },
    );
    const path = write('accounts.jsonl.gz', gzipSync(`${file}\n`));
    expect(await printed('import-users', path)).toBe(
      'read   4\nnew    2\ntaken  2\n  new@example.com\n  ada@example.com\n',
    );
    const { login } = dataOf<SignedIn>(await signIn('new@example.com', 'the old one 1!'));
    expect(login.user).toEqual({
      email: 'new@example.com',
      name: 'Neu',
      emailVerified: true,
      mustChangePassword: false,
      roles: ['USER'],
    });
    expect(codesOf(await signIn('ada@example.com', 'the old one 1!'))).toEqual(['UNAUTHENTICATED']);
    const { id } = await userRow('other@example.com');
    expect(await eventsOf(product, String(id))).toEqual([byCommand('REGISTER', 'imported')]);
    expect(await printed('import-users', path)).toContain('new    0\ntaken  4\n');
  });

  it('keeps all of the last account: that its address is verified, and that it was imported', async () => {
    const account = { email: 'one@example.com', passwordHash: bcrypt, emailVerified: true };
    expect(await printed('import-users', write('one.jsonl', lines(account)))).toContain('new    1\n');
    const { id, email_verified_at: verifiedAt } = await userRow(account.email);
    expect(verifiedAt).not.toBeNull();
    expect(await eventsOf(product, String(id))).toEqual([byCommand('REGISTER', 'imported')]);
  });

  it('takes more than one statement’s worth', async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({ email: `user-${at}@example.com`, passwordHash: bcrypt }));
    expect(await printed('import-users', write('many.jsonl', lines(...many)))).toContain('new    250\ntaken  0\n');
    expect(await product.database.query('select from credentials')).toHaveLength(250);
  });

  it('takes nothing of a file with a line that cannot be read, and names it', async () => {
    const file = `${lines({ email: 'first@example.com', passwordHash: bcrypt })}{"email": oops\n`;
    expect(await refused('import-users', write('bad.jsonl', file))).toBe(
      'Line 2: this is not JSON. Nothing was imported.\n',
    );
    expect(await product.database.query('select from users')).toEqual([]);
  });

  it('tells where it failed, and nothing of the accounts, where the database refuses them', async () => {
    const { query } = product.database;
    await query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise 'No to %.', new.secret_hash; end $$`);
    await query('create trigger refuse before insert on credentials for each row execute function refuse()');
    const path = write('refused.jsonl', lines({ email: 'first@example.com', passwordHash: bcrypt }));
    const program = start('import-users', path);
    expect(await program.ended).toBe(1);
    await query('drop function refuse cascade');
    expect(program.output()).toMatch(/^DriverException: \[hidden\]\n {4}at /);
    for (const secret of [bcrypt, bcrypt.slice(7), 'first@example.com']) expect(program.output()).not.toContain(secret);
  });

  it('says so when there is no such file', async () => {
    expect(await refused('import-users', join(folder.path, 'nowhere'))).toContain('nowhere does not exist');
  });
});

describe('ADMIN_EMAIL and ADMIN_PASSWORD', () => {
  const programs: Program[] = [];
  // A server lives in the present, and as it starts it deletes what has run out by then.
  beforeAll(() => void (product.clock.now = new Date()));
  afterEach(async () => {
    for (const { process, ended } of programs.splice(0)) {
      process.kill('SIGTERM');
      await ended;
    }
  });
  const startServer = (more: Record<string, string>): Program => {
    const program = run('src/main.ts', [], { ...settings(), PORT: '0', ...more });
    programs.push(program);
    return program;
  };
  const admin = { ADMIN_EMAIL: 'Root@example.com', ADMIN_PASSWORD: 'correct horse 1!' };

  it('make the first admin at the start, and nothing where there is one', async () => {
    const server = startServer(admin);
    await server.printed(/Tenure is ready/);
    expect(server.output()).toContain('root@example.com, who chooses another password');
    const { login } = dataOf<SignedIn>(await signIn('root@example.com', admin.ADMIN_PASSWORD));
    expect(login.user).toMatchObject({ roles: ['ADMIN'], mustChangePassword: true, emailVerified: true });
    const { id } = await userRow('root@example.com');
    expect(await eventsOf(product, String(id))).toContainEqual(
      expect.objectContaining({ event: 'REGISTER', actor_id: null, detail: 'the first admin, by settings' }),
    );
    const again = startServer({ ADMIN_EMAIL: 'other@example.com', ADMIN_PASSWORD: 'weak' });
    await again.printed(/Tenure is ready/);
    expect(again.output()).not.toContain('other@example.com');
    expect(await product.database.query('select from users')).toHaveLength(1);
  });

  it('leave an account that has the address as it is, and say so', async () => {
    const user = await product.signUp('root');
    const server = startServer(admin);
    await server.printed(/Tenure is ready/);
    expect(server.output()).toContain('npm run admin -- create root@example.com --existing');
    expect(codesOf(await lookAs(user))).toEqual(['FORBIDDEN']);
  });

  it('keep the server from starting with a password that nobody may choose', async () => {
    const server = startServer({ ...admin, ADMIN_PASSWORD: 'password' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/^ADMIN_PASSWORD: The password needs a digit/m);
    expect(await product.database.query('select from users')).toEqual([]);
  });
});

describe('npm run admin on the embedded database', () => {
  it('works before the server was ever started', async () => {
    const environment = { TENURE_DATA_DIR: join(folder.path, 'data') };
    const first = run('src/server/admin-command.ts', ['create', 'root@example.com'], environment);
    expect([await first.ended, first.output()]).toEqual([0, expect.stringMatching(/\n\S{22}\n$/)]);
    const list = run('src/server/admin-command.ts', ['users'], environment);
    expect([await list.ended, list.output()]).toEqual([0, expect.stringContaining('root@example.com  ADMIN')]);
  });
});
