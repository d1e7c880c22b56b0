import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IResolvers } from '@graphql-tools/utils';
import { ReferenceKind } from '@mikro-orm/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reading } from '#database/reads.ts';
import { InvalidInput } from '#platform/errors.ts';
import { allDomains } from '../../src/server/product.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { makeKeysPlain } from '../authorization/tenants.ts';
import { effort } from './effort.ts';
import { overhearAll } from './overhear.ts';
import { askRoutes } from './routes.ts';
import { reachedBySql } from './sql-reach.ts';
import { survey } from './survey.ts';
import { tellingIds } from './twin-ids.ts';
import { compareWorlds, startWorlds } from './two-worlds.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// The proof proves something only if it fails where something leaks. Each kind of leak is planted once, past all three
// walls, and must be found by the part that is there for it.

/** What leaks: rows past every wall, for resolvers that are wrong on purpose. */
interface Hole {
  world: World | null;
}

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The product's own domains, with some resolvers instead. */
const domainsWith = (resolvers: IResolvers): Pick<WorldOptions, 'domains'> => ({
  domains: { ...allDomains, resolvers: [...allDomains.resolvers, resolvers] },
});

async function worldWith(resolvers: (hole: Hole) => IResolvers): Promise<World> {
  const hole: Hole = { world: null };
  const world = await startWorld(domainsWith(resolvers(hole)));
  stops.push(world.stop);
  hole.world = world;
  return world;
}

