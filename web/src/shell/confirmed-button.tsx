import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface ConfirmedButtonProps {
  readonly label: string;
  /** What the button says to those who do not see what it stands beside. */
  readonly fullLabel?: string | undefined;
  readonly size?: ButtonProps['size'];
  readonly question: string;
  /** What it means. */
  readonly children: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly run: () => Promise<unknown>;
  /** Forgets what came of it the last time. */
  readonly reset: () => void;
}

/** A button that asks before it does something. */
export function ConfirmedButton(props: ConfirmedButtonProps) {
  const { label, fullLabel, size = 'sm', question, children, loading, error, run, reset } = props;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const ask = () => {
    // Not as it closes: what came of it is told then.
    reset();
    setIsAsking(true);
  };
  return (
    <>
      <Button variant="default" size={size} aria-label={fullLabel} onClick={ask}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={question}
        confirmLabel={label}
        loading={loading}
        error={error}
        onConfirm={() => void run().then(close, () => undefined)}
        onCancel={close}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
