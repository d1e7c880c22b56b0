import { NativeSelect, Text, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { CustomNonNegotiableInput, FilterField, FilterType } from '../generated/graphql.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const OwnRules = graphql(`
  fragment OwnRules on Persona {
    id
    customNonNegotiables {
      id
      ...OwnRuleFields
    }
  }
`);

const OwnRuleFields = graphql(`
  fragment OwnRuleFields on CustomNonNegotiable {
    id
    filterName
    filterType
    filterValue
    filterField
  }
`);

const AddOwnRule = graphql(`
  mutation AddOwnRule($parentId: ID!, $input: CustomNonNegotiableInput!) {
    added: addCustomNonNegotiable(personaId: $parentId, input: $input) {
      id
      ...OwnRuleFields
    }
  }
`);

const UpdateOwnRule = graphql(`
  mutation UpdateOwnRule($id: ID!, $input: UpdateCustomNonNegotiableInput!) {
    updateCustomNonNegotiable(id: $id, input: $input) {
      ...OwnRuleFields
    }
  }
`);

const RemoveOwnRule = graphql(`
  mutation RemoveOwnRule($id: ID!) {
    removeCustomNonNegotiable(id: $id)
  }
`);

const ReorderOwnRules = graphql(`
  mutation ReorderOwnRules($parentId: ID!, $ids: [ID!]!) {
    reorderCustomNonNegotiables(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

const kind: ListKind<CustomNonNegotiableInput> = {
  typename: 'CustomNonNegotiable',
  parent: 'Persona',
  field: 'customNonNegotiables',
  isMatched: true,
  add: AddOwnRule,
  update: UpdateOwnRule,
  remove: RemoveOwnRule,
  reorder: ReorderOwnRules,
};

const names = ['filterName', 'filterType', 'filterValue', 'filterField'] as const;
const start: CustomNonNegotiableInput = {
  filterName: '',
  filterType: 'EXCLUDE',
  filterValue: '',
  filterField: 'DESCRIPTION',
};
const types: Readonly<Record<FilterType, string>> = { EXCLUDE: 'Leave out', REQUIRE: 'Keep only' };
const places: Readonly<Record<FilterField, string>> = {
  COMPANY_NAME: 'company',
  TITLE: 'title',
  DESCRIPTION: 'description',
  LOCATION: 'place',
  INDUSTRY: 'industry',
};

/** A rule as a sentence: `Leave out postings whose company has “Acme” or “Initech”.` */
function describeRule({ filterType, filterField, filterValue }: CustomNonNegotiableInput): string {
  const words = filterValue
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => `“${word}”`);
  return `${types[filterType]} postings whose ${places[filterField]} has ${words.join(' or ')}.`;
}

interface OwnRuleListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof OwnRules>;
}

/** Rules of one's own that postings must meet. */
export function OwnRuleList({ personaId, persona }: OwnRuleListProps) {
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title="Rules of your own" hint="What else a posting must or must not have. Rules are saved at once.">
      <ListEditor
        changes={changes}
        noun="a rule"
        label="Rules of your own"
        items={unmask(OwnRuleFields, unmask(OwnRules, persona).customNonNegotiables)}
        empty="None yet. For example: leave out postings whose company has “Acme”."
        name={({ filterName }) => filterName}
        start={start}
        read={(rule) => pick(rule, names)}
        show={(rule) => (
          <>
            <Text fw={600}>{rule.filterName}</Text>
            <Text size="sm">{describeRule(rule)}</Text>
          </>
        )}
        fields={(bind) => (
          <div className={classes.fields}>
            <TextInput {...bind.text('filterName')} label="What you call it" required maxLength={255} />
            <NativeSelect
              {...bind.text('filterType')}
              label="What it does"
              data={Object.entries(types).map(([value, label]) => ({ value, label: `${label} postings` }))}
            />
            <NativeSelect
              {...bind.text('filterField')}
              label="Where it looks"
              data={Object.entries(places).map(([value, label]) => ({ value, label: `Their ${label}` }))}
            />
            <TextInput
              {...bind.text('filterValue')}
              label="Words, any one of which counts (commas between them)"
              required
              maxLength={2000}
            />
          </div>
        )}
      />
    </Panel>
  );
}
