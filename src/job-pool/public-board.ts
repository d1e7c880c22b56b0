import { boardLabel } from './recognise-board.ts';

/** The public board that a posting's own address names; null for any other, since that could tell where it was found. */
export function publicBoard(sourceUrl: string | null): { label: string; url: string } | null {
  const label = sourceUrl === null ? null : boardLabel(sourceUrl);
  return sourceUrl === null || label === null ? null : { label, url: sourceUrl };
}
