import { wrap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Application } from '#applications/application.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { Skill } from '#personas/skill.entity.ts';
import type { Dirty, Owner } from '../../authorization/tenants.ts';

// Ways through the ORM by which code of ours could come to rows of Bob's while it works for Ada. Rows are linked across
// the two owners for them, as keys that leave the owner out allow.

export interface Tenants {
  readonly ada: Owner;
  readonly bob: Owner;
  readonly dirty: Dirty;
}

/** True where something of Bob's was seen or changed. */
type Path = (em: EntityManager, tenants: Tenants) => Promise<boolean>;

const isBobs = ({ bob }: Tenants, row: object | null | undefined): boolean =>
  row !== null && row !== undefined && wrap(row).isInitialized() && Reflect.get(row, 'ownerId') === bob.userId;

/** An application of Ada's whose persona is Bob's. */
const astray = (em: EntityManager, { dirty }: Tenants): Promise<Application> =>
  em.findOneOrFail(Application, dirty.applicationOfBobsPersona);
/** Ada's persona, on which a skill of Bob's hangs. */
const hungOn = (em: EntityManager, { ada }: Tenants): Promise<Persona> => em.findOneOrFail(Persona, ada.persona);

const populated =
  (strategy: 'joined' | 'select-in' | 'balanced'): Path =>
  async (em, tenants) => {
    const applications = await em.find(Application, {}, { populate: ['persona', 'personaJob'], strategy });
    const personas = await em.find(Persona, {}, { populate: ['skills'], strategy });
    return (
      applications.some(({ persona, personaJob }) =>
        [persona, personaJob].some((reference) => isBobs(tenants, reference?.unwrap())),
      ) || personas.some(({ skills }) => skills.getItems().some((skill) => isBobs(tenants, skill)))
    );
  };

/** What wall 2 claims: reading by the EntityManager, in whatever way. */
export const filteredPaths: Readonly<Record<string, Path>> = {
  'find by a value of a parent': async (em) =>
    (await em.find(Application, { persona: { fullName: "bob's persona" } })).length > 0,
  'find by a value of a child': async (em) =>
    (await em.find(Persona, { skills: { skillName: "bob's linked skill" } })).length > 0,
  'count by a value of a parent': async (em) =>
    (await em.count(Application, { persona: { fullName: "bob's persona" } })) > 0,
  'populate, joined': populated('joined'),
  'populate, by a statement of its own': populated('select-in'),
  'populate, balanced': populated('balanced'),
  'load a reference': async (em, tenants) => isBobs(tenants, await (await astray(em, tenants)).persona.load()),
  'load a reference without the loader': async (em, tenants) =>
    isBobs(tenants, await (await astray(em, tenants)).persona.load({ dataloader: false })),
  'initialise a reference by id': async (em, tenants) =>
    isBobs(tenants, await wrap(em.getReference(Persona, tenants.bob.persona)).init()),
  'initialise a collection': async (em, tenants) =>
    (await (await hungOn(em, tenants)).skills.init()).getItems().some((skill) => isBobs(tenants, skill)),
  'load the items of a collection': async (em, tenants) =>
    (await (await hungOn(em, tenants)).skills.loadItems()).some((skill) => isBobs(tenants, skill)),
  'count a collection': async (em, tenants) =>
    (await (await hungOn(em, tenants)).skills.loadCount()) > tenants.ada.skills.length,
  'search a collection': async (em, tenants) =>
    (await (await hungOn(em, tenants)).skills.matching({ where: { skillName: "bob's linked skill" } })).length > 0,
  'the matches of a shared posting': async (em, { ada }) =>
    (await em.find(PersonaJob, { posting: '5eed0000-0000-4000-8000-000000000001' })).some(
      ({ ownerId }) => ownerId !== ada.userId,
    ),
};

/** What wall 2 does not claim: the linter's rules and the tests of the source keep them out of src, and wall 3 holds them. */
export const barePaths: Readonly<Record<string, Path>> = {
  $some: async (em) => (await em.count(Persona, { skills: { $some: { skillName: "bob's linked skill" } } })) > 0,
  $none: async (em, { ada }) => {
    const without = await em.find(Persona, { skills: { $none: { skillName: "bob's linked skill" } } });
    return !without.some(({ id }) => id === ada.persona);
  },
  'the query builder': async (em, { bob }) =>
    (await em.createQueryBuilder(Skill).where({ ownerId: bob.userId }).getCount()) > 0,
  'a join of the query builder, filters applied': async (em) => {
    const builder = em
      .createQueryBuilder(Persona, 'p')
      .join('p.skills', 's')
      .where({ 's.skillName': "bob's linked skill" });
    await builder.applyFilters();
    return (await builder.getResultList()).length > 0;
  },
  'SQL by the EntityManager': async (em, { bob }) =>
    (await em.execute('select from skills where owner_id = ?', [bob.userId])).length > 0,
  'SQL by its builder': async (em, { bob }) =>
    (
      await em
        .getKysely()
        .selectFrom('skills' as never)
        .selectAll()
        .where('owner_id' as never, '=', bob.userId as never)
        .execute()
    ).length > 0,
  'find with filters off': async (em, tenants) =>
    isBobs(tenants, await em.findOne(Skill, tenants.bob.skills[0], { filters: false })),
  'find what was found with filters off': async (em, tenants) => {
    await em.find(Skill, {}, { filters: false });
    return isBobs(tenants, await em.findOne(Skill, tenants.bob.skills[0]));
  },
  'update by the query builder': async (em, { bob }) =>
    (await em.createQueryBuilder(Skill).update({ category: 'mine' }).where({ ownerId: bob.userId }).execute())
      .affectedRows > 0,
  'delete by the query builder': async (em, { bob }) =>
    (await em.createQueryBuilder(Skill).delete().where({ ownerId: bob.userId }).execute()).affectedRows > 0,
};

/** Writes by the unit of work that links alone make; the others are tried where the walls are held to their table. */
export const linkingPaths: Readonly<Record<string, Path>> = {
  'take into a collection': async (em, tenants) => {
    const { skills } = await hungOn(em, tenants);
    await skills.init();
    skills.add(em.getReference(Skill, tenants.bob.skills[0]));
    await em.flush();
    return (
      (
        await em.execute('select from skills where id = ? and persona_id = ?', [
          tenants.bob.skills[0],
          tenants.ada.persona,
        ])
      ).length > 0
    );
  },
};
