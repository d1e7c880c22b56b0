import { NoticeBar, NoticeButton } from '../shell/notice-bar.tsx';
import { words } from '../words/applications.ts';
import type { Moves } from './use-moves.ts';

/** Says what became of the last move. */
export function MoveNotice({ moves: { outcome } }: { readonly moves: Moves }) {
  return (
    <NoticeBar text={outcome?.text} error={outcome?.error} {...(outcome?.isRefused && { isRefused: true })}>
      {outcome?.retry && <NoticeButton onClick={outcome.retry}>{words.move.tryAgain}</NoticeButton>}
    </NoticeBar>
  );
}
