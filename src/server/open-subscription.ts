import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { ChangeEvent, SubscriptionEvent } from '#authorization/operation-context.ts';
import type { OperationSource } from '#authorization/judge-document.ts';
import { executeOperation, type Executable } from './execute-operation.ts';
import { formatError } from './format-error.ts';
import type { RequestContext } from './request-context.ts';

/** Who subscribes, at the end of a connection. */
export interface Subscriber {
  /** A request of its own for the opening and for each event: who asks is settled anew each time. */
  readonly request: () => RequestContext;
  /** The session is over, and with it the connection. */
  readonly onSessionOver: () => void;
}

export type Answers = AsyncIterableIterator<FormattedExecutionResult>;

/**
 * Opens a subscription as an operation like any other: judged by its document, behind the guards, as whom the session's
 * row says.
 * @returns the answers to its events; or, where it is refused, its one answer
 */
export async function openSubscription(
  product: Executable,
  source: OperationSource,
  subscriber: Subscriber,
): Promise<FormattedExecutionResult | Answers> {
  const request = subscriber.request();
  const opened: { events: AsyncIterator<ChangeEvent> | null } = { events: null };
  const result = await executeOperation(product, { ...source, execute: opening }, request);
  const { name, operation } = source.operation;
  const answer = formatted(result, request);
  request.log.info({ operation: name?.value ?? operation, ...codesOf(answer) }, 'operation');
  if (opened.events && !answer.errors) return new EventAnswers(opened.events, { product, source, subscriber });
  await opened.events?.return?.();
  return answer;

  async function opening(...given: Parameters<typeof argumentsOf>[1]): Promise<ExecutionResult> {
    const stream = await createSourceEventStream(argumentsOf({ product, source }, given));
    if (!(Symbol.asyncIterator in stream)) return stream;
    // A session that is over by now makes it run a second time.
    await opened.events?.return?.();
    opened.events = stream[Symbol.asyncIterator]() as AsyncIterator<ChangeEvent>;
    return {};
  }
}

interface Subscription {
  readonly product: Executable;
  readonly source: OperationSource;
  readonly subscriber: Subscriber;
}

const argumentsOf = (
  { product: { schema }, source: { document, operation } }: Pick<Subscription, 'product' | 'source'>,
  [contextValue, variableValues]: readonly [unknown, OperationSource['variables']],
): ExecutionArgs => ({ schema, document, operationName: operation.name?.value, contextValue, variableValues });

/**
 * Answers events one after the other, each as an operation of its own. A class where a generator would do, but for one
 * thing: a generator that waits for its next event cannot be returned.
 */
class EventAnswers implements Answers {
  readonly #events: AsyncIterator<ChangeEvent>;
  readonly #subscription: Subscription;
  #isOver = false;

  constructor(events: AsyncIterator<ChangeEvent>, subscription: Subscription) {
    this.#events = events;
    this.#subscription = subscription;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<FormattedExecutionResult, undefined>> {
    try {
      while (!this.#isOver) {
        const event = await this.#events.next();
        if (event.done) break;
        const answer = await this.#answer(event.value);
        if (answer) return { done: false, value: answer };
      }
    } catch (error) {
      // Whoever is failed does not return as well.
      await this.return();
      throw error;
    }
    return this.return();
  }

  async return(): Promise<IteratorResult<FormattedExecutionResult, undefined>> {
    this.#isOver = true;
    await this.#events.return?.();
    return { done: true, value: undefined };
  }

  /** @returns null where there is nothing to tell: the row went again, or is none that the subscriber may see */
  async #answer(event: ChangeEvent): Promise<FormattedExecutionResult | null> {
    const { product, source, subscriber } = this.#subscription;
    let isLast = false;
    const told: SubscriptionEvent = { ...event, end: () => (isLast = true) };
    const request = subscriber.request();
    const atEvent = async (...given: Parameters<typeof argumentsOf>[1]): Promise<ExecutionResult> =>
      execute({ ...argumentsOf(this.#subscription, given), rootValue: told });
    const answer = formatted(await executeOperation(product, { ...source, execute: atEvent }, request), request);
    if (isLast) this.#isOver = true;
    if (isOf(answer, 'UNAUTHENTICATED')) {
      subscriber.onSessionOver();
      this.#isOver = true;
      return null;
    }
    // What may not be watched any more is told so, and that is the end; other faults pass.
    if (isOf(answer, 'NOT_FOUND') || isOf(answer, 'FORBIDDEN')) this.#isOver = true;
    const isHidden = event.id !== null && !answer.errors && Object.values(answer.data ?? {})[0] === null;
    return isHidden ? null : answer;
  }
}

/** Whether the whole of an answer is an error of this code. */
const isOf = ({ errors }: FormattedExecutionResult, code: string): boolean =>
  errors?.some(({ path = [], extensions }) => path.length <= 1 && extensions?.['code'] === code) ?? false;

function formatted({ errors, ...result }: ExecutionResult, request: RequestContext): FormattedExecutionResult {
  if (!errors) return result;
  return { errors: errors.map((error): GraphQLFormattedError => formatError(error, request)), ...result };
}

const codesOf = ({ errors }: FormattedExecutionResult): object =>
  errors ? { codes: errors.map(({ extensions }) => extensions?.['code']) } : {};
