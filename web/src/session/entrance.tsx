import { Center, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from '../shell/logo.tsx';
import { words } from '../words/session.ts';
import classes from './entrance.module.css';

/** What stands around the pages before those of an account: the name, and one narrow sheet. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  return (
    <Center component="main" className={classes.page}>
      <div className={classes.column}>
        <Logo />
        <Text c="dimmed" mb="lg">
          {words.motto}
        </Text>
        <Paper withBorder shadow="sm" radius="md" className={classes.sheet}>
          {children}
        </Paper>
      </div>
    </Center>
  );
}
