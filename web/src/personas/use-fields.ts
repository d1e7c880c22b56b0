import { useState, type ChangeEvent } from 'react';
import { parseProblem } from '../api/problem.ts';

/** Names of the values of this type. */
type NamesOf<Values, Wanted> = {
  [Name in keyof Values]-?: Values[Name] extends Wanted ? Name : never;
}[keyof Values] &
  string;

type Optional<T> = T | null | undefined;
type TextEvent = ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;

/** Ties inputs to the values they edit: name, value, error and change of each in one go. */
export type Bindings<Values extends object> = ReturnType<typeof createBindings<Values>>;

interface Editing<Values> {
  readonly values: Values;
  readonly fault: (name: string) => string | undefined;
  readonly set: (name: string, value: unknown) => void;
}

function createBindings<Values extends object>({ values, fault, set }: Editing<Values>) {
  const textual = (name: keyof Values & string, emptied: string | null) => ({
    name,
    value: String(values[name] ?? ''),
    error: fault(name),
    onChange: ({ currentTarget: { value } }: TextEvent) => set(name, value === '' ? emptied : value),
  });
  const number = (name: keyof Values & string) => ({
    name,
    min: 0,
    value: Number.isFinite(values[name]) ? Number(values[name]) : '',
    error: fault(name),
    onChange: (value: number | string) => set(name, typeof value === 'number' ? value : null),
  });
  const list = (name: keyof Values & string) => ({
    value: Array.isArray(values[name]) ? values[name].map(String) : [],
    error: fault(name),
    onChange: (chosen: string[]) => set(name, chosen),
  });
  return {
    text: (name: NamesOf<Values, Optional<string>>) => textual(name, ''),
    /** Emptied, it is none. */
    optional: (name: NamesOf<Values, Optional<string>>) => textual(name, null),
    count: (name: NamesOf<Values, Optional<number>>) => ({ ...number(name), allowDecimal: false }),
    decimal: (name: NamesOf<Values, Optional<number>>) => ({ ...number(name), decimalScale: 2 }),
    tags: (name: NamesOf<Values, Optional<readonly string[]>>) => ({ ...list(name), name }),
    flag: (name: NamesOf<Values, Optional<boolean>>) => ({
      name,
      checked: values[name] === true,
      error: fault(name),
      onChange: ({ currentTarget: { checked } }: ChangeEvent<HTMLInputElement>) => set(name, checked),
    }),
  };
}

/**
 * The values that a form edits, and what ties its inputs to them.
 * @param error of the operation that the form sends with `input`; a refusal stands at the input it is about
 */
export function useFields<Values extends object>(initial: Values, error: unknown) {
  const [values, setValues] = useState(initial);
  const problem = error ? parseProblem(error) : undefined;
  // The field may be within ours, as `input.targetRoles[3]`, and ours within others, as `input.searches[0].label`.
  const path = problem?.code === 'BAD_USER_INPUT' ? (problem.field ?? '').split(/[.[\]]+/u) : [];
  const faulty = path.find((name) => Object.hasOwn(initial, name));
  return {
    values,
    bind: createBindings<Values>({
      values,
      fault: (name) => (name === faulty ? problem?.message : undefined),
      set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    }),
    /** What went wrong, unless it is shown at an input. */
    elsewhere: faulty === undefined ? error : undefined,
  };
}

/** Those values of a row that a form edits: what other fragments asked for as well, the API would refuse. */
export function pick<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]): Pick<Row, Name> {
  // The entries are those of the names.
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
}
