import type { Rows } from '#database/rows.ts';
import type { AllowedAttempt, AttemptSubject, LimitedAttempt, LoginAttempts } from '#identity/login-attempts.ts';

/** An account with two devices that are known to it. */
export const account = { email: 'ada@example.com', ownerId: '0199f3a0-0000-7000-8000-00000000000a' };
export const devices = ['a', 'b'].map((letter) => ({
  id: `0199f3a0-0000-7000-8000-00000000010${letter}`,
  ownerId: account.ownerId,
  tokenHash: letter.repeat(64),
  failedAttempts: 1,
}));

/** Who guesses, and from where. */
export interface Guesser extends AttemptSubject {
  readonly addressKey: string;
}

export const fromStranger = (addressKey: string, email = account.email): Guesser => ({
  email,
  addressKey,
  password: email === account.email ? { ownerId: account.ownerId, failedAttempts: 1 } : null,
  device: null,
});

export const fromDevice = (at: number): Guesser => ({
  ...fromStranger('192.0.2.99'),
  device: devices[at] ?? null,
});

/** Rows for what is about the limits alone: nothing is counted in a row. */
export const noRows = { separately: async () => null } as unknown as Rows;

/** Begins an attempt. */
export const begin = (attempts: LoginAttempts, { addressKey, ...subject }: Guesser, rows = noRows) =>
  attempts.begin({ rows, client: { addressKey } }, subject);

export type Guessed =
  | LimitedAttempt
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly lockout: unknown };

/** An attempt from beginning to end. */
export async function guess(
  attempts: LoginAttempts,
  guesser: Guesser,
  { isRight = false, rows = noRows }: { readonly isRight?: boolean; readonly rows?: Rows } = {},
): Promise<Guessed> {
  const verdict = await begin(attempts, guesser, rows);
  if (verdict.kind === 'limited') return verdict;
  return conclude(verdict, isRight);
}

async function conclude(verdict: AllowedAttempt, isRight: boolean): Promise<Guessed> {
  if (!isRight) return { kind: 'wrong', lockout: await verdict.failed() };
  await verdict.succeeded();
  return { kind: 'right' };
}
