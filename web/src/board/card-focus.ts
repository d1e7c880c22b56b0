import { useEffect, type RefObject } from 'react';

/** The card that gets the focus where it comes to stand. */
export type CardFocus = RefObject<string | undefined>;

/** Gives the focus to a card, wherever it stands by now. Whoever goes by keys follows it there; a pointer stays. */
export function focusCard(id: string | undefined): void {
  const link = id === undefined ? null : document.querySelector<HTMLElement>(`[data-card="${id}"] a`);
  link?.focus({ preventScroll: true });
  if (link?.matches(':focus-visible')) link.closest('[data-card]')?.scrollIntoView({ block: 'nearest' });
}

/** Has what stands for a card take the focus when it comes to stand somewhere else. */
export function useFocusWhereMoved(id: string, focus: CardFocus): void {
  useEffect(() => {
    // While something is asked, nothing behind it can have the focus.
    if (focus.current !== id || document.querySelector('dialog[open]')) return;
    focus.current = undefined;
    focusCard(id);
  }, [id, focus]);
}
