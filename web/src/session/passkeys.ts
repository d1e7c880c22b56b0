import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ClientFault, describeProblem, parseProblem } from '../api/problem.ts';
import { words } from '../words/session-proof.ts';

/** Whether this browser knows of passkeys; pages that come without TLS are given none. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function';

// For the few who press such a button, and on its way while the server makes up its challenge.
const loadLibrary = () => import('@simplewebauthn/browser');

/**
 * Has one of the browser's passkeys prove whose it is.
 * @param asked the server's options, as they come
 * @returns what the server takes
 */
export async function proveByPasskey(asked: Promise<unknown>): Promise<object> {
  const [{ startAuthentication }, options] = await Promise.all([loadLibrary(), asked]);
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(asFault);
}

/** Makes a passkey. @see proveByPasskey */
export async function makePasskey(asked: Promise<unknown>): Promise<object> {
  const [{ startRegistration }, options] = await Promise.all([loadLibrary(), asked]);
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(asFault);
}

/** By the names that browsers give (WebAuthn L3, 5.1.3 and 5.1.4): their own words are for developers. */
const sentences: Readonly<Record<string, string>> = words.passkeys.faults;

const asFault = (error: unknown): never => {
  const name = error instanceof Error ? error.name : '';
  throw new ClientFault(sentences[name] ?? words.passkeys.failed);
};

/** What went wrong where a known account was to be proven by a passkey. */
export function describePasskeyRefusal(error: unknown): string | undefined {
  const problem = error ? parseProblem(error) : undefined;
  if (problem?.code === 'UNAUTHENTICATED') return words.passkeys.refused;
  return problem && describeProblem(problem);
}
