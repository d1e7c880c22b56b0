import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { existsSync } from 'node:fs';
import { expressMiddleware } from '@as-integrations/express5';
import type { ApolloServer } from '@apollo/server';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { ServedContext } from './graphql-server.ts';

export interface HttpAppOptions {
  readonly apollo: ApolloServer<ServedContext>;
  readonly contextFor: (req: Request, res: Response, requestId: string) => Promise<ServedContext>;
  readonly log: Logger;
  readonly corsOrigins: () => readonly string[];
  readonly graphiql: boolean;
  /** Whether database and migrations are as they must be. */
  readonly isReady: () => Promise<boolean>;
  /** Folder of the built client. */
  readonly clientFolder: string;
}

/** Largest body in bytes; the longest field, a pasted posting, is far below. */
const bodyLimit = 1_000_000;

/** The HTTP surface: health, the API, the playground, and the client for every other path. */
export function createHttpApp(options: HttpAppOptions): Express {
  const { apollo, contextFor, corsOrigins, graphiql, isReady, clientFolder } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_req, res, next) => {
    res.locals['requestId'] = randomUUID();
    res.setHeader('x-request-id', res.locals['requestId']);
    next();
  });
  app.get('/healthz', (_req, res) => void res.json({ ok: true }));
  app.get('/readyz', async (_req, res) => {
    const ready = await isReady();
    res.status(ready ? 200 : 503).json({ ok: ready });
  });
  app.use(securityHeaders());
  if (graphiql) app.get('/graphql', playground());
  app.use(
    '/graphql',
    cors({
      origin: (origin, answer) => answer(null, corsOrigins().includes(origin ?? '')),
      credentials: true,
      maxAge: 600,
    }),
    express.json({ limit: bodyLimit }),
    noStore,
    expressMiddleware(apollo, { context: ({ req, res }) => contextFor(req, res, String(res.locals['requestId'])) }),
  );
  app.use(express.static(clientFolder, { index: false, maxAge: 0, setHeaders: cacheHashed }));
  app.get(/.*/, (req, res, next) => {
    if (!req.accepts('html') || !existsSync(`${clientFolder}/index.html`)) return next();
    res.setHeader('cache-control', 'no-cache');
    return res.sendFile('index.html', { root: clientFolder });
  });
  app.use(
    (_req, res) =>
      void res.status(404).json({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] }),
  );
  app.use(badRequests(options.log));
  return app;
}

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

/** GraphiQL from our own server; it needs inline code, which no other page may have. */
function playground() {
  const page = renderGraphiQL({
    title: 'Tenure playground',
    endpoint: '/graphql',
    credentials: 'same-origin',
    additionalHeaders: { 'apollo-require-preflight': 'true' },
  } as never);
  return (req: Request, res: Response, next: () => void): void => {
    if (!req.accepts('html') || req.query['query'] !== undefined) return next();
    res.setHeader(
      'content-security-policy',
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'",
    );
    res.type('html').send(page);
  };
}

/** Bodies that cannot be read, in the shape of every other answer. */
const badRequests =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: number; type?: string; message?: string }, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, 'request failed');
    const message = {
      'entity.too.large': `The body is larger than ${bodyLimit} bytes.`,
      'entity.parse.failed': 'The body is not valid JSON.',
    }[error.type ?? ''];
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    return res
      .status(status)
      .json({
        errors: [
          {
            message: message ?? (status >= 500 ? 'Something went wrong on our side.' : 'The request cannot be read.'),
            extensions: { code, ...(status >= 500 ? { requestId: res.locals['requestId'] } : {}) },
          },
        ],
      });
  };
