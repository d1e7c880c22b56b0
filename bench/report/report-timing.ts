import type { BenchOptions } from '../bench-options.ts';
import type { Disturbed } from '../measure/loudness.ts';
import { mannWhitneyP } from '../measure/mann-whitney.ts';
import { median } from '../measure/statistics.ts';
import type { KnockTimes } from '../timing/knock.ts';
import { atLeast, atMost, goalTable, type Goal } from './goals.ts';
import { asQuote, keep, notesOn, pinningNotes, print } from './report.ts';

export interface MeasuredDoor extends KnockTimes, Disturbed {
  readonly name: string;
  readonly title: string;
}

/** Prints whether times tell what is known from what is not, and keeps every time. A goal missed in full is a failure. */
export function reportTiming(
  measured: readonly MeasuredDoor[],
  { scale, say }: Pick<BenchOptions, 'scale' | 'say'>,
): void {
  const notes = [...notesOn(measured, scale), ...pinningNotes()];
  const judged = measured.map((door) => ({ ...door, ...judge(door) }));
  const goals = judged.flatMap(goalsOf);
  print([
    ...notes.map(asQuote),
    '### Known and unknown',
    `${scale.timing.kept} pairs, one request at a time, in random order`,
    [
      '| | known: median ms | unknown: median ms | difference | Mann-Whitney p |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...judged.map(
        ({ title, medianMs, differencePercent, p }) =>
          `| ${title} | ${medianMs.known.toFixed(2)} | ${medianMs.unknown.toFixed(2)} | ${differencePercent.toFixed(1)} % | ${p.toFixed(3)} |`,
      ),
    ].join('\n'),
    '### Goals',
    goalTable(goals),
  ]);
  say(`Every time: ${keep(`timing-${scale.name}`, { notes, pairs: scale.timing, doors: judged, goals })}`);
  if (scale.name === 'full' && goals.some(({ isMet }) => !isMet)) process.exitCode = 1;
}

interface Judgement {
  readonly medianMs: { readonly known: number; readonly unknown: number };
  /** Of the unknown's median; above 0 where known addresses take longer. */
  readonly differencePercent: number;
  readonly p: number;
}

function judge({ knownMs, unknownMs }: KnockTimes): Judgement {
  const medianMs = { known: median(knownMs), unknown: median(unknownMs) };
  const differencePercent = (medianMs.known / medianMs.unknown - 1) * 100;
  return { medianMs, differencePercent, p: mannWhitneyP(knownMs, unknownMs) };
}

const goalsOf = ({ name, differencePercent, p }: MeasuredDoor & Judgement): readonly Goal[] => [
  atMost('timing', `${name}: medians of known and unknown differ by %`, [Math.abs(differencePercent), 10]),
  atLeast('timing', `${name}: Mann-Whitney p`, [p, 0.01]),
];
