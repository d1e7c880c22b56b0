import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../words/administration.ts';
import classes from './administration.module.css';

interface CountedListProps {
  readonly label: string;
  /** How many of all are shown. */
  readonly shown: number;
  readonly totalCount: number;
  /** The rows. */
  readonly children: ReactNode;
}

/** Rows under how many of all they are. */
export function CountedList({ label, shown, totalCount, children }: CountedListProps) {
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={label}>
      <Stack>
        <Text size="sm" c="dimmed" role="status">
          {words.shown(shown, totalCount)}
        </Text>
        <ul className={classes.list} aria-label={label}>
          {children}
        </ul>
      </Stack>
    </Paper>
  );
}
