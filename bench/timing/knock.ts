import { setTimeout as sleep } from 'node:timers/promises';
import { HttpConnection, requestBytes } from '../load/http-connection.ts';
import { shuffled } from '../measure/statistics.ts';
import { seededId } from '../database/ids.ts';
import type { Size } from '../database/sizes.ts';
import { prepare } from '../operations/requests.ts';
import { usualTenants } from '../operations/tenants.ts';
import { addressOf } from '../sign-in/accounts.ts';
import type { AddressDoor, Door, PostingDoor } from './doors.ts';
import { textOf } from './posting-texts.ts';

/** The product and whom it knows. */
export interface House {
  readonly port: number;
  /** Accounts with a password. */
  readonly accounts: number;
  readonly size: Size;
}

/** Milliseconds that each knock took, in the order of the pairs. */
export interface KnockTimes {
  readonly knownMs: readonly number[];
  readonly unknownMs: readonly number[];
}

/** What a request leaves to be done behind its answer is done before the next, which would wait for it. */
const pauseMs = 20;
/** Reading a posting takes longer. */
const pausePostingMs = 120;

/**
 * Knocks at a door with what is known and with what is not, one after the other, in an order that chance decides for
 * each pair.
 * @param pairs how many, and how many before them that are not kept
 * @throws Error where an answer is not the expected one, or the two of a pair differ in more than ids
 */
export async function knock(
  house: House,
  door: Door,
  pairs: { readonly kept: number; readonly warmUp: number },
): Promise<KnockTimes> {
  const connection = await HttpConnection.open(house.port);
  const times = { known: [] as number[], unknown: [] as number[] };
  const messagesOf = 'ofPosting' in door ? postingMessages(house, door) : addressMessages(house, door);
  for (let pair = -pairs.warmUp; pair < pairs.kept; pair += 1) {
    const messages = messagesOf(pair + pairs.warmUp);
    const answers = new Set<string>();
    for (const kind of shuffled(['known', 'unknown'] as const)) {
      const { elapsedMs, body } = await timed(connection, door, messages[kind]);
      answers.add(body.replace(/"id":"[^"]*"/g, '"id":""'));
      if (pair >= 0) times[kind].push(elapsedMs);
      await sleep('ofPosting' in door ? pausePostingMs : pauseMs);
    }
    if ('ofPosting' in door && answers.size > 1) throw new Error(`${door.name} answers: ${[...answers].join(' and ')}`);
  }
  connection.close();
  return { knownMs: times.known, unknownMs: times.unknown };
}

async function timed(
  connection: HttpConnection,
  door: Door,
  message: Buffer,
): Promise<{ readonly elapsedMs: number; readonly body: string }> {
  const sentAt = performance.now();
  const answer = await connection.send(message);
  const elapsedMs = performance.now() - sentAt;
  const body = answer.body.toString();
  if (!body.includes(door.expected)) throw new Error(`${door.name} answers: ${body.slice(0, 500)}`);
  return { elapsedMs, body };
}

/** The two messages of a pair, by its number from 0. */
type Messages = (pair: number) => Readonly<Record<'known' | 'unknown', Buffer>>;

function addressMessages({ accounts }: House, door: AddressDoor): Messages {
  const known = Array.from({ length: accounts }, (_, index) => index + 1).filter(door.isFor ?? (() => true));
  const message = (email: string): Buffer =>
    requestBytes(prepare('Knock', door.document, { tenant: null, variables: door.variables(email) }));
  return (pair) => ({
    known: message(addressOf(known[pair % known.length] ?? 1)),
    unknown: message(strangers.next()),
  });
}

/** Both by the same account, texts of the same length. */
function postingMessages({ size }: House, door: PostingDoor): Messages {
  const tenants = usualTenants(size);
  return (pair) => {
    const tenant = tenants[pair % tenants.length] ?? null;
    const personaId = seededId('persona', tenant?.persona ?? 1);
    const message = (posting: number): Buffer =>
      requestBytes(prepare('Knock', door.document, { tenant, variables: door.ofPosting(personaId, textOf(posting)) }));
    const known = 1 + (pair % size.postings);
    return { known: message(known), unknown: message(size.postings + known) };
  };
}

/** Addresses that nobody has, each once: who has knocked to register is no stranger any more. */
const strangers = {
  count: 0,
  next(): string {
    this.count += 1;
    return `none${this.count}@example.com`;
  },
};
