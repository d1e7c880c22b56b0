import type { ChangeEvent } from '#authorization/operation-context.ts';
import { mostIds } from './tell-changes.ts';

/**
 * What changes of one thing, from when it is made until it is returned. What its reader has not come to yet is kept
 * once for each id, and as "many" when it becomes too much: however slow a reader is, what waits for it stays small.
 */
export class Watch implements AsyncIterableIterator<ChangeEvent> {
  readonly #onReturn: () => void;
  readonly #ids = new Set<string>();
  #isMany = false;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @param ids none for more than can be told */
  tell(ids: readonly string[]): void {
    // Whoever is about to read everything again need not be told of parts of it.
    if (!this.#isMany) for (const id of ids) this.#ids.add(id);
    if (ids.length === 0 || this.#ids.size > mostIds) {
      this.#isMany = true;
      this.#ids.clear();
    }
    this.#wake();
  }

  async next(): Promise<IteratorResult<ChangeEvent, undefined>> {
    while (!this.#isOver) {
      const event = this.#take();
      if (event) return { done: false, value: event };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return { done: true, value: undefined };
  }

  /** Ends it, also for whoever waits for what is next. */
  async return(): Promise<IteratorResult<ChangeEvent, undefined>> {
    this.#isOver = true;
    this.#onReturn();
    this.#wake();
    return { done: true, value: undefined };
  }

  #take(): ChangeEvent | null {
    if (this.#isMany) {
      this.#isMany = false;
      return { id: null };
    }
    const [id] = this.#ids;
    if (id === undefined) return null;
    this.#ids.delete(id);
    return { id };
  }
}
