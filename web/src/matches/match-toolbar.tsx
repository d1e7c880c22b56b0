import { NativeSelect, TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { words } from '../words/matches.ts';
import { MatchFilters } from './match-filters.tsx';
import { printMatchQuery, type MatchQuery } from './match-query.ts';
import { isSort, matchViewNames, matchViews, sortLabels } from './match-views.ts';
import classes from './toolbar.module.css';
import { useRestingText } from './use-resting-text.ts';

interface MatchToolbarProps {
  readonly query: MatchQuery;
  readonly onChange: (query: MatchQuery) => void;
}

/** Chooses what the list shows. */
export function MatchToolbar({ query, onChange }: MatchToolbarProps) {
  return (
    <div className={classes.toolbar}>
      {query.layout === 'list' && (
        <nav className={classes.views} aria-label={words.toolbar.label}>
          {matchViewNames.map((view) => (
            <Link
              key={view}
              to={{ search: printMatchQuery({ ...query, view }).toString() }}
              className={classes.view}
              aria-current={view === query.view ? 'page' : undefined}
            >
              {matchViews[view].label}
            </Link>
          ))}
        </nav>
      )}
      <div role="search" className={classes.search}>
        <div className={classes.filters}>
          <SearchInput search={query.search} onChange={(search) => onChange({ ...query, search })} />
          <NativeSelect
            aria-label={words.toolbar.order}
            data={Object.entries(sortLabels).map(([value, label]) => ({ value, label }))}
            value={query.sort}
            onChange={({ currentTarget: { value } }) => isSort(value) && onChange({ ...query, sort: value })}
          />
        </div>
        <MatchFilters query={query} onChange={onChange} />
      </div>
    </div>
  );
}

interface SearchInputProps {
  readonly search: string;
  readonly onChange: (search: string) => void;
}

function SearchInput({ search, onChange }: SearchInputProps) {
  const [text, type] = useRestingText({ said: search, say: onChange, restMs: 300 });
  return (
    <TextInput
      type="search"
      aria-label={words.toolbar.search}
      placeholder={words.toolbar.search}
      value={text}
      onChange={({ currentTarget: { value } }) => type(value)}
    />
  );
}
