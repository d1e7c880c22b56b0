import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { effort } from './effort.ts';

/** One line of a part: what was tried, and what became of it. */
export interface Finding {
  readonly what: string;
  readonly outcome: string;
  readonly isGood: boolean;
  /** What else tells of it, which does not count. */
  readonly aside?: string;
  /** How to see it again. */
  readonly replay?: string;
}

/** What a part of the proof has to say. */
export interface Part {
  readonly name: string;
  /** What it claims, in a sentence. */
  readonly claim: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** Leaves a part for the report, where one is made. */
export function report(part: Part): void {
  const { folder } = effort();
  if (folder !== null) writeFileSync(join(folder, `${part.name.replaceAll(' ', '-')}.json`), JSON.stringify(part));
}

/** The test that runs, behind what surrounds it. */
export const currentTestName = (): string => expect.getState().currentTestName ?? '';
