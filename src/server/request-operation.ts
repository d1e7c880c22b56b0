import type { Flow, IssuedTokens, OperationContext, Watching } from '#authorization/operation-context.ts';
import type { Viewer } from '#authorization/viewer.ts';
import type { Rows } from '#database/rows.ts';
import { Forbidden } from '#platform/errors.ts';
import type { RequestContext } from './request-context.ts';

export interface PendingState {
  viewer: Viewer;
  /** Tokens to hand to the browser once the transaction has committed; null takes them away, undefined leaves them. */
  tokens: IssuedTokens | null | undefined;
  /** By which the browser is known again, from then on too. */
  deviceToken: string | null;
  /** What binds each of these flows to the browser; null ends that. */
  flowTokens: ReadonlyMap<Flow, string | null>;
}

export const nothingPending: Omit<PendingState, 'viewer'> = {
  tokens: undefined,
  deviceToken: null,
  flowTokens: new Map(),
};

/** What resolvers know of a request. A class, as all that is made for each request and has getters: see `SoughtPage`. */
export class RequestOperation implements OperationContext {
  readonly requestId: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly rows: Rows;
  readonly client: OperationContext['client'];
  readonly trace: OperationContext['trace'];
  readonly #request: RequestContext;
  readonly #pending: PendingState;
  readonly #alarms = new Set<string>();

  constructor(request: RequestContext, rows: Rows, pending: PendingState) {
    this.requestId = request.requestId;
    this.now = request.now;
    this.newId = request.newId;
    this.rows = rows;
    this.client = {
      ...request.client,
      setTokens: (tokens) => this.#setTokens(tokens),
      setDeviceToken: (token) => void (pending.deviceToken = token),
      setFlowToken: (flow, token) => this.#setFlowToken(flow, token),
    };
    this.trace = request.trace;
    this.#request = request;
    this.#pending = pending;
  }

  get viewer(): Viewer {
    return this.#pending.viewer;
  }

  readonly signIn = (viewer: Viewer): void => {
    this.#pending.viewer = viewer;
  };

  /** Once for the same: a list may hold hundreds of what must not be, and an answer that fails is executed again. */
  readonly alarm: OperationContext['alarm'] = (message, details) => {
    const alarm = JSON.stringify([message, details]);
    if (this.#alarms.has(alarm)) return;
    this.#alarms.add(alarm);
    this.#request.log.error({ alarm: true, ...details }, message);
  };

  readonly watch: Watching = (thing) => {
    if (!this.#request.watch) throw new Error('Only the opening of a subscription watches anything.');
    return this.#request.watch(thing);
  };

  #setTokens(tokens: IssuedTokens | null): void {
    if (tokens) this.#requireCookies();
    this.#pending.tokens = tokens;
  }

  #setFlowToken(flow: Flow, token: string | null): void {
    if (token !== null) this.#requireCookies();
    this.#pending.flowTokens = new Map([...this.#pending.flowTokens, [flow, token]]);
  }

  #requireCookies(): void {
    const { cookiesRefused } = this.#request;
    if (cookiesRefused !== null) throw new Forbidden(cookiesRefused);
  }
}

export interface Outcome {
  readonly rows: Rows;
  readonly request: RequestContext;
  readonly pending: PendingState;
}

/** Commits what an operation has done, and only then hands the browser what it is to keep. */
export async function keep({ rows, request, pending }: Outcome): Promise<void> {
  await rows.finish('commit');
  if (pending.tokens !== undefined) request.setTokens(pending.tokens);
  if (pending.deviceToken !== null) request.setDeviceToken(pending.deviceToken);
  for (const [flow, token] of pending.flowTokens) request.setFlowToken(flow, token);
}
