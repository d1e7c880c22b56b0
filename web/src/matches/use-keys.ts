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

const takesText = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"]';

/** Keys that go on while they are held down; what the others do is done once. */
const steps = new Set(['j', 'k']);

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

const isMeantOtherwise = ({
  defaultPrevented,
  ctrlKey,
  metaKey,
  altKey,
  key,
  repeat,
  target,
}: KeyboardEvent): boolean =>
  defaultPrevented ||
  ctrlKey ||
  metaKey ||
  altKey ||
  (repeat && !steps.has(key)) ||
  (target instanceof Element && target.closest(takesText) !== null) ||
  // A press beside the controls of a dialog takes the focus out of it, not the keys.
  document.querySelector('dialog:modal') !== null;
