import { StartupError } from '#platform/errors.ts';
import type { NamedSecret } from '#platform/secret-box.ts';

/** Names itself in the header of what it signed. */
export type TokenSecret = NamedSecret;

/**
 * The secret that signs and derives; those after it only recognise what was made before secrets were changed.
 * @throws StartupError where there is none
 */
export function currentSecret(secrets: readonly TokenSecret[]): TokenSecret {
  const [current] = secrets;
  if (!current) throw new StartupError('There is no secret to sign tokens with: set JWT_SECRETS.');
  return current;
}
