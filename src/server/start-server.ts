import type { Logger } from 'pino';
import type { Config } from '#config.ts';
import { StartupError } from '#platform/errors.ts';
import { compileSchema, type CompiledSchema } from './build-schema.ts';
import { checkDatabase, checkLogins } from './check-boot.ts';
import { checkEncryptionKeys } from './check-encryption-keys.ts';
import { readAcceptedDocuments } from './client-documents.ts';
import { openDatabase, type OpenDatabase } from './databases.ts';
import { openAccounts } from './open-accounts.ts';
import { ensureAdmin } from './ensure-admin.ts';
import { ensureClient } from './ensure-client.ts';
import { ensureDemo } from './ensure-demo.ts';
import { addressOf } from './listen-on.ts';
import { migrateUp } from './migrations.ts';
import { startProduct } from './product.ts';

export interface StartedServer {
  readonly ended: Promise<Error | undefined>;
  readonly stop: () => Promise<void>;
}

/** Everything `npm start` does, in order: database, migrations, checks, demo, client, service. */
export async function startServer(
  config: Config,
  out: { readonly log: Logger; readonly say: (line: string) => void },
): Promise<StartedServer> {
  const { log, say } = out;
  const compiled = compileSchema();
  // The client is built while the database is made; neither needs the other.
  const client = ensureClient(say);
  // Whether it failed is asked below; until then nobody looks, which would end the process and leave the database.
  client.catch(() => undefined);
  const database = await openDatabase(config, say);
  try {
    // Only the embedded database is migrated here: another's owner decides when.
    if (database.urls.owner) await migrateUp(database.urls.owner, compiled.policy);
    await checkAll(database, compiled);
    await ensureAdmin(config, database.urls.identity, say);
    await client;
    const accepted = await readAcceptedDocuments(config);
    const accounts = await openAccounts(config, database);
    const mail = { ...config.mail, print: say };
    const polling = { isOn: config.pollsSources };
    const options = { ...config, ...database, ...accounts, accepted, mail, polling, compiled, log };
    const product = await startProduct(options).catch(explainPort(config));
    const demo = await ensureDemo(config, database, { product, say }).catch(async (error: unknown) => {
      await product.stop();
      throw error;
    });
    say(`\nTenure is ready: ${product.url}`);
    if (config.graphiql) say(`Playground:      ${product.url}/graphql`);
    if (product.metricsPort !== null) say(`Metrics:         ${addressOf(config.host, product.metricsPort)}/metrics`);
    for (const line of [...accounts.lines, ...demo]) say(line);
    return {
      ended: database.ended,
      stop: async () => {
        await product.stop();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function checkAll({ urls, encryptionKeys }: OpenDatabase, { policy }: CompiledSchema): Promise<void> {
  await checkLogins(urls);
  await checkDatabase(urls.app, policy);
  // Nothing but queries reaches a copy, but they do so behind its own row policies.
  if (urls.replica) await checkDatabase(urls.replica, policy);
  await checkEncryptionKeys(urls, encryptionKeys);
}

const explainPort =
  ({ port, metricsPort, host }: Config) =>
  (error: NodeJS.ErrnoException & { readonly port?: number }): never => {
    const isOfMetrics = metricsPort !== undefined && error.port === metricsPort;
    const [name, asked, other] = isOfMetrics ? ['METRICS_PORT', metricsPort, 9465] : ['PORT', port, 4001];
    if (error.code === 'EADDRINUSE')
      throw new StartupError(
        `Port ${asked} is in use. Stop what uses it, or choose another: ${name}=${other} npm start`,
      );
    if (error.code === 'EACCES')
      throw new StartupError(
        `Port ${asked} is not allowed to this user. Choose one above 1023: ${name}=${other - 1} npm start`,
      );
    if (error.code === 'EADDRNOTAVAIL')
      throw new StartupError(`HOST ${host} is no address of this machine. Correct HOST.`);
    throw error;
  };
