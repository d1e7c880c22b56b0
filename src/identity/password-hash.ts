import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { argon2id, hash, needsRehash, verify } from 'argon2';
import { Overloaded } from '#platform/errors.ts';
import { findImportedHash } from './imported-hash.ts';
import { lowerPoolPriority } from './lower-pool-priority.ts';
import { isHashable, normalisePassword } from './password-policy.ts';

// OWASP's second choice for Argon2id: 19 MiB, two passes. Pinned, because the package's defaults need 64 MiB a hash.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Verifying against it costs what any other costs and matches no password: an account that does not exist answers no
// sooner than one that does.
const nobodysHash = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const nobodysSalt = 'A'.repeat(22);

/** Whether a hash is written as ours are, to the letter: Argon2's reader skips what is no base64, and reads on. */
function isOwnHash(stored: string): boolean {
  const [, kind, , , ...encoded] = stored.split('$');
  const isExact = (text: string): boolean =>
    Buffer.from(text, 'base64').toString('base64').replaceAll('=', '') === text;
  return kind === 'argon2id' && encoded.length === 2 && encoded.every(isExact);
}

export interface PasswordHasher {
  /** Hashes a password that the policy allows. @throws Overloaded */
  readonly hash: (password: string) => Promise<string>;
  /**
   * Compares a password with a stored hash; null stands for an account that does not exist. One Argon2 run whatever is
   * given: empty and overlong passwords, which match nothing, and hashes that cannot be read included. A hash that
   * another product made is compared beside it, without the pepper, and so never answers sooner.
   * @throws Overloaded
   */
  readonly verify: (stored: string | null, password: string) => Promise<PasswordVerdict>;
  /** A salt for codes that are looked up by their hash. */
  readonly newSalt: () => string;
  /**
   * The hash of a code under a salt that many share, at the cost of a password's.
   * @param salt null for a set that does not exist: costs the same
   * @throws Overloaded
   */
  readonly hashCode: (code: string, salt: string | null) => Promise<string>;
}

interface PasswordVerdict {
  readonly isMatch: boolean;
  /** The same password hashed as new ones are, where the stored hash was made with other parameters or elsewhere. */
  readonly renewedHash: string | null;
}

/**
 * How many hashes run at a time: each takes 19 MiB and a core, so that more than there are cores only take longer. Never
 * more than 4, the threads of the pool.
 */
export const hashGate: GateLimits = {
  running: Math.min(4, availableParallelism()),
  waiting: 64,
};

/**
 * Argon2id with pinned parameters. What is more than may run and wait is refused as Overloaded.
 * @param pepper mixed into every hash; passwords hashed with another one no longer match
 */
export function createPasswordHasher(pepper?: Buffer, gate: GateLimits = hashGate): PasswordHasher {
  const secret = pepper ? { secret: pepper } : {};
  const throughGate = createGate(gate);
  let standsBack = false;
  /** Runs on threads that stand back behind the one that answers everybody else. */
  const onPool = <R>(work: Promise<R>): Promise<R> => {
    standsBack ||= lowerPoolPriority();
    return work;
  };
  const hashNow = (password: string): Promise<string> =>
    onPool(hash(normalisePassword(password), { type: argon2id, ...cost, ...secret }));

  /** Argon2 refuses what it cannot read, in no time; comparing with nobody's hash then takes what it takes for others. */
  async function matchesOwn(stored: string, password: string): Promise<boolean> {
    const compare = (hash: string): Promise<boolean> => onPool(verify(hash, normalisePassword(password), secret));
    return isOwnHash(stored) ? compare(stored).catch(() => compare(nobodysHash)) : compare(nobodysHash);
  }

  async function verifyNow(stored: string, password: string): Promise<PasswordVerdict> {
    const candidate = isHashable(password) ? password : '';
    const [isOwn, isImported] = await Promise.all([
      matchesOwn(stored, candidate),
      findImportedHash(stored)?.matches(candidate) ?? false,
    ]);
    // Elsewhere an empty password may have been allowed.
    const isMatch = (isOwn || isImported) && candidate !== '';
    const isOutdated = isMatch && (isImported || needsRehash(stored, cost));
    return { isMatch, renewedHash: isOutdated ? await hashNow(candidate) : null };
  }

  return {
    hash: (password) => throughGate(() => hashNow(password)),
    newSalt: () => randomBytes(16).toString('base64url'),
    hashCode: (code, salt) =>
      throughGate(async () => {
        const saltBytes = Buffer.from(salt ?? nobodysSalt, 'base64url');
        const work = hash(code, { type: argon2id, ...cost, ...secret, salt: saltBytes, raw: true });
        return (await onPool(work)).toString('base64url');
      }),
    verify: (stored, password) => throughGate(() => verifyNow(stored ?? nobodysHash, password)),
  };
}

export interface GateLimits {
  readonly running: number;
  readonly waiting: number;
}

type Gate = <R>(work: () => Promise<R>) => Promise<R>;

/** Lets so much work run at a time and so much wait, in order. @throws Overloaded for what comes on top */
export function createGate(limits: GateLimits): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < limits.running) running += 1;
    else if (queue.length < limits.waiting) await new Promise<void>((admit) => void queue.push(admit));
    else throw new Overloaded();
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over, so that nobody can slip in between.
      const admit = queue.shift();
      if (admit) admit();
      else running -= 1;
    }
  };
}
