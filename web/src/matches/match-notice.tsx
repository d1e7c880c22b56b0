import { NoticeBar, NoticeButton } from '../shell/notice-bar.tsx';
import { words } from '../words/matches.ts';
import { ApplicationButton } from './application-button.tsx';
import { focusList } from './focus-list.ts';
import type { MatchActions, Notice } from './use-match-actions.ts';

interface MatchNoticeProps {
  readonly notice: Partial<Notice> | undefined;
  readonly actions: MatchActions;
}

/** Says what was just done to a match, with the way back. */
export function MatchNotice({ notice = {}, actions }: MatchNoticeProps) {
  const { text, error, undo, retry, applied, applicationId } = notice;
  const settle = () => {
    focusList();
    actions.settle();
  };
  return (
    <NoticeBar text={applied && text ? words.notice.hasApplied(text) : text} error={error}>
      {undo && <NoticeButton onClick={undo}>{words.notice.undo}</NoticeButton>}
      {retry && <NoticeButton onClick={retry}>{words.notice.tryAgain}</NoticeButton>}
      {applied && (
        <>
          <NoticeButton onClick={() => actions.recordApplied(applied)}>{words.notice.applied}</NoticeButton>
          <NoticeButton onClick={settle}>{words.notice.notYet}</NoticeButton>
        </>
      )}
      {applicationId && <ApplicationButton applicationId={applicationId} />}
    </NoticeBar>
  );
}
