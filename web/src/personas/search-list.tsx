import { useMutation } from '@apollo/client/react';
import { TagsInput, Text, TextInput } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { SearchBucketInput, SearchProfileFieldsFragment } from '../generated/graphql.ts';
import { words } from '../words/persona-lists.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListChanges } from './list-kind.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick } from './use-fields.ts';
import { useReorder } from './use-reorder.ts';

const UpdateSearchProfile = graphql(`
  mutation UpdateSearchProfile($personaId: ID!, $input: UpdateSearchProfileInput!) {
    updateSearchProfile(personaId: $personaId, input: $input) {
      ...SearchProfileFields
    }
  }
`);

type Search = SearchProfileFieldsFragment['fitSearches'][number];
type Item = Search & { readonly id: string };

const names = ['label', 'titles', 'keywords', 'remoteokTags', 'location'] as const;
const start: SearchBucketInput = { label: '', titles: [], keywords: [], remoteokTags: [], location: null };

/** Searches have no ids: they are told by what they say, and those that say the same by their place among them. */
function withIds(searches: readonly Search[]): readonly Item[] {
  const seen = new Map<string, number>();
  return searches.map((search) => {
    const said = JSON.stringify(search);
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return { ...search, id: `${said} ${nth}` };
  });
}

interface SearchListProps {
  readonly personaId: string;
  readonly list: 'fitSearches' | 'stretchSearches';
  readonly searches: readonly Search[];
  readonly title: string;
  readonly hint: string;
}

/** Searches of one kind, in order. */
export function SearchList({ personaId, list, searches, title, hint }: SearchListProps) {
  const items = withIds(searches);
  const changes = useSearchChanges(personaId, list, items);
  return (
    <Panel title={title} hint={hint}>
      <ListEditor
        changes={changes}
        addLabel={words.searches.add}
        label={title}
        items={items}
        empty={words.searches.none}
        name={({ label }) => label}
        start={start}
        read={(search) => pick(search, names)}
        show={({ label, titles, keywords, location, remoteokTags }) => (
          <>
            <Text fw={600}>{label}</Text>
            <Words term={words.searches.titles} said={titles} />
            <Words term={words.searches.terms} said={keywords} />
            <Words term={words.searches.tags} said={remoteokTags} />
            <Words term={words.searches.where} said={[location ?? words.searches.anywhere]} />
          </>
        )}
        fields={(bind) => (
          <>
            <div className={classes.fields}>
              <TextInput {...bind.text('label')} label={words.searches.name} required maxLength={120} />
              <TextInput {...bind.optional('location')} label={words.searches.whereLabel} maxLength={120} />
            </div>
            <TagsInput {...bind.tags('titles')} label={words.searches.titles} description={words.searches.titlesHint} />
            <TagsInput {...bind.tags('keywords')} label={words.searches.terms} description={words.searches.termsHint} />
            <TagsInput
              {...bind.tags('remoteokTags')}
              label={words.searches.tags}
              description={words.searches.tagsHint}
            />
          </>
        )}
      />
    </Panel>
  );
}

function Words({ term, said }: { readonly term: string; readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <Text size="sm">
      <span className={classes.term}>{words.searches.term(term)}</span> {said.join(', ')}
    </Text>
  );
}

/** A change of a search is sent as the list that it makes. */
function useSearchChanges(
  personaId: string,
  list: SearchListProps['list'],
  items: readonly Item[],
): ListChanges<SearchBucketInput> {
  const [save, saving] = useMutation(UpdateSearchProfile);
  const [remove, removing] = useMutation(UpdateSearchProfile);
  const [reorder, reordering] = useMutation(UpdateSearchProfile);
  const variablesOf = (next: readonly SearchBucketInput[]) => ({
    variables: { personaId, input: { [list]: next.map((search) => pick(search, names)) } },
  });
  const inTurn = useReorder((ids) =>
    reorder(variablesOf(items.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)))),
  );
  return {
    ...inTurn,
    list: `${list}:${personaId}`,
    add: (input) => save(variablesOf([...items, input])),
    update: (id, input) => save(variablesOf(items.map((search) => (search.id === id ? input : search)))),
    remove: (id) => remove(variablesOf(items.filter((search) => search.id !== id))),
    saving,
    removing,
    reordering,
    forget: () => [saving, removing, reordering].forEach(({ reset }) => reset()),
  };
}
