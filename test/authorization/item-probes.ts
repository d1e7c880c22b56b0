import type { Probe, Twin } from './probes.ts';
import type { Owner } from './tenants.ts';

// The lists of a persona are changed by operations alike: what is tried with one kind is tried with all.

/** A kind of item: its type, where its rows are, and what is given of it. */
export interface ItemKind {
  readonly type: string;
  /** As `Persona`, or the row above it, names the list. */
  readonly list: string;
  readonly table: string;
  /** Of its rows, beside owner and parent; the text that says whose it is stands in `text`. */
  readonly columns: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** A new one, as the API takes it. */
  readonly input: string;
  /** The field that is changed, as the API names the text's column. */
  readonly field: string;
  readonly isOfJob?: true;
}

export const itemKinds = [
  {
    type: 'WorkHistory',
    list: 'workHistories',
    table: 'work_histories',
    columns: { work_model: 'REMOTE' },
    text: 'company_name',
    input: 'companyName: "mine", jobTitle: "T", startDate: "2020-01-01", workModel: REMOTE',
    field: 'companyName',
  },
  {
    type: 'Bullet',
    list: 'bullets',
    table: 'bullets',
    columns: {},
    text: 'text',
    input: 'text: "mine"',
    field: 'text',
    isOfJob: true,
  },
  {
    type: 'Education',
    list: 'educations',
    table: 'educations',
    columns: { graduation_year: 2010 },
    text: 'institution',
    input: 'institution: "mine", degree: "D", fieldOfStudy: "F", graduationYear: 2010',
    field: 'institution',
  },
  {
    type: 'Certification',
    list: 'certifications',
    table: 'certifications',
    columns: {},
    text: 'certification_name',
    input: 'certificationName: "mine", issuingOrganization: "O", dateObtained: "2020-01-01"',
    field: 'certificationName',
  },
  {
    type: 'AchievementStory',
    list: 'achievementStories',
    table: 'achievement_stories',
    columns: {},
    text: 'title',
    input: 'title: "mine", context: "C", action: "A", outcome: "O"',
    field: 'title',
  },
  {
    type: 'CustomNonNegotiable',
    list: 'customNonNegotiables',
    table: 'custom_non_negotiables',
    columns: { filter_type: 'EXCLUDE', filter_field: 'TITLE' },
    text: 'filter_name',
    input: 'filterName: "mine", filterType: EXCLUDE, filterValue: "V", filterField: TITLE',
    field: 'filterName',
  },
] as const satisfies readonly ItemKind[];

/** Two items of each kind, by type; bullets are of the first job. */
export type Items = Readonly<Record<(typeof itemKinds)[number]['type'], readonly [string, string]>>;

type Kind = (typeof itemKinds)[number];

const parentOf = (kind: Kind, { persona, items }: Owner): string =>
  'isOfJob' in kind ? items.WorkHistory[0] : persona;
const reorderOf = ({ list }: Kind): string => `reorder${list.charAt(0).toUpperCase()}${list.slice(1)}`;

const adding = (kind: Kind): Twin => ({
  what: `add${kind.type}`,
  document: `mutation ($id: ID!) {
    add${kind.type}(${'isOfJob' in kind ? 'workHistoryId' : 'personaId'}: $id, input: { ${kind.input} }) { ${kind.field} }
  }`,
  foreign: (bob) => parentOf(kind, bob),
});

const changing = (kind: Kind): Twin => ({
  what: `update${kind.type}`,
  document: `mutation ($id: ID!) { update${kind.type}(id: $id, input: { ${kind.field}: "mine now" }) { id } }`,
  foreign: ({ items }) => items[kind.type][0],
});

const reordering = (kind: Kind): Twin => ({
  what: `${reorderOf(kind)}, whose they are`,
  document: `mutation ($id: ID!, $ids: [ID!]!) { ${reorderOf(kind)}(parentId: $id, ids: $ids) { ${kind.field} } }`,
  foreign: (bob) => parentOf(kind, bob),
  variables: (id, ada, bob) => ({ id, ids: (id === parentOf(kind, bob) ? bob : ada).items[kind.type] }),
});

const removing = ({ type }: Kind): Twin => ({
  what: `remove${type}`,
  document: `mutation ($id: ID!) { remove${type}(id: $id) }`,
  foreign: ({ items }) => items[type][1],
});

/** Every mutation of an item that takes its id or its parent's; those that take rows away come last. */
export const itemTwins: readonly Twin[] = [adding, changing, reordering, removing].flatMap((make) =>
  itemKinds.map((kind) => make(kind)),
);

const reorderingForeign = (kind: Kind): Twin => ({
  what: `${reorderOf(kind)}, its items`,
  document: `mutation ($id: ID!, $parent: ID!, $other: ID!) { ${reorderOf(kind)}(parentId: $parent, ids: [$id, $other]) { id } }`,
  foreign: ({ items }) => items[kind.type][0],
  variables: (id, ada) => ({ id, parent: parentOf(kind, ada), other: ada.items[kind.type][1] }),
});

/** Those whose resolver asks for what is the persona's by itself. */
export const carefulItemTwins: readonly Twin[] = [
  ...itemKinds.map((kind) => reorderingForeign(kind)),
  {
    what: 'addBullet, its skills',
    document:
      'mutation ($id: ID!, $job: ID!) { addBullet(workHistoryId: $job, input: { text: "T", skillsDemonstrated: [$id] }) { id } }',
    foreign: ({ skills }) => skills[0],
    variables: (id, ada) => ({ id, job: ada.items.WorkHistory[0] }),
  },
  {
    what: 'updateAchievementStory, its job',
    document:
      'mutation ($id: ID!, $story: ID!) { updateAchievementStory(id: $story, input: { relatedWorkHistoryId: $id }) { id } }',
    foreign: ({ items }) => items.WorkHistory[0],
    variables: (id, ada) => ({ id, story: ada.items.AchievementStory[0] }),
  },
];

type EdgeMaker = (what: string, document: string, start: (scene: { readonly ada: Owner }) => string) => Probe;

/** The lists themselves, each with a row of the other owner's in it. */
export const itemEdges = (edge: EdgeMaker): readonly Probe[] =>
  itemKinds.map((kind) => {
    const own = `${kind.list} { id ${kind.field} }`;
    const document = 'isOfJob' in kind ? `workHistories { ${own} }` : own;
    return edge(
      `${'isOfJob' in kind ? 'WorkHistory' : 'Persona'}.${kind.list}`,
      `persona(id: $id) { ${document} }`,
      ({ ada }) => ada.persona,
    );
  });
