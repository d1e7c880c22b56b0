import { missingId } from '../support/twins.ts';
import { carefulItemTwins, itemEdges, itemTwins } from './item-probes.ts';
import { rowsOf, type Dirty, type Owner, type Seed, type Walled } from './tenants.ts';

// What Ada can ask for by the API that would show or change something of Bob's if nothing stopped her.

/** Whether a wall kept Bob's rows to Bob. */
export type Outcome = 'held' | 'leaked';

export interface Scene {
  readonly served: Walled;
  readonly ada: Owner;
  readonly bob: Owner;
  readonly dirty: Dirty;
  /** Every table with an owner. */
  readonly tables: readonly string[];
}

export interface Probe {
  readonly what: string;
  readonly run: (scene: Scene) => Promise<Outcome>;
}

/** An operation that takes an id, with the id of Bob's that it is tried with. */
export interface Twin {
  readonly what: string;
  readonly document: string;
  readonly foreign: (bob: Owner) => string;
  readonly variables?: (id: string, ada: Owner, bob: Owner) => object;
}

const query = (field: string, foreign: Twin['foreign']): Twin => ({
  what: field.split('(')[0] ?? field,
  document: `query ($id: ID!) { ${field} }`,
  foreign,
});

const mutation = (field: string, foreign: Twin['foreign']): Twin => ({
  what: field.split('(')[0] ?? field,
  document: `mutation ($id: ID!) { ${field} }`,
  foreign,
});

/** Every query that takes an id of an owned row. */
export const readingTwins: readonly Twin[] = [
  query('persona(id: $id) { id fullName skills { skillName } }', (bob) => bob.persona),
  query(
    'personaJobs(personaId: $id, filter: { includeFiltered: true }) { totalCount nodes { id } }',
    (bob) => bob.persona,
  ),
  query('exportJsonResume(personaId: $id)', (bob) => bob.persona),
  query('matchCount(personaId: $id)', (bob) => bob.persona),
  query('personaJob(id: $id) { id warnings }', (bob) => bob.personaJobs[0]),
  query('applications(personaId: $id) { totalCount nodes { id } }', (bob) => bob.persona),
  query('application(id: $id) { id notes timeline { description } }', (bob) => bob.application),
  query('applicationStats(personaId: $id) { funnel { count } }', (bob) => bob.persona),
  query('computeTasks(personaId: $id) { totalCount nodes { id } }', (bob) => bob.persona),
  query('computeTask(id: $id) { id error }', (bob) => bob.task),
  query('sourceRuns(personaId: $id) { totalCount nodes { id failure } }', (bob) => bob.persona),
  query('jobIngest(id: $id) { id failure }', (bob) => bob.ingest),
];

const skill = '{ skillName: "mine now" }';

/** Every subscription that takes an id of an owned row. */
export const watchingTwins: readonly Twin[] = [
  {
    what: 'personaJobsChanged',
    document: 'subscription ($id: ID!) { personaJobsChanged(personaId: $id) { id warnings } }',
    foreign: (bob) => bob.persona,
  },
  {
    what: 'taskProgress',
    document: 'subscription ($id: ID!) { taskProgress(id: $id) { id error } }',
    foreign: (bob) => bob.task,
  },
  {
    what: 'ingestProgress',
    document: 'subscription ($id: ID!) { ingestProgress(id: $id) { id failure } }',
    foreign: (bob) => bob.ingest,
  },
];

