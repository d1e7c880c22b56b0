import { useEffect, useEffectEvent, useState, type ChangeEvent } from 'react';
import { parseProblem } from '../api/problem.ts';
import { keepDraft, readDraft } from '../session/drafts.ts';

/** Names of the values of this type. */
type NamesOf<Values, Wanted> = {
  [Name in keyof Values]-?: Values[Name] extends Wanted ? Name : never;
}[keyof Values] &
  string;

type Optional<T> = T | null | undefined;
type TextEvent = ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;

interface Bound<Value, Change> {
  readonly name: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (change: Change) => void;
}

/**
 * Ties inputs to the values they edit: name, value, error and change of each in one go. By the names of each kind, so that
 * the bindings of a form serve its parts, which know fewer of them.
 */
interface NamedBindings<Text, Count, List, Flag> {
  readonly text: (name: Text) => Bound<string, TextEvent>;
  /** Emptied, it is none. */
  readonly optional: (name: Text) => Bound<string, TextEvent>;
  readonly count: (name: Count) => NumberBound & { readonly allowDecimal: false };
  readonly decimal: (name: Count) => NumberBound & { readonly decimalScale: 2 };
  readonly tags: (name: List) => Bound<string[], string[]>;
  readonly flag: (name: Flag) => Omit<Bound<never, ChangeEvent<HTMLInputElement>>, 'value'> & {
    readonly checked: boolean;
  };
}

export type Bindings<Values extends object> = NamedBindings<
  NamesOf<Values, Optional<string>>,
  NamesOf<Values, Optional<number>>,
  NamesOf<Values, Optional<readonly string[]>>,
  NamesOf<Values, Optional<boolean>>
>;

type NumberBound = Bound<number | string, number | string> & { readonly min: 0 };

interface Editing<Values> {
  readonly values: Values;
  readonly fault: (name: string) => string | undefined;
  readonly set: (name: string, value: unknown) => void;
}

function createBindings<Values extends object>({ values, fault, set }: Editing<Values>): Bindings<Values> {
  const valueOf = (name: string): unknown => Reflect.get(values, name);
  const textual = (name: string, emptied: string | null) => ({
    name,
    value: String(valueOf(name) ?? ''),
    error: fault(name),
    onChange: ({ currentTarget: { value } }: TextEvent) => set(name, value === '' ? emptied : value),
  });
  const number = (name: string) => ({
    name,
    min: 0 as const,
    value: Number.isFinite(valueOf(name)) ? Number(valueOf(name)) : '',
    error: fault(name),
    onChange: (value: number | string) => set(name, typeof value === 'number' ? value : null),
  });
  const list = (name: string) => {
    const value = valueOf(name);
    return {
      name,
      value: Array.isArray(value) ? value.map(String) : [],
      error: fault(name),
      onChange: (chosen: string[]) => set(name, chosen),
    };
  };
  return {
    text: (name) => textual(name, ''),
    optional: (name) => textual(name, null),
    count: (name) => ({ ...number(name), allowDecimal: false }),
    decimal: (name) => ({ ...number(name), decimalScale: 2 }),
    tags: list,
    flag: (name) => ({
      name,
      checked: valueOf(name) === true,
      error: fault(name),
      onChange: ({ currentTarget: { checked } }) => set(name, checked),
    }),
  };
}

/**
 * The values that a form edits, and what ties its inputs to them. What is typed outlives whatever happens to the page, as a
 * draft; whoever has it saved forgets it.
 * @param error of the operation that the form sends with `input`; a refusal stands at the input it is about
 * @param draft its name
 */
export function useFields<Values extends object>(initial: Values, error: unknown, draft: string) {
  const [before, setBefore] = useState(() => changesIn(initial, readDraft(draft)));
  const [values, setValues] = useState<Values>({ ...initial, ...before });
  const keep = useEffectEvent(() => keepDraft(draft, changesIn(initial, values)));
  useEffect(() => keep(), [draft, values]);

  const forget = () => {
    keepDraft(draft, undefined);
    setBefore(undefined);
  };
  const discard = () => {
    forget();
    setValues(initial);
  };

  const problem = error ? parseProblem(error) : undefined;
  // The field may be within ours, as `input.targetRoles[3]`, and ours within others, as `input.searches[0].label`.
  const path = isOfInput(problem?.code) ? (problem?.field ?? '').split(/[.[\]]+/u) : [];
  const faulty = path.find((name) => Object.hasOwn(initial, name));
  return {
    values,
    bind: createBindings<Values>({
      values,
      fault: (name) => (name === faulty ? problem?.message : undefined),
      set: (name, value) => setValues((others) => ({ ...others, [name]: value })),
    }),
    /** What went wrong, unless it is shown at an input. */
    elsewhere: faulty === undefined ? error : undefined,
    /** Throws away what was typed before this form was opened; undefined where that was nothing. */
    discard: before && discard,
    /** For when all of it is saved. */
    forget,
  };
}

/** Those of a form's values that are others than at first; undefined where none is. */
function changesIn<Values extends object>(initial: Values, values: unknown): Partial<Values> | undefined {
  const isChanged = ([name, value]: [string, unknown]) =>
    Object.hasOwn(initial, name) && JSON.stringify(value) !== JSON.stringify(Reflect.get(initial, name));
  const changed = Object.entries(values ?? {}).filter(isChanged);
  // The names are those of the values, of which drafts hold nothing else.
  return changed.length === 0 ? undefined : (Object.fromEntries(changed) as Partial<Values>);
}

const isOfInput = (code: string | undefined): boolean => code === 'BAD_USER_INPUT' || code === 'CONTENT_REJECTED';

/** Those values of a row that a form edits: what other fragments asked for as well, the API would refuse. */
export function pick<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]): Pick<Row, Name> {
  // The entries are those of the names.
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
}
