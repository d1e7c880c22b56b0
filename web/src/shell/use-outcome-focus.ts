import { useEffect, useRef } from 'react';

/** The reference of what tells an outcome. It takes the focus: what had it before is gone. */
export function useOutcomeFocus(outcome: string | undefined) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) place.current?.focus();
  }, [outcome]);
  return place;
}
