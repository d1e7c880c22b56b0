import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { getOperationAST, GraphQLError, OperationTypeNode, type ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer, type Context, type Server, type SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { OperationSource } from '#authorization/judge-document.ts';
import type { Watching } from '#authorization/operation-context.ts';
import { DomainError } from '#platform/errors.ts';
import { findDocument, type AcceptedDocuments } from './client-documents.ts';
import { checkDocument, type CheckedDocument } from './document-limits.ts';
import type { Executable } from './execute-operation.ts';
import { formatError } from './format-error.ts';
import { closeCodes, endSocket, serveSocket } from './graphql-socket.ts';
import { unknownOperation, type KnownDocuments } from './graphql-server.ts';
import { openSubscription, type Answers, type Subscriber } from './open-subscription.ts';
import { overReasons, type OpeningClaims, type OpenSessions } from './open-sessions.ts';
import type { RequestContext } from './request-context.ts';
import { givenOf, givenUp, readTokens, type RequestReaderOptions } from './request-reader.ts';

export interface SubscriptionServerOptions extends RequestReaderOptions {
  readonly product: Executable;
  readonly accepted: AcceptedDocuments;
  readonly documents: KnownDocuments;
  readonly watch: Watching;
  readonly sessions: OpenSessions;
}

export interface SubscriptionServer {
  /** Closes every connection, and waits until nothing of them runs any more. */
  readonly stop: () => Promise<void>;
}

/**
 * Connections of all; subscriptions of one, those among them that are given up but not yet at their end, bytes of one
 * message, how long a client may take to say who it is, and how long one may stay that is signed out.
 */
const limits = {
  connections: 5_000,
  subscriptions: 20,
  ending: 20,
  messageBytes: 100_000,
  greetingMilliseconds: 3_000,
  anonymousMilliseconds: 30_000,
} as const;

/** Carries subscriptions, and nothing else, by WebSocket on the address of the API. */
export function serveSubscriptions(httpServer: HttpServer, options: SubscriptionServerOptions): SubscriptionServer {
  const protocol = protocolServer(options);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, handleProtocols });
  const served = new Set<Promise<void>>();
  let isStopping = false;
  httpServer.on('upgrade', (req, socket: Duplex, head) => {
    const isFull = isStopping || sockets.clients.size >= limits.connections;
    const refused = isFull ? '503 Service Unavailable' : refusalOf(req, options.corsOrigins());
    if (refused) return refuse(socket, refused);
    return sockets.handleUpgrade(req, socket, head, (socket) => {
      const log = options.log.child({ connectionId: randomUUID() });
      const done = serveSocket(protocol, newConnection({ socket, req, log }));
      served.add(done);
      void done.finally(() => served.delete(done));
    });
  });
  return {
    stop: async () => {
      isStopping = true;
      for (const socket of sockets.clients) endSocket(socket, closeCodes.goingAway, 'The server is stopping.');
      await Promise.all(served);
    },
  };
}

/**
 * Browsers let any page open a WebSocket, and send cookies along; what they do not let it do is to say that it is
 * another page (RFC 6455, 10.2).
 */
function refusalOf({ url = '', headers: { origin } }: IncomingMessage, origins: readonly string[]): string | null {
  if (url.split('?')[0] !== '/graphql') return '404 Not Found';
  return origin === undefined || origins.includes(origin) ? null : '403 Forbidden';
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  // Ended is half closed: the other half is the client's, who may keep it for ever.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** One connection. */
interface Connection {
  readonly socket: WebSocket;
  readonly req: IncomingMessage;
  readonly log: Logger;
  /**
   * What answers its subscriptions, by their ids; null where one is being opened. An id stays for as long as anything
   * runs by it: the library forgets one when its client does, and of two that run by one id it would lose the first.
   */
  readonly running: Map<string, Answers | null>;
  /** Aborted once it is closed. */
  readonly gone: AbortController;
  /** Once it has said who it is. */
  subscriber: Subscriber | null;
  forget: () => void;
}

const newConnection = (made: Pick<Connection, 'socket' | 'req' | 'log'>): Connection => ({
  ...made,
  running: new Map(),
  gone: new AbortController(),
  subscriber: null,
  forget: () => undefined,
});

function protocolServer(options: SubscriptionServerOptions): Server<Connection> {
  const { product } = options;
  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: limits.greetingMilliseconds,
    onConnect: ({ extra, connectionParams }) => greet(options, extra, connectionParams ?? {}),
    onSubscribe: (connection, id, payload) => argumentsOf(options, connection, { id, ...payload }),
    subscribe: ({ document, operationName, variableValues, contextValue }) => {
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new Error('The operation was found before.');
      const source = { document, operation, variables: variableValues ?? {} };
      return open(product, source, contextValue as Asked) as never;
    },
    // Its errors are in our words already.
    onNext: (...[, , , , result]) => result as never,
    onError: (...[{ extra }, , , errors]) =>
      errors.map((error) => formatError(error as GraphQLError, { requestId: randomUUID(), log: extra.log })),
    onComplete: ({ extra }, id) => void extra.running.delete(id),
    onClose: ({ extra }) => close(extra),
  });
}

/** Who asks for a subscription, and what the client calls it. */
interface Asked {
  readonly connection: Connection;
  readonly id: string;
}

