import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { NoticeBar } from '../shell/notice-bar.tsx';
import { words } from '../words/matches.ts';
import { focusList } from './focus-list.ts';
import type { MatchActions, Notice } from './use-match-actions.ts';

interface MatchNoticeProps {
  readonly notice: Notice | undefined;
  readonly actions: MatchActions;
}

/** Says what was just done to a match, with the way back. */
export function MatchNotice({ notice, actions }: MatchNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const text = notice?.applied ? words.notice.hasApplied(notice.text) : notice?.text;
  return (
    <NoticeBar ref={place} text={text} error={notice?.error}>
      {notice && (
        // Buttons go with what they do: the focus stays with what is said of it.
        <NoticeButtons notice={notice} actions={actions} onPress={() => place.current?.focus()} />
      )}
    </NoticeBar>
  );
}

interface NoticeButtonsProps {
  readonly notice: Notice;
  readonly actions: MatchActions;
  readonly onPress: () => void;
}

function NoticeButtons({ notice: { undo, retry, applied, applicationId }, actions, onPress }: NoticeButtonsProps) {
  const personaId = usePersonaId();
  const press = (act: () => void) => () => {
    onPress();
    act();
  };
  const settle = () => {
    focusList();
    actions.settle();
  };
  return (
    <>
      {undo && <NoticeButton onClick={press(undo)}>{words.notice.undo}</NoticeButton>}
      {retry && <NoticeButton onClick={press(retry)}>{words.notice.tryAgain}</NoticeButton>}
      {applied && (
        <>
          <NoticeButton onClick={press(() => actions.recordApplied(applied))}>{words.notice.applied}</NoticeButton>
          <NoticeButton onClick={settle}>{words.notice.notYet}</NoticeButton>
        </>
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
    </>
  );
}

interface NoticeButtonProps {
  readonly children: string;
  readonly onClick: () => void;
}

const NoticeButton = (props: NoticeButtonProps) => <Button size="compact-sm" variant="default" {...props} />;
