import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { AchievementStoryInput } from '../generated/graphql.ts';
import { words } from '../words/persona-lists.ts';
import { SkillsShown } from './bullets.tsx';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import { Panel } from './panel.tsx';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const AchievementStories = graphql(`
  fragment AchievementStories on Persona {
    id
    achievementStories {
      id
      ...AchievementStoryFields
    }
    skills {
      id
      skillName
    }
    workHistories {
      id
      jobTitle
      companyName
    }
  }
`);

const AchievementStoryFields = graphql(`
  fragment AchievementStoryFields on AchievementStory {
    id
    title
    context
    action
    outcome
    skillsDemonstrated
    relatedWorkHistoryId
  }
`);

const AddAchievementStory = graphql(`
  mutation AddAchievementStory($parentId: ID!, $input: AchievementStoryInput!) {
    added: addAchievementStory(personaId: $parentId, input: $input) {
      id
      ...AchievementStoryFields
    }
  }
`);

const UpdateAchievementStory = graphql(`
  mutation UpdateAchievementStory($id: ID!, $input: UpdateAchievementStoryInput!) {
    updateAchievementStory(id: $id, input: $input) {
      ...AchievementStoryFields
    }
  }
`);

const RemoveAchievementStory = graphql(`
  mutation RemoveAchievementStory($id: ID!) {
    removeAchievementStory(id: $id)
  }
`);

const ReorderAchievementStories = graphql(`
  mutation ReorderAchievementStories($parentId: ID!, $ids: [ID!]!) {
    reorderAchievementStories(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

const kind: ListKind<AchievementStoryInput> = {
  typename: 'AchievementStory',
  parent: 'Persona',
  field: 'achievementStories',
  isMatched: false,
  add: AddAchievementStory,
  update: UpdateAchievementStory,
  remove: RemoveAchievementStory,
  reorder: ReorderAchievementStories,
};

const names = ['title', 'context', 'action', 'outcome', 'skillsDemonstrated', 'relatedWorkHistoryId'] as const;
const start: AchievementStoryInput = {
  title: '',
  context: '',
  action: '',
  outcome: '',
  skillsDemonstrated: [],
  relatedWorkHistoryId: null,
};
const prose = { required: true, autosize: true, minRows: 2, maxLength: 10_000 } as const;

interface AchievementStoryListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof AchievementStories>;
}

/** What somebody achieved, to be told in interviews and letters. */
export function AchievementStoryList({ personaId, persona }: AchievementStoryListProps) {
  const { achievementStories, skills, workHistories } = unmask(AchievementStories, persona);
  const jobs = workHistories.map((job) => ({ value: job.id, label: words.jobs.name(job.jobTitle, job.companyName) }));
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title={words.stories.title} hint={words.stories.hint}>
      <ListEditor
        changes={changes}
        addLabel={words.stories.add}
        label={words.stories.title}
        items={unmask(AchievementStoryFields, achievementStories)}
        empty={words.stories.none}
        name={({ title }) => title}
        start={start}
        read={(story) => pick(story, names)}
        show={({ title, context, action, outcome }) => (
          <>
            <Text fw={600}>{title}</Text>
            <Text size="sm">{[context, action, outcome].join('\n')}</Text>
          </>
        )}
        fields={(bind) => (
          <>
            <TextInput {...bind.text('title')} label={words.stories.storyTitle} required maxLength={255} />
            <Textarea {...bind.text('context')} {...prose} label={words.stories.context} />
            <Textarea {...bind.text('action')} {...prose} label={words.stories.action} />
            <Textarea {...bind.text('outcome')} {...prose} label={words.stories.outcome} />
            <NativeSelect
              {...bind.optional('relatedWorkHistoryId')}
              label={words.stories.job}
              data={[{ value: '', label: words.stories.noJob }, ...jobs]}
            />
            <SkillsShown {...bind.tags('skillsDemonstrated')} skills={skills} />
          </>
        )}
      />
    </Panel>
  );
}
