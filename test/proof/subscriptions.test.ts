import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalNow } from '#authorization/viewer.ts';
import { idClasses, OperationMaker, type Operation } from './operations.ts';
import { hearOwn, overhearAll, type Subscribing } from './overhear.ts';
import { Random } from './random.ts';
import { report, type Finding } from './report.ts';
import { unlike, type Viewer } from './viewers.ts';
import { startWorld, type World } from './world.ts';

// What is pushed is held like what is asked for: every subscription, as every kind of viewer, with ids of every class,
// while both tenants change all they have.

let world: World;
const findings: Finding[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  report({
    name: 'subscriptions',
    claim: 'What is pushed holds nothing of another tenant, and opens to nobody but the owner.',
    counts: { subscriptions: findings.length },
    findings,
  });
  await world.stop();
});

/**
 * One of the operations that name what others' rows hang on, if it names own ones: else nothing of it changes. On what no
 * row hangs, such as a task, tells how it stands at once.
 */
function changing(make: () => Operation): Operation {
  const parents = new Set([...world.parents.values()].flat());
  let made = make();
  for (let tries = 0; tries < 500; tries += 1) {
    const ids = Object.values(made.variables).map(String);
    if (made.idClass !== 'own' || ids.every((id) => parents.has(id))) return made;
    made = make();
  }
  return made;
}

test('Bob hears his own: there is something to hear', async () => {
  const ids = { ...world.ids, own: world.ids.foreign };
  const maker = new OperationMaker(
    { ...world, ids, policy: world.compiled.policy, cursors: [], texts: [] },
    new Random(9),
  );
  for (const field of maker.fields.filter(({ kind }) => kind === 'subscription')) {
    const asked = changing(() => maker.make({ ...field, idClass: 'own', isPlain: true }));
    const heard = JSON.stringify(await hearOwn(world, 'bob', asked));
    expect(world.canaries.in(heard).length).toBeGreaterThan(0);
  }
}, 180_000);

/** Whether the policy gives a viewer all that is asked for, whatever ids they name: a narrow token may lack a scope of it. */
const mayHear = ({ coordinates }: Operation, { is, kind, isAda }: Viewer): boolean =>
  (isAda || kind.startsWith('narrow')) &&
  [...coordinates].every((coordinate) => {
    const field = world.compiled.policy.fields.get(coordinate);
    return field === undefined || refusalNow(field, is, world.product.clock.now) === null;
  });

/** What each viewer hears of what they subscribe to, and whether it is what the policy says. */
async function hearAll(subscribing: readonly (Subscribing & { readonly asked: Operation; readonly viewer: Viewer })[]) {
  const overheard = await overhearAll(world, subscribing);
  for (const [index, { answers, isOpen }] of overheard.entries()) {
    const { viewer, asked } = subscribing[index] ?? never();
    const heard = world.canaries.in(JSON.stringify(answers), JSON.stringify(asked.variables));
    const isOwner = asked.idClass === 'own' && mayHear(asked, viewer);
    const what = `${asked.field} as ${viewer.kind} with ids ${asked.idClass}`;
    findings.push({
      what,
      outcome: heard.join(', ') || (isOpen ? 'hears the own' : 'is refused'),
      isGood: heard.length === 0 && isOpen === isOwner,
    });
    expect([what, heard, isOpen]).toEqual([what, [], isOwner]);
  }
}

const never = (): never => {
  throw new Error('More was heard than was asked.');
};

test('nobody hears a canary, and only the owner hears anything', async () => {
  const material = { ...world, policy: world.compiled.policy, cursors: [], texts: [] };
  const maker = new OperationMaker(material, new Random(9));
  const fields = maker.fields.filter(({ kind }) => kind === 'subscription');
  expect(fields.length).toBeGreaterThan(0);
  // Ids of others are tried by one of each standing; the own by everybody.
  const told = unlike(world.viewers);
  const subscribing = fields.flatMap((field) =>
    idClasses.flatMap((idClass) => {
      const viewers = idClass === 'own' ? world.viewers : told;
      const make = (): Operation => maker.make({ ...field, idClass, isPlain: true });
      return viewers.map((viewer) => ({ viewer, asked: changing(make) }));
    }),
  );
  await hearAll(subscribing);
}, 180_000);
