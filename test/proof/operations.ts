import {
  astFromValue,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationTypeNode,
} from 'graphql';
import type { Policy } from '#authorization/policy.ts';
import { objectTypes } from '#authorization/schema-walk.ts';
import { missingId } from '../support/twins.ts';
import type { IdsByType } from './fill-rows.ts';
import type { Random } from './random.ts';

/** What an id of an argument is to the viewer. */
export const idClasses = ['own', 'foreign', 'missing', 'malformed', 'wrong type'] as const;
export type IdClass = (typeof idClasses)[number];

/** An operation that may be sent, with what of the schema it touches. */
export interface Operation {
  readonly kind: OperationTypeNode;
  /** The root field that it is about. */
  readonly field: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly idClass: IdClass;
  /** Fields, arguments and input fields, as coordinates of the schema. */
  readonly coordinates: ReadonlySet<string>;
  /** Ids that its arguments name. */
  readonly named: ReadonlySet<string>;
}

/** Every argument and input field that an operation can give, subscriptions' left out. */
export function inputCoordinates(schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const visit = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      if (found.has(`${named.name}.${field.name}`)) continue;
      found.add(`${named.name}.${field.name}`);
      visit(field.type);
    }
  };
  for (const type of objectTypes(schema).filter((each) => each !== schema.getSubscriptionType()))
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) {
        found.add(`${type.name}.${field.name}(${argument.name}:)`);
        visit(argument.type);
      }
  return [...found];
}

/** What operations are made from. */
export interface Material {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly ids: Readonly<Record<'own' | 'foreign' | 'shared', IdsByType>>;
  /** What each row points at, by ids. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Places in lists, the viewer's own and others'. */
  readonly cursors: readonly string[];
  /** What only the viewer knows, such as their password, by the name of what asks for it; links by their kind. */
  readonly known?: Readonly<Record<string, string>>;
  /** What plain texts say; `plain` if left out. */
  readonly plain?: () => string;
  /** Texts to search for and to store, beside plain ones. */
  readonly texts: readonly string[];
}

export interface Wish {
  readonly kind: OperationTypeNode;
  readonly field: string;
  readonly idClass: IdClass;
  /** The one path of ids that the class is for, where others are the viewer's own. */
  readonly at?: string;
  /** All fields to a depth and no argument that is not needed; else whatever chance wants. */
  readonly isPlain: boolean;
  /** Every argument and input field, needed or not. */
  readonly isFull?: boolean;
}

const plainDepth = 5;

/** Input fields that may be left out only where another one stands in, which nobody can make up: a passkey's answer, a page. */
const neededInputs: ReadonlySet<string> = new Set(['RegisterInput.password', 'IngestJobInput.text']);

/** Makes operations of a schema by its types alone: nothing here knows a domain. */
export class OperationMaker {
  readonly #material: Material;
  readonly #random: Random;

  constructor(material: Material, random: Random) {
    this.#material = material;
    this.#random = random;
  }

  /** The root fields of the schema, as wishes without the rest. */
  get fields(): readonly Pick<Wish, 'kind' | 'field'>[] {
    const { schema } = this.#material;
    return (['query', 'mutation', 'subscription'] as OperationTypeNode[]).flatMap((kind) =>
      Object.keys(schema.getRootType(kind)?.getFields() ?? {}).map((field) => ({ kind, field })),
    );
  }

