import type { OperationContext } from '#authorization/operation-context.ts';
import { parseInput } from '#platform/parse-input.ts';
import { achievementStoryKind } from './achievement-story-kind.ts';
import { assertKeepable } from './assert-keepable.ts';
import { certificationKind } from './certification-kind.ts';
import { markPersonaChanged, requirePersona } from './change-persona.ts';
import { changeVoiceProfile } from './change-voice-profile.ts';
import { customNonNegotiableKind } from './custom-non-negotiable-kind.ts';
import { educationKind } from './education-kind.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { extensionName } from './json-resume.ts';
import { partsOfResume, type ListPart, type ResumeParts, type WorkPart } from './parts-of-resume.ts';
import { personaChangeRules } from './persona-input.ts';
import type { Persona } from './persona.entity.ts';
import { readJsonResume } from './read-json-resume.ts';
import { placed, replaceItems, type Wanted } from './replace-items.ts';
import { certificateSection, educationSection, workSection } from './resume-entries.ts';
import { extensionPlace } from './resume-extension.ts';
import { folded } from './resume-skills.ts';
import { skillKind } from './skill-kind.ts';
import { Skill } from './skill.entity.ts';
import { bulletKind, workHistoryKind } from './work-history-kind.ts';
import type { WorkHistory } from './work-history.entity.ts';

/**
 * Replaces the sections of a persona that a JSON Resume document has, and keeps what the persona has no fields for.
 * @throws InvalidInput that names the place in the document
 */
export async function importJsonResume(
  context: OperationContext,
  personaId: string,
  document: unknown,
): Promise<Persona> {
  const read = readJsonResume(document);
  const parts = partsOfResume(read, context.now.toISOString().slice(0, 10));
  const persona = await requirePersona(context, personaId);
  const importing = { context, persona, parts };
  await changeFields(importing);
  await keepRest(importing, read.kept);
  // Lines and stories name skills, and stories jobs.
  const skillIds = await replaceSkills(importing);
  const jobs = await replaceJobs(importing, skillIds);
  await replaceOthers(importing);
  await replaceStories(importing, { skillIds, jobs });
  await markPersonaChanged(context, persona);
  await (await context.rows.em()).flush();
  return persona;
}

interface Importing {
  readonly context: OperationContext;
  readonly persona: Persona;
  readonly parts: ResumeParts;
}

async function changeFields({ context, persona, parts: { fields, voiceProfile } }: Importing): Promise<void> {
  // First, because it reads the persona anew.
  if (voiceProfile)
    await placed(voiceProfile.placeOf, () => changeVoiceProfile(context, persona.id, voiceProfile.input));
  const given = await placed(fields.placeOf, () => parseInput(personaChangeRules, fields.input, 'input'));
  (await context.rows.em()).assign(persona, given);
}

/** Keeps the document without our part and without what rows keep, over what was kept of earlier ones. */
async function keepRest({ context, persona }: Importing, document: JsonObject): Promise<void> {
  const earlier = await context.rows.lazy(persona, 'jsonResume');
  const { [extensionName]: _ours, ...rest } = document;
  const inRows = [workSection, educationSection, certificateSection].filter(({ name }) => name in rest);
  const kept = {
    ...(isJsonObject(earlier) ? earlier : {}),
    ...rest,
    ...Object.fromEntries(inRows.map(({ name }) => [name, []])),
  };
  assertKeepable(kept, 'document');
  persona.jsonResume = kept;
}

/** Ids of skills by their names. */
type SkillIds = ReadonlyMap<string, string>;

async function replaceSkills({ context, persona, parts }: Importing): Promise<SkillIds> {
  const list = { parent: persona, persona, at: 'document.skills', same: ['skillName'] } as const;
  const skills = parts.skills
    ? await replaceItems(context, skillKind, { ...list, wanted: parts.skills })
    : await context.rows.list(Skill, { persona: persona.id }, { displayOrder: 'asc' });
  return new Map(skills.map(({ id, skillName }) => [folded(skillName), id]));
}

const idsOf = (names: readonly string[], skillIds: SkillIds): string[] =>
  names.flatMap((name) => skillIds.get(folded(name)) ?? []);

/** Jobs by their places in our part of the document. */
type Jobs = ReadonlyMap<unknown, WorkHistory>;

async function replaceJobs({ context, persona, parts }: Importing, skillIds: SkillIds): Promise<Jobs> {
  if (!parts.workHistories) return new Map();
  const parted = parts.workHistories.map((part) => withEntry({ ...part, input: { ...part.input, bullets: [] } }));
  const list = { parent: persona, persona, at: 'document.work', same: workSection.same } as const;
  const jobs = await replaceItems(context, workHistoryKind, { ...list, wanted: parted });
  const byPlace = new Map<unknown, WorkHistory>();
  for (const [index, part] of parts.workHistories.entries()) {
    const job = jobs[index];
    if (!job) continue;
    byPlace.set(part.told?.index, job);
    await replaceBullets({ context, persona, parts }, { job, part, skillIds });
  }
  return byPlace;
}

const withEntry = ({ input, placeOf, kept }: ListPart): Wanted => ({ input, placeOf, more: { jsonResume: kept } });

interface JobLines {
  readonly job: WorkHistory;
  readonly part: WorkPart;
  readonly skillIds: SkillIds;
}

async function replaceBullets({ context, persona }: Importing, { job, part, skillIds }: JobLines): Promise<void> {
  const list = { parent: job, persona, at: part.placeOf('bullets'), same: ['text'] } as const;
  const wanted = part.bullets.map(({ input, placeOf, skillNames }) => ({
    input: { ...input, skillsDemonstrated: idsOf(skillNames, skillIds) },
    placeOf,
  }));
  await replaceItems(context, { ...bulletKind, settle: asGiven }, { ...list, wanted });
}

/** What names skills by ids that were looked up here needs no second look. */
const asGiven = <T extends object>(given: T): T => given;

async function replaceOthers({ context, persona, parts }: Importing): Promise<void> {
  const { educations, certifications, customNonNegotiables } = parts;
  const list = { parent: persona, persona };
  if (educations)
    await replaceItems(context, educationKind, {
      ...list,
      at: 'document.education',
      wanted: educations.map(withEntry),
      same: educationSection.same,
    });
  if (certifications)
    await replaceItems(context, certificationKind, {
      ...list,
      at: 'document.certificates',
      wanted: certifications.map(withEntry),
      same: certificateSection.same,
    });
  if (customNonNegotiables)
    await replaceItems(context, customNonNegotiableKind, {
      ...list,
      at: `${extensionPlace}.customNonNegotiables`,
      wanted: customNonNegotiables,
      same: ['filterName'],
    });
}

interface Named {
  readonly skillIds: SkillIds;
  readonly jobs: Jobs;
}

async function replaceStories({ context, persona, parts }: Importing, { skillIds, jobs }: Named): Promise<void> {
  if (!parts.achievementStories) return;
  const wanted = parts.achievementStories.map(({ input, placeOf, skillNames, relatedWorkHistory }) => ({
    input: { ...input, skillsDemonstrated: idsOf(skillNames, skillIds) },
    placeOf,
    more: { relatedWorkHistory: jobs.get(relatedWorkHistory) ?? null },
  }));
  const at = `${extensionPlace}.achievementStories`;
  const kind = { ...achievementStoryKind, settle: asGiven };
  await replaceItems(context, kind, { parent: persona, persona, at, wanted, same: ['title'] });
}
