import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { insertMany } from '../../src/database/bulk.ts';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import { Persona } from '../../src/personas/persona.entity.ts';
import { Skill } from '../../src/personas/skill.entity.ts';
import { User } from '../../src/identity/user.entity.ts';
import { newSharedId } from '../../src/platform/ids.ts';
import { mixed } from './recombined-postings.ts';

const now = new Date();

/**
 * Personas that know what a posting asks for, live where it is, wish for its pay and work model, and want a good fit, each
 * of an account of its own. As the superuser.
 * @returns their ids
 */
export async function addSearchers(
  orm: MikroORM,
  like: readonly DerivedPosting[],
  count: number,
): Promise<readonly string[]> {
  return orm.em.fork().transactional(async (forked) => {
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
    return made.map(({ persona }) => persona.id);
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
  homeCountry: posting.country ?? '',
  yearsExperience: mixed(number, 10) % 15,
  currentRole: posting.title,
  targetRoles: [],
  targetSkills: [],
  stretchAppetite: 'MEDIUM',
  minimumBaseSalary: posting.salaryMin,
  salaryCurrency: posting.salaryCurrency ?? 'USD',
  commutableCities: posting.workModel === 'REMOTE' || posting.location === null ? [] : [posting.location.split(';')[0]],
  remotePreference: posting.workModel === 'REMOTE' ? 'REMOTE_ONLY' : 'ONSITE_OK',
  relocationOpen: false,
  relocationCities: [],
  visaSponsorshipRequired: false,
  industryExclusions: [],
  companySizePreference: 'NO_PREFERENCE',
  maxTravelPercent: 'ANY',
  minimumFitThreshold: [80, 85, 90][number % 3],
  autoDraftThreshold: 90,
  pollingFrequency: 'DAILY',
  onboardingComplete: true,
  createdAt: now,
  updatedAt: now,
});