  /** Whether a field takes ids that name rows. */
  takesIds({ kind, field }: Pick<Wish, 'kind' | 'field'>): boolean {
    const root = this.#material.schema.getRootType(kind);
    return (this.#material.policy.fields.get(`${root?.name}.${field}`)?.references.length ?? 0) > 0;
  }

  make(wish: Wish): Operation {
    const root = this.#material.schema.getRootType(wish.kind);
    if (!root) throw new Error(`There are no ${wish.kind}s in this schema.`);
    return new Draft(this.#material, this.#random, wish).of(root);
  }
}

/** One operation in the making. */
class Draft {
  readonly #material: Material;
  readonly #random: Random;
  readonly #wish: Wish;
  readonly #coordinates = new Set<string>();
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  /** Ids that its arguments name. */
  readonly #named = new Set<string>();

  constructor(material: Material, random: Random, wish: Wish) {
    this.#material = material;
    this.#random = random;
    this.#wish = wish;
  }

  of(root: GraphQLObjectType): Operation {
    const { kind, field, idClass } = this.#wish;
    const definition = root.getFields()[field];
    if (!definition) throw new Error(`${root.name} has no ${field}.`);
    const depth = this.#wish.isPlain ? plainDepth : 1 + this.#random.below(5);
    const selected = this.#field(root, definition, depth);
    const isAlone = kind !== 'query' || this.#material.policy.fields.get(`${root.name}.${field}`)?.runsAs !== 'APP';
    const more =
      !isAlone && !this.#wish.isPlain && this.#random.chance(0.2) ? this.#again(root, definition, depth) : '';
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    return {
      kind,
      field,
      idClass,
      document: [`${kind} Made${variables} { ${selected}${more} }`, ...this.#fragments].join(' '),
      variables: this.#variables,
      coordinates: this.#coordinates,
      named: this.#named,
    };
  }

  /** The same field under another name, with arguments of its own. */
  #again(root: GraphQLObjectType, definition: GraphQLField<unknown, unknown>, depth: number): string {
    return ` again: ${this.#field(root, definition, depth)}`;
  }

  #field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const coordinate = `${type.name}.${field.name}`;
    this.#coordinates.add(coordinate);
    const below = isCompositeType(getNamedType(field.type)) ? ` ${this.#selection(field.type, depth - 1)}` : '';
    const alias =
      !this.#wish.isPlain && this.#random.chance(0.1) && depth < plainDepth
        ? `a${this.#random.below(3)}${field.name}: `
        : '';
    return `${alias}${field.name}${this.#arguments(coordinate, field)}${below}`;
  }

  #selection(of: GraphQLField<unknown, unknown>['type'], depth: number): string {
    const type = getNamedType(of);
    if (isAbstractType(type)) {
      const members = this.#material.schema
        .getPossibleTypes(type)
        .map((member) => `... on ${member.name} ${this.#fields(member, depth)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type)) throw new Error(`${type.name} has nothing to select.`);
    return this.#fields(type, depth);
  }

  #fields(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const fitting = all.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    const chosen = this.#wish.isPlain ? fitting : fitting.filter(() => this.#random.chance(0.5));
    const parts = chosen.map((field) => this.#wrapped(type, this.#field(type, field, depth)));
    return `{ ${['__typename', ...parts].join(' ')} }`;
  }

  /** A field as it is, or within a fragment. */
  #wrapped(type: GraphQLObjectType, selected: string): string {
    if (this.#wish.isPlain || this.#random.chance(0.8)) return selected;
    if (this.#random.chance(0.5)) return `... on ${type.name} { ${selected} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${selected} }`);
    return `...${name}`;
  }

  #arguments(coordinate: string, { args }: GraphQLField<unknown, unknown>): string {
    const given = this.#fitting(args).map((argument) => {
      const path = { coordinate, path: [argument.name] };
      this.#coordinates.add(`${coordinate}(${argument.name}:)`);
      return `${argument.name}: ${this.#argument(argument, this.#value(argument.type, path))}`;
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** The arguments to give: those needed, and of the others such as go together. */
  #fitting(args: readonly GraphQLArgument[]): readonly GraphQLArgument[] {
    const sides = [
      ['first', 'after'],
      ['last', 'before'],
    ];
    const page = this.#random.pick(
      this.#wish.isFull
        ? sides
        : [[], ['first'], ['last'], ['first', 'after'], ['last', 'before'], ['after'], ['first', 'last', 'before']],
    );
    return args.filter((argument) => {
      if (isRequired(argument)) return true;
      if (this.#wish.isPlain && !this.#wish.isFull) return false;
      if (isOfPage(argument)) return page.includes(argument.name);
      return this.#wish.isFull || this.#random.chance(0.4);
    });
  }

  /** A value as a variable or written out. */
  #argument(argument: GraphQLArgument, value: unknown): string {
    // An object that is a scalar has no way to be written out.
    const isWritten = typeof value !== 'object' || getNamedType(argument.type).name !== 'JSON';
    const written =
      !this.#wish.isPlain && this.#random.chance(0.3) && isWritten ? astFromValue(value, argument.type) : null;
    if (written) return print(written);
    const name = `v${this.#definitions.length}`;
    this.#definitions.push(`$${name}: ${String(argument.type)}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, at: Place): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType as GraphQLInputType, at);
    if (isListType(type)) return this.#list(type.ofType as GraphQLInputType, at);
    const nullable = getNullableType(type);
    if (isEnumType(nullable)) return this.#random.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const given = Object.values(nullable.getFields()).filter(
        (field) =>
          isRequiredInputField(field) ||
          this.#leadsToIds([...at.path, field.name]) ||
          neededInputs.has(`${nullable.name}.${field.name}`) ||
          this.#wish.isFull ||
          (!this.#wish.isPlain && this.#random.chance(0.4)),
      );
      return Object.fromEntries(
        given.map((field) => {
          this.#coordinates.add(`${nullable.name}.${field.name}`);
          return [field.name, this.#value(field.type, { ...at, path: [...at.path, field.name] })];
        }),
      );
    }
    return nullable.name === 'JSON' ? this.#json(at) : this.#scalar(nullable.name, at);
  }

  #json(at: Place): unknown {
    return documentsOf[at.path.at(-1) ?? '']?.(() => this.#anyText()) ?? this.#text(at);
  }

  /** A list of own ids is all that hang on what the operation names already, for what needs every one of them. */
  #list(item: GraphQLInputType, at: Place): unknown[] {
    const to = this.#referredAt(at);
    if (to !== null && this.#classAt(at) === 'own') return this.#children(to);
    const length = this.#wish.isPlain ? 1 : this.#random.below(4);
    return Array.from({ length }, () => this.#value(item, at));
  }

  /** Or else on what that hangs on, and so on upwards. */
  #children(to: string): string[] {
    const { ids, parents } = this.#material;
    const own = [...(ids.own.get(to) ?? [])];
    for (let above = [...this.#named]; above.length > 0; above = above.flatMap((id) => parents.get(id) ?? [])) {
      const hanging = own.filter((id) => parents.get(id)?.some((parent) => above.includes(parent)));
      if (hanging.length > 0) return hanging;
    }
    return own;
  }

  /** Whether the ids that the class is for stand at this path or below it: then they are given, needed or not. */
  #leadsToIds(path: readonly string[]): boolean {
    return `${this.#wish.at ?? ''}.`.startsWith(`${path.join('.')}.`);
  }

  #scalar(name: string, at: Place): unknown {
    switch (name) {
      case 'ID':
        return this.#nameAt(at);
      case 'Int':
        if (this.#wish.isPlain) return numbersOf[at.path.at(-1) ?? ''] ?? 1;
        return this.#random.pick([0, 1, 2, 20, 50, 100, 101, -1, 2_147_483_647]);
      case 'Float':
        return this.#random.pick([0, 0.5, 10]);
      case 'Boolean':
        return this.#random.chance(0.5);
      case 'DateTime':
        return this.#random.pick(['2025-10-01T08:00:00Z', '2025-11-02T00:00:00.000Z', '2026-01-01T00:00:00Z']);
      case 'Date':
        return this.#random.pick(['2025-10-01', '2025-11-02']);
      default:
        return this.#text(at);
    }
  }

  #text(at: Place): string {
    const name = at.path.at(-1) ?? '';
    if (/^(after|before)$/.test(name)) return this.#random.pick(['', ...this.#material.cursors]);
    const known = this.#knownAt(at);
    // An address is asked for where it should be known, and where it should be new.
    if (known !== undefined && this.#random.chance(name === 'email' ? 0.5 : 0.8)) return known;
    return this.#formed(name) ?? this.#anyText();
  }

  /** An id of a row, or a word that stands for what is none. */
  #nameAt(at: Place): unknown {
    const to = this.#referredAt(at);
    const word = to === null ? this.#formed(at.path.at(-1) ?? '') : undefined;
    return word ?? this.#id(to, this.#classAt(at));
  }

  #formed(name: string): string | undefined {
    const form = formsOf[name];
    return form !== undefined && (this.#wish.isPlain || this.#random.chance(0.8)) ? form(this.#random) : undefined;
  }

  #anyText(): string {
    return this.#wish.isPlain
      ? (this.#material.plain?.() ?? 'plain')
      : this.#random.pick(['', 'a', 'Ada', 'Pool', ...this.#material.texts]);
  }

  /** A link goes by what it is for: its argument says so, or the field where that is called no more than a token. */
  #knownAt({ coordinate, path }: Place): string | undefined {
    const { known = {} } = this.#material;
    const name = path.at(-1) ?? '';
    if (known[name] !== undefined) return known[name];
    const [, field = ''] = coordinate.split('.');
    const purpose = (name === 'token' ? field : name).replaceAll(/[A-Z]/g, '_$&').toUpperCase();
    return Object.entries(known).find(([kind]) => purpose.includes(kind))?.[1];
  }

