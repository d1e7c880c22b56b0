import { NativeSelect, Text, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { CustomNonNegotiableInput, FilterField, FilterType } from '../generated/graphql.ts';
import { words } from '../words/persona-lists.ts';
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
const types: Readonly<Record<FilterType, string>> = words.rules.types;
const places: Readonly<Record<FilterField, string>> = words.rules.places;

/** A rule as a sentence: `Leave out postings whose company has “Acme” or “Initech”.` */
function describeRule({ filterType, filterField, filterValue }: CustomNonNegotiableInput): string {
  const quoted = filterValue
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => words.rules.quoted(word));
  return words.rules.rule(types[filterType], places[filterField], quoted);
}

interface OwnRuleListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof OwnRules>;
}

/** Rules of one's own that postings must meet. */
export function OwnRuleList({ personaId, persona }: OwnRuleListProps) {
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title={words.rules.title} hint={words.rules.hint}>
      <ListEditor
        changes={changes}
        addLabel={words.rules.add}
        label={words.rules.title}
        items={unmask(OwnRuleFields, unmask(OwnRules, persona).customNonNegotiables)}
        empty={words.rules.none}
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
            <TextInput {...bind.text('filterName')} label={words.rules.name} required maxLength={255} />
            <NativeSelect
              {...bind.text('filterType')}
              label={words.rules.type}
              data={Object.entries(types).map(([value, label]) => ({ value, label: words.rules.typeOption(label) }))}
            />
            <NativeSelect
              {...bind.text('filterField')}
              label={words.rules.place}
              data={Object.entries(places).map(([value, label]) => ({ value, label: words.rules.placeOption(label) }))}
            />
            <TextInput {...bind.text('filterValue')} label={words.rules.texts} required maxLength={2000} />
          </div>
        )}
      />
    </Panel>
  );
}
