import { useEffect, useEffectEvent } from 'react';

/** What keys do, by the key's name. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

const preferenceName = 'tenure-keys';

/** Whether single keys do something: whoever dictates or hits keys by accident turns them off (WCAG 2.1.4). */
export const areKeysOn = (): boolean => localStorage.getItem(preferenceName) !== 'off';

/** Turns single keys on or off, for this browser. */
export function turnKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(preferenceName);
  else localStorage.setItem(preferenceName, 'off');
}

const takesText = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [role="menu"]';

/** Has single keys do something on a page, except where they are typed or mean something else. */
export function useKeys(keys: KeyMap): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event;
    if (isMeantOtherwise(event)) return;
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!act || (key !== '?' && !areKeysOn())) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const isMeantOtherwise = ({ defaultPrevented, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  defaultPrevented || ctrlKey || metaKey || altKey || (target instanceof Element && target.closest(takesText) !== null);
