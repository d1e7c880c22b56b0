import { useLayoutEffect, useState } from 'react';
import { focusCard } from '../board/card-focus.ts';
import { keepPlace, type ListPlace } from './list-place.ts';

/** Goes to the place on the board that somebody comes back to, and keeps it for the next time. */
export function useBoardPlace(list: string, found: ListPlace | undefined): void {
  const [place] = useState(found);
  useLayoutEffect(() => {
    if (place) {
      window.scrollTo(0, place.offset);
      focusCard(place.matchId);
    }
    return () => keepPlace(list, { offset: window.scrollY, measurements: [], matchId: cardWithFocus() });
  }, [list, place]);
}

const cardWithFocus = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card'];
