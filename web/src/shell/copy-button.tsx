import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '../words/shell.ts';
import { Done } from './states.tsx';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text; nothing where the browser lets no page do so, as without TLS. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<string>();
  // The type promises it on every page.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;

  const copy = async () => {
    setOutcome(undefined);
    const isCopied = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? words.copy.done : words.copy.refused);
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={() => void copy()}>
        {label}
      </Button>
      <Done>{outcome}</Done>
    </>
  );
}
