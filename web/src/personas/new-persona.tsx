import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { unmask } from '../generated/fragment-masking.ts';
import { keepDraft, readDraft } from '../session/drafts.ts';
import { useViewer } from '../session/viewer.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useGoOn } from '../shell/use-go-on.ts';
import { words } from '../words/personas.ts';
import { BriefAboutFields } from './about-fields.tsx';
import { CreatePersona } from './create-persona.ts';
import { GrowthFields, noGrowth } from './growth-fields.tsx';
import { PersonaForm } from './persona-form.tsx';
import { PersonaLabel, Personas } from './personas.ts';
import { SkillEditor, type EditedSkill } from './skill-editor.tsx';
import { StartFromResume } from './start-from-resume.tsx';
import { noWishes, WishFields } from './wish-fields.tsx';

/** Makes a persona; its matches are looked for at once. */
export function NewPersona() {
  const viewer = useViewer();
  const goOn = useGoOn();
  const draft = `new-persona:${viewer.id}`;
  const [skills, setSkills] = useSkills(`${draft}:skills`);
  const [createPersona, { loading, error }] = useMutation(CreatePersona, {
    update: (cache, { data }) => {
      const created = data?.createPersona;
      if (created) cache.updateQuery({ query: Personas }, (list) => list && { personas: [...list.personas, created] });
    },
  });

  const initial = {
    fullName: viewer.name ?? '',
    email: viewer.email,
    currentRole: null as string | null,
    yearsExperience: null as number | null,
    homeCity: '',
    ...noWishes,
    ...noGrowth,
  };
  const submit = async (values: typeof initial, sentBy: string | undefined) => {
    const input = {
      ...values,
      skills: skills.map(({ skillName, proficiency, yearsUsed }) => ({ skillName, proficiency, yearsUsed })),
    };
    const { data } = await createPersona({ variables: { input } });
    const persona = unmask(PersonaLabel, data?.createPersona);
    if (!persona) return;
    keepDraft(`${draft}:skills`, undefined);
    if (sentBy === 'set-up') goOn(`/personas/${persona.id}/set-up`);
    else goOn(`/personas/${persona.id}/jobs`, { state: { awaitsMatches: true } });
  };

  return (
    <Stack>
      <PageTitle>{words.new.title}</PageTitle>
      <Text c="dimmed">{words.new.hint}</Text>
      <StartFromResume />
      <PersonaForm
        initial={initial}
        draft={draft}
        submitLabel={words.new.submit}
        loading={loading}
        error={error}
        onSubmit={submit}
        otherActions={
          <Button type="submit" value="set-up" variant="default">
            {words.new.stepByStep}
          </Button>
        }
      >
        {(bind, values) => (
          <>
            <BriefAboutFields bind={bind} />
            <SkillEditor
              skills={skills}
              hint={words.skills.hint}
              onAdd={(names) => setSkills((before) => [...before, ...names.map(startSkill)])}
              onChange={(key, change) =>
                setSkills((before) => before.map((skill) => (skill.key === key ? { ...skill, ...change } : skill)))
              }
              onRemove={(key) => setSkills((before) => before.filter((skill) => skill.key !== key))}
            />
            <WishFields bind={bind} values={values} />
            <GrowthFields bind={bind} />
          </>
        )}
      </PersonaForm>
    </Stack>
  );
}

/** The skills of a persona that is not there yet, kept as a draft of this name. */
function useSkills(draft: string) {
  const [skills, setSkills] = useState<readonly EditedSkill[]>(
    () => (readDraft(draft) as readonly EditedSkill[] | undefined) ?? [],
  );
  useEffect(() => keepDraft(draft, skills.length === 0 ? undefined : skills), [draft, skills]);
  return [skills, setSkills] as const;
}

const startSkill = (skillName: string): EditedSkill => ({
  key: skillName,
  skillName,
  proficiency: 'PROFICIENT',
  yearsUsed: null,
});
