import { Button, Menu } from '@mantine/core';
import { words } from '../words/applications.ts';
import { nextStatuses, statusLabels } from './application-status.ts';
import type { MovableApplication } from './move-application.ts';
import type { Moves } from './use-moves.ts';

interface MoveMenuProps {
  readonly application: MovableApplication;
  readonly moves: Moves;
  readonly size?: 'compact-sm' | 'xs';
}

/** The steps that an application can take; nothing where none leads on. */
export function MoveMenu({ application, moves, size = 'compact-sm' }: MoveMenuProps) {
  const { id, status, snapshot } = application;
  const isSaving = moves.isSaving === true && moves.taken?.application.id === id;
  if (nextStatuses[status].length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size={size} variant="default" fw={500} loading={isSaving} aria-label={words.move.toOf(snapshot.title)}>
          {words.move.to}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {nextStatuses[status].map((to) => (
          <Menu.Item key={to} onClick={() => moves.ask({ application, to })}>
            {statusLabels[to]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
