import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { words } from '../words/matches.ts';
import { seniorities, workModels } from './describe-posting.ts';
import { countFilters, dayChoices, noFilters, type MatchFilters as Filters, type MatchQuery } from './match-query.ts';
import classes from './toolbar.module.css';
import { useRestingText } from './use-resting-text.ts';

interface MatchFiltersProps {
  readonly query: MatchQuery;
  readonly onChange: (query: MatchQuery) => void;
}

const fitChoices = [50, 60, 70, 80, 90] as const;

/** Narrows the list, folded away until it is wanted; how many filters are set is said all the same. */
export function MatchFilters({ query, onChange }: MatchFiltersProps) {
  const count = countFilters(query);
  const [isOpen, setIsOpen] = useState(count > 0);
  const summary = useRef<HTMLElement>(null);
  const change = (changes: Partial<Filters>) => onChange({ ...query, ...changes });
  const clear = () => {
    change(noFilters);
    // The button goes with what it clears.
    summary.current?.focus();
  };
  return (
    <details open={isOpen} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary ref={summary} className={classes.summary}>
        {count > 0 ? words.filters.titleWith(count) : words.filters.title}
      </summary>
      <div className={classes.fields}>
        <Choices
          legend={words.filters.where}
          labels={workModels}
          chosen={query.workModels}
          onChange={change}
          name="workModels"
        />
        <Choices
          legend={words.filters.level}
          labels={seniorities}
          chosen={query.seniorities}
          onChange={change}
          name="seniorities"
        />
        <div className={classes.singles}>
          <FitAndAge query={query} onChange={change} />
          <Company company={query.company} onChange={(company) => change({ company })} />
          <Check
            label={words.filters.openOnly}
            checked={query.openOnly}
            onChange={(openOnly) => change({ openOnly })}
          />
          <Check
            label={words.filters.showsFailing}
            checked={query.includeFiltered}
            onChange={(includeFiltered) => change({ includeFiltered })}
          />
          {count > 0 && (
            <Button size="xs" variant="subtle" onClick={clear}>
              {words.filters.clear}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

interface FitAndAgeProps {
  readonly query: Filters;
  readonly onChange: (changes: Partial<Filters>) => void;
}

function FitAndAge({ query: { minFit, days }, onChange }: FitAndAgeProps) {
  const fits = [...new Set([...fitChoices, ...(minFit === null ? [] : [minFit])])].toSorted((a, b) => a - b);
  return (
    <>
      <NativeSelect
        label={words.filters.fit}
        value={minFit === null ? '' : String(minFit)}
        onChange={({ currentTarget: { value } }) => onChange({ minFit: value ? Number(value) : null })}
        data={[
          { value: '', label: words.filters.anyFit },
          ...fits.map((fit) => ({ value: String(fit), label: String(fit) })),
        ]}
      />
      <NativeSelect
        label={words.filters.posted}
        value={days === null ? '' : String(days)}
        onChange={({ currentTarget: { value } }) => onChange({ days: value ? Number(value) : null })}
        data={[
          { value: '', label: words.filters.anyTime },
          ...dayChoices.map((each) => ({
            value: String(each),
            label: each === 1 ? words.filters.yesterday : words.filters.inDays(each),
          })),
        ]}
      />
    </>
  );
}

interface ChoicesProps<Name extends string> {
  readonly legend: string;
  readonly name: 'workModels' | 'seniorities';
  readonly labels: Readonly<Record<Name, string>>;
  readonly chosen: readonly Name[];
  readonly onChange: (changes: Partial<Filters>) => void;
}

function Choices<Name extends string>({ legend, name, labels, chosen, onChange }: ChoicesProps<Name>) {
  const toggle = (value: string) => {
    const next = Object.keys(labels).filter((each) => (each === value) !== chosen.some((one) => one === each));
    onChange({ [name]: next });
  };
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{legend}</legend>
      {Object.entries<string>(labels).map(([value, label]) => (
        <Check key={value} label={label} checked={chosen.some((one) => one === value)} onChange={() => toggle(value)} />
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

interface CompanyProps {
  readonly company: string;
  readonly onChange: (company: string) => void;
}

function Company({ company, onChange }: CompanyProps) {
  const [text, type] = useRestingText({ said: company, say: onChange, restMs: 600 });
  return (
    <TextInput label={words.filters.company} value={text} onChange={({ currentTarget: { value } }) => type(value)} />
  );
}
