import { destination } from 'pino';
import { StartupError } from '#platform/errors.ts';
import { openLog } from '#platform/open-log.ts';
import { readConfig } from '#config.ts';
import { chooseWordVectors } from './server/choose-word-vectors.ts';
import { explain } from './server/command.ts';
import { startServer } from './server/start-server.ts';

// Standard output is for the person who starts it; the log goes to standard error.
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig();
  const log = openLog(config.logLevel, destination(2));
  // Node would print such an error with all it carries, rows of the database included.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by an error that nobody expected');
    process.exit(1);
  });
  chooseWordVectors(config);
  const starting = startServer(config, { log, say });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say('Stopping …');
    try {
      // What is half started leaves a database behind: it is stopped once it stands.
      const server = await starting;
      await server.stop();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const server = await starting;
  const reason = await server.ended;
  if (reason && !isStopping)
    throw new StartupError(`The database is gone: ${reason.message}. See postgres.log in the data folder.`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
