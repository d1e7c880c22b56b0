import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { usePersonaId } from '../personas/personas.ts';
import classes from './triage.module.css';
import type { MatchActions, Notice } from './use-match-actions.ts';

interface MatchNoticeProps {
  readonly notice: Notice | undefined;
  readonly actions: MatchActions;
}

/** Says at the edge of the page what was just done, with the way back; it stands until something else is done. */
export function MatchNotice({ notice, actions }: MatchNoticeProps) {
  const isRefused = notice?.error !== undefined;
  return (
    <div className={classes.notice} data-refused={isRefused || undefined} hidden={!notice}>
      <div role={isRefused ? 'alert' : 'status'} className={classes.said}>
        {notice?.applied && 'Have you applied? '}
        {notice?.text}
        {isRefused && <Text size="sm">{describeProblem(parseProblem(notice.error))}</Text>}
      </div>
      {notice && <NoticeButtons notice={notice} actions={actions} />}
    </div>
  );
}

function NoticeButtons({ notice, actions }: { readonly notice: Notice; readonly actions: MatchActions }) {
  const personaId = usePersonaId();
  const { undo, retry, applied, applicationId } = notice;
  return (
    <>
      {undo && (
        <Button size="compact-sm" variant="default" onClick={undo}>
          Undo
        </Button>
      )}
      {retry && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
      {applied && (
        <Button size="compact-sm" variant="default" onClick={() => actions.recordApplied(applied)}>
          I applied
        </Button>
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
