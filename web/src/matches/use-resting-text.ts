import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

interface RestingText {
  /** What counts, without spaces around it. */
  readonly said: string;
  readonly say: (text: string) => void;
  readonly restMs: number;
}

/**
 * The text of a field that counts once it has not been typed in for a moment; what comes to count by other ways, such as
 * a link, stands in the field too.
 */
export function useRestingText({ said, say, restMs }: RestingText): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(said);
  const [known, setKnown] = useState(said);
  const sayAtRest = useDebouncedCallback(say, restMs);

  if (said !== known) {
    setKnown(said);
    // Its own text comes back without the spaces that more is about to be typed after.
    if (said !== typed.trim()) setTyped(said);
  }
  const type = (text: string) => {
    setTyped(text);
    sayAtRest(text.trim());
  };
  return [typed, type];
}
