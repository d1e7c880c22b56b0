import { MoveTo } from '../board/move-to.tsx';
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
  return (
    <MoveTo
      title={snapshot.title}
      choices={nextStatuses[status].map((to) => [to, statusLabels[to]])}
      isSaving={moves.isSaving === true && moves.taken?.application.id === id}
      size={size}
      onMove={(to) => moves.ask({ application, to })}
    />
  );
}
