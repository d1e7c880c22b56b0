import { Client } from 'pg';

export interface Listener {
  stop(): Promise<void>;
}

export interface Listening {
  /** Connection URL of any login, but not through a pooler, which would lose the notifications. */
  readonly url: string;
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  /** Called at each connection, the first included: what was said before it, nobody heard. */
  readonly onGap: () => void;
}

/** Listens to a channel until stopped; reconnects by itself. */
export async function listen(listening: Listening): Promise<Listener> {
  const listener = new ReconnectingListener(listening);
  await listener.connect();
  return listener;
}

const reconnectMilliseconds = 2_000;
/** A connection that is gone without a word looks like one on which nobody speaks, until it is asked. */
const askMilliseconds = 10_000;
const answerMilliseconds = 5_000;

class ReconnectingListener implements Listener {
  readonly #listening: Listening;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(listening: Listening) {
    this.#listening = listening;
  }

  async connect(): Promise<void> {
    const { url, onNotice, onGap } = this.#listening;
    const client = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: answerMilliseconds,
      query_timeout: answerMilliseconds,
    });
    this.#client = client;
    client.on('notification', ({ payload = '' }) => onNotice(payload));
    client.on('error', () => this.#reconnect(client));
    client.on('end', () => this.#reconnect(client));
    try {
      await client.connect();
      await this.#ask(client);
      onGap();
      this.#askAgain(client);
    } catch {
      this.#reconnect(client);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  /** Said again it changes nothing, and it must be answered. */
  async #ask(client: Client): Promise<void> {
    await client.query(`listen ${client.escapeIdentifier(this.#listening.channel)}`);
  }

  #askAgain(client: Client): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#ask(client).then(
        () => this.#askAgain(client),
        () => this.#reconnect(client),
      );
    }, askMilliseconds);
  }

  /** One dead connection may report an error, its end, and that it does not answer. */
  #reconnect(client: Client): void {
    if (this.#client !== client || this.#isStopped) return;
    this.#client = null;
    clearTimeout(this.#timer);
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.connect(), reconnectMilliseconds);
  }
}