/** Every mutation that takes an id of an owned row; those that take rows away come last. */
export const writingTwins: readonly Twin[] = [
  mutation('updatePersona(id: $id, input: { fullName: "mine now" }) { id fullName }', (bob) => bob.persona),
  mutation(`addSkill(personaId: $id, input: ${skill}) { id skillName }`, (bob) => bob.persona),
  mutation('updateSkill(id: $id, input: { skillName: "mine too" }) { id skillName }', (bob) => bob.skills[0]),
  mutation('setFavorite(id: $id, favorite: true) { id warnings }', (bob) => bob.personaJobs[0]),
  mutation('setPersonaJobStatus(id: $id, status: DISMISSED) { id warnings }', (bob) => bob.personaJobs[2]),
  mutation('bulkDismiss(ids: [$id]) { succeeded failed { code } }', (bob) => bob.personaJobs[2]),
  mutation('bulkFavorite(ids: [$id], favorite: true) { succeeded failed { code } }', (bob) => bob.personaJobs[0]),
  mutation('reportJob(personaJobId: $id, reason: "mine now")', (bob) => bob.personaJobs[2]),
  mutation('createApplication(input: { personaJobId: $id }) { id }', (bob) => bob.personaJobs[1]),
  mutation('changeApplicationStatus(id: $id, input: { status: WITHDRAWN }) { id notes }', (bob) => bob.application),
  mutation('generateSearchProfile(personaId: $id) { fitSearches { label } }', (bob) => bob.persona),
  mutation('updateSearchProfile(personaId: $id, input: { fitSearches: [] }) { isStale }', (bob) => bob.persona),
  mutation('approveSearchProfile(personaId: $id) { isStale }', (bob) => bob.persona),
  mutation('requestSearchWording(personaId: $id) { isStale }', (bob) => bob.persona),
  mutation('requestRationale(id: $id) { id warnings }', (bob) => bob.personaJobs[1]),
  mutation('ingestJob(personaId: $id, input: { text: "Baker wanted" }) { id state }', (bob) => bob.persona),
  mutation(
    'addJob(personaId: $id, input: { title: "Baker", companyName: "Acme", description: "Bread" }) { id warnings }',
    (bob) => bob.persona,
  ),
  mutation('confirmIngest(id: $id) { id warnings }', (bob) => bob.ingest),
  mutation('rescore(personaId: $id) { kind }', (bob) => bob.persona),
  mutation('refreshSources(personaId: $id) { id state }', (bob) => bob.persona),
  mutation(
    'setSourcePreference(personaId: $id, sourceId: "lever", enabled: false) { id enabled }',
    (bob) => bob.persona,
  ),
  mutation('cancelTask(id: $id) { kind error }', (bob) => bob.task),
  mutation('updateVoiceProfile(personaId: $id, input: { tone: "mine now" }) { tone }', (bob) => bob.persona),
  ...itemTwins,
  mutation(
    'importJsonResume(personaId: $id, document: { interests: [{ name: "mine now" }] }) { id fullName }',
    (bob) => bob.persona,
  ),
  mutation('removeSkill(id: $id)', (bob) => bob.skills[1]),
  mutation('deletePersona(id: $id)', (bob) => bob.persona),
];

/** Those whose resolver asks for the owner's rows by itself, so that they hold with every wall down. */
export const carefulTwins: readonly Twin[] = [
  {
    ...mutation('reorderSkills(parentId: $parent, ids: [$id, $other]) { id }', (bob) => bob.skills[0]),
    what: 'reorderSkills, its skills',
    document:
      'mutation ($id: ID!, $parent: ID!, $other: ID!) { reorderSkills(parentId: $parent, ids: [$id, $other]) { id } }',
    variables: (id, ada) => ({ id, parent: ada.persona, other: ada.skills[1] }),
  },
  ...carefulItemTwins,
  mutation('revokeSession(id: $id)', (bob) => bob.session),
  mutation('removePasskey(id: $id)', (bob) => bob.passkey),
  mutation('unlinkProvider(id: $id)', (bob) => bob.provider),
  mutation('revokeAccessToken(id: $id)', (bob) => bob.narrowToken),
];

/** What Ada asks of herself. */
export const selfProbe: Probe = {
  what: 'me, mySessions, accessTokens, sourceKeys, mySignInMethods, myAuditEvents',
  run: async ({ served, ada }) => {
    const { body } = await served
      .as(ada)
      .send(
        '{ me { id } mySessions { id } accessTokens { id } sourceKeys { id } mySignInMethods { id } myAuditEvents { nodes { id } edges { node { id } } } }',
      );
    const own = (table: string): Promise<{ id: string }[]> =>
      served.database.query(`select id from ${table} where owner_id = $1 order by id desc`, [ada.userId]);
    const methods = [
      ...(await own('passkeys')),
      ...(await own('provider_identities')),
      ...(await own('credentials')),
      { id: ada.userId },
    ];
    const events = await own('audit_events');
    const truth = {
      me: { id: ada.userId },
      mySessions: [{ id: ada.session }],
      accessTokens: [{ id: ada.narrowToken }],
      sourceKeys: await own('source_keys'),
      mySignInMethods: methods,
      myAuditEvents: { nodes: events, edges: events.map((node) => ({ node })) },
    };
    return outcomeOf(JSON.stringify(body.data) !== JSON.stringify(truth));
  },
};

/** Also takes a list of ids, which are Bob's where the persona is. */
export const reorderTwin: Twin = {
  what: 'reorderSkills, its persona',
  document: 'mutation ($id: ID!, $ids: [ID!]!) { reorderSkills(parentId: $id, ids: $ids) { id skillName } }',
  foreign: (bob) => bob.persona,
  variables: (id, ada, bob) => ({ id, ids: (id === bob.persona ? bob : ada).skills }),
};

export interface TwinAnswers {
  readonly foreign: string;
  readonly missing: string;
  readonly malformed: string;
}

