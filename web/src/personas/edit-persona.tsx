import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { forgetMatches } from '../matches/match-cache.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useGoOn } from '../shell/use-go-on.ts';
import { words } from '../words/personas.ts';
import { AboutFields, aboutNames, PersonaAbout } from './about-fields.tsx';
import { DeletePersona } from './delete-persona.ts';
import { GrowthFields, growthNames, PersonaGrowth } from './growth-fields.tsx';
import { MatchCount } from './match-count.tsx';
import { PersonaForm } from './persona-form.tsx';
import { PersonaPage } from './persona-page.tsx';
import { PersonaSkills } from './persona-skills.tsx';
import { Personas, PersonaLabel } from './personas.ts';
import { UpdatePersona } from './update-persona.ts';
import { pick } from './use-fields.ts';
import { PersonaWishes, WishFields, wishNames } from './wish-fields.tsx';

const EditedPersona = graphql(`
  query EditedPersona($id: ID!) {
    persona(id: $id) {
      id
      ...PersonaAbout
      ...PersonaWishes
      ...PersonaGrowth
      ...PersonaSkills
    }
  }
`);

/** Changes a persona, or deletes it. */
export const EditPersona = () => (
  <PersonaPage title={words.edit.title} query={EditedPersona}>
    {({ personaId, persona }) => (
      <EditForm id={personaId} persona={persona} skills={<PersonaSkills persona={persona} personaId={personaId} />} />
    )}
  </PersonaPage>
);

interface EditFormProps {
  readonly id: string;
  readonly persona: FragmentType<typeof PersonaAbout> &
    FragmentType<typeof PersonaWishes> &
    FragmentType<typeof PersonaGrowth>;
  readonly skills: ReactNode;
}

function EditForm({ id, persona, skills }: EditFormProps) {
  const goOn = useGoOn();
  const [updatePersona, { loading, error }] = useMutation(UpdatePersona, {
    update: (cache) => forgetMatches(cache),
    onCompleted: () => goOn(`/personas/${id}/jobs`, { state: { awaitsMatches: true } }),
  });
  const initial = {
    ...pick(unmask(PersonaAbout, persona), aboutNames),
    ...pick(unmask(PersonaWishes, persona), wishNames),
    ...pick(unmask(PersonaGrowth, persona), growthNames),
  };

  return (
    <PersonaForm
      initial={initial}
      draft={`persona:${id}`}
      submitLabel={words.edit.save}
      loading={loading}
      error={error}
      onSubmit={(input) => updatePersona({ variables: { id, input } })}
      otherActions={<DeleteButton id={id} />}
    >
      {(bind, values) => (
        <>
          <AboutFields bind={bind} />
          {skills}
          <WishFields bind={bind} values={values} />
          <GrowthFields bind={bind} />
          <MatchCount personaId={id} values={values} />
        </>
      )}
    </PersonaForm>
  );
}

function DeleteButton({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const [deletePersona, { loading, error }] = useMutation(DeletePersona, {
    variables: { id },
    onCompleted: () => void navigate('/'),
    update: (cache) => {
      cache.updateQuery(
        { query: Personas },
        (list) => list && { personas: list.personas.filter((each) => unmask(PersonaLabel, each).id !== id) },
      );
    },
  });

  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
        {words.edit.delete}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.edit.deleteTitle}
        confirmLabel={words.edit.deleteConfirm}
        loading={loading}
        error={error}
        onConfirm={() => void deletePersona()}
        onCancel={() => setIsAsking(false)}
      >
        {words.edit.deleteText}
      </ConfirmDialog>
    </>
  );
}
