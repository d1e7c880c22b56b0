import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { isSort, matchViewNames, matchViews, printMatchQuery, sortLabels, type MatchQuery } from './match-views.ts';
import classes from './match.module.css';

interface MatchToolbarProps {
  readonly query: MatchQuery;
  readonly onChange: (query: MatchQuery) => void;
}

/** Chooses what the list shows. */
export function MatchToolbar({ query, onChange }: MatchToolbarProps) {
  const [typed, setTyped] = useState(query.search);
  const search = useDebouncedCallback((text: string) => onChange({ ...query, search: text.trim() }), 300);

  return (
    <div className={classes.toolbar}>
      <nav className={classes.views} aria-label="Matches">
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
      <div className={classes.filters} role="search">
        <TextInput
          type="search"
          aria-label="Search titles and companies"
          placeholder="Search titles and companies"
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            search(value);
          }}
        />
        <NativeSelect
          aria-label="Order"
          data={Object.entries(sortLabels).map(([value, label]) => ({ value, label }))}
          value={query.sort}
          onChange={({ currentTarget: { value } }) => isSort(value) && onChange({ ...query, sort: value })}
        />
        <Switch
          label="Show what fails my wishes"
          checked={query.includeFiltered}
          onChange={(event) => onChange({ ...query, includeFiltered: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
