import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BreachServer {
  readonly url: string;
  /** Every request so far: its first line and headers, as sent. */
  readonly requests: readonly string[];
  /** From now on answers so instead; undefined answers as before. */
  readonly answerWith: (answer: ((response: ServerResponse) => void) | undefined) => void;
  readonly stop: () => Promise<void>;
}

/** SHA-1 in upper-case hex, which the range API splits after 5 characters. */
export const sha1 = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();

/**
 * A server of breached passwords that answers as `GET https://api.pwnedpasswords.com/range/XXXXX` does: CRLF lines of
 * 35 characters and a count, made up to 800 or more with lines of count 0 where padding is asked for. `padding` gives
 * passwords whose lines stand there with count 0.
 */
export async function startBreachServer(known: {
  readonly breached: readonly string[];
  readonly padding?: readonly string[];
}): Promise<BreachServer> {
  const counts = [
    ...known.breached.map((password) => [sha1(password), 3] as const),
    ...(known.padding ?? []).map((password) => [sha1(password), 0] as const),
  ];
  const answerRange = (request: IncomingMessage, response: ServerResponse): void => {
    const prefix = /^\/range\/([0-9A-F]{5})$/.exec(request.url ?? '')?.[1];
    if (prefix === undefined) return void response.writeHead(400).end('The hash prefix was not in a valid format');
    const lines = counts
      .filter(([hash]) => hash.startsWith(prefix))
      .map(([hash, count]) => `${hash.slice(5)}:${count}`);
    const padded = request.headers['add-padding'] === 'true' ? 800 : 1;
    while (lines.length < padded) lines.push(`${randomBytes(18).toString('hex').slice(1).toUpperCase()}:0`);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(lines.toSorted().join('\r\n'));
  };
  const requests: string[] = [];
  let answer: ((response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => {
    requests.push([`${request.method} ${request.url}`, ...request.rawHeaders].join('\n'));
    if (answer) answer(response);
    else answerRange(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answerWith: (given) => void (answer = given),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
