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
import { Session } from './session.entity.ts';
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
    throw attempt.purpose === 'LOGIN' ? error : new FailedInSession(error, attempt);
  }
}

/** Something failed of somebody who is signed in already: their settings tell it. */
export class FailedInSession extends Error {
  readonly attempt: TakenAttempt;
  constructor(cause: unknown, attempt: TakenAttempt) {
    super('Failed within a session.', { cause });
    this.attempt = attempt;
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

export interface ProviderRefusal {
  readonly provider: Provider;
  readonly failure: ProviderFailure;
  /** What was begun within a session; null of a sign-in. */
  readonly attempt: TakenAttempt | null;
}

/** Writes down that somebody came back in vain, in an operation of its own: that in which they did is undone. */
export async function recordProviderRefusal(
  context: OperationContext,
  { metrics }: IdentityServices,
  { provider, failure: { detail, ownerId }, attempt }: ProviderRefusal,
): Promise<void> {
  const em = await context.rows.em();
  const outcome = 'REFUSED';
  if (attempt) {
    const { purpose, sessionId } = attempt;
    const session = await em.findOne(Session, { id: sessionId ?? '' });
    if (!session) return;
    const asked = { ownerId: session.ownerId, actorId: session.ownerId, sessionId, outcome } as const;
    if (purpose === 'LINK') recordAudit(em, context, { ...asked, event: 'PROVIDER_LINKED', detail: provider.id });
    else recordAudit(em, context, { ...asked, event: 'STEP_UP', detail: 'fed' });
    return;
  }
  const reason: LoginFailure = detail === 'DISABLED' || detail === 'UNVERIFIED' ? detail : 'PROVIDER';
  metrics.loginFailed(reason);
  recordAudit(em, context, { event: 'LOGIN_FAILED', ownerId, actorId: null, outcome, detail: reason });
}