  #referredAt({ coordinate, path }: Place): string | null {
    const references = this.#material.policy.fields.get(coordinate)?.references ?? [];
    return references.find((reference) => reference.path.join('.') === path.join('.'))?.to ?? null;
  }

  #classAt({ path }: Place): IdClass {
    const { at, idClass } = this.#wish;
    return at === undefined || at === path.join('.') ? idClass : 'own';
  }

  #id(to: string | null, idClass: IdClass): string {
    if (to === null) return this.#random.pick([missingId, ...this.#anybody()]);
    const id = this.#idOf(to, idClass);
    this.#named.add(id);
    return id;
  }

  /** Ids that name no row: whatever they are of, nothing may come of it. */
  #anybody(): readonly string[] {
    const { own, foreign } = this.#material.ids;
    return [own, foreign].flatMap((ids) => [...ids.values()].flatMap((all) => all.slice(0, 1)));
  }

  /** Takes one number from chance whatever the class, so that operations of one seed differ in their ids alone. */
  #idOf(to: string, idClass: IdClass): string {
    const { ids } = this.#material;
    const draw = this.#random.next();
    const oneOf = (all: readonly string[] = []): string => all[Math.floor(draw * all.length)] ?? missingId;
    switch (idClass) {
      case 'own':
        return oneOf(ids.own.get(to) ?? ids.shared.get(to));
      case 'foreign':
        return oneOf(ids.foreign.get(to) ?? ids.shared.get(to));
      case 'missing':
        return missingId;
      case 'malformed':
        return oneOf(malformedIds);
      case 'wrong type':
        return oneOf([...ids.foreign].flatMap(([type, all]) => (type === to ? [] : all)));
    }
  }
}

