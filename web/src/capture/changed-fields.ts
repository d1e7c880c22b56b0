import type { IngestFieldsFragment, PostingChangesInput } from '../generated/graphql.ts';

export type Preview = NonNullable<IngestFieldsFragment['preview']>;

/** What of a preview can be said otherwise, as a form edits it. */
export type PreviewValues = ReturnType<typeof valuesOf>;

/** A preview as a form edits it: skills go by their names. */
export const valuesOf = (preview: Preview) => ({
  title: preview.title ?? '',
  companyName: preview.companyName ?? '',
  location: preview.location,
  workModel: preview.workModel,
  seniorityLevel: preview.seniorityLevel,
  employmentType: preview.employmentType,
  salaryMin: preview.salaryMin,
  salaryMax: preview.salaryMax,
  salaryCurrency: preview.salaryCurrency,
  applyUrl: preview.applyUrl,
  applicationDeadline: preview.applicationDeadline,
  skills: preview.skills.map(({ name }): string => name),
  description: preview.descriptionText,
});

/** What a form says otherwise than it was read. A skill that was added counts as one that is asked for. */
export function changesOf(preview: Preview, values: PreviewValues): PostingChangesInput {
  const read = valuesOf(preview);
  const { skills, ...others } = values;
  const isChanged = ([name, value]: [string, unknown]) => Reflect.get(read, name) !== value;
  const areSkillsChanged = skills.length !== read.skills.length || skills.some((name, at) => name !== read.skills[at]);
  const known = new Map(
    preview.skills.map(({ name, kind, required, years }) => [name, { name, kind, required, years }]),
  );
  const added = { kind: 'HARD', required: true, years: null } as const;
  return {
    ...Object.fromEntries(Object.entries(others).filter(isChanged)),
    ...(areSkillsChanged && { skills: skills.map((name) => known.get(name) ?? { name, ...added }) }),
  };
}
