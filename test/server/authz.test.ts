import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableShapes } from '#authorization/table-shapes.ts';
import { authzCommand } from '../../src/server/authz-command.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { missingId } from '../support/twins.ts';
import { makePersona } from '../support/personas.ts';
import { run, runHere, runToEnd, temporaryFolder, type Ended } from '../support/process.ts';
import {
  codesOf,
  dataOf,
  post,
  startTestProduct,
  testPassword,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { loginSecret } from '../support/global-setup.ts';
import { signInAgain, signUpStaff } from '../support/staff.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const authz = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runHere(authzCommand, args, environment);
/** In a process of its own. */
const authzProgram = (args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  runToEnd('src/server/authz-command.ts', args, environment);

describe('npm run authz -- explain', () => {
  it('knows the way from every owned table to its user', () => {
    const { policy } = compileSchema();
    const shapes = tableShapes(policy, tableMetadata());
    for (const { type, via, key } of policy.owned.values()) {
      const path = via[0] === key ? [] : via;
      const end = path.reduce((at, relation) => shapes.get(at)?.parent(relation)?.type ?? `${at}.${relation}`, type);
      expect([type, end]).toEqual([type, path.length > 0 ? 'User' : type]);
    }
  });

  describe('of a role, or of nobody', () => {
    it('needs no database', async () => {
      const nowhere = { TENURE_DATA_DIR: join(folder.path, 'none') };
      const { code, output } = await authzProgram(['explain', 'anonymous', 'Query.application'], nowhere);
      expect(code).toBe(0);
      expect(output).toMatch(/Query\.application: silence means: signed in {3}\(schema\/applications\.graphql:\d+\)/);
      expect(output).toMatch(/Verdict: REFUSED\n[^]*UNAUTHENTICATED/);
      expect((await authz(['explain', 'USER', 'Persona.fullName'], nowhere)).output).toContain('Verdict: ALLOWED');
    });
  });

  describe('of an account', () => {
    let product: TestProduct;
    let ada: Tenant;
    let bob: Tenant;
    let personaId: string;
    beforeAll(async () => {
      product = await startTestProduct();
      ada = await product.signUp('ada');
      bob = await product.signUp('bob');
      ({ id: personaId } = await makePersona(ada));
      // Nothing has the tables any more that are looked at past row security.
      await product.matched();
    });
    afterAll(() => product.stop());

    const ownServer = (): Readonly<Record<string, string>> => {
      const { app, identity, staff, system } = product.database.urls;
      return {
        DATABASE_URL: app,
        DATABASE_IDENTITY_URL: identity,
        DATABASE_STAFF_URL: staff,
        DATABASE_SYSTEM_URL: system,
        JWT_SECRETS: 'a:0123456789abcdef0123456789abcdef',
        ENCRYPTION_KEYS: 'a:0123456789abcdef0123456789abcdef',
      };
    };
    const explain = (...args: readonly string[]): Promise<Ended> =>
      authz(['explain', ...args], { ...ownServer(), DATABASE_LOGIN_SECRET: loginSecret });

    it('shows the way from an own row to the account', async () => {
      const { code, output } = await explain(ada.email, 'Query.persona', personaId);
      expect(code).toBe(0);
      expect(output).toContain(`Persona ${personaId}: owner_id ${ada.userId}\n    user → User ${ada.userId}`);
      expect(output).toContain(`where "personas"."owner_id" = '${ada.userId}'`);
      expect(output).toContain('Verdict: ALLOWED');
    });

    it("shows where the way from another's row breaks, while the server goes on answering", async () => {
      const [{ code, output }, me] = await Promise.all([
        explain(bob.userId, 'Mutation.deletePersona(id:)', personaId),
        ada.ask<{ persona: { id: string } }>('query ($id: ID!) { persona(id: $id) { id } }', { id: personaId }),
      ]);
      expect(code).toBe(0);
      expect(output).toContain(`owner_id ${ada.userId}   ← ownerId of Persona is another account's`);
      expect(output).toMatch(/Verdict: NOT_FOUND\n.*@refers[^]*an error, NOT_FOUND/);
      expect(me.persona.id).toBe(personaId);
    });

    it('lets staff name the accounts of others, as the server does', async () => {
      const admin = await signUpStaff(product, 'root', 'ADMIN');
      const { output } = await explain(admin.email, 'Mutation.setUserDisabled', bob.userId);
      expect(output).toContain('Mutation.setUserDisabled(id:) is looked up as any User for UPDATE');
      expect(output).toMatch(/@stepUp {3}\(schema\/administration\.graphql:\d+\)[^]*step-up 600 s[^]*Verdict: ALLOWED/);
      expect((await explain(admin.email, 'Mutation.setUserDisabled', missingId)).output).toMatch(
        /Verdict: NOT_FOUND[^]*there is no such User/,
      );
      const document = 'mutation ($id: ID!) { setUserDisabled(id: $id, disabled: false) { id } }';
      expect(dataOf(await admin.send(document, { id: bob.userId }))).toMatchObject({ setUserDisabled: {} });
    });

    it('refuses an account that has to change its password, as the server does', async () => {
      const carol = await product.signUp('carol');
      await product.database.query('update users set must_change_password = true where id = $1', [carol.userId]);
      const { output } = await explain(carol.email, 'Query.persona');
      expect(output).toContain('carol@example.com (USER, has to change the password)');
      expect(output).toMatch(/Verdict: REFUSED[^]*an error, FORBIDDEN/);
      expect((await explain(carol.email, 'Query.me')).output).toContain('Verdict: ALLOWED');
      const session = await signInAgain(product, carol);
      expect(codesOf(await session.send('{ personas { id } }'))).toEqual(['FORBIDDEN']);
    });

    it('needs the secret of the logins to look at a row, and none to know an account', async () => {
      const account = await authz(['explain', ada.email, 'Query.persona'], ownServer());
      expect(account.output).toContain(`Query.persona, ${ada.email} (USER)`);
      expect(account.code).toBe(0);
      const row = await authz(['explain', ada.email, 'Query.persona', personaId], ownServer());
      expect(row.output).toContain('DATABASE_LOGIN_SECRET is needed');
      expect(row.code).toBe(1);
    });

    it('leaves row security as it was', async () => {
      await explain(bob.email, 'Persona', personaId);
      const lifted = await product.database.query(
        'select relname from pg_class where relrowsecurity and not relforcerowsecurity',
      );
      expect(lifted).toEqual([]);
    });

    it('tells an id that no row has from one of another account, to the operator alone', async () => {
      for (const id of [missingId, 'no-id-at-all'])
        expect((await explain(ada.email, 'Persona.fullName', id)).output).toContain('there is no such Persona');
    });

    it.each<[string, readonly string[], string]>([
      ['an account', ['carl@example.com', 'Query.me'], 'There is no account carl@example.com.'],
      ['a viewer', ['nobody', 'Query.me'], 'There is no viewer nobody: write anonymous, a role (USER, SUPPORT, ADMIN)'],
      ['a coordinate', ['ada@example.com', 'Query.personna'], 'did you mean Query.persona'],
      ['rows of a role', ['USER', 'Persona', missingId], 'A role owns no rows'],
      [
        'one kind of row',
        ['ada@example.com', 'Mutation.reorderSkills', missingId],
        'name one of Mutation.reorderSkills(',
      ],
      ['a coordinate at all', ['USER'], 'Write one of'],
    ])('says so where there is not %s', async (_what, ...[args, sentence]) => {
      const { code, output } = await explain(...args);
      expect(code).toBe(1);
      expect(output).toContain(sentence);
      expect(output).not.toContain('    at ');
    });
  });

  it('joins the embedded database of a server that runs, which tells its decisions as well', async () => {
    const environment = { TENURE_DATA_DIR: join(folder.path, 'data'), DEMO: '0' };
    const server = run('src/main.ts', [], { ...environment, PORT: '0', LOG_LEVEL: 'info' });
    try {
      const [, url = ''] = await server.printed(/Tenure is ready: (http:\S+)/);
      const input = { email: 'ada@example.com', password: testPassword };
      const query = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
      const { register } = dataOf<{ register: { user: { id: string } } }>(
        await post(`${url}/graphql`, JSON.stringify({ query, variables: { input } })),
      );
      const { code, output } = await authz(['explain', input.email, 'User.email', register.user.id], environment);
      expect(output).toContain(`User ${register.user.id}: id ${register.user.id}`);
      expect(code).toBe(0);
      await post(`${url}/graphql`, '{"query":"{ me { id } }"}', { 'x-tenure-explain': '1' });
      await server.printed(/"coordinate":"Query\.me",.*"msg":"access decision"/);
    } finally {
      server.process.kill('SIGTERM');
      await server.ended;
    }
  });
});

describe('npm run authz -- check', () => {
  /** A repository of its own beside the checkout, whose latest commit has this matrix. */
  function baseOf(name: string, matrix: string): Readonly<Record<string, string>> {
    const repository = join(folder.path, name);
    mkdirSync(join(repository, 'schema'), { recursive: true });
    writeFileSync(join(repository, 'schema', 'access-matrix.tsv'), matrix);
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        cwd: repository,
        stdio: 'ignore',
      });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'base');
    return { GIT_DIR: join(repository, '.git') };
  }

  const matrix = readFileSync(new URL('../../schema/access-matrix.tsv', import.meta.url), 'utf8');
  const narrower = matrix
    .replace(/^Persona\.phone\t.*\n/m, '')
    .replace(/^Query\.me\t-\tyes/m, 'Query.me\t-\t-')
    .replace(/^(Query\.personas\t.*)shield/m, '$1the way to it');

  it('fails at what widens without approval, names each with the line to add, and labels the rest', async () => {
    const { code, output } = await authzProgram(['check', '--base', 'HEAD'], baseOf('narrower', narrower));
    expect(code).toBe(1);
    expect(output).toContain('MOVES   Query.personas: ');
    expect(output).toMatch(
      /- WIDENS {2}Persona\.phone: open to USER, SUPPORT, ADMIN; open to tokens with PERSONAS_READ; approve it by this line/,
    );
    expect(output).toMatch(
      /- WIDENS {2}Query\.me: open to USER; approve .*\n\s+Query\.me\topen to USER\t[0-9a-f]{12}\t\n/,
    );
    expect(output.match(/ - /g)).toHaveLength(2);
  });

  it('agrees where nothing has changed, by the latest commit where no base is named', async () => {
    const { code, output } = await authzProgram(['check'], baseOf('same', matrix));
    expect(output).toMatch(/^Schema, matrix, row policies and grants agree: \d+ coordinates, \d+ owned tables\.\n$/);
    expect(code).toBe(0);
  });

  it('takes the file itself where there is no git, and says so where a base is named', async () => {
    const nowhere = { GIT_DIR: join(folder.path, 'no-repository') };
    expect((await authzProgram(['check'], nowhere)).code).toBe(0);
    const named = await authzProgram(['check', '--base', 'origin/main'], nowhere);
    expect(named.code).toBe(1);
    expect(named.output).toContain('at the revision origin/main: fetch it, or name another after --base.');
  });
});
