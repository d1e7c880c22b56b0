import { lazy, Suspense, useEffect } from 'react';
import type { Moves } from './use-moves.ts';

const load = () => import('./move-dialog.tsx');
const MoveDialog = lazy(() => load().then((m) => ({ default: m.MoveDialog })));

/** What asks about moves. It follows once the page is there, and then waits for no connection when it is needed. */
export function LazyMoveDialog({ moves }: { readonly moves: Moves }) {
  useEffect(() => void load().catch(() => undefined), []);
  return <Suspense fallback={null}>{moves.asked && <MoveDialog moves={moves} />}</Suspense>;
}
