import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { ServedContext } from './graphql-server.ts';

export interface GraphqlEndpoint {
  readonly apollo: ApolloServer<ServedContext>;
  readonly contextFor: (req: IncomingMessage, res: ServerResponse, requestId: string) => Promise<ServedContext>;
  readonly corsOrigins: () => readonly string[];
  /** What every answer says to browsers. */
  readonly headers: Readonly<Record<string, string>>;
  /** Largest body in bytes. */
  readonly bodyLimit: number;
}

/**
 * Answers what nearly all requests are, JSON posted to the API, by itself; every other request is left to others. What
 * a web framework does for a request costs more than to execute a small operation.
 */
export const graphqlEndpoint =
  (endpoint: GraphqlEndpoint, others: RequestListener): RequestListener =>
  (req, res) => {
    if (!isPlain(req, endpoint.bodyLimit)) return others(req, res);
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      answer(endpoint, { req, res, body: Buffer.concat(chunks) }).catch((error: unknown) =>
        res.destroy(error as Error),
      );
    });
  };

/** Bodies of unknown length, packed ones and other character sets are for the framework, as are those too large. */
function isPlain({ method, url, headers }: IncomingMessage, bodyLimit: number): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length'] ?? Infinity) <= bodyLimit
  );
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly body: Buffer;
}

async function answer(endpoint: GraphqlEndpoint, { req, res, body }: Exchange): Promise<void> {
  const requestId = randomUUID();
  const common = { ...endpoint.headers, ...corsHeaders(endpoint, req), 'x-request-id': requestId };
  const parsed = parseJson(body);
  if (parsed === undefined)
    return send(res, { status: 400, headers: { ...common, 'content-type': json }, body: notJson });
  // All that Apollo asks of them: which form the answer may have, and whether a browser asked for leave beforehand, as
  // it does for bodies of this type.
  const headers = new HeaderMap([['apollo-require-preflight', 'true']]);
  const { accept } = req.headers;
  if (accept !== undefined && accept !== '*/*') headers.set('accept', accept);
  const answered = await endpoint.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: parsed },
    context: () => endpoint.contextFor(req, res, requestId),
  });
  send(res, {
    status: answered.status ?? 200,
    headers: { ...common, 'cache-control': 'no-store', ...Object.fromEntries(answered.headers) },
    // Nothing here is answered in parts.
    body: answered.body.kind === 'complete' ? answered.body.string : '',
  });
}

const json = 'application/json; charset=utf-8';
const notJson = JSON.stringify({
  errors: [{ message: 'The body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }],
});

/** @returns undefined for what is no JSON; a body is a whole object or list, as everywhere */
function parseJson(body: Buffer): unknown {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Pages of allowed origins may read answers and send cookies (Fetch standard, CORS protocol). */
function corsHeaders(
  { corsOrigins }: GraphqlEndpoint,
  { headers: { origin } }: IncomingMessage,
): Record<string, string> {
  if (origin === undefined || !corsOrigins().includes(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' };
}

function send(
  res: ServerResponse,
  { status, headers, body }: { status: number; headers: Record<string, string>; body: string },
): void {
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  res.end(body);
}
