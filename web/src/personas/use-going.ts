import { useMutation } from '@apollo/client/react';
import type { UpdatePersonaInput } from '../generated/graphql.ts';
import { forgetMatches } from '../matches/match-cache.ts';
import { keepDraft } from '../session/drafts.ts';
import { useGoOn } from '../shell/use-go-on.ts';
import { setUpDraft, setUpPath, stepNames, type StepName } from './persona-set-up.ts';
import { UpdatePersona } from './update-persona.ts';

export type Going = ReturnType<typeof useGoing>;

/** Saves what a step of the set-up says, and where the set-up stands, then goes there. */
export function useGoing(personaId: string, name: StepName) {
  const goOn = useGoOn();
  const next = stepNames[stepNames.indexOf(name) + 1];
  const [updatePersona, { loading, error }] = useMutation(UpdatePersona, {
    update: (cache) => forgetMatches(cache),
    onCompleted: () => {
      keepDraft(setUpDraft(personaId, name), undefined);
      if (next) goOn(setUpPath(personaId, next));
      else goOn(`/personas/${personaId}/jobs`, { state: { awaitsMatches: true } });
    },
  });
  const save = (said: UpdatePersonaInput) => {
    const input = { ...said, onboardingStep: next ?? 'review', ...(next ? {} : { onboardingComplete: true }) };
    // What fails is told by the mutation's own error.
    void updatePersona({ variables: { id: personaId, input } }).catch(() => undefined);
  };
  return { save, loading, error };
}
