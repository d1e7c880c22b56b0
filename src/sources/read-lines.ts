import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from './import-error.ts';

/** One line of a text file, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Longest line that is read, in bytes of text; a posting has some twenty thousand. */
export const maxLineLength = 10 * 1024 * 1024;

/**
 * The lines of a file, plain or gzip as its first two bytes tell, in UTF-8 with or without BOM, ended by LF or CRLF.
 * Holds one line and one chunk at a time. @throws ImportError with the line number for a file that is cut off, damaged,
 * not UTF-8 or with a line over 10 MB
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  try {
    for await (const text of decode(await unzip(chunks))) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield { number: (number += 1), text: withoutReturn(checkLength(line, number)) };
      checkLength(rest, number + 1);
    }
  } catch (error) {
    throw asImportError(error, number + 1);
  }
  if (rest !== '') yield { number: number + 1, text: withoutReturn(rest) };
}

async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A wrong byte would become a question mark in a company's name without anybody noticing.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Gzip is told by its bytes: names lie, and a download may have unpacked the file already. */
async function unzip(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = withHead(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  // The iteration over the unpacked stream reports what fails, so the pipeline has nothing left to tell.
  return pipeline(Readable.from(whole), createGunzip(), () => undefined);
}

async function* withHead(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function checkLength(line: string, number: number): string {
  if (line.length <= maxLineLength) return line;
  throw new ImportError(`Line ${number} is longer than 10 MB.`);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function asImportError(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new ImportError(`Line ${line} is not UTF-8 text.`);
  if (code === 'Z_BUF_ERROR') return new ImportError(`The file is cut off: its gzip data ends in line ${line}.`);
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new ImportError(`The file is damaged: its gzip data cannot be unpacked from line ${line} on.`);
  }
  return error;
}
