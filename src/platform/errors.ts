/** The codes a client sees in `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONTENT_REJECTED'
  | 'CONFLICT'
  | 'INVALID_TRANSITION'
  | 'RATE_LIMITED'
  | 'STEP_UP_REQUIRED'
  | 'OVERLOADED';

/** An outcome the client is told about, in words meant for it; everything else is an internal error. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** Missing, foreign and malformed alike; says nothing about which. */
export class NotFound extends DomainError {
  constructor() {
    super('NOT_FOUND', 'Not found.');
  }
}

/** A value the client can correct; `field` is its path from the argument down, such as `input.email`. */
export class InvalidInput extends DomainError {
  constructor(field: string, message: string) {
    super('BAD_USER_INPUT', message, { field });
  }
}

/** Text that would reach others as it is must not; why is for the log, because whoever tries would learn from it. */
export class ContentRejected extends DomainError {
  /** What was found, and where: never the words. */
  readonly found: readonly object[];
  constructor(field: string, found: readonly object[]) {
    super('CONTENT_REJECTED', 'This text cannot be taken as it is. Leave out what is not about the job.', { field });
    this.found = found;
  }
}

/** It cannot be done to what is there, such as a second account of one address; `reason` says which. */
export class Conflict extends DomainError {
  /** @param more what the client shows with that reason */
  constructor(
    reason:
      | 'EMAIL_TAKEN'
      | 'DUPLICATE_APPLICATION'
      | 'DUPLICATE_NAME'
      | 'VERSION_CONFLICT'
      | 'LAST_SIGN_IN_METHOD'
      | 'QUOTA_EXCEEDED'
      | 'DUPLICATE_JOB',
    message: string,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super('CONFLICT', message, { reason, ...more });
  }
}

/** A status that cannot follow the one there is. */
export class IllegalTransition extends DomainError {
  constructor(from: string, to: string, allowed: readonly string[]) {
    const options = allowed.length > 0 ? `only to ${allowed.join(', ')}` : 'to nothing: it is final';
    super('INVALID_TRANSITION', `${from} cannot become ${to}; it can change ${options}.`, { from, to, allowed });
  }
}

/** Nobody is signed in, or no longer. */
export class Unauthenticated extends DomainError {
  constructor(message = 'Sign in first.', reason?: 'TOKEN_EXPIRED' | 'CHALLENGE_OVER') {
    super('UNAUTHENTICATED', message, reason === undefined ? {} : { reason });
  }
}

/** Who is signed in may not do it, whatever it names. */
export class Forbidden extends DomainError {
  /** @param more what the client shows with that reason */
  constructor(
    message: string,
    reason?: 'PASSWORD_CHANGE_REQUIRED' | 'EMAIL_NOT_VERIFIED' | 'ELSEWHERE',
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super('FORBIDDEN', message, reason === undefined ? {} : { reason, ...more });
  }
}

/** The access token is for other things than this (RFC 6750, 3.1). */
export class InsufficientScope extends DomainError {
  /** Lists of scopes: all of one of them would do; none where no token would. */
  readonly scopes: readonly (readonly string[])[];
  constructor(scopes: readonly (readonly string[])[]) {
    const enough = scopes.map((all) => all.join(' and ')).join(', or ');
    super(
      'FORBIDDEN',
      enough === ''
        ? 'No access token may do this: sign in.'
        : `This access token is for other things: it lacks ${enough}.`,
      { reason: 'INSUFFICIENT_SCOPE', scopes },
    );
    this.scopes = scopes;
  }
}

/** The sign-in is too long ago for what was asked (RFC 9470). */
export class StepUpRequired extends DomainError {
  /** Seconds that a sign-in, or step-up, may be old. */
  readonly maxAge: number;
  /**
   * @param maxAge seconds, as above
   * @param methods what the account may prove it by
   */
  constructor(maxAge: number, methods: readonly string[] = ['PASSWORD']) {
    super('STEP_UP_REQUIRED', 'Prove once more who you are: this needs a recent sign-in.', {
      maxAge,
      methods,
    });
    this.maxAge = maxAge;
  }
}

/** A limit is used up. */
export class RateLimited extends DomainError {
  /** Whole seconds until it may work again. */
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('RATE_LIMITED', `Too many attempts. Try again in ${describeWait(retryAfterSeconds)}.`, {
      retryAfter: retryAfterSeconds,
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const describeWait = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

/** It was refused because too much goes on, or because what counts attempts is away; nothing was done. */
export class Overloaded extends DomainError {
  constructor(message = 'The server is busy. Try again in a moment.') {
    super('OVERLOADED', message);
  }
}

/** Why the process cannot start, in one sentence that says what to do; printed without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
