import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { getOperationAST } from 'graphql';
import type { OperationSource } from '#authorization/judge-document.ts';
import { answerBody, answerOperation, type ServedContext } from './answer-operation.ts';
import { findDocument, type AcceptedDocuments } from './client-documents.ts';
import type { Executable } from './execute-operation.ts';
import type { KnownDocuments } from './graphql-server.ts';

export interface GraphqlEndpoint {
  readonly product: Executable;
  readonly accepted: AcceptedDocuments;
  readonly documents: KnownDocuments;
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
      answer(endpoint, { req, res, requestId: randomUUID() }, Buffer.concat(chunks)).catch((error: unknown) =>
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
  readonly requestId: string;
}

async function answer(endpoint: GraphqlEndpoint, { req, res, requestId }: Exchange, body: Buffer): Promise<void> {
  const common = { ...endpoint.headers, ...corsHeaders(endpoint, req), 'x-request-id': requestId };
  const parsed = parseJson(body);
  if (parsed === undefined)
    return send(res, { status: 400, headers: { ...common, 'content-type': json }, body: notJson });
  const exchange = { req, res, requestId };
  const {
    status,
    headers,
    body: text,
  } = (await answerKnown(endpoint, exchange, parsed)) ?? (await answerByApollo(endpoint, exchange, parsed));
  send(res, { status, headers: { ...common, 'cache-control': 'no-store', ...headers }, body: text });
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers an operation of a document that was let through before: what then remains of a request is to execute it. */
async function answerKnown(
  endpoint: GraphqlEndpoint,
  { req, res, requestId }: Exchange,
  body: Readonly<Record<string, unknown>>,
): Promise<Reply | null> {
  const { product, contextFor } = endpoint;
  const contentType = plainTypes.get(req.headers.accept ?? '*/*');
  const source = contentType ? knownOperation(endpoint, body) : null;
  // How a request is refused whose sender cannot be read, Apollo tells.
  const context = source && (await contextFor(req, res, requestId).catch(() => null));
  if (!contentType || !source || !context) return null;
  const { result, status } = await answerOperation(product, source, context);
  return { status: status ?? 200, headers: { 'content-type': contentType }, body: answerBody(result) };
}

/** @returns null for what is new, or in any way other than it should be */
function knownOperation(
  { accepted, documents }: GraphqlEndpoint,
  { query, operationName: name, variables, extensions, ...others }: Readonly<Record<string, unknown>>,
): OperationSource | null {
  if (!isTextOrNone(query) || !isObjectOrNone(extensions)) return null;
  const found = findDocument(accepted, { query, extensions });
  const document = typeof found === 'string' ? documents.get(found) : undefined;
  if (!document || !isNameOrNone(name) || !isObjectOrNone(variables) || Object.keys(others).length > 0) return null;
  const operation = getOperationAST(document, name);
  return operation ? { document, operation, variables: variables ?? {} } : null;
}

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';

const isNameOrNone = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || (typeof value === 'string' && value !== '');

const isObjectOrNone = (value: unknown): value is OperationSource['variables'] | null | undefined =>
  value === undefined || (typeof value === 'object' && !Array.isArray(value));

async function answerByApollo(
  { apollo, contextFor }: GraphqlEndpoint,
  { req, res, requestId }: Exchange,
  body: unknown,
): Promise<Reply> {
  // All that Apollo asks of them: which form the answer may have, and whether a browser asked for leave beforehand, as
  // it does for bodies of this type.
  const headers = new HeaderMap([['apollo-require-preflight', 'true']]);
  if (req.headers.accept !== undefined) headers.set('accept', req.headers.accept);
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: () => contextFor(req, res, requestId),
  });
  return {
    status: answered.status ?? 200,
    headers: Object.fromEntries(answered.headers),
    // Nothing here is answered in parts.
    body: answered.body.kind === 'complete' ? answered.body.string : '',
  };
}

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json';
/** What answers are called to those who accept this; any other wish is Apollo's to weigh. */
const plainTypes: ReadonlyMap<string, string> = new Map([
  ['*/*', json],
  ['application/json', json],
  [graphqlResponse, `${graphqlResponse}; charset=utf-8`],
  [`${graphqlResponse},application/json;q=0.9`, `${graphqlResponse}; charset=utf-8`],
]);
const notJson = JSON.stringify({
  errors: [{ message: 'The body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }],
});

/** @returns undefined for what is no JSON; a body is a whole object or list, as everywhere */
function parseJson(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
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

function send(res: ServerResponse, { status, headers, body }: Reply): void {
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  res.end(body);
}
