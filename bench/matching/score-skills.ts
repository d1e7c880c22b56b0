import { canonicalSkill } from '../../src/job-pool/canonical-skill.ts';
import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import { rawPosting, type LabelledPosting, type LabelledSkill } from './labelled-postings.ts';

/** What was found in a posting beside what a reader found, both by their canonical names. */
export interface ComparedPosting {
  readonly hits: readonly { readonly labelled: LabelledSkill; readonly found: LabelledSkill }[];
  readonly missed: readonly LabelledSkill[];
  readonly wrong: readonly LabelledSkill[];
}

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Compares the hard skills of a posting, read as an import reads it, with its labels.
 * @param counts whether a found skill takes part, where labels were given for some skills only
 */
export function comparePosting(
  posting: LabelledPosting,
  counts: (canonicalName: string) => boolean = () => true,
): ComparedPosting {
  const found = derivePosting(rawPosting(posting)).skills.filter(({ kind }) => kind === 'HARD');
  return compareSkills(posting.skills, found, counts);
}

/** Compares what one finds in a posting with what another does. */
export function compareSkills(
  labels: readonly LabelledSkill[],
  finds: readonly LabelledSkill[],
  counts: (canonicalName: string) => boolean = () => true,
): ComparedPosting {
  const found = byCanonicalName(finds);
  const labelled = byCanonicalName(labels);
  const pairs = [...labelled].map(([key, label]) => ({ labelled: label, found: found.get(key) }));
  return {
    hits: pairs.flatMap(({ labelled, found }) => (found ? [{ labelled, found }] : [])),
    missed: pairs.flatMap(({ labelled, found }) => (found ? [] : [labelled])),
    wrong: [...found].filter(([key]) => !labelled.has(key) && counts(key)).map(([, skill]) => skill),
  };
}

/** Precision, recall and F1 over all names of all postings. */
export function qualityOf(postings: readonly ComparedPosting[]): Quality {
  const total = (count: (posting: ComparedPosting) => number): number =>
    postings.reduce((sum, posting) => sum + count(posting), 0);
  const hits = total(({ hits }) => hits.length);
  const missed = total(({ missed }) => missed.length);
  const wrong = total(({ wrong }) => wrong.length);
  return {
    precision: share(hits, hits + wrong),
    recall: share(hits, hits + missed),
    f1: share(2 * hits, 2 * hits + missed + wrong),
  };
}

/** How often it was told right whether a skill is required, and with how many years, of those that were found. */
export function detailsOf(postings: readonly ComparedPosting[]) {
  const hits = postings.flatMap(({ hits }) => hits);
  const withYears = hits.filter(({ labelled, found }) => labelled.years !== null || found.years !== null);
  return {
    required: share(hits.filter(({ labelled, found }) => labelled.required === found.required).length, hits.length),
    years: share(withYears.filter(({ labelled, found }) => labelled.years === found.years).length, withYears.length),
    withYears: withYears.length,
  };
}

function byCanonicalName<T extends { readonly name: string }>(skills: readonly T[]): ReadonlyMap<string, T> {
  return new Map(skills.map((skill) => [canonicalSkill(skill.name), skill]));
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
