import type { OperationContext } from '#authorization/operation-context.ts';
import type { LoginFailure } from '#platform/metrics.ts';
import type { MfaChallenge } from '#platform/resolver-types.generated.ts';
import type { SignedInAccount } from './enter-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { linkProvider, settingsPage, stepUpByProvider, type Returned } from './link-provider.ts';
import { beginAttempt, takeAttempt, type TakenAttempt } from './provider-attempts.ts';
import type { ProviderFailure } from './provider-failure.ts';
import type { Provider } from './providers.ts';
import { recordAudit } from './record-audit.ts';
import { signInByProvider } from './sign-in-by-provider.ts';

/** Where signing in by a provider begins and fails. */
export const signInPage = '/sign-in';

/** The client's pages that somebody may be sent to behind a sign-in, to the letter: no address is ever put together. */
const nextPages: ReadonlySet<string> = new Set(['/', settingsPage, '/settings/account/activity', '/personas/new']);

/** Begins to sign in. @returns where to send the browser @throws ProviderFailure, Forbidden without cookies */
export const startProviderSignIn = (
  context: OperationContext,
  { provider, next }: { readonly provider: Provider; readonly next: string | null },
): Promise<string> =>
  beginAttempt(context, provider, {
    purpose: 'LOGIN',
    sessionId: null,
    next: next !== null && nextPages.has(next) ? next : '/',
  });

export interface ProviderAnswer {
  readonly provider: Provider;
  /** What the provider has the browser say. */
  readonly answer: URLSearchParams;
}

/**
 * Ends somebody's way to a provider: signs in, links the provider, or takes it as a proof of now.
 * @returns the client's page to go on with
 * @throws ProviderFailure and what the use cases throw, each with the page that is to tell it where that is known
 */
export async function returnFromProvider(
  context: OperationContext,
  services: IdentityServices,
  { provider, answer }: ProviderAnswer,
): Promise<string> {
  const attempt = await takeAttempt(context, { provider, state: answer.get('state') ?? '' });
  try {
    const proven = await provider.identify(answer, attempt.secrets, attempt.purpose === 'STEP_UP');
    const landing = await go(context, services, { attempt, returned: { provider, proven } });
    context.client.setFlowToken('attempt', null);
    return landing;
  } catch (error) {
    throw attempt.purpose === 'LOGIN' ? error : new FailedInSession(error);
  }
}

/** Something failed of somebody who is signed in already: their settings tell it. */
export class FailedInSession extends Error {
  constructor(cause: unknown) {
    super('Failed within a session.', { cause });
  }
}

interface Going {
  readonly attempt: TakenAttempt;
  readonly returned: Omit<Returned, 'sessionId'>;
}

async function go(
  context: OperationContext,
  services: IdentityServices,
  { attempt: { purpose, sessionId, next }, returned }: Going,
): Promise<string> {
  if (purpose === 'LOGIN') return landingOf(await signInByProvider(context, services, returned), next);
  const inSession = { ...returned, sessionId: sessionId ?? '' };
  if (purpose === 'LINK') await linkProvider(context, services, inSession);
  else await stepUpByProvider(context, services, inSession);
  return next;
}

/** A challenge goes behind the #, which browsers keep to themselves: no log on the way has it. */
function landingOf(outcome: SignedInAccount | MfaChallenge, next: string): string {
  if ('tokens' in outcome) return next;
  const { challenge, methods, expiresAt } = outcome;
  const told = { challenge, methods: methods.join(','), expiresAt: new Date(expiresAt).toISOString(), next };
  return `${signInPage}#${new URLSearchParams(told).toString()}`;
}

/** Writes down that a sign-in by a provider failed, and counts it; in an operation of its own, since that one is undone. */
export async function recordProviderRefusal(
  context: OperationContext,
  { metrics }: IdentityServices,
  { detail, ownerId }: ProviderFailure,
): Promise<void> {
  const reason: LoginFailure = detail === 'DISABLED' || detail === 'UNVERIFIED' ? detail : 'PROVIDER';
  metrics.loginFailed(reason);
  const audited = { event: 'LOGIN_FAILED', ownerId, actorId: null, outcome: 'REFUSED', detail: reason } as const;
  recordAudit(await context.rows.em(), context, audited);
}
