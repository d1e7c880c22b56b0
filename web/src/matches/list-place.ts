import type { VirtualItem } from '@tanstack/react-virtual';
import { printMatchQuery, type MatchQuery } from './match-query.ts';

/** Where somebody was in a list. */
export interface ListPlace {
  readonly offset: number;
  readonly measurements: readonly VirtualItem[];
  /** The match that had the focus, or was looked at last. */
  readonly matchId: string | undefined;
}

const places = new Map<string, ListPlace>();

/** Names a list: whose, and by which address. A board is one list, whichever of its columns somebody was in. */
export const nameList = (personaId: string, query: MatchQuery): string =>
  `${personaId}?${printMatchQuery(query.layout === 'board' ? { ...query, view: 'new' } : query)}`;

/** Keeps a place for whoever comes back. */
export const keepPlace = (list: string, place: ListPlace) => void places.set(list, place);

/** The place that was kept, if any. */
export const findPlace = (list: string): ListPlace | undefined => places.get(list);

/** Another match is looked at by now: the list is come back to there. */
export function movePlace(list: string, matchId: string): void {
  const place = places.get(list);
  if (place) places.set(list, { ...place, matchId });
}
