import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { WorkHistoryInput } from '../generated/graphql.ts';
import { workModels } from '../matches/describe-posting.ts';
import { words } from '../words/persona-lists.ts';
import { Bullets } from './bullets.tsx';
import { formatMonths } from './format-months.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const WorkHistories = graphql(`
  fragment WorkHistories on Persona {
    id
    workHistories {
      id
      ...WorkHistoryFields
    }
    ...BulletSkills
  }
`);

const WorkHistoryFields = graphql(`
  fragment WorkHistoryFields on WorkHistory {
    id
    companyName
    companyIndustry
    jobTitle
    startDate
    endDate
    location
    workModel
    description
    ...Bullets
  }
`);

const AddWorkHistory = graphql(`
  mutation AddWorkHistory($parentId: ID!, $input: WorkHistoryInput!) {
    added: addWorkHistory(personaId: $parentId, input: $input) {
      id
      ...WorkHistoryFields
    }
  }
`);

const UpdateWorkHistory = graphql(`
  mutation UpdateWorkHistory($id: ID!, $input: UpdateWorkHistoryInput!) {
    updateWorkHistory(id: $id, input: $input) {
      ...WorkHistoryFields
    }
  }
`);

const RemoveWorkHistory = graphql(`
  mutation RemoveWorkHistory($id: ID!) {
    removeWorkHistory(id: $id)
  }
`);

const ReorderWorkHistories = graphql(`
  mutation ReorderWorkHistories($parentId: ID!, $ids: [ID!]!) {
    reorderWorkHistories(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

type Values = Omit<WorkHistoryInput, 'bullets' | 'isCurrent'>;

const kind: ListKind<Values> = {
  typename: 'WorkHistory',
  parent: 'Persona',
  field: 'workHistories',
  isMatched: true,
  add: AddWorkHistory,
  update: UpdateWorkHistory,
  remove: RemoveWorkHistory,
  reorder: ReorderWorkHistories,
};

const names = [
  'companyName',
  'companyIndustry',
  'jobTitle',
  'startDate',
  'endDate',
  'location',
  'workModel',
  'description',
] as const;
const start: Values = {
  companyName: '',
  jobTitle: '',
  startDate: '',
  location: '',
  workModel: 'ONSITE',
  endDate: null,
};

interface WorkHistoryListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof WorkHistories>;
}

/** The jobs that somebody holds or held, with what was done there. */
export function WorkHistoryList({ personaId, persona }: WorkHistoryListProps) {
  const known = unmask(WorkHistories, persona);
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title={words.jobs.title} hint={words.jobs.hint}>
      <ListEditor
        changes={changes}
        addLabel={words.jobs.add}
        label={words.jobs.title}
        items={unmask(WorkHistoryFields, known.workHistories)}
        empty={words.jobs.none}
        name={({ jobTitle, companyName }) => words.jobs.name(jobTitle, companyName)}
        start={start}
        read={(job) => pick(job, names)}
        show={({ jobTitle, companyName, location, startDate, endDate, description, workModel }) => (
          <>
            <Text fw={600}>{words.jobs.heading(jobTitle, companyName)}</Text>
            <Text size="sm" c="dimmed">
              {[formatMonths(startDate, endDate), location, workModels[workModel]].filter(Boolean).join(' · ')}
            </Text>
            {description && <Text size="sm">{description}</Text>}
          </>
        )}
        below={(job) => <Bullets personaId={personaId} persona={known} job={job} />}
        fields={(bind) => (
          <>
            <div className={classes.fields}>
              <TextInput {...bind.text('jobTitle')} label={words.jobs.jobTitle} required maxLength={255} />
              <TextInput {...bind.text('companyName')} label={words.jobs.company} required maxLength={255} />
              <TextInput {...bind.text('startDate')} label={words.jobs.start} type="date" required />
              <TextInput {...bind.optional('endDate')} label={words.jobs.end} type="date" />
              <TextInput {...bind.text('location')} label={words.jobs.place} maxLength={255} />
              <NativeSelect
                {...bind.text('workModel')}
                label={words.jobs.workModel}
                data={Object.entries(workModels).map(([value, label]) => ({ value, label }))}
              />
              <TextInput {...bind.optional('companyIndustry')} label={words.jobs.industry} maxLength={100} />
            </div>
            <Textarea
              {...bind.optional('description')}
              label={words.jobs.description}
              autosize
              minRows={2}
              maxLength={10_000}
            />
          </>
        )}
      />
    </Panel>
  );
}
