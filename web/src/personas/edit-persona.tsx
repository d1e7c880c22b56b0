import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { PersonaFieldsFragment } from '../generated/graphql.ts';
import { forgetMatches } from '../matches/match-cache.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading, NotFound } from '../shell/states.tsx';
import { DeletePersona } from './delete-persona.ts';
import { MatchCount } from './match-count.tsx';
import { PersonaForm, type PersonaValues } from './persona-form.tsx';
import { PersonaSkills } from './persona-skills.tsx';
import { Personas, PersonaLabel, usePersonaId } from './personas.ts';

const PersonaFields = graphql(`
  fragment PersonaFields on Persona {
    id
    fullName
    email
    currentRole
    yearsExperience
    homeCity
    targetRoles
    targetSkills
    remotePreference
    minimumBaseSalary
    salaryCurrency
    commutableCities
    industryExclusions
    minimumFitThreshold
  }
`);

const EditedPersona = graphql(`
  query EditedPersona($id: ID!) {
    persona(id: $id) {
      ...PersonaFields
      ...PersonaSkills
    }
  }
`);

const UpdatePersona = graphql(`
  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {
    updatePersona(id: $id, input: $input) {
      ...PersonaFields
    }
  }
`);

/** Changes a persona, or deletes it. */
export function EditPersona() {
  const id = usePersonaId();
  const { data, error, loading, refetch } = useQuery(EditedPersona, { variables: { id } });
  const persona = data?.persona;
  if (persona) {
    return (
      <Stack>
        <PageTitle>Persona</PageTitle>
        <EditForm id={id} fields={persona} skills={<PersonaSkills persona={persona} personaId={id} />} />
      </Stack>
    );
  }
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return loading ? <Loading /> : <NotFound />;
}

/** The masked object carries what other fragments asked for as well, which the API would refuse. */
function pickValues(persona: PersonaFieldsFragment): PersonaValues {
  const { fullName, email, currentRole, yearsExperience, homeCity, remotePreference } = persona;
  const {
    targetRoles,
    targetSkills,
    minimumBaseSalary,
    salaryCurrency,
    commutableCities,
    industryExclusions,
    minimumFitThreshold,
  } = persona;
  return {
    fullName,
    email,
    currentRole,
    yearsExperience,
    homeCity,
    remotePreference,
    minimumBaseSalary,
    salaryCurrency,
    commutableCities,
    industryExclusions,
    targetRoles,
    targetSkills,
    minimumFitThreshold,
  };
}

interface EditFormProps {
  readonly id: string;
  readonly fields: FragmentType<typeof PersonaFields>;
  readonly skills: ReactNode;
}

function EditForm({ id, fields, skills }: EditFormProps) {
  const navigate = useNavigate();
  const [updatePersona, { loading, error }] = useMutation(UpdatePersona, {
    update: (cache) => forgetMatches(cache),
    onCompleted: () => void navigate(`/personas/${id}/jobs`, { state: { awaitsMatches: true } }),
  });

  return (
    <PersonaForm
      initial={pickValues(unmask(PersonaFields, fields))}
      submitLabel="Save"
      loading={loading}
      error={error}
      onSubmit={(input) => void updatePersona({ variables: { id, input } })}
      skills={skills}
      preview={(values) => <MatchCount personaId={id} values={values} />}
      otherActions={<DeleteButton id={id} />}
    />
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
        Delete persona
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Delete this persona?"
        confirmLabel="Delete"
        loading={loading}
        error={error}
        onConfirm={() => void deletePersona()}
        onCancel={() => setIsAsking(false)}
      >
        Its skills, matches and applications go with it. This cannot be undone.
      </ConfirmDialog>
    </>
  );
}
