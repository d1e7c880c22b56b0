import type { Logger } from 'pino';
import type { Waiting } from '#database/flight-connection.ts';
import type { TraceDecision } from '#authorization/decision-trace.ts';
import type { Client, IssuedTokens, Watching } from '#authorization/operation-context.ts';
import type { TokenReading } from '#identity/recognise-viewer.ts';

/** What the HTTP layer knows of a request before anything of it is executed. */
export interface RequestContext {
  readonly requestId: string;
  readonly now: Date;
  /** A new id for an owned row. */
  readonly newId: () => string;
  readonly log: Logger;
  readonly token: TokenReading;
  /** Whether every request acts as the one local owner, whose session is not to be ended or changed. */
  readonly isSingleUser: boolean;
  /** Whether cookies came along without proof that our own page sent them: no mutation may follow. */
  readonly isForged: boolean;
  readonly client: Omit<Client, 'setTokens' | 'setDeviceToken' | 'setFlowToken'>;
  /** Aborted once nobody waits for the answer. */
  readonly signal?: Waiting;
  readonly setTokens: (tokens: IssuedTokens | null) => void;
  readonly setDeviceToken: (token: string) => void;
  readonly setFlowToken: Client['setFlowToken'];
  /** Where subscriptions are opened: what changes from now on. */
  readonly watch?: Watching;
  /** Why the browser at this address cannot keep tokens; null where it can. */
  readonly cookiesRefused: string | null;
  /** Notes the status of an operation that was refused whole, and the headers that explain it. */
  readonly refusedWith: (status: number, headers: Readonly<Record<string, string>>) => void;
  /** Told of the decisions where a developer asked for them. */
  readonly trace: TraceDecision | null;
}
