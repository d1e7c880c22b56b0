import { useQuery } from '@apollo/client/react';
import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { graphql } from '../generated/gql.ts';
import { words } from '../words/personas.ts';

const SkillSuggestions = graphql(`
  query SkillSuggestions($prefix: String!) {
    skillSuggestions(prefix: $prefix, first: 8)
  }
`);

interface SkillInputProps {
  readonly hint: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Told of a comma list. */
  readonly onAdd: (names: string) => void;
}

/** Whether one of the offered names is marked. What the field says is active it goes on saying while more is typed. */
const hasPicked = (field: Element): boolean =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.hasAttribute('data-combobox-selected') ??
  false;

/** Where skills are typed, with names that matching knows offered for the last one. */
export function SkillInput({ hint, typed, onType, onAdd }: SkillInputProps) {
  const start = typed.lastIndexOf(',') + 1;
  const [prefix] = useDebouncedValue(typed.slice(start).trim().slice(0, 100), 150);
  const { data } = useQuery(SkillSuggestions, { variables: { prefix }, skip: prefix.length < 2 });
  const names = typed.slice(start).trim() === '' ? [] : (data?.skillSuggestions ?? []);

  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // With a name picked by the arrow keys, Enter takes that one, which the list sees to itself.
    if (!hasPicked(event.currentTarget)) onAdd(typed);
  };

  return (
    // Leaving the field adds too: a name typed last would be lost with the form's own button.
    <Autocomplete
      label={words.skills.input}
      description={hint}
      placeholder={words.skills.inputExample}
      // The label is what stands in the field once a name is taken: nothing, since it has been added.
      data={names.map((value) => ({ value, label: '' }))}
      renderOption={({ option }) => option.value}
      filter={({ options }) => options}
      openOnFocus={false}
      // Beside the field, so that it belongs to the same part of the page.
      comboboxProps={{ withinPortal: false }}
      value={typed}
      onChange={onType}
      onOptionSubmit={(name) => onAdd(`${typed.slice(0, start)}${name}`)}
      onKeyDown={addOnEnter}
      onBlur={() => onAdd(typed)}
    />
  );
}