async function open(product: Executable, source: OperationSource, { connection, id }: Asked) {
  const answers = await openSubscription(product, source, connection.subscriber as Subscriber);
  if (!(Symbol.asyncIterator in answers)) return answers;
  if (connection.gone.signal.aborted) await answers.return?.();
  else connection.running.set(id, answers);
  return answers;
}

async function close(connection: Connection): Promise<void> {
  connection.gone.abort(givenUp);
  connection.forget();
  for (const answers of connection.running.values()) await answers?.return?.();
}

/** Reads who is at the end of a connection: anonymous without a token, like every request. */
async function greet(
  options: SubscriptionServerOptions,
  connection: Connection,
  params: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { socket, req } = connection;
  const end = (reason: string): void => endSocket(socket, closeCodes.forbidden, reason);
  try {
    const reading = readConnection(options, req, params);
    const claims = await openingClaims(options, reading);
    // Whoever has gone meanwhile needs nothing that would have to be forgotten.
    if (connection.gone.signal.aborted) return false;
    const request = requestsOf(options, connection, { ...reading, claims });
    const onSessionOver = (): void => end(overReasons[request().token === 'expired' ? 'token' : 'session']);
    connection.subscriber = { request, onSessionOver };
    connection.forget = claims ? options.sessions.keep({ claims, end }) : endSoon(end);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    end(error.message);
    return false;
  }
}

/** Who is signed out is answered that, and has nothing to wait for. @returns what stops it */
function endSoon(end: (reason: string) => void): () => void {
  const timer = setTimeout(() => end('Sign in, and come again.'), limits.anonymousMilliseconds).unref();
  return () => clearTimeout(timer);
}

type Reading = ReturnType<typeof readTokens>;

/** Cookies count for pages alone: whoever names no origin is no browser, and brings its token along. */
function readConnection(
  options: SubscriptionServerOptions,
  req: IncomingMessage,
  { authorization, Authorization = authorization }: Readonly<Record<string, unknown>>,
): Reading {
  const { cookie, origin } = req.headers;
  return readTokens(options, req, {
    authorization: typeof Authorization === 'string' ? Authorization : undefined,
    cookie: origin === undefined ? undefined : cookie,
    at: options.now(),
  });
}

/** By what the connection is open; null for who is signed out. Of a narrow token its row alone says it. */
async function openingClaims(
  { product, now }: SubscriptionServerOptions,
  { token }: Reading,
): Promise<OpeningClaims | null> {
  if (typeof token !== 'object') return null;
  if ('sub' in token) return token;
  const viewer = await product.narrowViewerFor(token, now());
  return viewer.kind === 'Anonymous'
    ? null
    : { sub: viewer.userId, sid: viewer.sessionId, exp: Math.floor(viewer.expiresAt.getTime() / 1000) };
}

interface Opening extends Pick<Reading, 'token' | 'client'> {
  readonly claims: OpeningClaims | null;
}

/** Makes requests of a connection, each at its own time. */
function requestsOf(
  options: SubscriptionServerOptions,
  { req, log, gone }: Connection,
  { token, client, claims }: Opening,
): () => RequestContext {
  return () => {
    const given = givenOf({ ...options, log }, req, randomUUID());
    return {
      ...given,
      token: claims && claims.exp * 1000 <= given.now.getTime() ? 'expired' : token,
      isForged: false,
      signal: gone.signal,
      client,
      watch: options.watch,
      // What subscribes hands out no tokens, and has no status.
      setTokens: () => undefined,
      setDeviceToken: () => undefined,
      setFlowToken: () => undefined,
      cookiesRefused: null,
      refusedWith: () => undefined,
    };
  };
}

/** What is to be subscribed to, or why not. */
function argumentsOf(
  options: SubscriptionServerOptions,
  { subscriptions, extra }: Context<Record<string, unknown>, Connection>,
  { id, operationName, variables, ...asked }: SubscribePayload & { readonly id: string },
): ExecutionArgs | readonly GraphQLError[] {
  if (extra.running.has(id)) {
    endSocket(extra.socket, closeCodes.idTaken, `Subscriber for ${id} already exists`);
    return [refusedFor('CONFLICT', 'What ran by this id has not ended yet.')];
  }
  const isFull = Object.keys(subscriptions).length > limits.subscriptions;
  if (isFull || extra.running.size >= limits.subscriptions + limits.ending) return [refusedFor('OVERLOADED', tooMany)];
  const checked = findChecked(options, asked);
  if ('faults' in checked) return checked.faults;
  const { document } = checked;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [unknownOperation(operationName)];
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    return [refusedFor('GRAPHQL_VALIDATION_FAILED', 'Only subscriptions are carried here; send this by HTTP.')];
  extra.running.set(id, null);
  return {
    schema: options.product.schema,
    document,
    operationName: operation.name?.value,
    variableValues: variables ?? {},
    contextValue: { connection: extra, id } satisfies Asked,
  };
}

/** The document that is asked for, checked now or before; or what is wrong with it. */
function findChecked(
  { product, accepted, documents }: SubscriptionServerOptions,
  asked: Pick<SubscribePayload, 'query' | 'extensions'>,
): CheckedDocument {
  const text = findDocument(accepted, asked);
  if (typeof text !== 'string') return { faults: [text] };
  const known = documents.get(text);
  if (known) return { document: known };
  const checked = checkDocument(product.schema, text);
  if ('document' in checked) documents.set(text, checked.document);
  return checked;
}

const tooMany = `A connection carries ${limits.subscriptions} subscriptions; end one of them, or open another connection.`;

const refusedFor = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });
