import type { Role, SignedIn, Standing } from '#authorization/viewer.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import type { AccessTokens } from './access-token.ts';
import type { BreachCheck } from './breach-check.ts';
import type { FactorAttempts } from './factor-attempts.ts';
import type { LoginAttempts } from './login-attempts.ts';
import type { OneTimeTokenCodec } from './one-time-tokens.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { PasswordPolicy } from './password-policy.ts';
import type { Providers } from './providers.ts';
import type { DecoyPasskeys } from './passkey-options.ts';
import type { Rotation } from './refresh-token.ts';
import type { RelyingParty } from './relying-party.ts';

/** What the use cases of identity work with; made once by `createIdentity`. */
export interface IdentityServices {
  readonly passwords: PasswordHasher;
  readonly passwordPolicy: PasswordPolicy;
  readonly breachCheck: BreachCheck;
  readonly attempts: LoginAttempts;
  readonly factorAttempts: FactorAttempts;
  readonly secretBox: SecretBox;
  /** As whom passkeys are asked for; asked each time, since the port may not be known at first. */
  readonly relyingParty: () => RelyingParty;
  readonly decoyPasskeys: DecoyPasskeys;
  readonly tokens: OneTimeTokenCodec;
  readonly registration: RegistrationMode;
  readonly claimMode: ClaimMode;
  /** The address that the code of a single-user installation was mailed to. */
  readonly claimEmail: string | null;
  readonly accessTokens: AccessTokens;
  readonly rotation: Rotation;
  readonly lifetimes: SessionLifetimes;
  readonly providers: Providers;
  readonly metrics: Metrics;
  /** Each role with all it implies: itself, and being signed in, included. */
  readonly impliedRoles: ReadonlyMap<Role, ReadonlySet<Standing>>;
}

/**
 * How accounts are opened: at once; once the address is proven, told alike for taken ones; or by invitation alone.
 */
export type RegistrationMode = 'open' | 'verified' | 'closed';

/** Who takes a former single-user installation over: who has the code, or who registers first. */
export type ClaimMode = 'code' | 'first';

export interface SessionLifetimes {
  /** How long a refresh token is good unless used. */
  readonly refreshIdleDays: number;
  /** How long a session lasts from sign-in, however often it is refreshed. */
  readonly refreshAbsoluteDays: number;
  readonly refreshGraceSeconds: number;
}

export const sessionLifetimes: SessionLifetimes = {
  refreshIdleDays: 7,
  refreshAbsoluteDays: 30,
  refreshGraceSeconds: 10,
};

/** What a session says of its holder. */
interface Holding {
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
}

/** @returns the roles held, with everything they imply; until the password is changed nothing but being signed in */
export const standingOf = (
  { roles, mustChangePassword }: Holding,
  { impliedRoles }: Pick<IdentityServices, 'impliedRoles'>,
): SignedIn['roles'] =>
  new Set<Standing>(
    mustChangePassword ? ['SIGNED_IN'] : roles.flatMap((role) => [...(impliedRoles.get(role) ?? [role])]),
  );

export const addDays = (time: Date, days: number): Date => new Date(time.getTime() + days * 86_400_000);
