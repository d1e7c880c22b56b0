import { Alert, Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import { words } from '../words/shell.ts';

interface TypedBeforeProps {
  /** Throws it away; undefined where there is nothing. */
  readonly onDiscard: (() => void) | undefined;
}

/** Says that a form has what was typed into it before and not saved, which looks as if it were. */
export function TypedBefore({ onDiscard }: TypedBeforeProps) {
  if (!onDiscard) return null;
  const discard = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    onDiscard();
    // The button goes with what it throws away.
    form?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };
  return (
    <Alert color="gray" p="xs" role="note">
      {words.draft.unsaved}{' '}
      <Button size="compact-sm" variant="default" onClick={discard}>
        {words.draft.discard}
      </Button>
    </Alert>
  );
}
