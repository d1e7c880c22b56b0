import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeProblem, parseProblem } from '../api/problem.ts';
import classes from './notice-bar.module.css';

interface NoticeBarProps {
  /** What was done, or was not; nothing while there is nothing to say. */
  readonly text: string | undefined;
  /** Why it was not done. */
  readonly error?: unknown;
  readonly isRefused?: boolean;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/**
 * Says at the edge of the page what was just done; it stands until something else is done, and is there before it says
 * anything, so that screen readers hear what comes.
 */
export function NoticeBar({ text, error, isRefused = error !== undefined, children }: NoticeBarProps) {
  return (
    <div
      tabIndex={-1}
      className={text ? classes.notice : 'visually-hidden'}
      data-refused={isRefused || undefined}
      // Buttons go with what they do: the focus stays with what is said of it, unless they lead it somewhere else.
      onClickCapture={({ currentTarget, target }) => {
        if (target instanceof Element && target.closest('button')) currentTarget.focus();
      }}
    >
      <div role={isRefused ? 'alert' : 'status'} className={classes.said}>
        {text}
        {error !== undefined && <Text size="sm">{describeProblem(parseProblem(error))}</Text>}
      </div>
      {children}
    </div>
  );
}

interface NoticeButtonProps {
  readonly children: string;
  readonly onClick: () => void;
}

/** Something that can be done about what a notice says. */
export const NoticeButton = (props: NoticeButtonProps) => <Button size="compact-sm" variant="default" {...props} />;
