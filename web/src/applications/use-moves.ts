import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseProblem } from '../api/problem.ts';
import { focusCard, type CardFocus } from '../board/card-focus.ts';
import type { ApplicationStatus } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { keepDraft } from '../session/drafts.ts';
import { words } from '../words/applications.ts';
import { explainRefusal, nextStatuses, statusLabels } from './application-status.ts';
import { moveApplication, reloadApplication, type MovableApplication, type MoveDetails } from './move-application.ts';

/** A step that an application is to take. */
export interface Step {
  readonly application: MovableApplication;
  readonly to: ApplicationStatus;
}

/** Under which name it is kept what is typed for a step. */
export const draftOf = ({ application, to }: Step): string => `application:${application.id}:${to}`;

/** How far a step is, and what became of the one before. */
interface MoveState {
  /** The step that is asked about. */
  readonly asked?: Step | undefined;
  /** The step that is being saved, or was last. */
  readonly taken?: Step | undefined;
  readonly isSaving?: boolean;
  /** Why what was asked about could not be saved. */
  readonly error?: unknown;
  readonly outcome?: MoveOutcome | undefined;
}

export interface MoveOutcome {
  readonly text: string;
  readonly error?: unknown;
  readonly isRefused?: boolean;
  readonly retry?: () => void;
}

export type Moves = ReturnType<typeof useMoves>;

/** Moving applications on: what is asked about a step, what is being saved, and what became of it. */
export function useMoves() {
  const client = useApolloClient();
  const personaId = usePersonaId();
  const [state, setState] = useState<MoveState>({});
  const focus = useRef<string>(undefined);
  const isAsked = state.asked !== undefined;
  useEffect(() => {
    if (!isAsked) focusCard(focus.current);
  }, [isAsked]);
  const actions = useMemo(() => {
    const scene: Scene = { client, personaId, focus, change: (next) => setState((now) => ({ ...now, ...next })) };
    return {
      ask: (step: Step) => ask(scene, step),
      take: (step: Step, details: MoveDetails) => void take(scene, step, details),
      cancel: (step: Step) => {
        keepDraft(draftOf(step), undefined);
        scene.change({ asked: undefined });
      },
    };
  }, [client, personaId]);
  return { ...state, ...actions, focus };
}

interface Scene {
  readonly client: ApolloClient;
  readonly personaId: string;
  readonly focus: CardFocus;
  readonly change: (next: MoveState) => void;
}

function ask({ focus, change }: Scene, step: Step): void {
  const { application, to } = step;
  const { id, status, snapshot } = application;
  if (status === to) return;
  focus.current = id;
  if (nextStatuses[status].includes(to)) change({ asked: step, error: undefined });
  else
    change({ outcome: { text: words.moved.refused(notMoved(snapshot), explainRefusal(status, to)), isRefused: true } });
}

/** Steps that say much are asked about until they are saved, so that nothing typed is lost. */
const saysMuch = ({ to }: Step): boolean => to === 'OFFER' || to === 'REJECTED';

async function take(scene: Scene, step: Step, details: MoveDetails): Promise<void> {
  const { client, personaId, focus, change } = scene;
  const { application, to } = step;
  focus.current = application.id;
  change({ taken: step, isSaving: true, error: undefined, ...(!saysMuch(step) && { asked: undefined }) });
  try {
    await moveApplication(client, { personaId, application, to, details });
    keepDraft(draftOf(step), undefined);
    const text = words.moved.done(statusLabels[to], application.snapshot.title);
    change({ isSaving: false, asked: undefined, outcome: { text } });
  } catch (error) {
    focus.current = application.id;
    change({ isSaving: false });
    if (isOutdated(error)) await catchUp(scene, step, error);
    else if (saysMuch(step)) change({ error });
    else
      change({
        outcome: { text: notMoved(application.snapshot), error, retry: () => void take(scene, step, details) },
      });
  }
}

/** Refused because the page is behind: the application was changed elsewhere, or is gone. */
function isOutdated(error: unknown): boolean {
  const { code, reason } = parseProblem(error);
  return reason === 'VERSION_CONFLICT' || code === 'INVALID_TRANSITION' || code === 'NOT_FOUND';
}

async function catchUp({ client, personaId, change }: Scene, { application }: Step, cause: unknown): Promise<void> {
  const text = notMoved(application.snapshot);
  const status = await reloadApplication(client, personaId, application).catch(() => undefined);
  const outcome: MoveOutcome = status
    ? { text: words.moved.outdated(text, statusLabels[status]), isRefused: true }
    : { text, error: cause };
  change({ asked: undefined, outcome });
}

const notMoved = ({ title }: { readonly title: string }): string => words.moved.notMoved(title);
