import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { NoticeBar } from '../shell/notice-bar.tsx';
import { words } from '../words/match-board.ts';
import type { MoveNotice } from './use-match-moves.ts';

/** Says what became of the last move, with the way back. */
export function MoveMatchNotice({ notice = {} }: { readonly notice: Partial<MoveNotice> | undefined }) {
  const { text, error, isRefused, undo, retry, applicationId } = notice;
  const personaId = usePersonaId();
  const place = useRef<HTMLDivElement>(null);
  // Buttons go with what they do: the focus stays with what is said of it.
  const press = (act: () => void) => () => {
    place.current?.focus();
    act();
  };
  return (
    <NoticeBar ref={place} text={text} error={error} {...(isRefused && { isRefused })}>
      {undo && (
        <Button size="compact-sm" variant="default" onClick={press(undo)}>
          {words.notice.undo}
        </Button>
      )}
      {retry && (
        <Button size="compact-sm" variant="default" onClick={press(retry)}>
          {words.notice.tryAgain}
        </Button>
      )}
      {applicationId && (
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          to={`/personas/${personaId}/applications/${applicationId}`}
        >
          {words.notice.application}
        </Button>
      )}
    </NoticeBar>
  );
}
