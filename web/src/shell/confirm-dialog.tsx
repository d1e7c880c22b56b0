import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../words/shell.ts';
import { Dialog } from './dialog.tsx';
import { Failure } from './states.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly loading: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmLabel, loading, error, onConfirm, onCancel } = props;
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onCancel}>
      <Text>{children}</Text>
      {error ? <Failure error={error} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button color="red" loading={loading} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Dialog>
  );
}
