import { createReadStream } from 'node:fs';
import { ImportError } from './import-error.ts';
import { importFormats, parseImport, type ImportRecord } from './parse-import.ts';

/** How to read a file; all is optional. */
export interface ReadImportOptions {
  /** One of `importFormats`; recognised where absent. */
  readonly as?: string | undefined;
  /** Told the size of each chunk as it is read, in bytes of the file. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/** The postings of a file on disk. @throws ImportError for an unknown format and a file that cannot be opened or read */
export async function* readImport(file: string, { as, onBytes }: ReadImportOptions = {}): AsyncGenerator<ImportRecord> {
  const format = importFormats.find((known) => known === as) ?? null;
  if (as !== undefined && format === null) {
    throw new ImportError(`There is no format "${as}": write --as ${importFormats.join('|')} or nothing.`);
  }
  yield* parseImport(readChunks(file, onBytes), format);
}

/** The bytes of a file on disk as they come. @throws ImportError for one that cannot be opened or read */
export async function* readChunks(file: string, onBytes?: ReadImportOptions['onBytes']): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) {
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? faults.get(String(error.code)) : undefined;
    throw reason === undefined ? error : new ImportError(`${file} ${reason}.`);
  }
}

const faults = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a folder, not a file'],
  ['EACCES', 'may not be read by this user'],
]);
