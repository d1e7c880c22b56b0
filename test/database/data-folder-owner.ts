// A process that owns a data folder, for tests that kill it. It writes events as lines of JSON, and starts when it is
// told "open"; "exit" ends it without stopping the database, SIGTERM ends it as the server ends.
import { createInterface } from 'node:readline';
import { openDataFolder } from '#database/embedded-postgres.ts';

const [folder = '', durability] = process.argv.slice(2);

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

async function open(): Promise<void> {
  try {
    const { host, port, superuser, password, stop } = await openDataFolder({
      folder,
      isDurable: durability === 'durable',
      log: (line) => tell({ event: 'log', line }),
    });
    process.once('SIGTERM', () => void stop().then(() => process.exit()));
    tell({ event: 'open', connection: { host, port, superuser, password } });
  } catch (error) {
    tell({ event: 'refused', message: String(error) });
    process.exit(1);
  }
}

process.on('SIGINT', () => tell({ event: 'interrupted' }));
createInterface({ input: process.stdin }).on('line', (command) => (command === 'open' ? void open() : process.exit()));
tell({ event: 'ready' });
