import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Why sign-ins fail. */
export const loginFailures = [
  'UNKNOWN_ADDRESS',
  'WRONG_PASSWORD',
  'LOCKED',
  'DISABLED',
  'UNVERIFIED',
  'RATE_LIMITED',
  'PROVIDER',
  'ELSEWHERE',
  'UNKNOWN_PASSKEY',
  'WRONG_PASSKEY',
  'SECOND_FACTOR',
] as const;
export type LoginFailure = (typeof loginFailures)[number];

/** What becomes of a refresh token that is used. */
export const refreshOutcomes = ['ROTATED', 'REPEATED', 'REUSED', 'REFUSED'] as const;
export type RefreshOutcome = (typeof refreshOutcomes)[number];

/** What the product counts of itself. No label may come from a request: each value of one is a series kept for ever. */
export interface Metrics {
  readonly loginSucceeded: () => void;
  readonly loginFailed: (reason: LoginFailure) => void;
  readonly tokenRefreshed: (outcome: RefreshOutcome) => void;
  /**
   * Begins to time an operation of identity.
   * @param operation its root field, by the name in the schema
   * @returns what ends it: with `OK`, or the code of its first error
   */
  readonly operationStarted: (operation: string) => (outcome: string) => void;
  readonly breachCheckFailed: () => void;
  /** The store of the rate counters did not answer. */
  readonly counterFailed: () => void;
  readonly mailSent: () => void;
  readonly mailFailed: () => void;
  readonly pairsScored: (count: number) => void;
  /** All of it as text, in the format of Prometheus. */
  readonly expose: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** From a look-up in milliseconds to password hashes that wait for each other, in seconds. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Makes the metrics of one product, in a registry of their own: a process may hold several.
 * @param options.ofProcess whether memory, processor time and event loop are measured too, which costs a little and
 * lasts as long as the process
 */
export function createMetrics({ ofProcess = false }: { readonly ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const { count, countBy } = countersIn(registers);
  const durations = new Histogram({
    name: 'auth_operation_duration_seconds',
    help: 'How long operations of identity take, by root field and by OK or the code of the first error.',
    labelNames: ['operation', 'outcome'],
    buckets: durationBuckets,
    registers,
  });
  return {
    loginSucceeded: count('auth_login_success_total', 'Sign-ins that succeeded.'),
    loginFailed: countBy('auth_login_failure_total', 'Sign-ins that failed, by reason.', ['reason', loginFailures]),
    tokenRefreshed: countBy('auth_token_refresh_total', 'Uses of refresh tokens, by outcome.', [
      'outcome',
      refreshOutcomes,
    ]),
    operationStarted: (operation) => {
      const end = durations.startTimer({ operation });
      return (outcome) => void end({ outcome });
    },
    breachCheckFailed: count('auth_breach_check_failures_total', 'Passwords not looked up among known breaches.'),
    counterFailed: count('auth_counter_failures_total', 'Times the store of the rate counters did not answer.'),
    mailSent: count('mail_sent_total', 'Mails handed over.'),
    mailFailed: count('mail_failures_total', 'Attempts to hand over a mail that failed.'),
    pairsScored: count('matching_pairs_total', 'Pairs of a persona and a posting that were held against each other.'),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Makes counters, and gives back what adds one to them. */
const countersIn = (registers: Registry[]) => ({
  count: (name: string, help: string): ((by?: number) => void) => {
    const counter = new Counter({ name, help, registers });
    return (by = 1) => counter.inc(by);
  },
  countBy: <V extends string>(
    name: string,
    help: string,
    [label, values]: readonly [string, readonly V[]],
  ): ((value: V) => void) => {
    const counter = new Counter({ name, help, labelNames: [label], registers });
    // Whoever draws a rate needs the zero before the first.
    for (const value of values) counter.inc({ [label]: value }, 0);
    return (value) => counter.inc({ [label]: value });
  },
});
