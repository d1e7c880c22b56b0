import { Router, type Request, type RequestHandler, type Response } from 'express';
import { counterKey, takeAll } from '#authorization/rate-limits.ts';
import type { Limit, RateCounters } from '#database/rate-counters.ts';
import { isPassing } from '#database/is-passing.ts';
import { auditOverrun } from '#identity/audit-overrun.ts';
import type { ProviderSignIn } from '#identity/identity.ts';
import { settingsPage } from '#identity/link-provider.ts';
import { ProviderFailure, providerErrors } from '#identity/provider-failure.ts';
import type { Provider } from '#identity/providers.ts';
import { FailedInSession, signInPage } from '#identity/return-from-provider.ts';
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
  // A request of another method, such as HEAD, must not end what a browser has begun.
  router.get('/auth/:provider', isGet, redirecting('auth', options, startSignIn));
  router.get('/auth/:provider/callback', isGet, redirecting('authCallback', options, comeBack));
  return router;
}

const isGet: RequestHandler = (req, _res, next) => next(req.method === 'GET' ? undefined : 'router');

interface Visit extends ProviderRoutes {
  readonly req: Request;
  readonly context: ServedContext;
  readonly provider: Provider;
}

const startSignIn = ({ product, context, signIn, provider, req }: Visit): Promise<string> => {
  const { next } = req.query;
  return executeUseCase(product, context, (operation) =>
    signIn.start(operation, { provider, next: typeof next === 'string' ? next : null }),
  );
};

const comeBack = ({ product, context, signIn, provider, req }: Visit): Promise<string> =>
  executeUseCase(product, context, (operation) =>
    signIn.complete(operation, { provider, answer: new URL(req.originalUrl, 'http://localhost').searchParams }),
  );

const redirecting =
  (route: keyof ProviderLimits, options: ProviderRoutes, visit: (visit: Visit) => Promise<string>): RequestHandler =>
  async (req, res, next) => {
    const provider = options.signIn.find(String(req.params['provider']));
    if (!provider) return next();
    res.setHeader('cache-control', 'no-store');
    const requestId = String(res.locals['requestId']);
    const context = await options.contextFor(req, res, requestId).catch(() => null);
    // It names two accounts at once.
    if (!context) return res.redirect(303, failurePage('UNAUTHENTICATED'));
    // The way back is bound to the browser, and needs no other proof of who sent it here.
    const browser = { ...context, client: { ...context.client, keepsCookies: true } };
    const finish = options.product.metrics.operationStarted(route);
    const { location, outcome } = await visited({ ...options, req, context: browser, provider }, { route, visit });
    finish(outcome);
    context.log.info({ operation: route, provider: provider.id, outcome }, 'operation');
    return res.redirect(303, location);
  };

interface Visiting {
  readonly route: keyof ProviderLimits;
  readonly visit: (visit: Visit) => Promise<string>;
}

/** Where the browser goes from here, whatever happens. */
async function visited(
  visit: Visit,
  { route, visit: go }: Visiting,
): Promise<{ readonly location: string; readonly outcome: string }> {
  try {
    await charge(visit, route);
    if (visit.context.cookiesRefused !== null) throw new ProviderFailure('COOKIES_REFUSED', 'no cookies here');
    return { location: await go(visit), outcome: 'OK' };
  } catch (error) {
    const { cause, attempt } = error instanceof FailedInSession ? error : { cause: error, attempt: null };
    const outcome = await toldOf(visit, { route, error: cause, attempt });
    return { location: failurePage(outcome, attempt ? settingsPage : signInPage), outcome };
  }
}

/** @throws RateLimited, Overloaded */
async function charge({ product, counters, limits, context }: Visit, route: keyof ProviderLimits): Promise<void> {
  const { addressKey } = context.client;
  const taken = await takeAll(counters, [{ key: counterKey(route, 'IP', addressKey ?? ''), limit: limits[route].IP }]);
  if (typeof taken !== 'number') return;
  await executeUseCase(product, context, (operation) =>
    auditOverrun(operation, counters, { field: route, addressKey }),
  );
  throw new RateLimited(taken);
}

interface Failed {
  readonly route: keyof ProviderLimits;
  readonly error: unknown;
  /** What failed was begun within a session. */
  readonly attempt: FailedInSession['attempt'] | null;
}

/** Writes a failure down where it belongs. @returns what the client's page is told of it */
async function toldOf(
  { product, context, signIn, provider }: Visit,
  { route, error, attempt }: Failed,
): Promise<string> {
  if (error instanceof ProviderFailure) {
    const refusal = { provider, failure: error, attempt };
    if (route === 'authCallback')
      await executeUseCase(product, context, (operation) => signIn.recordRefusal(operation, refusal)).catch(
        (failure: unknown) => context.log.error({ err: failure }, 'a refusal could not be written down'),
      );
    return error.reason;
  }
  if (error instanceof DomainError) return toldCodes.has(error.code) ? error.code : 'UNAUTHENTICATED';
  if (isPassing(error)) {
    context.log.warn({ err: error }, 'database unavailable');
    return 'OVERLOADED';
  }
  context.log.error({ err: error }, 'signing in by a provider failed');
  return 'INTERNAL_SERVER_ERROR';
}

const toldCodes: ReadonlySet<string> = new Set(providerErrors);

const failurePage = (error: string, page = signInPage): string => `${page}?error=${error}`;