/** A persona of Bob's as resolvers know one, read as the superuser. */
async function personaOfBobs({ world }: Hole): Promise<Record<string, unknown>> {
  const rows = await world?.database.query('select * from personas where owner_id = $1 limit 1', [world.bob.userId]);
  return Object.fromEntries(
    Object.entries(rows?.[0] ?? {}).map(([column, value]) => [
      column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** The lists of a persona, as one has them that is no row. */
const emptyLists = Object.fromEntries(
  tableMetadata()
    .find(({ className }) => className === 'Persona')
    ?.relations.flatMap(({ name, kind }) => (kind === ReferenceKind.ONE_TO_MANY ? [[name, []]] : [])) ?? [],
);

/** A text of Bob's. */
const textOfBobs = async (hole: Hole): Promise<string> => String((await personaOfBobs(hole))['fullName'] ?? '');

/** What the survey hears, of a root field, or of all, as one kind of viewer; each once. */
const heardIn = async (
  world: World,
  { field, as = 'USER' }: { field?: string; as?: string } = {},
): Promise<string[]> => {
  const viewers = world.viewers.filter(({ kind }) => kind === as);
  const { leaks } = await survey({ ...world, viewers }, { seed: 1, operations: 0, ...(field && { fields: [field] }) });
  return leaks.map(({ document }) => document.replaceAll(/\s+/g, ' '));
};

describe('a planted leak is found', () => {
  test('in a field, with the least that shows it', async () => {
    const world = await worldWith((hole) => ({
      Persona: { homeCity: reading({ columns: ['homeCity'] }, () => textOfBobs(hole)) },
    }));
    // Within the suite one way there is enough to be asked.
    const heard = await heardIn(world, effort().folder === null ? { field: 'persona' } : {});
    // One way to the field, and nothing beside it.
    expect(heard[0]).toMatch(/^query Made\(\$v0: ID!\) \{ \w+\(\w+: \$v0\)(?: \{ \w+)* \{ homeCity(?: \})+$/);
  });

  test('in a list, where it passes for an own row', async () => {
    const world = await worldWith((hole) => ({
      Query: {
        personas: async (
          _root: unknown,
          _args: unknown,
          { viewer }: { readonly viewer: { readonly userId: string } },
        ) => [{ ...(await personaOfBobs(hole)), ...emptyLists, ownerId: viewer.userId }],
      },
      // It asks for rows of what it is given, and this is none.
      Persona: { completeness: reading({ columns: [] }, () => ({ percent: 0, missing: [] })) },
    }));
    expect((await heardIn(world, { field: 'personas' })).join()).toContain('personas {');
  });

  test('in a cursor', async () => {
    const world = await worldWith((hole) => ({
      PageInfo: { endCursor: async () => Buffer.from(await textOfBobs(hole)).toString('base64url') },
    }));
    expect((await heardIn(world, { field: 'personaJobs' })).join()).toContain('endCursor');
  });

  test('in the text of an error', async () => {
    const world = await worldWith((hole) => ({
      Mutation: {
        removeSkill: async () => {
          throw new InvalidInput('id', `It belongs to ${await textOfBobs(hole)}.`);
        },
      },
    }));
    expect((await heardIn(world, { field: 'removeSkill' })).join()).toContain('removeSkill');
  });

  test('in a row of others that is written', async () => {
    const world = await worldWith((hole) => ({
      Mutation: {
        removeSkill: async () => {
          await hole.world?.database.query('update skills set display_order = 99 where owner_id = $1', [
            hole.world.bob.userId,
          ]);
          return true;
        },
      },
    }));
    expect((await heardIn(world, { field: 'removeSkill' })).join()).toContain('removeSkill');
  });

  test('in what staff are shown, where it is none of what they may see', async () => {
    const world = await worldWith((hole) => ({ AdminUser: { name: () => textOfBobs(hole) } }));
    const heard = await heardIn(world, { field: 'adminUsers', as: 'SUPPORT' });
    expect(heard).toContainEqual('query Made { adminUsers { nodes { name } } }');
  });

  test('in a row of others that staff write, beside those they may', async () => {
    const world = await worldWith((hole) => ({
      Mutation: {
        adminRevokeSessions: async (_root: unknown, { userId }: { readonly userId: string }) => {
          await hole.world?.database.query('update personas set full_name = $1 where owner_id = $2', ['x', userId]);
          return true;
        },
      },
    }));
    expect((await heardIn(world, { field: 'adminRevokeSessions', as: 'ADMIN' })).join()).toContain(
      'adminRevokeSessions',
    );
  });

  test('in what is pushed', async () => {
    const world = await worldWith((hole) => ({
      PersonaJob: { warnings: reading({ columns: ['warnings'] }, async () => [await textOfBobs(hole)]) },
    }));
    const [id] = world.ids.own.get('Persona') ?? [];
    const asked = {
      document: 'subscription ($id: ID!) { personaJobsChanged(personaId: $id) { warnings } }',
      variables: { id },
    };
    const [heard] = await overhearAll(world, [{ viewer: world.ada, asked }]);
    expect(world.canaries.in(JSON.stringify(heard))).not.toEqual([]);
  });

  test('in a count', async () => {
    const databases: World[] = [];
    const counting = {
      PersonaJobConnection: {
        totalCount: async () => {
          const [{ count = 0 } = {}] = (await databases
            .shift()
            ?.database.query<{ count: number }>('select count(*)::int as count from persona_jobs')) ?? [{}];
          return count;
        },
      },
    };
    const worlds = await startWorlds(domainsWith(counting));
    stops.push(() => Promise.all(worlds.map(({ world }) => world.stop())));
    databases.push(...worlds.map(({ world }) => world));
    const differences = await compareWorlds(worlds, { seed: 1, rounds: 1, fields: ['personaJobs'] });
    expect(differences.map(({ world }) => world)).toEqual(['with Bob', 'crowded']);
  });

  test('in the number of statements', async () => {
    const world = await worldWith((hole) => ({
      Query: {
        persona: async (_root: unknown, { id }: { readonly id: string }, { rows }: never) => {
          const [known] = (await hole.world?.database.query('select from personas where id = $1', [id])) ?? [];
          if (known) await Reflect.apply(Reflect.get(rows, 'exists'), rows, [allDomains.entities[5], { id }]);
          return null;
        },
      },
    }));
    const telling = await tellingIds(world, { kind: 'query' as never, field: 'persona', at: 'id' });
    expect(telling).toHaveLength(1);
    expect(telling[0]).toMatch(/^foreign: /);
  });

  test('in a foreign key that leaves the owner out', async () => {
    const world = await worldWith(() => ({}));
    expect(await reachedBySql(world)).toEqual([]);
    await makeKeysPlain(world.database);
    expect(await reachedBySql(world)).toContain('skills.persona_id: links to a row of another’s');
  });

  test('in a grant, and in a policy', async () => {
    const world = await worldWith(() => ({}));
    await world.database.query('grant truncate on all tables in schema public to tenure_app');
    await world.database.query('create policy more on personas for select to tenure_app using (true)');
    const reached = await reachedBySql(world);
    expect(reached).toContain('timeline_events: can be emptied');
    expect(reached.join()).toMatch(/personas: \d+ rows of others are seen/);
  });

  test('in a route', async () => {
    const world = await worldWith(() => ({}));
    const text = await textOfBobs({ world });
    const server = await leakingProxy(world, { path: '/robots.txt', text });
    stops.unshift(async () => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const viewers = world.viewers.filter(({ kind }) => ['anonymous', 'USER'].includes(kind));
    const { leaks } = await askRoutes({ ...world, viewers, product: { ...world.product, url } });
    expect(new Set(leaks.map((leak) => leak.request.replace(/^\w+ /, '')))).toEqual(new Set(['/robots.txt']));
  });
});

/** Hands on to the product whatever it is asked, but for one path. */
function leakingProxy({ product }: World, { path, text }: { path: string; text: string }): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.url === path) {
      res.end(text);
      return;
    }
    const { method, headers, url } = req;
    const onward = request({ host: '127.0.0.1', port: product.port, path: url, method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(res);
    });
    req.pipe(onward);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
