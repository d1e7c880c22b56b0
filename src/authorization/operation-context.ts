import type { Rows } from '#database/rows.ts';
import type { TraceDecision } from './decision-trace.ts';
import type { Viewer } from './viewer.ts';

/** Everything an operation knows of who asks, when, and through which door rows are reached. First argument of every use case. */
export interface OperationContext {
  readonly requestId: string;
  readonly viewer: Viewer;
  /** The operation's one instant: rules never read a clock. */
  readonly now: Date;
  /** A new id for an owned row (UUIDv7 at `now`). */
  readonly newId: () => string;
  readonly rows: Rows;
  /** Tells operators of something that must never happen. */
  readonly alarm: (message: string, details: Readonly<Record<string, unknown>>) => void;
  /** Makes the rest of the operation run as the account that has just signed in. */
  readonly signIn: (viewer: Viewer) => void;
  readonly client: Client;
  /** Set where a developer asked why; null costs nothing. */
  readonly trace: TraceDecision | null;
  /** What changes of a thing from now on; for subscriptions alone, when they are opened. */
  readonly watch: Watching;
}

/** @param thing what changes, such as the matches of a persona: by a name for them, and the persona's id */
export type Watching = (thing: {
  readonly subject: string;
  readonly of: string;
  /** Rows to be told of at once, as if they had changed: for whoever wants to know how things stand first. */
  readonly toldAtOnce?: readonly string[];
}) => AsyncIterableIterator<ChangeEvent>;

/** Says that something changed, never what it is now: that is read as its reader. */
export interface ChangeEvent {
  /** The row that changed or was added; null where so many did, or may have, that all are to be read again. */
  readonly id: string | null;
}

/** A change as it is told to a subscriber. */
export interface SubscriptionEvent extends ChangeEvent {
  /** Ends the subscription once this one is told. */
  readonly end: () => void;
}

/** The same operation with other rows. */
export class ContextWithRows implements OperationContext {
  readonly rows: Rows;
  readonly #context: OperationContext;

  constructor(context: OperationContext, rows: Rows) {
    this.rows = rows;
    this.#context = context;
  }

  get requestId() {
    return this.#context.requestId;
  }

  get viewer() {
    return this.#context.viewer;
  }

  get now() {
    return this.#context.now;
  }

  get newId() {
    return this.#context.newId;
  }

  get alarm() {
    return this.#context.alarm;
  }

  get signIn() {
    return this.#context.signIn;
  }

  get client() {
    return this.#context.client;
  }

  get trace() {
    return this.#context.trace;
  }

  get watch() {
    return this.#context.watch;
  }
}

/** What is to end in the browser that it began in: signing in by the link of a mail, going to a provider and back. */
export type Flow = 'link' | 'attempt';

/** By which a browser is known to have begun each; null where it has not, of late. */
export type FlowTokens = Readonly<Record<Flow, string | null>>;

/** The other end of the request. */
export interface Client {
  readonly ip: string | null;
  /** The address as attempts are counted by it: IPv6 by its /64. */
  readonly addressKey: string | null;
  /** What the browser keeps to be known again; null for one that keeps nothing. */
  readonly deviceToken: string | null;
  /** What the browser keeps of each flow that began in it. */
  readonly flowTokens: FlowTokens;
  readonly userAgent: string | null;
  readonly refreshToken: string | null;
  /** Browsers keep tokens in cookies that scripts cannot read: there bodies carry none. */
  readonly keepsCookies: boolean;
  readonly setTokens: (tokens: IssuedTokens | null) => void;
  /** Lets the browser be known again. */
  readonly setDeviceToken: (token: string) => void;
  /** Binds a flow to the browser; with null, no more. @throws Forbidden where it keeps no cookies */
  readonly setFlowToken: (flow: Flow, token: string | null) => void;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}
