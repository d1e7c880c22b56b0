import { dataOf, type Answer, type Tenant } from './product.ts';

/** One kind of list of a persona, as its operations and fields are called. */
interface ItemKind {
  readonly type: string;
  readonly plural: string;
  /** The argument that names the row whose list it is. */
  readonly parent: 'personaId' | 'workHistoryId';
  /** What it takes at least. */
  readonly input: object;
  /** Another value for some of its fields. */
  readonly change: object;
  /** How long a list may be. */
  readonly most: number;
  /** Scalars that are not given in `input`, with what is there then. */
  readonly filledIn: object;
}

const kinds: readonly ItemKind[] = [
  {
    type: 'WorkHistory',
    plural: 'WorkHistories',
    parent: 'personaId',
    input: { companyName: 'US Navy', jobTitle: 'Programmer', startDate: '1943-12-01', workModel: 'ONSITE' },
    change: { jobTitle: 'Rear admiral', endDate: '1986-08-14', companyIndustry: 'Defence' },
    most: 50,
    filledIn: { companyIndustry: null, endDate: null, isCurrent: true, location: '', description: null },
  },
  {
    type: 'Bullet',
    plural: 'Bullets',
    parent: 'workHistoryId',
    input: { text: 'Wrote the first compiler.' },
    change: { metrics: '10 times faster' },
    most: 50,
    filledIn: { skillsDemonstrated: [], metrics: null },
  },
  {
    type: 'Education',
    plural: 'Educations',
    parent: 'personaId',
    input: { institution: 'Yale', degree: 'PhD', fieldOfStudy: 'Mathematics', graduationYear: 1934 },
    change: { gpa: 3.9, honors: 'Phi Beta Kappa' },
    most: 50,
    filledIn: { gpa: null, honors: null },
  },
  {
    type: 'Certification',
    plural: 'Certifications',
    parent: 'personaId',
    input: { certificationName: 'Kubernetes', issuingOrganization: 'CNCF', dateObtained: '2024-02-29' },
    change: { expirationDate: '2027-02-28', verificationUrl: 'https://example.com/check' },
    most: 100,
    filledIn: { expirationDate: null, credentialId: null, verificationUrl: null },
  },
  {
    type: 'AchievementStory',
    plural: 'AchievementStories',
    parent: 'personaId',
    input: { title: 'The moth', context: 'A relay stuck.', action: 'Looked.', outcome: 'Found the bug.' },
    change: { outcome: 'Kept the bug.' },
    most: 50,
    filledIn: { skillsDemonstrated: [], relatedWorkHistoryId: null },
  },
  {
    type: 'CustomNonNegotiable',
    plural: 'CustomNonNegotiables',
    parent: 'personaId',
    input: { filterName: 'No tobacco', filterType: 'EXCLUDE', filterValue: 'tobacco, vaping', filterField: 'INDUSTRY' },
    change: { filterType: 'REQUIRE', filterField: 'DESCRIPTION' },
    most: 50,
    filledIn: {},
  },
];

type Sender = Pick<Tenant, 'send'>;

export interface MadeItem {
  readonly id: string;
  readonly displayOrder: number;
}

/** A kind with its operations. */
function withOperations(kind: ItemKind) {
  const { type, plural, parent, input: least, filledIn } = kind;
  const fields = ['id', ...Object.keys({ ...least, ...filledIn }), 'displayOrder'].join(' ');
  const list = `${plural[0]?.toLowerCase()}${plural.slice(1)} { ${fields} }`;
  const isBelow = parent === 'workHistoryId';
  const add = (sender: Sender, parentId: string, input: object = {}): Promise<Answer> =>
    sender.send(
      `mutation ($parentId: ID!, $input: ${type}Input!) { item: add${type}(${parent}: $parentId, input: $input) { ${fields} } }`,
      { parentId, input: { ...least, ...input } },
    );
  return {
    ...kind,
    /** Selects the list, below a persona or job. */
    list,
    add,
    /** Adds one that is accepted. */
    make: async (sender: Sender, parentId: string, input: object = {}): Promise<MadeItem> =>
      dataOf<{ item: MadeItem }>(await add(sender, parentId, input)).item,
    update: (sender: Sender, id: string, input: object): Promise<Answer> =>
      sender.send(
        `mutation ($id: ID!, $input: Update${type}Input!) { item: update${type}(id: $id, input: $input) { ${fields} } }`,
        { id, input },
      ),
    remove: (sender: Sender, id: string): Promise<Answer> =>
      sender.send(`mutation ($id: ID!) { removed: remove${type}(id: $id) }`, { id }),
    reorder: (sender: Sender, parentId: string, ids: readonly string[]): Promise<Answer> =>
      sender.send(
        `mutation ($parentId: ID!, $ids: [ID!]!) { items: reorder${plural}(parentId: $parentId, ids: $ids) { id displayOrder } }`,
        { parentId, ids },
      ),
    /** All that a persona has, as a query reads them. */
    of: async (tenant: Tenant, personaId: string): Promise<readonly MadeItem[]> => {
      const { persona } = await tenant.ask<{ persona: { items: MadeItem[]; workHistories: { items: MadeItem[] }[] } }>(
        `query ($id: ID!) { persona(id: $id) { ${isBelow ? `workHistories { items: ${list} }` : `items: ${list}`} } }`,
        { id: personaId },
      );
      return isBelow ? persona.workHistories.flatMap(({ items }) => items) : persona.items;
    },
  };
}

export type ItemOperations = ReturnType<typeof withOperations>;

/** Every kind of list that a persona has beside its skills. */
export const itemKinds: readonly ItemOperations[] = kinds.map(withOperations);

/** The kind of a type. */
export function itemKind(type: string): ItemOperations {
  const kind = itemKinds.find((each) => each.type === type);
  if (!kind) throw new Error(`There is no kind ${type}.`);
  return kind;
}
