import { MultiSelect, Text, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { BulletInput } from '../generated/graphql.ts';
import { words } from '../words/persona-lists.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import classes from './list.module.css';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const BulletsFragment = graphql(`
  fragment Bullets on WorkHistory {
    id
    jobTitle
    bullets {
      id
      ...BulletFields
    }
  }
`);

const BulletSkills = graphql(`
  fragment BulletSkills on Persona {
    id
    skills {
      id
      skillName
    }
  }
`);

const BulletFields = graphql(`
  fragment BulletFields on Bullet {
    id
    text
    metrics
    skillsDemonstrated
  }
`);

const AddBullet = graphql(`
  mutation AddBullet($parentId: ID!, $input: BulletInput!) {
    added: addBullet(workHistoryId: $parentId, input: $input) {
      id
      ...BulletFields
    }
  }
`);

const UpdateBullet = graphql(`
  mutation UpdateBullet($id: ID!, $input: UpdateBulletInput!) {
    updateBullet(id: $id, input: $input) {
      ...BulletFields
    }
  }
`);

const RemoveBullet = graphql(`
  mutation RemoveBullet($id: ID!) {
    removeBullet(id: $id)
  }
`);

const ReorderBullets = graphql(`
  mutation ReorderBullets($parentId: ID!, $ids: [ID!]!) {
    reorderBullets(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

const kind: ListKind<BulletInput> = {
  typename: 'Bullet',
  parent: 'WorkHistory',
  field: 'bullets',
  isMatched: false,
  add: AddBullet,
  update: UpdateBullet,
  remove: RemoveBullet,
  reorder: ReorderBullets,
};

const names = ['text', 'metrics', 'skillsDemonstrated'] as const;

interface BulletsProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof BulletSkills>;
  readonly job: FragmentType<typeof BulletsFragment>;
}

/** What was done in a job, line by line. */
export function Bullets({ personaId, persona, job }: BulletsProps) {
  const { id, jobTitle, bullets } = unmask(BulletsFragment, job);
  const { skills } = unmask(BulletSkills, persona);
  const skillNames = new Map(skills.map((skill) => [skill.id, skill.skillName]));
  const changes = useListChanges(kind, { personaId, parentId: id });
  return (
    <div className={classes.below}>
      <ListEditor
        changes={changes}
        addLabel={words.bullets.add}
        label={words.bullets.list(jobTitle)}
        items={unmask(BulletFields, bullets)}
        empty={words.bullets.none}
        name={({ text }) => shortened(text)}
        start={{ text: '', metrics: null, skillsDemonstrated: [] }}
        read={(bullet) => pick(bullet, names)}
        show={({ text, metrics, skillsDemonstrated }) => (
          <>
            <Text size="sm">{text}</Text>
            <Text size="xs" c="dimmed">
              {[metrics, ...skillsDemonstrated.map((skillId) => skillNames.get(skillId))].filter(Boolean).join(' · ')}
            </Text>
          </>
        )}
        fields={(bind) => (
          <>
            <Textarea
              {...bind.text('text')}
              label={words.bullets.text}
              required
              autosize
              minRows={2}
              maxLength={2000}
            />
            <TextInput
              {...bind.optional('metrics')}
              label={words.bullets.figures}
              placeholder={words.bullets.figuresExample}
              maxLength={255}
            />
            <SkillsShown {...bind.tags('skillsDemonstrated')} skills={skills} />
          </>
        )}
      />
    </div>
  );
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)} …` : text);

interface SkillsShownProps {
  readonly name: string;
  readonly value: string[];
  readonly error: string | undefined;
  readonly onChange: (ids: string[]) => void;
  readonly skills: readonly { readonly id: string; readonly skillName: string }[];
}

/** Picks some of a persona's skills. */
export function SkillsShown({ skills, ...bound }: SkillsShownProps) {
  if (skills.length === 0) return null;
  return (
    <MultiSelect
      {...bound}
      label={words.bullets.skills}
      searchable
      data={skills.map(({ id, skillName }) => ({ value: id, label: skillName }))}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
