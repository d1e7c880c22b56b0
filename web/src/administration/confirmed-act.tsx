import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';

interface ConfirmedActProps {
  readonly label: string;
  /** Whom or what it is done to, for those who do not see what the button stands beside. */
  readonly subject: string;
  readonly question: string;
  /** What it means. */
  readonly children: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly run: () => Promise<unknown>;
  /** Forgets what came of it the last time. */
  readonly reset: () => void;
}

/** A button for what staff do to others: it asks first. */
export function ConfirmedAct(props: ConfirmedActProps) {
  const { label, subject, question, children, loading, error, run, reset } = props;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const ask = () => {
    // Not as it closes: what came of it is told then.
    reset();
    setIsAsking(true);
  };
  return (
    <>
      <Button variant="default" size="xs" aria-label={`${label}: ${subject}`} onClick={ask}>
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
