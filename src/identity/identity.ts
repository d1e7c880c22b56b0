import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { Anonymous, Viewer } from '#authorization/viewer.ts';
import type { Rows } from '#database/rows.ts';
import type { Metrics } from '#platform/metrics.ts';
import { createSecretBox, type NamedSecret } from '#platform/secret-box.ts';
import { createAccessTokens, type AccessTokenOptions, type TokenClaims } from './access-token.ts';
import type { IdentityServices, SessionLifetimes } from './identity-services.ts';
import { liveSessions } from './ended-sessions.ts';
import { identityResolvers } from './identity.resolvers.ts';
import { createOneTimeTokenCodec } from './one-time-tokens.ts';
import { createDecoyPasskeys } from './passkey-options.ts';
import { createPasswordHasher, type GateLimits } from './password-hash.ts';
import { createPasswordPolicy } from './password-policy.ts';
import type { PresentedNarrowToken } from './narrow-token.ts';
import { recogniseNarrowViewer, type NarrowViewer } from './recognise-narrow-viewer.ts';
import { readToken, recogniseViewer, touchSession, type TokenReading } from './recognise-viewer.ts';
import type { Provider } from './providers.ts';
import { createRotation } from './refresh-token.ts';
import {
  recordProviderRefusal,
  returnFromProvider,
  startProviderSignIn,
  type ProviderAnswer,
  type ProviderRefusal,
} from './return-from-provider.ts';

export interface IdentitySettings
  extends
    AccessTokenOptions,
    SessionLifetimes,
    Pick<
      IdentityServices,
      | 'registration'
      | 'claimMode'
      | 'claimEmail'
      | 'attempts'
      | 'factorAttempts'
      | 'breachCheck'
      | 'relyingParty'
      | 'providers'
    > {
  /** Mixed into password hashes; kept outside the database. */
  readonly pepper: Buffer | null;
  /** For secrets that the database keeps: the first encrypts, all decrypt. */
  readonly encryptionKeys: readonly NamedSecret[];
  /** How many passwords are hashed at a time; benchmarks alone say otherwise. */
  readonly hashGate?: GateLimits | undefined;
  readonly passwordPolicy: 'classes' | 'length';
  /** Where sign-ins and refreshes are counted. */
  readonly metrics: Metrics;
}

/** Signing in by providers, for the routes that browsers go there and come back by. */
export interface ProviderSignIn {
  readonly find: (id: string) => Provider | null;
  readonly start: typeof startProviderSignIn;
  readonly complete: (context: OperationContext, answer: ProviderAnswer) => Promise<string>;
  readonly recordRefusal: (context: OperationContext, refusal: ProviderRefusal) => Promise<void>;
}

/** What the server needs of identity. */
export interface Identity {
  readonly resolvers: ReturnType<typeof identityResolvers>;
  readonly providerSignIn: ProviderSignIn;
  /** The access token of a request. @throws Unauthenticated where header and cookie are of different accounts */
  readonly readToken: (authorization: string | undefined, cookie: string | null | undefined, now: Date) => TokenReading;
  /** Who holds a token; anonymous once its session has ended. One statement, in the operation's transaction. */
  readonly viewerFor: (claims: TokenClaims, rows: Rows, now: Date) => Promise<Viewer>;
  /** Who holds a narrow token: one statement, on the identity login. */
  readonly narrowViewerFor: (
    em: EntityManager,
    token: PresentedNarrowToken,
    now: Date,
  ) => Promise<Anonymous | NarrowViewer>;
  /** Which of these sessions and narrow tokens still let somebody in, on the identity login. */
  readonly liveSessions: (em: EntityManager, ids: readonly string[], now: Date) => Promise<ReadonlySet<string>>;
  /** Notes that the viewer's session, or narrow token, was in use; after the answer, on the identity login. */
  readonly touchSession: (fork: () => EntityManager, viewer: Viewer, now: Date) => Promise<void>;
}

/**
 * Puts identity together; whatever state it has lives in what is returned.
 * @param impliedRoles from the compiled policy
 * @throws StartupError where the settings leave nothing to sign or encrypt with
 */
export function createIdentity(settings: IdentitySettings, impliedRoles: IdentityServices['impliedRoles']): Identity {
  const services: IdentityServices = {
    ...settings,
    passwords: createPasswordHasher(settings.pepper ?? undefined, settings.hashGate),
    passwordPolicy: createPasswordPolicy({ kind: settings.passwordPolicy }),
    accessTokens: createAccessTokens(settings),
    rotation: createRotation(settings.secrets),
    tokens: createOneTimeTokenCodec(settings.secrets),
    secretBox: createSecretBox(settings.encryptionKeys),
    decoyPasskeys: createDecoyPasskeys(settings.secrets),
    lifetimes: settings,
    impliedRoles,
  };
  return {
    resolvers: identityResolvers(services),
    providerSignIn: {
      find: services.providers.find,
      start: startProviderSignIn,
      complete: (context, answer) => returnFromProvider(context, services, answer),
      recordRefusal: (context, refusal) => recordProviderRefusal(context, services, refusal),
    },
    readToken: (authorization, cookie, now) => readToken(services.accessTokens, { authorization, cookie }, now),
    viewerFor: (claims, rows, now) => recogniseViewer(claims, rows, { services, now }),
    narrowViewerFor: (em, token, now) => recogniseNarrowViewer(em, token, { services, now }),
    liveSessions,
    touchSession,
  };
}
