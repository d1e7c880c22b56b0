import { newOwnedId } from '#platform/ids.ts';
import type { TestDatabase } from './database.ts';
import { insertRows, type Row } from './seed.ts';

/** Puts so many rows of each kind into a persona, as many bullets into each of its jobs, and a voice. */
export async function seedPersonaItems(
  database: TestDatabase,
  { ownerId, personaId, skillIds }: { ownerId: string; personaId: string; skillIds: readonly string[] },
  size: number,
): Promise<void> {
  const many = (columns: (index: number) => Row): Row[] =>
    Array.from({ length: size }, (_, index) => ({
      id: newOwnedId(new Date(Date.UTC(2025, 9, 1, 0, 0, 0, index))),
      owner_id: ownerId,
      display_order: size - index,
      ...columns(index),
    }));
  const ofPersona = (columns: (index: number) => Row): Row[] =>
    many((index) => ({ persona_id: personaId, ...columns(index) }));
  const jobs = ofPersona(jobColumns);
  const bullets = jobs.flatMap(({ id }) =>
    many((index) => ({
      work_history_id: id,
      text: `Line ${index}`,
      skills_demonstrated: skillIds.slice(0, index % 3),
      metrics: index % 2 === 0 ? null : '30 %',
    })),
  );
  await insertRows(database, 'work_histories', jobs);
  await insertRows(database, 'bullets', bullets);
  await insertRows(database, 'educations', ofPersona(educationColumns));
  await insertRows(database, 'certifications', ofPersona(certificationColumns));
  const storyColumns = (index: number): Row => ({
    title: `Story ${index}`,
    context: 'Then',
    action: 'There',
    outcome: 'So',
    skills_demonstrated: skillIds.slice(index % 2),
    related_work_history_id: index % 2 === 0 ? jobs[index]?.['id'] : null,
  });
  await insertRows(database, 'achievement_stories', ofPersona(storyColumns));
  await insertRows(database, 'custom_non_negotiables', ofPersona(ruleColumns));
  const [{ display_order: _, ...voice } = {}] = ofPersona(() => voiceColumns);
  await insertRows(database, 'voice_profiles', [voice]);
}

const jobColumns = (index: number): Row => ({
  company_name: `Employer ${index}`,
  company_industry: index % 2 === 0 ? null : 'Banking',
  job_title: 'Nothing that is asked for',
  start_date: '2020-02-29',
  end_date: index % 2 === 0 ? null : '2024-01-01',
  is_current: index % 2 === 0,
  location: '',
  work_model: 'REMOTE',
  description: null,
});

const educationColumns = (index: number): Row => ({
  institution: 'School',
  degree: 'BSc',
  field_of_study: 'Physics',
  graduation_year: 2000 + index,
  gpa: [null, 3.5, 4, 3.14][index % 4],
  honors: null,
});

const certificationColumns = (index: number): Row => ({
  certification_name: `Certificate ${index}`,
  issuing_organization: 'Board',
  date_obtained: '2024-02-29',
  expiration_date: index % 2 === 0 ? null : '2030-01-01',
  credential_id: null,
  verification_url: 'https://example.com/check',
});

const ruleColumns = (index: number): Row => ({
  filter_name: `Rule ${index}`,
  filter_type: 'EXCLUDE',
  filter_value: 'tobacco',
  filter_field: 'COMPANY_NAME',
});

const voiceColumns: Row = {
  tone: 'dry',
  sentence_style: 'short',
  vocabulary_level: 'plain',
  personality_markers: null,
  sample_phrases: ['“It works.”'],
  things_to_avoid: [],
  writing_sample_text: 'Two\nlines',
};