const malformedIds = ['', 'no-id-at-all', `${missingId} `, `{${missingId}}`, "' or 1=1 --"];

interface Place {
  readonly coordinate: string;
  readonly path: readonly string[];
}

const isRequired = (argument: GraphQLArgument): boolean =>
  isNonNullType(argument.type) && argument.defaultValue === undefined;

const isOfPage = ({ name }: GraphQLArgument): boolean => ['first', 'last', 'after', 'before'].includes(name);

/** Numbers of a kind that their names stand for. */
const numbersOf: Readonly<Record<string, number>> = { graduationYear: 2020 };

/** Documents in the formats that names of JSON arguments stand for. */
const documentsOf: Readonly<Record<string, (text: () => string) => object>> = {
  document: (text) => ({
    basics: { name: text(), summary: text(), location: { city: text() }, image: text() },
    work: [{ name: text(), position: text(), startDate: '2020-02', highlights: [text()], keywords: [text()] }],
    education: [{ institution: text(), endDate: '2019' }],
    certificates: [{ name: text(), issuer: text() }],
    skills: [{ name: text(), keywords: [text()] }],
    awards: [{ title: text() }],
    'x-tenure': { persona: { currentCompany: text() }, voiceProfile: { tone: text() } },
  }),
};

/** Texts of a form that their names stand for; what they are not is tried as well. */
const formsOf: Readonly<Record<string, (random: Random) => string>> = {
  sourceId: (random) => random.pick(['adzuna', 'usajobs']),
  key: (random) => random.pick(['made:key', 'made@example.com:key']),
  email: (random) => `made${random.below(1_000_000_000)}@example.com`,
  newEmail: (random) => `made${random.below(1_000_000_000)}@example.com`,
  password: () => 'correct horse 1!',
  newPassword: () => 'another horse 2!',
  imageUrl: () => 'https://example.com/picture.png',
  url: () => 'https://jobs.example/1',
  salaryCurrency: () => 'EUR',
  linkedinUrl: () => 'https://example.com/in',
  portfolioUrl: () => 'https://example.com/',
  verificationUrl: () => 'https://example.com/check',
};
