import { Client } from 'pg';

export interface Listener {
  stop(): Promise<void>;
}

const reconnectMilliseconds = 2_000;

/** Calls back whenever the channel is notified; reconnects by itself, and calls back then too, since words may have been missed. */
export async function listen(url: string, channel: string, onNotice: () => void): Promise<Listener> {
  let stopped = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    const next = new Client({ connectionString: url, keepAlive: true });
    // One dead connection may report both an error and its end.
    const retry = (): void => {
      if (client !== next || stopped) return;
      client = null;
      timer = setTimeout(() => void connect(), reconnectMilliseconds);
    };
    client = next;
    next.on('notification', onNotice);
    next.on('error', retry);
    next.on('end', retry);
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
      onNotice();
    } catch {
      retry();
    }
  };
  await connect();
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
