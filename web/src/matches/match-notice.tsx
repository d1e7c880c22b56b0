import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { usePersonaId } from '../personas/personas.ts';
import { focusList } from './focus-list.ts';
import classes from './triage.module.css';
import type { MatchActions, Notice } from './use-match-actions.ts';

interface MatchNoticeProps {
  readonly notice: Notice | undefined;
  readonly actions: MatchActions;
}

/** Says at the edge of the page what was just done, with the way back; it stands until something else is done. */
export function MatchNotice({ notice, actions }: MatchNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const isRefused = notice?.error !== undefined;
  return (
    <div ref={place} tabIndex={-1} className={classes.notice} data-refused={isRefused || undefined} hidden={!notice}>
      <div role={isRefused ? 'alert' : 'status'} className={classes.said}>
        {notice?.applied && 'Have you applied? '}
        {notice?.text}
        {isRefused && <Text size="sm">{describeProblem(parseProblem(notice.error))}</Text>}
      </div>
      {notice && (
        // Buttons go with what they do: the focus stays with what is said of it.
        <NoticeButtons notice={notice} actions={actions} onPress={() => place.current?.focus()} />
      )}
    </div>
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
      {undo && <NoticeButton onClick={press(undo)}>Undo</NoticeButton>}
      {retry && <NoticeButton onClick={press(retry)}>Try again</NoticeButton>}
      {applied && (
        <>
          <NoticeButton onClick={press(() => actions.recordApplied(applied))}>I applied</NoticeButton>
          <NoticeButton onClick={settle}>Not yet</NoticeButton>
        </>
      )}
      {applicationId && (
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          to={`/personas/${personaId}/applications/${applicationId}`}
        >
          See the application
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