/** The answers for an id of Bob's, of nobody's and of no form; what tells requests apart by themselves is evened out. */
export async function askTwins(
  { served, ada, bob }: Scene,
  { document, variables, foreign }: Twin,
): Promise<TwinAnswers> {
  const client = served.as(ada);
  const ask = async (id: string): Promise<string> => {
    const { text } = await client.send(document, variables?.(id, ada, bob) ?? { id });
    await served.product.matched();
    return text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"|\(request [^)]*\)/g, 'REQUEST');
  };
  return { missing: await ask(missingId), malformed: await ask('no-id-at-all'), foreign: await ask(foreign(bob)) };
}

/** A probe that reads: it leaks where the answers tell the ids apart. */
export const readingProbe = (twin: Twin): Probe => ({
  what: twin.what,
  run: async (scene) => outcomeOf(isTold(await askTwins(scene, twin))),
});

/** A probe that writes: it leaks where the answers tell the ids apart, or something of Bob's has changed. */
export const writingProbe = (twin: Twin): Probe => ({
  what: twin.what,
  run: async (scene) => {
    const state = (): Promise<string> => rowsOf(scene.served.database, scene.tables, scene.bob.userId);
    const before = await state();
    const answers = await askTwins(scene, twin);
    // What was handed in for Bob is read behind the answer, and would be taken for what the next one changes.
    await scene.served.product.ingested();
    return outcomeOf(isTold(answers) || before !== (await state()));
  },
});

const isTold = ({ foreign, missing, malformed }: TwinAnswers): boolean => foreign !== missing || malformed !== missing;
const outcomeOf = (leaked: boolean): Outcome => (leaked ? 'leaked' : 'held');

/** As the seed makes them; three letters alone would be found in many a random id. */
const bobsId = /b0b[01]0000-0000-7000/;

/** A query of Ada's that comes by an edge to a row of Bob's. */
const edge = (what: string, document: string, start: (scene: Scene) => string): Probe => ({
  what,
  run: async (scene) => {
    const { text } = await scene.served.as(scene.ada).send(`query ($id: ID!) { ${document} }`, { id: start(scene) });
    return outcomeOf(text.includes("bob's") || bobsId.test(text));
  },
});

/** Every edge between owned types, each with a row of the other owner's behind it. */
export const edgeProbes: readonly Probe[] = [
  edge(
    'Application.persona',
    'application(id: $id) { persona { fullName } }',
    ({ dirty }) => dirty.applicationOfBobsPersona,
  ),
  edge(
    'Application.personaJob',
    'application(id: $id) { personaJob { warnings } }',
    ({ dirty }) => dirty.applicationOfBobsMatch,
  ),
  edge('Application.timeline', 'application(id: $id) { timeline { id description } }', ({ ada }) => ada.application),
  edge('PersonaJob.persona', 'personaJob(id: $id) { persona { fullName } }', ({ dirty }) => dirty.matchOfBobsPersona),
  edge('PersonaJob.application', 'personaJob(id: $id) { application { id notes } }', ({ ada }) => ada.personaJobs[1]),
  edge('Persona.skills', 'persona(id: $id) { skills { id skillName } }', ({ ada }) => ada.persona),
  edge(
    'Persona.searchProfile',
    'persona(id: $id) { searchProfile { id fitSearches { label } } }',
    ({ ada }) => ada.persona,
  ),
  edge('Persona.sourcePreferences', 'persona(id: $id) { sourcePreferences { id } }', ({ ada }) => ada.persona),
  edge('Persona.voiceProfile', 'persona(id: $id) { voiceProfile { tone } }', ({ ada }) => ada.persona),
  ...itemEdges(edge),
  edge('ComputeTask.persona', 'computeTask(id: $id) { persona { fullName } }', ({ dirty }) => dirty.taskOfBobsPersona),
  edge('JobIngest.persona', 'jobIngest(id: $id) { persona { fullName } }', ({ dirty }) => dirty.ingestOfBobsPersona),
  edge(
    'JobIngest.personaJob',
    'jobIngest(id: $id) { personaJob { warnings } }',
    ({ dirty }) => dirty.ingestOfBobsMatch,
  ),
  edge('ComputeTaskConnection.nodes', 'computeTasks(personaId: $id) { nodes { id } }', ({ ada }) => ada.persona),
  edge('ComputeTaskEdge.node', 'computeTasks(personaId: $id) { edges { node { id } } }', ({ ada }) => ada.persona),
  edge('SourceRunConnection.nodes', 'sourceRuns(personaId: $id) { nodes { id } }', ({ ada }) => ada.persona),
  edge('SourceRunEdge.node', 'sourceRuns(personaId: $id) { edges { node { id } } }', ({ ada }) => ada.persona),
  edge('PersonaJobConnection.nodes', 'personaJobs(personaId: $id) { nodes { id } }', ({ ada }) => ada.persona),
  edge('PersonaJobEdge.node', 'personaJobs(personaId: $id) { edges { node { id } } }', ({ ada }) => ada.persona),
  edge('ApplicationConnection.nodes', 'applications(personaId: $id) { nodes { id } }', ({ ada }) => ada.persona),
  edge('ApplicationEdge.node', 'applications(personaId: $id) { edges { node { id } } }', ({ ada }) => ada.persona),
];

