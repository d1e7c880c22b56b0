import type { ReactNode } from 'react';
import classes from './board.module.css';
import { goByArrow } from './go-by-arrow.ts';

/** Columns beside each other. Arrow keys are a shortcut between what can be reached without them. */
export const Board = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.board} onKeyDown={goByArrow}>
    {children}
  </div>
);
