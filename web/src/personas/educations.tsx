import { NumberInput, Text, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { EducationInput } from '../generated/graphql.ts';
import { words } from '../words/persona-lists.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const Educations = graphql(`
  fragment Educations on Persona {
    id
    educations {
      id
      ...EducationFields
    }
  }
`);

const EducationFields = graphql(`
  fragment EducationFields on Education {
    id
    institution
    degree
    fieldOfStudy
    graduationYear
    gpa
    honors
  }
`);

const AddEducation = graphql(`
  mutation AddEducation($parentId: ID!, $input: EducationInput!) {
    added: addEducation(personaId: $parentId, input: $input) {
      id
      ...EducationFields
    }
  }
`);

const UpdateEducation = graphql(`
  mutation UpdateEducation($id: ID!, $input: UpdateEducationInput!) {
    updateEducation(id: $id, input: $input) {
      ...EducationFields
    }
  }
`);

const RemoveEducation = graphql(`
  mutation RemoveEducation($id: ID!) {
    removeEducation(id: $id)
  }
`);

const ReorderEducations = graphql(`
  mutation ReorderEducations($parentId: ID!, $ids: [ID!]!) {
    reorderEducations(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

const kind: ListKind<EducationInput> = {
  typename: 'Education',
  parent: 'Persona',
  field: 'educations',
  isMatched: false,
  add: AddEducation,
  update: UpdateEducation,
  remove: RemoveEducation,
  reorder: ReorderEducations,
};

const names = ['institution', 'degree', 'fieldOfStudy', 'graduationYear', 'gpa', 'honors'] as const;
const start = (): EducationInput => ({
  institution: '',
  degree: '',
  fieldOfStudy: '',
  graduationYear: new Date().getFullYear(),
  gpa: null,
  honors: null,
});

interface EducationListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof Educations>;
}

/** Schools and universities. */
export function EducationList({ personaId, persona }: EducationListProps) {
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title={words.education.title} hint={words.education.hint}>
      <ListEditor
        changes={changes}
        addLabel={words.education.add}
        label={words.education.title}
        items={unmask(EducationFields, unmask(Educations, persona).educations)}
        empty={words.education.none}
        name={({ degree, institution }) => words.education.name(degree, institution)}
        start={start()}
        read={(education) => pick(education, names)}
        show={({ institution, degree, fieldOfStudy, graduationYear, gpa, honors }) => (
          <>
            <Text fw={600}>{words.education.heading(degree, fieldOfStudy)}</Text>
            <Text size="sm" c="dimmed">
              {[institution, graduationYear, gpa && words.education.grade(gpa), honors].filter(Boolean).join(' · ')}
            </Text>
          </>
        )}
        fields={(bind) => (
          <div className={classes.fields}>
            <TextInput {...bind.text('institution')} label={words.education.school} required maxLength={255} />
            <TextInput
              {...bind.text('degree')}
              label={words.education.degree}
              placeholder={words.education.degreeExample}
              required
              maxLength={100}
            />
            <TextInput {...bind.text('fieldOfStudy')} label={words.education.subject} required maxLength={255} />
            <NumberInput {...bind.count('graduationYear')} label={words.education.year} required />
            <NumberInput {...bind.decimal('gpa')} label={words.education.gradeLabel} max={5} step={0.1} />
            <TextInput {...bind.optional('honors')} label={words.education.honors} maxLength={255} />
          </div>
        )}
      />
    </Panel>
  );
}
