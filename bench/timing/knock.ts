import { setTimeout as sleep } from 'node:timers/promises';
import { HttpConnection, requestBytes } from '../load/http-connection.ts';
import { shuffled } from '../measure/statistics.ts';
import { prepare } from '../operations/requests.ts';
import { addressOf } from '../sign-in/accounts.ts';
import type { Door } from './doors.ts';

/** The product and whom it knows. */
export interface House {
  readonly port: number;
  /** Accounts with a password. */
  readonly accounts: number;
}

/** Milliseconds that each knock took, in the order of the pairs. */
export interface KnockTimes {
  readonly knownMs: readonly number[];
  readonly unknownMs: readonly number[];
}

/** What a request leaves to be done behind its answer is done before the next, which would wait for it. */
const pauseMs = 20;

/**
 * Knocks at a door as one whose address is known and as one whose is not, one after the other, in an order that chance
 * decides for each pair.
 * @param pairs how many, and how many before them that are not kept
 * @throws Error where an answer is not the expected one
 */
export async function knock(
  { port, accounts }: House,
  door: Door,
  pairs: { readonly kept: number; readonly warmUp: number },
): Promise<KnockTimes> {
  const connection = await HttpConnection.open(port);
  const times = { known: [] as number[], unknown: [] as number[] };
  const known = Array.from({ length: accounts }, (_, index) => index + 1).filter(door.isFor ?? (() => true));
  for (let pair = -pairs.warmUp; pair < pairs.kept; pair += 1) {
    const account = known[(pair + pairs.warmUp) % known.length] ?? 1;
    const addresses = { known: addressOf(account), unknown: strangers.next() };
    for (const kind of shuffled(['known', 'unknown'] as const)) {
      const elapsedMs = await timeOf(connection, door, addresses[kind]);
      if (pair >= 0) times[kind].push(elapsedMs);
      await sleep(pauseMs);
    }
  }
  connection.close();
  return { knownMs: times.known, unknownMs: times.unknown };
}

async function timeOf(connection: HttpConnection, door: Door, email: string): Promise<number> {
  const message = knockOf(door, email);
  const sentAt = performance.now();
  const { body } = await connection.send(message);
  const elapsedMs = performance.now() - sentAt;
  if (!body.includes(door.expected)) throw new Error(`${door.name} answers ${email}: ${body.toString().slice(0, 500)}`);
  return elapsedMs;
}

const knockOf = (door: Door, email: string): Buffer =>
  requestBytes(prepare('Knock', door.document, { tenant: null, variables: door.variables(email) }));

/** Addresses that nobody has, each once: who has knocked to register is no stranger any more. */
const strangers = {
  count: 0,
  next(): string {
    this.count += 1;
    return `none${this.count}@example.com`;
  },
};
