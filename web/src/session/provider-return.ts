import { makeVar } from '@apollo/client';
import { useEffect, useState } from 'react';
import type { MfaMethod, ProviderLinkPurpose } from '../generated/graphql.ts';
import { announceSessionChange } from './session-state.ts';

/** What somebody has gone to a provider for. */
export interface Errand {
  readonly purpose: 'LOGIN' | ProviderLinkPurpose;
  /** The provider's. */
  readonly label: string;
}

/** How somebody came back from a provider. */
export interface ProviderReturn {
  /** Code of what went wrong, the server's own as a rule; undefined where nothing did. */
  readonly error: string | undefined;
  /** Undefined where the errand was not begun in this tab. */
  readonly errand: Errand | undefined;
}

/** The second step of a sign-in whose first one was at a provider. */
export interface ProviderChallenge {
  readonly challenge: string;
  readonly methods: readonly MfaMethod[];
  /** The page to go on to. */
  readonly next: string;
}

const errandKey = 'tenure-errand';
const signInPath = '/sign-in';
export const settingsPath = '/settings/account';

/** Pages to go on to, to the letter: whoever writes a link could name any other site. */
const nextPaths: readonly string[] = ['/', settingsPath, `${settingsPath}/activity`, '/personas/new'];
const mfaMethods: readonly MfaMethod[] = ['PASSKEY', 'TOTP', 'BACKUP_CODE'];

/** Held in memory alone, as what links of mails bring is. */
export const providerChallenge = makeVar<ProviderChallenge | undefined>(undefined);
const providerReturn = makeVar<ProviderReturn | undefined>(undefined);

/** Notes the errand for when this tab comes back: there is nothing secret in it. */
export function noteErrand(errand: Errand): void {
  try {
    sessionStorage.setItem(errandKey, JSON.stringify(errand));
  } catch {
    // A browser that keeps nothing: the way back tells less, and works as well.
  }
}

function takeErrand(): Errand | undefined {
  try {
    const noted = sessionStorage.getItem(errandKey);
    sessionStorage.removeItem(errandKey);
    return noted === null ? undefined : (JSON.parse(noted) as Errand);
  } catch {
    return undefined;
  }
}

function readChallenge({ pathname, hash }: Location): ProviderChallenge | undefined {
  const told = new URLSearchParams(hash.slice(1));
  const challenge = told.get('challenge');
  if (!challenge || pathname !== signInPath) return undefined;
  const named = (told.get('methods') ?? '').split(',');
  const methods = mfaMethods.filter((method) => named.includes(method));
  return { challenge, methods, next: nextPaths.find((path) => path === told.get('next')) ?? '/' };
}

/** Whoever comes by the browser's own buttons has no answer of a provider. */
const isLedHere = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'navigate');

function readError({ pathname, search }: Location): string | undefined {
  if (pathname !== signInPath && pathname !== settingsPath) return undefined;
  return new URLSearchParams(search).get('error') ?? undefined;
}

/** Takes what a provider's way back has brought out of the address, so that the history does not keep it. */
function takeFromAddress(): void {
  const { pathname } = window.location;
  const noted = takeErrand();
  const errand = isLedHere() ? noted : undefined;
  const error = readError(window.location);
  const challenge = readChallenge(window.location);
  const isUnfinished = error !== undefined || challenge !== undefined;
  if (isUnfinished) window.history.replaceState(window.history.state, '', pathname);
  providerChallenge(challenge);
  if (error !== undefined || pathname === settingsPath) providerReturn({ error, errand });
  // The cookies are of somebody else's session now, perhaps.
  if (errand?.purpose === 'LOGIN' && !isUnfinished) announceSessionChange();
}

takeFromAddress();
// A page that browsers keep alive starts nothing anew.
window.addEventListener('pageshow', ({ persisted }) => persisted && takeErrand());

/**
 * Gives the second step up: whoever is signed in here, or the sign-in form, takes its place.
 * @param reason given where it came to nothing by itself
 */
export function dropChallenge(reason?: string): void {
  if (reason !== undefined) providerReturn({ error: 'CHALLENGE_OVER', errand: undefined });
  providerChallenge(undefined);
}

/** Whether there is a failure yet to be told. */
export const hasProviderError = (): boolean => providerReturn()?.error !== undefined;

/** How this page was come back to: for the first page that shows it, and once. */
export function useProviderReturn(): ProviderReturn | undefined {
  const [returned] = useState(() => providerReturn());
  // Not while it renders: React may begin a page anew before anybody has seen it.
  useEffect(() => void providerReturn(undefined), []);
  return returned;
}
