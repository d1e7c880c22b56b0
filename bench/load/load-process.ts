// Sends load as told by its parent, in a process of its own, so that its CPU time is nobody else's.
import { quantile } from '../measure/statistics.ts';
import { HttpConnection, requestBytes, type Answer } from './http-connection.ts';
import type { LoadOrder, LoadReply, LoadResult } from './load-messages.ts';

process.on('message', (order: LoadOrder) => {
  run(order).then(reply, (error: unknown) => reply({ fault: error instanceof Error ? error.message : String(error) }));
});

const reply = (message: LoadReply): void => void process.send?.(message);

async function run({ port, requests, concurrency, seconds, leastBytes }: LoadOrder): Promise<LoadResult> {
  const messages = requests.map(requestBytes);
  const connections = await Promise.all(Array.from({ length: concurrency }, () => HttpConnection.open(port)));
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let next = 0;
  const sendUntilEnd = async (connection: HttpConnection): Promise<void> => {
    for (let sentAt = startedAt; sentAt < endsAt;) {
      sentAt = performance.now();
      const message = messages[next++ % messages.length];
      if (message) requireRight(await connection.send(message), leastBytes);
      latencies.push(performance.now() - sentAt);
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
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}

const errorsMark = Buffer.from('"errors":');

/** @throws Error with what the server said */
function requireRight({ status, body }: Answer, leastBytes: number): void {
  if (status !== 200 || body.length < leastBytes || body.includes(errorsMark))
    throw new Error(`Answer ${status}, ${body.length} bytes: ${body.toString().slice(0, 500)}`);
}
