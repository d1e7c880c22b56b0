import { generateSecret, generateURI, verifySync } from 'otplib';

const stepSeconds = 30;

/** A new seed: 160 random bits in Base32 (RFC 4226, 4 R6). */
export const newSeed = (): string => generateSecret({ length: 20 });

/** What authenticator apps read, often as a QR code. @param label whose account it is, as the app shows it */
export const seedUrl = (seed: string, label: string): string =>
  generateURI({ issuer: 'Tenure', label, secret: seed, algorithm: 'sha1', digits: 6, period: stepSeconds });

/** Whether it is written as codes are: six digits, ASCII alone. */
export const isTotpCode = (code: string): boolean => /^[0-9]{6}$/.test(code);

/**
 * The time step whose code it is (RFC 6238): the one at `now`, or its neighbours, for clocks that are a little off.
 * @param behind the latest step that was taken: neither it nor one before counts again (RFC 6238, 5.2)
 * @returns null where it is none of them
 */
export function stepOf(seed: string, code: string, { now, behind }: { now: Date; behind: number }): number | null {
  if (!isTotpCode(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const verdict = verifySync({ secret: seed, token: code, epoch, epochTolerance: stepSeconds });
  if (!verdict.valid || !('timeStep' in verdict)) return null;
  return verdict.timeStep > behind ? verdict.timeStep : null;
}