/** A list of Ada's that rows of Bob's hang on: it leaks where it is not what she would see if he did not exist. */
const list = (what: string, document: string, truth: (scene: Scene) => unknown): Probe => ({
  what,
  run: async (scene) => {
    const { ada, served } = scene;
    const { body } = await served.as(ada).send(`query ($id: ID!) { ${document} }`, { id: ada.persona });
    return outcomeOf(JSON.stringify(body.data) !== JSON.stringify(truth(scene)));
  },
});

const ids = (...all: readonly string[]): readonly { id: string }[] => all.map((id) => ({ id }));
const best = ({ ada }: Scene): readonly [string, string, string] => [
  ada.personaJobs[2],
  ada.personaJobs[1],
  ada.personaJobs[0],
];

export const listProbes: readonly Probe[] = [
  {
    what: 'personas',
    run: async ({ served, ada }) => {
      const { body } = await served.as(ada).send('{ personas { id } }');
      return outcomeOf(JSON.stringify(body.data) !== JSON.stringify({ personas: ids(ada.persona) }));
    },
  },
  list(
    'personaJobs, nodes',
    'personaJobs(personaId: $id, filter: { includeFiltered: true }) { nodes { id } }',
    (scene) => ({
      personaJobs: { nodes: ids(...best(scene)) },
    }),
  ),
  list(
    'applications, nodes',
    'applications(personaId: $id, sort: APPLIED_DESC) { nodes { id } }',
    ({ ada, dirty }) => ({
      applications: { nodes: ids(dirty.applicationOfBobsMatch, ada.application) },
    }),
  ),
];

export const countProbes: readonly Probe[] = [
  list('personaJobs, count', 'personaJobs(personaId: $id) { totalCount }', () => ({ personaJobs: { totalCount: 3 } })),
  list('personaJobs, page', 'personaJobs(personaId: $id, first: 2) { nodes { id } }', (scene) => ({
    personaJobs: { nodes: ids(...best(scene).slice(0, 2)) },
  })),
  list('personaJobs, more', 'personaJobs(personaId: $id, first: 3) { pageInfo { hasNextPage } }', () => ({
    personaJobs: { pageInfo: { hasNextPage: false } },
  })),
  list('applications, count', 'applications(personaId: $id) { totalCount }', () => ({
    applications: { totalCount: 2 },
  })),
  list('applicationStats, counts', 'applicationStats(personaId: $id) { timeInStatus { count } }', () => ({
    applicationStats: { timeInStatus: [{ count: 1 }, { count: 0 }, { count: 0 }] },
  })),
  list('computeTasks, count', 'computeTasks(personaId: $id) { totalCount }', () => ({
    computeTasks: { totalCount: 1 },
  })),
  list('sourceRuns, count', 'sourceRuns(personaId: $id) { totalCount }', () => ({ sourceRuns: { totalCount: 1 } })),
  {
    what: 'personaJobs, cursors',
    run: async ({ served, ada }) => {
      const { body } = await served
        .as(ada)
        .send('query ($id: ID!) { personaJobs(personaId: $id) { edges { cursor } } }', { id: ada.persona });
      const text = JSON.stringify(body.data).replaceAll(/"cursor":"([^"]*)"/g, (_, cursor: string) =>
        Buffer.from(cursor, 'base64url').toString(),
      );
      return outcomeOf(bobsId.test(text));
    },
  },
];

/** Runs probes one after another on one scene. */
export async function outcomes(probes: readonly Probe[], scene: Scene): Promise<Readonly<Record<string, Outcome>>> {
  const found: Record<string, Outcome> = {};
  for (const { what, run } of probes) found[what] = await run(scene);
  return found;
}

/** The same outcome for all of them. */
export const allOf = (probes: readonly Probe[], outcome: Outcome): Readonly<Record<string, Outcome>> =>
  Object.fromEntries(probes.map(({ what }) => [what, outcome]));

export const sceneOf = (served: Walled, { ada, bob }: Seed, rest: Pick<Scene, 'dirty' | 'tables'>): Scene => ({
  served,
  ada,
  bob,
  ...rest,
});
