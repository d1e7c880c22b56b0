import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphqlError, Tenant, TestProduct } from './product.ts';
import { until } from './queue-up.ts';

export interface SubscriptionAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

/** A subscription as its client sees it. */
export interface Subscribed {
  /** Answers in the order they came. */
  readonly answers: SubscriptionAnswer[];
  /** Resolves with the next answer that was not taken yet; fails where the subscription ends first. */
  readonly next: () => Promise<SubscriptionAnswer>;
  /** Resolves with nothing when it is completed, and with what ended it otherwise: errors, or how the socket closed. */
  readonly ended: Promise<unknown>;
  readonly end: () => void;
  /** Whether the server has said no as it was to open it: its log knows so before its client does. */
  readonly isRefused: boolean;
}

export interface Connection {
  readonly client: Client;
  /** Resolves once the server has opened the subscription, or refused to. */
  readonly subscribe: (
    query: string,
    variables?: object,
    extensions?: SubscribePayload['extensions'],
  ) => Promise<Subscribed>;
  /** Resolves once nothing runs for it any more: an event may be answered while its client goes. */
  readonly close: () => Promise<void>;
}

export interface ConnectOptions {
  /** What a browser says of itself. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
}

export const socketUrl = (product: TestProduct): string => `${product.url.replace('http', 'ws')}/graphql`;

/** Connects a client as the protocol's own library does; it does not come again when it is closed. */
export function connect(product: TestProduct, { headers = {}, params = {} }: ConnectOptions = {}): Connection {
  const client = createClient({
    url: socketUrl(product),
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string | string[]) {
        super(url, protocols, { headers });
      }
    },
    connectionParams: params,
    retryAttempts: 0,
  });
  const connected: Connected = { client, id: null };
  return {
    client,
    subscribe: (query, variables = {}, extensions = {}) =>
      opened(product, connected, { query, variables: { ...variables }, extensions }),
    close: async () => {
      await client.dispose();
      await until(() => afterEvents(() => connected.id === null || hasEnded(product, connected.id)));
    },
  };
}

/** A connection of a tenant with a bearer token. */
export const connectAs = (product: TestProduct, { headers }: Pick<Tenant, 'headers'>): Connection =>
  connect(product, { params: headers });

interface Connected {
  readonly client: Client;
  /** What the product's log calls it, once it is known. */
  id: string | null;
}

const connectionOf = (line: string): string | undefined =>
  /"connectionId":"([^"]+)".*"msg":"operation"/.exec(line)?.[1];

const hasEnded = ({ log }: TestProduct, id: string): boolean =>
  log.some((line) => line.includes(`"connectionId":"${id}"`) && line.includes('"msg":"socket closed"'));

/** Lets what waits for its turn run first. */
async function afterEvents(isSo: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return isSo();
}

/**
 * The protocol does not say when a subscription is open; the product's log does. Other connections may have something to
 * log meanwhile, such as an answer that comes while they are closed.
 */
async function opened(product: TestProduct, connected: Connected, payload: SubscribePayload): Promise<Subscribed> {
  const before = product.log.length;
  const others = new Set(connected.id === null ? product.log.flatMap((line) => connectionOf(line) ?? []) : []);
  const isOwn = (id: string | undefined): boolean =>
    id !== undefined && (connected.id === null ? !others.has(id) : id === connected.id);
  const findOpening = (): string | undefined => product.log.slice(before).find((line) => isOwn(connectionOf(line)));
  let isOver = false;
  const subscribed = collect(connected.client, payload);
  void subscribed.ended.then(() => (isOver = true));
  await until(() => afterEvents(() => isOver || findOpening() !== undefined));
  const opening = findOpening() ?? '';
  connected.id ??= connectionOf(opening) ?? null;
  return { ...subscribed, isRefused: opening.includes('"codes"') };
}

function collect(client: Client, payload: SubscribePayload): Omit<Subscribed, 'isRefused'> {
  const answers: SubscriptionAnswer[] = [];
  let taken = 0;
  let wake: () => void = () => undefined;
  let isOver = false;
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  const over = (how?: unknown): void => {
    isOver = true;
    resolve(how);
    wake();
  };
  const end = client.subscribe<unknown>(payload, {
    next: (answer) => {
      answers.push(answer as SubscriptionAnswer);
      wake();
    },
    error: over,
    complete: over,
  });
  const next = async (): Promise<SubscriptionAnswer> => {
    for (;;) {
      const answer = answers[taken];
      if (answer) {
        taken += 1;
        return answer;
      }
      if (isOver) throw new Error('The subscription is over.');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { answers, next, ended, end };
}
