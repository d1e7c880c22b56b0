import { Router, type Request, type RequestHandler, type Response } from 'express';
import { GraphQLError } from 'graphql';
import { counterKey, takeAll } from '#authorization/rate-limits.ts';
import type { Limit, RateCounters } from '#database/rate-counters.ts';
import { isPassing } from '#database/is-passing.ts';
import { auditOverrun } from '#identity/audit-overrun.ts';
import type { ProviderSignIn } from '#identity/identity.ts';
import { settingsPage } from '#identity/link-provider.ts';
import { ProviderFailure, providerErrors } from '#identity/provider-failure.ts';
import type { Provider } from '#identity/providers.ts';
import { FailedInSession, signInPage, type ProviderRefusal } from '#identity/return-from-provider.ts';
import { DomainError, RateLimited } from '#platform/errors.ts';
import type { ServedContext } from './answer-operation.ts';
import type { Executable } from './execute-operation.ts';
import { executeUseCase } from './execute-use-case.ts';

/** How often a client's address may begin to sign in by a provider, and come back from one. */
export const providerLimits = {
  auth: { IP: { max: 10, windowSeconds: 3_600 } },
  authCallback: { IP: { max: 20, windowSeconds: 3_600 } },
} as const satisfies Readonly<Record<string, { readonly IP: Limit }>>;

export type ProviderLimits = { readonly [Route in keyof typeof providerLimits]: { readonly IP: Limit } };

export interface ProviderRoutes {
  readonly product: Executable;
  readonly contextFor: (req: Request, res: Response, requestId: string) => Promise<ServedContext>;
  readonly signIn: ProviderSignIn;
  readonly counters: RateCounters;
  readonly limits: ProviderLimits;
}

/**
 * The two routes by which browsers go to providers and come back. They answer with a page of the client to go on with,
 * and its address says why something failed: never with an error that only a program can read. By 303, so that nothing
 * that was posted is posted again, and seen by no cache.
 */
export function providerRoutes(options: ProviderRoutes): RequestHandler {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/auth/:provider', isPage, redirecting(options, begin));
  router.get('/auth/:provider/callback', isPage, redirecting(options, comeBack));
  return router;
}

/**
 * A request of another method, such as HEAD, must not end what a browser has begun; nor may the images and frames of
 * somebody else's page use up how often a network address may begin.
 */
const isPage: RequestHandler = ({ method, headers }, _res, next) => {
  const { 'sec-fetch-dest': wanted = 'document' } = headers;
  next(method === 'GET' && wanted === 'document' ? undefined : 'router');
};

interface Route {
  readonly name: keyof ProviderLimits;
  /** @returns where the browser goes from here */
  readonly serve: (visit: Visit) => Promise<string>;
}

interface Visit extends ProviderRoutes {
  readonly route: Route;
  readonly req: Request;
  readonly context: ServedContext;
  readonly provider: Provider;
}

const begin: Route = {
  name: 'auth',
  serve: ({ product, context, signIn, provider, req }) => {
    const { next } = req.query;
    return executeUseCase(product, context, (operation) =>
      signIn.start(operation, { provider, next: typeof next === 'string' ? next : null }),
    );
  },
};

const comeBack: Route = {
  name: 'authCallback',
  serve: ({ product, context, signIn, provider, req }) =>
    executeUseCase(product, context, (operation) =>
      signIn.complete(operation, { provider, answer: new URL(req.originalUrl, 'http://localhost').searchParams }),
    ),
};

const redirecting =
  (options: ProviderRoutes, route: Route): RequestHandler =>
  async (req, res, next) => {
    const provider = options.signIn.find(String(req.params['provider']));
    if (!provider) return next();
    res.setHeader('cache-control', 'no-store');
    const context = await options.contextFor(req, res, String(res.locals['requestId'])).catch(asNobody);
    if (!context) return res.redirect(303, failurePage('UNAUTHENTICATED'));
    // The way back is bound to the browser, and needs no other proof of who sent it here.
    const browser = { ...context, client: { ...context.client, keepsCookies: true } };
    const finish = options.product.metrics.operationStarted(route.name);
    const { location, outcome } = await endOf({ ...options, route, req, context: browser, provider });
    finish(outcome);
    context.log.info({ operation: route.name, provider: provider.id, outcome }, 'operation');
    return res.redirect(303, location);
  };

/** Who names two accounts at once is none of them. */
const asNobody = (error: unknown): null => {
  if (error instanceof GraphQLError) return null;
  throw error;
};

/** Where a visit leads, whatever happens. */
async function endOf(visit: Visit): Promise<{ readonly location: string; readonly outcome: string }> {
  try {
    await charge(visit);
    if (visit.context.cookiesRefused !== null) throw new ProviderFailure('COOKIES_REFUSED', 'no cookies here');
    return { location: await visit.route.serve(visit), outcome: 'OK' };
  } catch (error) {
    const { cause, attempt } = error instanceof FailedInSession ? error : { cause: error, attempt: null };
    const outcome = await toldOf(visit, { error: cause, attempt });
    return { location: failurePage(outcome, attempt ? settingsPage : signInPage), outcome };
  }
}

/** @throws RateLimited, Overloaded */
async function charge({ route, product, counters, limits, context }: Visit): Promise<void> {
  const { addressKey } = context.client;
  const limit = limits[route.name].IP;
  const taken = await takeAll(counters, [{ key: counterKey(route.name, 'IP', addressKey ?? ''), limit }]);
  if (typeof taken !== 'number') return;
  const overrun = { field: route.name, addressKey };
  await executeUseCase(product, context, (operation) => auditOverrun(operation, counters, overrun));
  throw new RateLimited(taken);
}

interface Failed {
  readonly error: unknown;
  /** What failed was begun within a session. */
  readonly attempt: FailedInSession['attempt'] | null;
}

/** Writes a failure down where it belongs. @returns what the client's page is told of it */
async function toldOf(visit: Visit, { error, attempt }: Failed): Promise<string> {
  const { log } = visit.context;
  if (error instanceof ProviderFailure) {
    if (visit.route === comeBack) await writeDown(visit, { failure: error, attempt });
    return error.reason;
  }
  if (error instanceof DomainError) return toldCodes.has(error.code) ? error.code : 'UNAUTHENTICATED';
  if (isPassing(error)) {
    log.warn({ err: error }, 'database unavailable');
    return 'OVERLOADED';
  }
  log.error({ err: error }, 'signing in by a provider failed');
  return 'INTERNAL_SERVER_ERROR';
}

const writeDown = (
  { product, context, signIn, provider }: Visit,
  refusal: Omit<ProviderRefusal, 'provider'>,
): Promise<void> =>
  executeUseCase(product, context, (operation) => signIn.recordRefusal(operation, { provider, ...refusal })).catch(
    (error: unknown) => context.log.error({ err: error }, 'a refusal could not be written down'),
  );

const toldCodes: ReadonlySet<string> = new Set(providerErrors);

const failurePage = (error: string, page = signInPage): string => `${page}?error=${error}`;
