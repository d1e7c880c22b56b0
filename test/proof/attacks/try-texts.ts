import type { Policy } from '#authorization/policy.ts';
import type { Seed } from '../../authorization/tenants.ts';
import { dataOf, type Answer, type Tenant, type TestProduct } from '../../support/product.ts';
import { argumentsFor, documentFor, type TextField } from './text-positions.ts';

/** What became of one text in one place. */
export interface Tried {
  readonly field: string;
  readonly path: string;
  readonly text: string;
  /** Whether it was kept, and came back to the letter. */
  readonly isKept: boolean;
  readonly fault: string | null;
}

export interface Trial {
  readonly product: TestProduct;
  readonly seed: Seed;
  readonly policy: Policy;
  /** Somebody whose account may be changed, and an admin: Ada's own session must last. */
  readonly others: Readonly<Record<'somebody' | 'admin', Tenant>>;
  /** One for each text. */
  readonly applications: readonly string[];
  readonly payloads: readonly string[];
}

/** What a call says beside its texts, and which of its places it leaves out: some exclude each other. */
interface Variant {
  readonly without: RegExp;
  readonly also: Readonly<Record<string, unknown>>;
}

const pages: readonly Variant[] = [
  { without: /^before$/, also: {} },
  { without: /^after$/, also: { last: 1 } },
];
const variants: Readonly<Record<string, readonly Variant[]>> = {
  changeApplicationStatus: [
    { without: /^input\.rejection\b/, also: { status: 'OFFER', rejection: undefined } },
    { without: /^input\.offer\b/, also: { status: 'REJECTED', offer: undefined } },
  ],
};
const only: Variant = { without: /^$/, also: {} };

const variantsOf = ({ field, paths }: TextField): readonly Variant[] =>
  variants[field.name] ?? (paths.includes('before') ? pages : [only]);

/** Where a text is refused: what stands there instead, if something must. */
const plainText = (path: string, round: number): string | undefined => {
  if (/\bemail$/.test(path)) return `someone-${round}@example.com`;
  if (/\bpassword$/.test(path)) return 'correct horse 1!';
  return /\b(fullName|skillName)$/.test(path) ? `Plain ${round}` : undefined;
};

/** Puts each payload into each place of a field once, as Ada; every place of a call holds another. */
export async function tryTexts(trial: Trial, at: TextField): Promise<readonly Tried[]> {
  const room = await newRoom(trial);
  const all: Tried[] = [];
  for (const variant of variantsOf(at)) {
    const paths = at.paths.filter((path) => !variant.without.test(path));
    const rounds = trial.payloads.keys();
    const work = async (): Promise<void> => {
      for (const round of rounds) all.push(...(await tryRound({ trial, at, variant, paths, room }, round)));
    };
    // As many as hashes are made of at once.
    await Promise.all(Array.from({ length: 4 }, work));
  }
  return all;
}

interface Room {
  readonly persona: string;
  readonly skill: string;
}

/** A persona of Ada's that has room for texts: nothing is matched to it, and it holds two hundred skills. */
async function newRoom({ product, seed: { ada } }: Trial): Promise<Room> {
  const answer = await product.send(
    `mutation { createPersona(input: {
      fullName: "Empty", email: "a@example.com", minimumFitThreshold: 100, skills: [{ skillName: "Empty" }]
    }) { id skills { id } } }`,
    {},
    ada.headers,
  );
  const { createPersona } = dataOf<{ createPersona: { id: string; skills: { id: string }[] } }>(answer);
  return { persona: createPersona.id, skill: createPersona.skills[0]?.id ?? '' };
}

interface Call {
  readonly trial: Trial;
  readonly at: TextField;
  readonly variant: Variant;
  readonly paths: readonly string[];
  readonly room: Room;
}

/** Sends a call until nothing is left in it that is refused. */
async function tryRound(call: Call, round: number): Promise<readonly Tried[]> {
  const { trial, at, paths } = call;
  const { payloads } = trial;
  const texts = new Map(
    paths.map((path, place) => [path, payloads[(round + place * 7) % payloads.length]] as [string, string | undefined]),
  );
  const given = new Map(texts);
  const refused = new Set<string>();
  const done = (path: string, fault: string | null, isKept = false): Tried => ({
    field: at.field.name,
    path,
    text: given.get(path) ?? '',
    isKept,
    fault,
  });
  for (let sent = 0; sent <= paths.length; sent += 1) {
    const answer = await send(call, texts, round);
    const said = saidBy(answer, [...given.values()], askedBy(call));
    if (said !== null) return paths.map((path) => done(path, said));
    const bad = refusedPaths(answer, texts);
    if (bad.length === 0)
      return paths.map((path) => {
        const text = given.get(path) ?? '';
        const isKept = refused.has(path) ? null : isEchoed(answer, at, { path, text });
        const lost = isKept === false ? `${text} came back as something else: ${answer.text.slice(0, 300)}` : null;
        return done(path, lost, isKept ?? false);
      });
    for (const path of bad) {
      refused.add(path);
      texts.set(path, plainText(path, round));
    }
    // Nothing is left to try.
    if ([...texts.values()].every((text) => text === undefined)) return paths.map((path) => done(path, null));
  }
  return paths.map((path) => done(path, 'is refused without end'));
}

const handingIn: ReadonlySet<string> = new Set(['ingestJob', 'confirmIngest', 'addJob']);

