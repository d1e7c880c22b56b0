import type { BoundStatement } from './flight.ts';
import type { FlightRows } from './flight-pool.ts';

interface Asked {
  readonly statements: readonly BoundStatement[];
  readonly land: (rows: FlightRows) => void;
  readonly fail: (error: unknown) => void;
}

/** Sends what was gathered. */
export type Send = (statements: readonly BoundStatement[]) => Promise<FlightRows>;

/** Reads gathered until everybody who could ask has asked, then sent as one flight: one moment, one round trip. */
export class Gathering {
  readonly #send: Send;
  #waiting: Asked[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  ask(statements: readonly BoundStatement[]): Promise<FlightRows> {
    return new Promise((land, fail) => {
      // After all promises that are settled now have called whoever waits for them.
      if (this.#waiting.length === 0) queueMicrotask(() => process.nextTick(() => void this.#depart()));
      this.#waiting.push({ statements, land, fail });
    });
  }

  async #depart(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const rows = await this.#send(waiting.flatMap(({ statements }) => statements));
      let at = 0;
      for (const { statements, land } of waiting) {
        land(rows.slice(at, at + statements.length));
        at += statements.length;
      }
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  }
}
