import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';

/** Close codes of the protocol (graphql-transport-ws) and of WebSockets (RFC 6455, 7.4.1). */
export const closeCodes = {
  goingAway: 1001,
  badRequest: 4400,
  forbidden: 4403,
  idTaken: 4409,
  internal: 4500,
} as const;

/** A client that is silent for as long is gone. */
const beatMilliseconds = 12_000;
/** How long a client may take to answer that it closes too. */
const goodbyeMilliseconds = 1_000;
/** As many bytes as wait for a client that reads slower than it is told: far more than all its subscriptions say at once. */
const mostWaiting = 4_000_000;

/**
 * Speaks the protocol with one client until the connection is closed and nothing of it runs any more.
 * @param protocol what answers its messages
 */
export async function serveSocket<Extra extends { readonly socket: WebSocket; readonly log: Logger }>(
  protocol: Server<Extra>,
  extra: Extra,
): Promise<void> {
  const { socket, log } = extra;
  const running = new Set<Promise<void>>();
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => endSocket(socket, code, reason),
      onMessage: (take) => {
        socket.on('message', (data) => {
          // Whatever was on its way when we closed.
          if (socket.readyState !== socket.OPEN) return;
          const taken = take(String(data))
            .catch((error: unknown) => endFailed(extra, error))
            .finally(() => running.delete(taken));
          running.add(taken);
        });
      },
    },
    extra,
  );
  const stopBeating = beat(socket);
  // What breaks a connection closes it as well.
  socket.on('error', (error) => log.debug({ err: error }, 'socket broken'));
  const [code, reason] = await new Promise<[number, string]>((resolve) => {
    socket.once('close', (code, reason) => resolve([code, String(reason)]));
  });
  stopBeating();
  await closed(code, reason);
  await Promise.all(running);
  log.debug({ code }, 'socket closed');
}

function endFailed({ socket, log }: { readonly socket: WebSocket; readonly log: Logger }, error: unknown): void {
  // Messages that only a server sends are no fault of ours, though the library throws at them.
  if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
    log.debug({ err: error }, 'a message of a socket refused');
    return endSocket(socket, closeCodes.badRequest, error.message);
  }
  log.error({ err: error }, 'a message of a socket failed');
  return endSocket(socket, closeCodes.internal, 'Something went wrong on our side.');
}

/** Closes a connection; whoever does not close it too is cut off. */
export function endSocket(socket: WebSocket, code?: number, reason = ''): void {
  socket.close(code, cutTo(mostReasonBytes, reason));
  setTimeout(() => socket.terminate(), goodbyeMilliseconds).unref();
}

/** A reason shares its frame with the code (RFC 6455, 5.5 and 5.5.1). */
const mostReasonBytes = 123;

/** The beginning of a text, in as many bytes, and without the half of a character. */
const cutTo = (bytes: number, text: string): string =>
  new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });

/** Resolves once it has left, so that one who waits for that has no more than one answer waiting for each subscription. */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN || isCutOff(socket)) return resolve();
    // That it did not leave, the connection's end tells.
    return socket.send(text, () => resolve());
  });

/** Cuts a client off that does not take what it is told. */
function isCutOff(socket: WebSocket): boolean {
  const isSlow = socket.bufferedAmount > mostWaiting;
  if (isSlow) socket.terminate();
  return isSlow;
}

/** Asks the client now and then whether it is there. @returns what stops it */
function beat(socket: WebSocket): () => void {
  let isHeard = true;
  socket.on('pong', () => (isHeard = true));
  // They are answered by themselves, and the answers wait like all that is sent.
  socket.on('ping', () => void isCutOff(socket));
  const timer = setInterval(() => {
    if (!isHeard || isCutOff(socket)) return socket.terminate();
    isHeard = false;
    return socket.ping();
  }, beatMilliseconds);
  return () => clearInterval(timer);
}
