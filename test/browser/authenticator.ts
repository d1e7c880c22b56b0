import type { CDPSession, Page } from 'playwright-core';

/** The authenticator of a page's device, such as a phone's own: it keeps passkeys and tells who unlocks it. */
export interface Authenticator {
  /** Whether whoever is asked unlocks it. */
  readonly setUnlocking: (isUnlocking: boolean) => Promise<void>;
  readonly countPasskeys: () => Promise<number>;
  /** Gives its passkeys to another one, as password managers do. */
  readonly copyTo: (page: Page) => Promise<void>;
}

const options = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
  // Of a passkey that says it cannot be copied, the server takes no copy.
  defaultBackupEligibility: true,
} as const;

async function attach(page: Page): Promise<readonly [CDPSession, string]> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return [session, authenticatorId];
}

/** Gives the page's device an authenticator, without passkeys so far. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const [session, authenticatorId] = await attach(page);
  const list = async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return {
    setUnlocking: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    countPasskeys: async () => (await list()).length,
    copyTo: async (other) => {
      const [otherSession, otherId] = await attach(other);
      for (const credential of await list())
        await otherSession.send('WebAuthn.addCredential', { authenticatorId: otherId, credential });
    },
  };
}
