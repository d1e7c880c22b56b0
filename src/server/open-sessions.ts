import type { Logger } from 'pino';
import { endedSessions } from '#identity/ended-sessions.ts';
import type { ChangeFeed } from '#notifications/change-feed.ts';
import { Forbidden } from '#platform/errors.ts';

/** What of a token a connection is open by: whose it is, the session or the narrow token, and its end in seconds since 1970. */
export interface OpeningClaims {
  readonly sub: string;
  readonly sid: string;
  readonly exp: number;
}

/** A connection that is open by an access token. */
export interface OpenByToken {
  readonly claims: OpeningClaims;
  readonly end: (reason: string) => void;
}

export interface OpenSessionsOptions {
  readonly feed: ChangeFeed;
  /** Which of these sessions and narrow tokens still let somebody in. */
  readonly liveSessions: (ids: readonly string[], now: Date) => Promise<ReadonlySet<string>>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface OpenSessions {
  /**
   * Ends the connection once its session or its token is over.
   * @returns what forgets it
   * @throws Forbidden where its account has too many already
   */
  readonly keep: (connection: OpenByToken) => () => void;
  readonly stop: () => Promise<void>;
}

/** Why a connection is ended; clients may come again with another token. */
export const overReasons = { session: 'The session has ended.', token: 'The access token has run out.' } as const;

const pollMilliseconds = 2_000;
/** Connections of one account: far more than its devices and their windows have. */
const mostOfAccount = 50;

/**
 * Ends connections whose session is over: when word of it comes, and by a look at the rows of all of them every two
 * seconds, should the word be lost. Whether it is over, the row alone says.
 */
export function watchSessions({ feed, liveSessions, now, log }: OpenSessionsOptions): OpenSessions {
  const connections = new Set<OpenByToken>();
  let looking: Promise<void> | null = null;
  const lookOnce = (): Promise<void> => {
    looking ??= endThoseOver([...connections], liveSessions, now())
      .catch((error: unknown) => log.warn({ err: error }, 'sessions not looked at; trying again'))
      .finally(() => (looking = null));
    return looking;
  };
  const timer = setInterval(() => void lookOnce(), pollMilliseconds);
  const ended = feed.watch(endedSessions);
  const listening = (async () => {
    for await (const { id } of ended) {
      if (id !== null && ![...connections].some(({ claims }) => claims.sid === id)) continue;
      // A look that began before the word came may have seen the row as it was.
      await looking;
      await lookOnce();
    }
  })();
  return {
    keep: (connection) => {
      const { sub } = connection.claims;
      if ([...connections].filter(({ claims }) => claims.sub === sub).length >= mostOfAccount)
        throw new Forbidden(`An account has at most ${mostOfAccount} connections; close one of them.`);
      connections.add(connection);
      return () => void connections.delete(connection);
    },
    stop: async () => {
      clearInterval(timer);
      await ended.return();
      await listening;
      await looking;
    },
  };
}

async function endThoseOver(
  connections: readonly OpenByToken[],
  liveSessions: OpenSessionsOptions['liveSessions'],
  at: Date,
): Promise<void> {
  const { over = [], open = [] } = Object.groupBy(connections, ({ claims }) =>
    claims.exp * 1000 <= at.getTime() ? 'over' : 'open',
  );
  for (const { end } of over) end(overReasons.token);
  if (open.length === 0) return;
  const live = await liveSessions([...new Set(open.map(({ claims }) => claims.sid))], at);
  for (const { claims, end } of open) if (!live.has(claims.sid)) end(overReasons.session);
}
