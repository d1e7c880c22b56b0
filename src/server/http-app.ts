import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { expressMiddleware } from '@as-integrations/express5';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import cors from 'cors';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { graphqlEndpoint, type GraphqlEndpoint } from './graphql-endpoint.ts';

export interface HttpAppOptions extends Pick<
  GraphqlEndpoint,
  'product' | 'accepted' | 'documents' | 'apollo' | 'contextFor'
> {
  readonly log: Logger;
  readonly corsOrigins: () => readonly string[];
  readonly graphiql: boolean;
  /** By which browsers go to providers and come back. */
  readonly providers: RequestHandler;
  /** Whether database and migrations are as they must be. */
  readonly isReady: () => Promise<boolean>;
  /** Folder of the built client. */
  readonly clientFolder: string;
}

/** Largest body in bytes; the longest field, a pasted posting, is far below. */
const bodyLimit = 1_000_000;

/** The HTTP surface: health, the API, the playground, and the client for every other path. */
export const createHttpApp = (options: HttpAppOptions): RequestListener =>
  graphqlEndpoint({ ...options, bodyLimit, headers: headersOf(securityHeaders()) }, framework(options));

function framework(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(numbered);
  app.get('/healthz', (_req, res) => void res.json({ ok: true }));
  app.get('/readyz', async (_req, res) => {
    const ready = await options.isReady();
    res.status(ready ? 200 : 503).json({ ok: ready });
  });
  app.use(securityHeaders());
  if (options.graphiql) app.get('/graphql', playground());
  app.use('/graphql', ...api(options));
  app.use(options.providers);
  app.use(...client(options.clientFolder));
  app.use((_req, res) => void res.status(404).json(failure('There is nothing here.', { code: 'NOT_FOUND' })));
  app.use(badRequests(options.log));
  return app;
}

const numbered: RequestHandler = (_req, res, next) => {
  res.locals['requestId'] = randomUUID();
  res.setHeader('x-request-id', res.locals['requestId']);
  next();
};

const api = ({ apollo, contextFor, corsOrigins }: HttpAppOptions): RequestHandler[] => [
  cors({
    origin: (origin, answer) => answer(null, corsOrigins().includes(origin ?? '')),
    credentials: true,
    maxAge: 600,
  }),
  express.json({ limit: bodyLimit }),
  noStore,
  expressMiddleware(apollo, { context: ({ req, res }) => contextFor(req, res, String(res.locals['requestId'])) }),
];

/** The built client's files, and its page for every path that a browser asks for: the client knows what is there. */
const client = (root: string): RequestHandler[] => [
  express.static(root, { index: false, maxAge: 0, setHeaders: cacheHashed }),
  (req, res, next) => {
    const isPage = ['GET', 'HEAD'].includes(req.method) && req.accepts('html') && !req.path.startsWith('/assets/');
    if (!isPage || !existsSync(`${root}/index.html`)) return next();
    res.setHeader('cache-control', 'no-cache');
    return res.sendFile('index.html', { root });
  },
];

const noStore = (_req: IncomingMessage, res: Response, next: () => void): void => {
  res.setHeader('cache-control', 'no-store');
  next();
};

// Vite names assets by their content: they never change under one name.
const cacheHashed = (res: Response, path: string): void => {
  if (path.includes('/assets/')) res.setHeader('cache-control', 'public, max-age=31536000, immutable');
};

const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
  });

/** What a middleware says to every browser alike. */
function headersOf(middleware: ReturnType<typeof helmet>): Record<string, string> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string): void => void (headers[name.toLowerCase()] = value);
  const nothing = (): void => undefined;
  middleware({} as IncomingMessage, { setHeader, removeHeader: nothing } as unknown as ServerResponse, nothing);
  return headers;
}

const firstQuery = `# Sign in at / first, or with the mutation login and an Authorization header.
{
  personas {
    id
    fullName
    currentRole
  }
}
`;

/** GraphiQL from our own server; it needs inline code, which no other page may have. */
function playground() {
  const page = renderGraphiQL({
    title: 'Tenure playground',
    endpoint: '/graphql',
    credentials: 'same-origin',
    subscriptionsProtocol: 'WS',
    defaultQuery: firstQuery,
    additionalHeaders: { 'apollo-require-preflight': 'true' },
  } as never);
  return (req: Request, res: Response, next: () => void): void => {
    if (!req.accepts('html') || 'query' in req.query || 'extensions' in req.query) return next();
    res.setHeader(
      'content-security-policy',
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'",
    );
    res.type('html').send(page);
  };
}

/** Requests that cannot be read, in the shape of every other answer. */
const badRequests =
  (log: Logger): ErrorRequestHandler =>
  // oxlint-disable-next-line eslint/max-params -- Express knows those who take errors by their four parameters
  (error: { status?: number; type?: string }, _req, res, next) => {
    if (res.headersSent) return next(error);
    const { status = 500, type = '' } = error;
    if (status < 500)
      return res
        .status(status)
        .json(failure(explanations[type] ?? 'The request cannot be read.', { code: 'BAD_REQUEST' }));
    log.error({ err: error, requestId: res.locals['requestId'] }, 'request failed');
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: res.locals['requestId'] };
    return res.status(status).json(failure('Something went wrong on our side.', extensions));
  };

const failure = (message: string, extensions: object) => ({ errors: [{ message, extensions }] });

const explanations: Readonly<Record<string, string>> = {
  'entity.too.large': `The body is larger than ${bodyLimit} bytes.`,
  'entity.parse.failed': 'The body is not valid JSON.',
};
