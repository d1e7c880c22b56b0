import { parseArgs } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readConfig } from '#config.ts';
import { openOrm } from '#database/orm.ts';
import { StartupError } from '#platform/errors.ts';
import { adminVerbs, type Desk } from './admin-verbs.ts';
import { readArguments, runCommand, type Command } from './command.ts';
import { entities } from './entities.ts';
import { withIdentity } from './open-accounts.ts';
import { withDatabase } from './with-database.ts';
import { withLogin } from './with-login.ts';

const usage = `Write one of
  npm run admin -- create EMAIL                      make the first admin and print a password for the first sign-in
  npm run admin -- create EMAIL --existing           make an account that is there already the first admin
  npm run admin -- users                             list the accounts
  npm run admin -- role EMAIL USER|SUPPORT|ADMIN     give an account a role
  npm run admin -- disable EMAIL                     shut an account out at once
  npm run admin -- enable EMAIL                      let it in again
  npm run admin -- remove-factors EMAIL              let in again who has lost authenticator, passkeys and backup codes:
                                                     all of these go, and the password, to be set anew by mail
  npm run admin -- invite EMAIL                      invite somebody by mail, and print the link
  npm run admin -- renew-encryption                  encrypt all secrets by the first of ENCRYPTION_KEYS
  npm run admin -- claim-code                        make a new code to claim a former single-user installation with
  npm run admin -- import-users FILE                 open accounts with the passwords they had elsewhere: JSON lines of
                                                     {"email", "name", "passwordHash", "emailVerified"}, plain or .gz`;

/** What `npm run admin` does. */
export const adminCommand: Command = async (args, say, { environment }) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { existing: { type: 'boolean' } } }),
  );
  const [name = '', ...operands] = positionals;
  const [count, verb] = adminVerbs.get(name) ?? [];
  const isExisting = values.existing === true;
  if (!verb || operands.length !== count || (isExisting && name !== 'create')) throw new StartupError(usage);
  const config = readConfig(environment);
  await withDatabase(config, say, async ({ urls, jwtSecrets, encryptionKeys }) => {
    const staff = await openOrm({ url: urls.staff, entities, poolSize: 1 });
    const asStaff: Desk['asStaff'] = (work) => staff.em.fork().transactional((em) => work(em as EntityManager));
    const asIdentity: Desk['asIdentity'] = (work) => withIdentity(urls.identity, work);
    const asSystem: Desk['asSystem'] = (work) => withLogin(urls.system, work);
    try {
      const given = { config, jwtSecrets, encryptionKeys, isExisting, say };
      await verb({ ...given, asStaff, asIdentity, asSystem }, operands);
    } finally {
      await staff.close();
    }
  });
};

if (import.meta.main) await runCommand(adminCommand);
