import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * Sends a request byte by byte as it is written, for what no client library sends, and gives back the whole answer.
 * @param lines the request line and headers
 */
export async function sendRaw(port: number, lines: readonly string[], body = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const head = [...lines, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  return text(socket);
}
