import { readFileSync } from 'node:fs';
import type { Config } from '#config.ts';
import { StartupError } from '#platform/errors.ts';
import { useWordVectors } from '#scoring/title-similarity.ts';

/**
 * Takes the word vectors that the settings name, if they name any.
 * @throws StartupError for a file that cannot be read or has none
 */
export function chooseWordVectors({ wordVectorsFile }: Pick<Config, 'wordVectorsFile'>): void {
  if (wordVectorsFile === null) return;
  try {
    useWordVectors(readFileSync(wordVectorsFile));
  } catch (error) {
    throw new StartupError(`WORD_VECTORS: ${wordVectorsFile}: ${error instanceof Error ? error.message : ''}`);
  }
}
