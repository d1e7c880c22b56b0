import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';

/** A skill as a reader wrote it down. */
export interface LabelledSkill {
  readonly name: string;
  /** Null where the reader told names alone. */
  readonly required: boolean | null;
  readonly years: number | null;
}

/** A posting and the hard skills that a reader found in it. */
export interface LabelledPosting {
  readonly id: string;
  readonly half: 'tuning' | 'held-out';
  readonly company: string;
  readonly title: string;
  readonly text: string;
  readonly skills: readonly LabelledSkill[];
}

interface LabelLine {
  readonly id: string;
  readonly skills: readonly { readonly name: string; readonly required: boolean; readonly years?: number }[];
}

/** The postings that were labelled for this bench. */
export const readLabelledPostings = (): readonly LabelledPosting[] => labelledBy('skill-labels.jsonl');

/** Those held out, as somebody labelled them who saw neither the labels of the first reader nor what is found. */
export const readLabelledAgain = (): readonly LabelledPosting[] =>
  labelledBy('second-skill-labels.jsonl').filter(({ half }) => half === 'held-out');

function labelledBy(name: string): readonly LabelledPosting[] {
  const labels = new Map(readLines<LabelLine>(name).map(({ id, skills }) => [id, skills]));
  return readLines<Omit<LabelledPosting, 'skills'>>('skill-postings.jsonl.gz').map((posting) => ({
    ...posting,
    skills: (labels.get(posting.id) ?? []).map((skill) => ({ ...skill, years: skill.years ?? null })),
  }));
}

/** Twenty postings that others labelled with the ones they name of sixty skills. */
export function readForeignPostings(): readonly LabelledPosting[] {
  return readLines<{ id: number; title: string; text: string; expected: readonly string[] }>(
    'skills-eval.jsonl.gz',
  ).map(({ id, title, text, expected }) => ({
    id: String(id),
    half: 'held-out',
    company: '',
    title,
    text,
    skills: expected.map((name) => ({ name, required: null, years: null })),
  }));
}

/** The posting as an import hands it on. */
export const rawPosting = ({ id, company, title, text }: LabelledPosting): RawPosting => ({
  externalId: id,
  title,
  companyName: company,
  companyUrl: null,
  location: null,
  secondaryLocations: [],
  country: null,
  isRemote: null,
  workModel: null,
  employmentType: null,
  descriptionHtml: null,
  descriptionText: text,
  sourceUrl: null,
  applyUrl: null,
  postedDate: null,
  applicationDeadline: null,
  pay: null,
});

function readLines<T>(name: string): T[] {
  const bytes = readFileSync(new URL(`data/${name}`, import.meta.url));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
