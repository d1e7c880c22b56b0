import { createReadStream } from 'node:fs';
import { ImportError } from './import-error.ts';
import { importFormats, openImport, type ImportRecord, type OpenImport } from './parse-import.ts';

/** How to read a file; all is optional. */
export interface ReadImportOptions {
  /** One of `importFormats`; recognised where absent. */
  readonly as?: string | undefined;
  /** The board that a file is of, where its source does not write it into its answers. */
  readonly board?: string | undefined;
  /** When the file is read, for sources that say how many days ago; now where absent. */
  readonly now?: Date | undefined;
  /** Told the size of each chunk as it is read, in bytes of the file. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/** A file on disk. @throws ImportError for an unknown format and a file that cannot be opened or read */
export function openImportFile(
  file: string,
  { as, board, now = new Date(), onBytes }: ReadImportOptions = {},
): Promise<OpenImport> {
  const format = importFormats.find((known) => known === as) ?? null;
  if (as !== undefined && format === null) {
    throw new ImportError(`There is no format "${as}": write --as ${importFormats.join('|')} or nothing.`);
  }
  const today = now.toISOString().slice(0, 10);
  return openImport(readChunks(file, onBytes), { format, board: board ?? null, today });
}

/** The postings of a file on disk alone. @throws ImportError for an unknown format and a file that cannot be opened or read */
export async function* readImport(file: string, options: ReadImportOptions = {}): AsyncGenerator<ImportRecord> {
  yield* (await openImportFile(file, options)).records;
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
