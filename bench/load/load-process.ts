// Sends load as told by its parent, in a process of its own, so that its CPU time is nobody else's.
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../measure/statistics.ts';
import { HttpConnection, requestBytes, type Answer } from './http-connection.ts';
import type { LoadOrder, LoadReply, LoadResult } from './load-messages.ts';

process.on('message', (order: LoadOrder) => {
  run(order).then(reply, (error: unknown) => reply({ fault: error instanceof Error ? error.message : String(error) }));
});

const reply = (message: LoadReply): void => void process.send?.(message);

async function run(order: LoadOrder): Promise<LoadResult> {
  const { port, concurrency, seconds, leadSeconds = 0 } = order;
  const messages = order.requests.map(requestBytes);
  const connections = await Promise.all(Array.from({ length: concurrency }, () => HttpConnection.open(port)));
  const latencies: number[] = [];
  const turn = order.pace === undefined ? immediately() : paced(order.pace);
  const startedAt = performance.now() + leadSeconds * 1000;
  const endsAt = startedAt + seconds * 1000;
  const counts = (at: number): boolean => at >= startedAt && at <= endsAt;
  let [next, answers, refused] = [0, 0, 0];
  const sendUntilEnd = async (connection: HttpConnection): Promise<void> => {
    for (let sentAt = await turn(); sentAt < endsAt; sentAt = await turn()) {
      const message = messages[next++ % messages.length] ?? Buffer.alloc(0);
      const isRefused = isRefusal(await connection.send(message), order);
      const answeredAt = performance.now();
      if (isRefused) refused += 1;
      else if (counts(sentAt)) latencies.push(answeredAt - sentAt);
      if (!isRefused && counts(answeredAt)) answers += 1;
    }
  };
  try {
    await Promise.all(connections.map(sendUntilEnd));
  } finally {
    for (const connection of connections) connection.close();
  }
  return {
    requests: latencies.length,
    seconds: (performance.now() - startedAt) / 1000,
    answersPerSecond: answers / seconds,
    refused,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}

/** Waits for a connection's next turn; gives back when its request is sent, or was due. */
type Turn = () => Promise<number>;

const immediately = (): Turn => () => Promise.resolve(performance.now());

/** Turns at even distances. One that comes late, because no connection was free, counts from when it was due. */
function paced(perSecond: number): Turn {
  const startedAt = performance.now();
  let taken = 0;
  return async () => {
    const dueAt = startedAt + (taken++ * 1000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs <= 0) return dueAt;
    await sleep(waitMs);
    return performance.now();
  };
}

const errorsMark = Buffer.from('"errors":');

/** Whether the server said no for the moment. @throws Error with what it said, where that is neither this nor right */
function isRefusal({ status, body }: Answer, { leastBytes, refusal }: LoadOrder): boolean {
  if (refusal !== undefined && body.includes(`"code":"${refusal}"`)) return true;
  if (status !== 200 || body.length < leastBytes || body.includes(errorsMark))
    throw new Error(`Answer ${status}, ${body.length} bytes: ${body.toString().slice(0, 500)}`);
  return false;
}
