import { NoticeBar, NoticeButton } from '../shell/notice-bar.tsx';
import { words } from '../words/matches.ts';
import { ApplicationButton } from './application-button.tsx';
import type { MoveNotice } from './use-match-moves.ts';

/** Says what became of the last move, with the way back. */
export function MoveMatchNotice({ notice = {} }: { readonly notice: Partial<MoveNotice> | undefined }) {
  const { text, error, isRefused, undo, retry, applicationId } = notice;
  return (
    <NoticeBar text={text} error={error} {...(isRefused && { isRefused })}>
      {undo && <NoticeButton onClick={undo}>{words.notice.undo}</NoticeButton>}
      {retry && <NoticeButton onClick={retry}>{words.notice.tryAgain}</NoticeButton>}
      {applicationId && <ApplicationButton applicationId={applicationId} />}
    </NoticeBar>
  );
}
