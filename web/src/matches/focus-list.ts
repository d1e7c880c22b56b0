export const listId = 'matches';

/** Gives the focus to the list, where what had it goes with what it does. */
export const focusList = (): void => document.getElementById(listId)?.focus({ preventScroll: true });
