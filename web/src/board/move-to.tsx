import { Button, Menu } from '@mantine/core';
import { words } from '../words/board.ts';

interface MoveToProps<Column extends string> {
  /** What is moved. */
  readonly title: string;
  readonly choices: readonly (readonly [column: Column, label: string])[];
  readonly isSaving: boolean;
  readonly size?: 'compact-sm' | 'xs';
  readonly onMove: (to: Column) => void;
}

/** The columns that something can be moved to; nothing where none leads on. */
export function MoveTo<Column extends string>(props: MoveToProps<Column>) {
  const { title, choices, isSaving, size = 'compact-sm', onMove } = props;
  if (choices.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size={size} variant="default" fw={500} loading={isSaving} aria-label={words.moveToOf(title)}>
          {words.moveTo}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([column, label]) => (
          <Menu.Item key={column} onClick={() => onMove(column)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
