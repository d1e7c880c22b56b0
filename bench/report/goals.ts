/** What was hoped for, and what was measured. */
export interface Goal {
  readonly name: string;
  readonly text: string;
  readonly measured: number;
  readonly isMet: boolean;
}

/** @param text the goal in words, with its bound */
export const atLeast = (name: string, text: string, [measured, bound]: readonly [number, number]): Goal => ({
  name,
  text: `${text} ≥ ${bound}`,
  measured,
  isMet: measured >= bound,
});

export const atMost = (name: string, text: string, [measured, bound]: readonly [number, number]): Goal => ({
  name,
  text: `${text} ≤ ${bound}`,
  measured,
  isMet: measured <= bound,
});

export const goalTable = (goals: readonly Goal[]): string =>
  [
    '| goal | | measured | |',
    '|---|---|---:|---|',
    ...goals.map(
      ({ name, text, measured, isMet }) =>
        `| ${name} | ${text} | ${measured.toFixed(2)} | ${isMet ? 'met' : '**not met**'} |`,
    ),
  ].join('\n');
