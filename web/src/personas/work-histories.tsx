import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { WorkHistoryInput } from '../generated/graphql.ts';
import { workModels } from '../matches/describe-posting.ts';
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
    <Panel title="Jobs" hint="What you hold or held, in your order. Matching reads the titles.">
      <ListEditor
        changes={changes}
        noun="a job"
        label="Jobs"
        items={unmask(WorkHistoryFields, known.workHistories)}
        empty="None yet. Add the one you have now, then those before."
        name={({ jobTitle, companyName }) => `${jobTitle} at ${companyName}`}
        start={start}
        read={(job) => pick(job, names)}
        show={({ jobTitle, companyName, location, startDate, endDate, description, workModel }) => (
          <>
            <Text fw={600}>
              {jobTitle}, {companyName}
            </Text>
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
              <TextInput {...bind.text('jobTitle')} label="Title" required maxLength={255} />
              <TextInput {...bind.text('companyName')} label="Company" required maxLength={255} />
              <TextInput {...bind.text('startDate')} label="First day" type="date" required />
              <TextInput {...bind.optional('endDate')} label="Last day (empty if you work there now)" type="date" />
              <TextInput {...bind.text('location')} label="Place" maxLength={255} />
              <NativeSelect
                {...bind.text('workModel')}
                label="Where you worked"
                data={Object.entries(workModels).map(([value, label]) => ({ value, label }))}
              />
              <TextInput {...bind.optional('companyIndustry')} label="Industry" maxLength={100} />
            </div>
            <Textarea
              {...bind.optional('description')}
              label="In a few words"
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
