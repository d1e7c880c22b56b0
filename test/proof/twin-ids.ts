import type { OperationTypeNode } from 'graphql';
import type { Policy } from '#authorization/policy.ts';
import { statementsOf, traceOf, type Trace } from '../support/twins.ts';
import { idClasses, OperationMaker, type IdClass, type Operation } from './operations.ts';
import { connectViewer } from './overhear.ts';
import { Random } from './random.ts';
import type { Harm } from './snapshot.ts';
import type { Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** A place of the schema where ids name rows. */
export interface Place {
  readonly kind: OperationTypeNode;
  readonly field: string;
  readonly at: string;
  /** Whether it is staff's, who find the rows of all. */
  readonly isOfStaff?: boolean;
}

export const placesOf = ({ fields }: Policy): readonly Place[] =>
  [...fields.values()].flatMap(({ coordinate, references, runsAs }) => {
    const [root = '', field = ''] = coordinate.split('.');
    const kind = root.toLowerCase() as OperationTypeNode;
    return references.map(({ path }) => ({ kind, field, at: path.join('.'), isOfStaff: runsAs === 'STAFF' }));
  });

/** Everything about an answer but the ids that were asked with; the rows of others must be what they were. */
export async function traceAt(
  world: World,
  place: Place,
  asked: Asked,
): Promise<Trace & { readonly harm: readonly Harm[] }> {
  const material = { ...world, policy: world.compiled.policy, cursors: [], texts: [] };
  const maker = new OperationMaker(material, new Random(asked.seed));
  const { document, variables, named } = maker.make({ ...place, idClass: asked.idClass, isPlain: true });
  const seen =
    place.kind === 'subscription'
      ? await openingTrace(world, { document, variables })
      : await traceOf(world.product, () => world.product.send(document, variables, headersOf(world, place, asked)));
  return { ...withoutNamed(seen, named), harm: [...(await world.restore())] };
}

/** Where each of many ids is told of for itself, the answer says them as they were given. */
function withoutNamed({ text, headers, ...rest }: Trace, named: ReadonlySet<string>): Trace {
  const evened = [...named].reduce((left, id) => left.replaceAll(`"id":${JSON.stringify(id)}`, '"id":"NAMED"'), text);
  const shorter = text.length - evened.length;
  const length = (header: string): string =>
    header.replace(/^content-length: (\d+)$/, (_header, said: string) => `content-length: ${Number(said) - shorter}`);
  return { ...rest, text: evened, headers: headers.map(length) };
}

/** The same of a subscription: what comes before it ends, or before anything has changed. */
async function openingTrace(
  world: World,
  { document, variables }: Pick<Operation, 'document' | 'variables'>,
): Promise<Trace> {
  const connection = connectViewer(world, world.ada);
  let text = '';
  const statements = await statementsOf(world.product, async () => {
    const subscribed = await connection.subscribe(document, variables);
    text = subscribed.isRefused ? JSON.stringify(await subscribed.next()) : 'open';
  });
  await connection.close();
  return { status: 101, headers: [], statements, text };
}

export interface Asked {
  readonly idClass: IdClass;
  readonly seed: number;
  /** The kind of viewer; whoever may ask, if left out. */
  readonly as?: string;
}

function headersOf({ viewers, ada }: World, { isOfStaff }: Place, { as }: Asked): Viewer['headers'] {
  if (as === undefined && !isOfStaff) return ada.headers;
  const viewer = viewers.find(({ kind }) => kind === (as ?? 'ADMIN'));
  if (!viewer) throw new Error(`There is no viewer ${as}.`);
  return viewer.headers;
}

/**
 * @param as the kind of viewer; whoever may ask, if left out
 * @returns the classes of ids at a place that are told from a missing one, each with how its answer begins
 */
export async function tellingIds(world: World, place: Place, as?: string): Promise<readonly string[]> {
  const asking = { seed, ...(as === undefined ? {} : { as }) };
  const missing = await traceAt(world, place, { idClass: 'missing', ...asking });
  const telling: string[] = [];
  for (const idClass of idClasses) {
    if (idClass === 'missing' || (as === undefined && found(place).includes(idClass))) continue;
    const twin = await traceAt(world, place, { idClass, ...asking });
    if (JSON.stringify(twin) !== JSON.stringify(missing)) telling.push(`${idClass}: ${twin.text.slice(0, 200)}`);
  }
  return telling;
}

/** The classes of ids that are found by whoever may ask. */
const found = ({ isOfStaff = false }: Place): readonly IdClass[] => (isOfStaff ? ['own', 'foreign'] : ['own']);

const seed = 7;
/** Not every state of a row allows every change: with one of so many operations it is allowed. */
const mostTries = 40;

/** @returns whether the ids work at a place that should: the viewer's own, and for staff anybody's; else the last answer */
export async function findsOwn(world: World, place: Place): Promise<true | string> {
  let last = '';
  for (let each = 1; each <= mostTries; each += 1) {
    // Nobody does to themselves what staff do.
    const idClass = place.isOfStaff ? 'foreign' : 'own';
    last = (await traceAt(world, place, { idClass, seed: each })).text;
    if (!last.includes('"errors"') && !/^\{"data":\{"\w+":null\}\}/.test(last)) return true;
  }
  return last;
}
