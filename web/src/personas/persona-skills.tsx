import type { ApolloCache } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { forgetMatches } from '../matches/match-cache.ts';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/personas.ts';
import { forgetCompleteness } from './persona-cache.ts';
import { SkillEditor } from './skill-editor.tsx';

const PersonaSkillsFragment = graphql(`
  fragment PersonaSkills on Persona {
    id
    skills {
      ...SkillFields
    }
  }
`);

const SkillFields = graphql(`
  fragment SkillFields on Skill {
    id
    skillName
    proficiency
    yearsUsed
  }
`);

const AddSkill = graphql(`
  mutation AddSkill($personaId: ID!, $input: SkillInput!) {
    addSkill(personaId: $personaId, input: $input) {
      ...SkillFields
    }
  }
`);

const UpdateSkill = graphql(`
  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {
    updateSkill(id: $id, input: $input) {
      ...SkillFields
    }
  }
`);

const RemoveSkill = graphql(`
  mutation RemoveSkill($id: ID!) {
    removeSkill(id: $id)
  }
`);

interface PersonaSkillsProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof PersonaSkillsFragment>;
}

/** The skills of a persona there is: each change is saved by itself. */
export function PersonaSkills({ personaId, persona }: PersonaSkillsProps) {
  const skills = unmask(SkillFields, unmask(PersonaSkillsFragment, persona).skills);
  const forgetWhatFollows = (cache: ApolloCache) => {
    forgetMatches(cache);
    forgetCompleteness(cache, personaId);
  };
  const [addSkill, adding] = useMutation(AddSkill);
  const [updateSkill, updating] = useMutation(UpdateSkill, { update: forgetWhatFollows });
  const [removeSkill, removing] = useMutation(RemoveSkill);
  const error = adding.error ?? updating.error ?? removing.error;

  const append = (cache: ApolloCache, skill: FragmentType<typeof SkillFields> & { __typename: 'Skill' }) => {
    forgetWhatFollows(cache);
    cache.updateFragment(
      { id: `Persona:${personaId}`, fragment: PersonaSkillsFragment, fragmentName: 'PersonaSkills' },
      (before) => before && { ...before, skills: [...before.skills, skill] },
    );
  };
  const addInTurn = async (names: readonly string[]) => {
    const [skillName, ...others] = names;
    if (skillName === undefined) return;
    await addSkill({
      variables: { personaId, input: { skillName } },
      update: (cache, { data }) => data?.addSkill && append(cache, data.addSkill),
    });
    await addInTurn(others);
  };

  return (
    <SkillEditor
      skills={skills.map(({ id, skillName, proficiency, yearsUsed }) => ({
        key: id,
        skillName,
        proficiency,
        yearsUsed,
      }))}
      hint={words.skills.savedHint}
      problem={error && <Failure error={error} />}
      // Each goes to the end of the list; what fails is told by the mutation's own error.
      onAdd={addInTurn}
      onChange={(id, input) => void updateSkill({ variables: { id, input } })}
      onRemove={(id) =>
        void removeSkill({
          variables: { id },
          update: (cache) => {
            forgetWhatFollows(cache);
            cache.evict({ id: `Skill:${id}` });
          },
        })
      }
    />
  );
}
