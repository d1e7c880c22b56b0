import { Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './shell.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Asks to close it, as Escape does. */
  readonly onClose: () => void;
}

/**
 * What stands before the page until it is answered. The browser's own dialog keeps the focus inside and the rest inert;
 * the library's would inject a style element, which the Content-Security-Policy refuses.
 */
export function Dialog({ isOpen, title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={titleId} onClose={onClose}>
      <Stack>
        <Title order={2} size="h4" id={titleId}>
          {title}
        </Title>
        {children}
      </Stack>
    </dialog>
  );
}

/** By the attribute, which React keeps to itself, a dialog that opens knows where the focus belongs. */
export const takeFocusOfDialog = (button: HTMLButtonElement | null) => button?.setAttribute('autofocus', '');
