import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefused } from './fetch-refused.ts';

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/** Whether an answer has no body, whatever its headers say of how that is packed. */
const isBodiless = ({ statusCode, headers }: IncomingMessage): boolean =>
  statusCode === 204 || statusCode === 304 || headers['content-length'] === '0';

/**
 * Reads an answer to its end and unpacks it. Neither what comes nor what it unpacks to may have more than `maxBytes`;
 * no more than that is ever held, so that a bomb goes off in the counter.
 * @throws FetchRefused
 */
export async function readCapped(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const { headers } = response;
  if (isBodiless(response)) {
    response.destroy();
    return Buffer.alloc(0);
  }
  if (Number(headers['content-length']) > maxBytes) throw new FetchRefused('TOO_LARGE');
  const chunks: Uint8Array[] = [];
  const counted = atMost(maxBytes);
  const keep = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of counted(source)) chunks.push(chunk);
  };
  const unpack = decoderOf(headers['content-encoding']);
  try {
    if (unpack) await pipeline(response, atMost(maxBytes), unpack, keep, { signal });
    else await pipeline(response, keep, { signal });
  } catch (error) {
    throw error instanceof FetchRefused ? error : new FetchRefused('UNREADABLE', error);
  }
  return Buffer.concat(chunks);
}

/** One coding: nobody packs a page twice but to hide its size. */
function decoderOf(coding = 'identity'): ReturnType<(typeof decoders)[keyof typeof decoders]> | null {
  const name = coding.trim().toLowerCase();
  if (name === 'identity' || name === '') return null;
  if (!isKnown(name)) throw new FetchRefused('UNREADABLE');
  return decoders[name]();
}

const isKnown = (name: string): name is keyof typeof decoders => Object.hasOwn(decoders, name);

const atMost = (maxBytes: number) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new FetchRefused('TOO_LARGE');
      yield chunk;
    }
  };
