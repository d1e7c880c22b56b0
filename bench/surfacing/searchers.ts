import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { insertMany } from '../../src/database/bulk.ts';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import { OutboxMessage } from '../../src/notifications/outbox-message.entity.ts';
import { Persona } from '../../src/personas/persona.entity.ts';
import { Skill } from '../../src/personas/skill.entity.ts';
import { User } from '../../src/identity/user.entity.ts';
import { newSharedId } from '../../src/platform/ids.ts';
import { mixed } from './recombined-postings.ts';

const now = new Date();

/**
 * Personas that know what a posting asks for, wish for its work model, and want a good fit, each of an account of its own.
 * As the superuser; a message tells of each, as if it was just made.
 */
export async function addSearchers(orm: MikroORM, like: readonly DerivedPosting[], count: number): Promise<void> {
  await orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const made = Array.from({ length: count }, (_, number) => searcher(like, number));
    await insertMany(
      em,
      User,
      made.map(({ user }) => user),
    );
    await insertMany(
      em,
      Persona,
      made.map(({ persona }) => persona),
    );
    await insertMany(
      em,
      Skill,
      made.flatMap(({ skills }) => skills),
    );
    await insertMany(
      em,
      OutboxMessage,
      made.map(({ message }) => message),
    );
  });
}

function searcher(like: readonly DerivedPosting[], number: number) {
  const posting = like[mixed(number, 9) % like.length] as DerivedPosting;
  const [ownerId, personaId] = [newSharedId(), newSharedId()];
  const names = posting.skills.map(({ name }) => name).slice(0, 10);
  const email = `searcher-${number}@example.com`;
  return {
    user: { id: ownerId, email, name: '', roles: ['USER'], createdAt: now, updatedAt: now },
    persona: personaRow(personaId, { ownerId, email, posting, number }),
    skills: (names.length > 0 ? names : ['SQL']).map((skillName, displayOrder) => ({
      id: newSharedId(),
      ownerId,
      persona: personaId,
      skillName,
      skillType: 'HARD',
      category: 'Domain Knowledge',
      proficiency: 'PROFICIENT',
      yearsUsed: 4,
      lastUsed: 'Current',
      displayOrder,
    })),
    message: {
      id: newSharedId(),
      ownerId: null,
      kind: 'PERSONA_CHANGED',
      subjectId: personaId,
      createdAt: now,
      attempts: 0,
      availableAt: now,
    },
  };
}

interface Making {
  readonly ownerId: string;
  readonly email: string;
  readonly posting: DerivedPosting;
  readonly number: number;
}

const personaRow = (id: string, { ownerId, email, posting, number }: Making) => ({
  id,
  ownerId,
  email,
  fullName: `Searcher ${number}`,
  phone: '',
  homeCity: '',
  homeState: '',
  homeCountry: '',
  yearsExperience: mixed(number, 10) % 15,
  currentRole: posting.title,
  targetRoles: [],
  targetSkills: [],
  stretchAppetite: 'MEDIUM',
  salaryCurrency: 'USD',
  commutableCities: posting.workModel === 'REMOTE' || posting.location === null ? [] : [posting.location.split(';')[0]],
  remotePreference: posting.workModel === 'REMOTE' ? 'REMOTE_ONLY' : 'ONSITE_OK',
  relocationOpen: false,
  relocationCities: [],
  visaSponsorshipRequired: false,
  industryExclusions: [],
  companySizePreference: 'NO_PREFERENCE',
  maxTravelPercent: 'ANY',
  minimumFitThreshold: 70,
  autoDraftThreshold: 90,
  pollingFrequency: 'DAILY',
  onboardingComplete: true,
  createdAt: now,
  updatedAt: now,
});
