import type { EntityManager } from '@mikro-orm/postgresql';
import { offerClaim, openLocalOwner, type LocalOwner } from '#identity/local-owner.ts';
import { isEmailTaken } from '#identity/open-account.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { StartupError } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import type { Config } from '#config.ts';
import type { OpenDatabase } from './databases.ts';
import { withLogin } from './with-login.ts';

export interface OpenedAccounts {
  readonly localOwner: LocalOwner | null;
  /** What whoever starts the server should know. */
  readonly lines: readonly string[];
}

/**
 * Decides as whom requests act: as who signs in, or in a single-user installation as its one owner. Where that was a
 * single-user installation before, its data wait for whoever has the code that is told here.
 */
export async function openAccounts(
  { authMode, claimEmail, claimMode }: Config,
  { urls, jwtSecrets }: OpenDatabase,
): Promise<OpenedAccounts> {
  return withIdentity(urls.identity, async (em) => {
    const now = new Date();
    const occasion = { now, newId: () => newOwnedId(now) };
    if (authMode === 'single')
      return {
        localOwner: await openLocalOwner(em, occasion),
        lines: ['Single-user mode: whoever reaches this address acts as its owner, without signing in.'],
      };
    const tokens = createOneTimeTokenCodec(jwtSecrets);
    const code = await offerClaim(em, occasion, { tokens, claimEmail });
    return { localOwner: null, lines: code === null ? [] : claimLines(code, { claimEmail, claimMode }) };
  });
}

/** How the data of a single-user installation are to be had. */
export function claimLines(
  code: string,
  { claimEmail, claimMode }: Pick<Config, 'claimEmail' | 'claimMode'>,
): string[] {
  if (claimMode === 'first') return ['The data of the single-user installation go to whoever registers first.'];
  const how =
    claimEmail === null ? `with this code, good for 24 hours: ${code}` : `with the code mailed to ${claimEmail}`;
  return [`The data of the single-user installation wait to be claimed: sign up ${how}`];
}

/**
 * Runs work in one transaction on the identity login.
 * @throws StartupError where somebody takes an address in the middle of it
 */
export async function withIdentity<R>(url: string, work: (em: EntityManager) => Promise<R>): Promise<R> {
  try {
    return await withLogin(url, work);
  } catch (error) {
    if (!isEmailTaken(error)) throw error;
    throw new StartupError(
      'Somebody opened an account with the same address meanwhile. Nothing is kept; run it again.',
    );
  }
}