async function send({ trial, at, variant, room }: Call, texts: ReadonlyMap<string, string | undefined>, round: number) {
  const { product, seed, policy, applications } = trial;
  const ids: Readonly<Record<string, unknown>> = {
    Persona: at.operation === 'query' ? seed.ada.persona : room.persona,
    Skill: room.skill,
    PersonaJob: seed.ada.personaJobs[1],
    Application: applications[round],
    JobIngest: seed.ada.ingest,
  };
  const { references = [] } = policy.fields.get(coordinateOf(at)) ?? {};
  const variables = argumentsFor(at.field, {
    textAt: (path) => texts.get(path),
    idAt: (path) => ids[references.find((reference) => reference.path.join('.') === path)?.to ?? ''],
  });
  const { input } = variables;
  const all =
    typeof input === 'object'
      ? { ...variables, input: { ...input, ...variant.also } }
      : { ...variables, ...variant.also };
  // However much was handed in before: as if it was looked at, and another day.
  if (handingIn.has(at.field.name)) {
    await product.ingested();
    const { userId, ingest } = seed.ada;
    await seed.database.query('delete from job_ingests where owner_id = $1 and id <> $2', [userId, ingest]);
    await seed.database.query('delete from manual_postings where owner_id = $1', [userId]);
  }
  // As if it was never reported: a second report is not kept.
  if (at.field.name === 'reportJob')
    await seed.database.query('delete from job_reports where owner_id = $1', [seed.ada.userId]);
  return product.send(documentFor(at), all, headersOf(trial)[askedBy({ trial, at })]);
}

type Asker = 'stranger' | 'somebody' | 'admin' | 'ada';

const headersOf = ({ seed, others }: Trial): Readonly<Record<Asker, Readonly<Record<string, string>>>> => ({
  stranger: {},
  somebody: others.somebody.headers,
  admin: others.admin.headers,
  ada: seed.ada.headers,
});

/** What is open is asked for by strangers; what opens, changes and ends accounts by whoever's may be lost. */
function askedBy({ trial, at }: Pick<Call, 'trial' | 'at'>): Asker {
  const field = trial.policy.fields.get(coordinateOf(at));
  if (field?.runsAs === 'STAFF') return 'admin';
  if (field?.runsAs !== 'IDENTITY') return 'ada';
  return field.requires.size > 0 ? 'somebody' : 'stranger';
}

const coordinateOf = ({ operation, field }: TextField): string =>
  `${operation === 'query' ? 'Query' : 'Mutation'}.${field.name}`;

const sqlWords =
  /syntax error|relation |column |constraint|operator|\bSQL|pg_|tenure_|\bselect\b.*\bfrom\b|insert into/i;

/** What an answer says that none may say; null where it says nothing of the kind. */
function saidBy({ text, body, status }: Answer, texts: readonly (string | undefined)[], asker: Asker): string | null {
  // A wrong password or token is what strangers are told of; the calls of others fail by their texts alone.
  const refused = ['BAD_USER_INPUT', 'CONTENT_REJECTED'];
  const expected = asker === 'stranger' ? [...refused, 'UNAUTHENTICATED'] : refused;
  // Every text of Bob's says that it is his, and no payload does; an admin may see his address.
  if ((asker === 'admin' ? /bob's/ : /bob's|bob@/).test(text)) return `Bob's: ${text.slice(0, 300)}`;
  for (const { message, extensions } of body.errors ?? []) {
    if (!expected.includes(String(extensions['code']))) return `${status} ${text.slice(0, 300)}`;
    // An error may quote what it was given.
    const longestFirst = texts.flatMap((each) => each ?? []).toSorted((a, b) => b.length - a.length);
    const own = longestFirst.reduce((rest, each) => rest.replaceAll(each, ''), message);
    if (sqlWords.test(own.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))) return message;
  }
  return null;
}

/** Places whose text is refused, and that hold it still. */
const refusedPaths = ({ body }: Answer, texts: ReadonlyMap<string, string | undefined>): readonly string[] =>
  (body.errors ?? []).flatMap(({ extensions: { field } }) => {
    const path = typeof field === 'string' ? field.replaceAll(/\.\d+/g, '') : '';
    return texts.get(path) === undefined ? [] : [path];
  });

const renamed: Readonly<Record<string, string>> = { offer: 'offerDetails', rejection: 'rejectionDetails' };

/**
 * Whether a text came back as it was sent, trimmed as texts are.
 * @returns null where the answer has no place for it
 */
function isEchoed({ body }: Answer, { field }: TextField, sent: { path: string; text: string }): boolean | null {
  const answer: unknown = Reflect.get(body.data ?? {}, field.name);
  if (typeof answer !== 'object' || answer === null) return null;
  const [, ...path] = sent.path.split('.');
  if (path.length === 0) return null;
  const found = path.reduce<unknown>(
    (value, name) => {
      const one: unknown = Array.isArray(value) ? value[0] : value;
      return typeof one === 'object' && one !== null ? Reflect.get(one, renamed[name] ?? name) : undefined;
    },
    Reflect.get(answer, 'user') ?? answer,
  );
  if (found === undefined) return null;
  return (Array.isArray(found) ? found[0] : found) === normal(sent);
}

/** As texts are kept: trimmed, and currencies in upper case. */
const normal = ({ path, text }: { path: string; text: string }): string =>
  path.endsWith('salaryCurrency') ? text.trim().toUpperCase() : text.trim();
