import { useMutation } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { useViewer } from '../session/viewer.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { CreatePersona } from './create-persona.ts';
import { PersonaForm, type PersonaValues } from './persona-form.tsx';
import { PersonaLabel, Personas } from './personas.ts';
import { SkillEditor, type EditedSkill } from './skill-editor.tsx';
import { StartFromResume } from './start-from-resume.tsx';

/** Makes a persona; its matches are looked for at once. */
export function NewPersona() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [skills, setSkills] = useState<readonly EditedSkill[]>([]);
  const [createPersona, { loading, error }] = useMutation(CreatePersona, {
    update: (cache, { data }) => {
      const created = data?.createPersona;
      if (created) cache.updateQuery({ query: Personas }, (list) => list && { personas: [...list.personas, created] });
    },
    onCompleted: ({ createPersona: created }) => {
      const persona = unmask(PersonaLabel, created);
      if (persona) void navigate(`/personas/${persona.id}/jobs`, { state: { awaitsMatches: true } });
    },
  });

  const initial: PersonaValues = {
    fullName: viewer.name ?? '',
    email: viewer.email,
    currentRole: '',
    yearsExperience: null,
    homeCity: '',
    remotePreference: 'NO_PREFERENCE',
    minimumBaseSalary: null,
    salaryCurrency: 'USD',
    targetRoles: [],
    targetSkills: [],
    commutableCities: [],
    industryExclusions: [],
    minimumFitThreshold: 50,
  };
  const submit = (values: PersonaValues) => {
    const input = {
      ...values,
      skills: skills.map(({ skillName, proficiency, yearsUsed }) => ({ skillName, proficiency, yearsUsed })),
    };
    void createPersona({ variables: { input } });
  };

  return (
    <Stack>
      <PageTitle>New persona</PageTitle>
      <Text c="dimmed">Who you are for one job search, and what you look for. You can have several.</Text>
      <StartFromResume />
      <PersonaForm
        initial={initial}
        submitLabel="Find my jobs"
        loading={loading}
        error={error}
        onSubmit={submit}
        skills={
          <SkillEditor
            skills={skills}
            hint="Enter or a comma ends a skill."
            onAdd={(names) => setSkills((before) => [...before, ...names.map(startSkill)])}
            onChange={(key, change) =>
              setSkills((before) => before.map((skill) => (skill.key === key ? { ...skill, ...change } : skill)))
            }
            onRemove={(key) => setSkills((before) => before.filter((skill) => skill.key !== key))}
          />
        }
      />
    </Stack>
  );
}

const startSkill = (skillName: string): EditedSkill => ({
  key: skillName,
  skillName,
  proficiency: 'PROFICIENT',
  yearsUsed: 1,
});
