import { Kind, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { loginsOf, refusedTo, selectedCoordinates, type Selected } from '#authorization/judge-document.ts';
import { anonymous, type Role, type Standing, type Viewer } from '#authorization/viewer.ts';
import { compile } from './library.ts';

const { schema, policy } = compile(`
  type Query {
    me: Member
    board: Board
    sign: Sign @public(reason: "for all")
    search: [Hit!]
    named: Named
  }
  type Mutation {
    enter(name: String): Entered @public(reason: "sign-in") @signsIn @runsAs(login: IDENTITY)
    leave: Boolean @public(reason: "sign-out") @runsAs(login: IDENTITY)
    rename(name: String): Member
    resign: Member @stepUp(maxAge: 600)
    secure: Secured @stepUp(maxAge: 60) @beforePasswordChange
  }
  type Sign @public(reason: "for all") { text: String staff: String @auth(requires: SUPPORT) next: Sign }
  type Entered @public(reason: "for whoever entered") { token: String member: Member }
  type Member implements Named { name: String board: Board friend: Member salary: Int @auth(requires: ADMIN) }
  type Board implements Named @auth(requires: SUPPORT) { name: String }
  type Secured @beforePasswordChange { ok: Boolean member: Member }
  interface Named { name: String }
  union Hit = Member | Sign
`);

const now = new Date('2025-11-03T09:00:00.000Z');
const member: Viewer = {
  kind: 'SignedIn',
  userId: 'u',
  sessionId: 's',
  roles: new Set(['SIGNED_IN', 'USER']),
  authenticatedAt: now,
};
const holding = (role: Role): Viewer => ({ ...member, roles: policy.impliedRoles.get(role) ?? new Set() });

interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operation?: string;
}

function select(text: string, { variables = {}, operation }: Asked = {}): readonly Selected[] {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return selectedCoordinates(schema, policy, { document, operation: operationOf(document, operation), variables });
}

function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const found = document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION && (name === undefined || node.name?.value === name),
  );
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document has no such operation.');
  return found;
}

const coordinates = (text: string, asked?: Asked): readonly string[] =>
  select(text, asked).map((selected) => selected.policy.coordinate);
const refusals = (text: string, viewer: Viewer, asked?: Asked): readonly string[] =>
  refusedTo(select(text, asked), { viewer, now }).map(({ path, error }) => `${path.join('.')} ${error.code}`);

describe('what is selected', () => {
  test('is found through named and inline fragments, one in another', () => {
    const text = `
      query { ...top }
      fragment top on Query { me { ... on Member { ...rest } ... { salary } } }
      fragment rest on Member { name board { name } }`;
    expect(coordinates(text)).toEqual(['Query.me', 'Member.name', 'Member.board', 'Board.name', 'Member.salary']);
  });

  test('has the path of the answer: aliases, not names', () => {
    expect(select('{ a: me { b: board { c: name } } }').map(({ path }) => path.join('.'))).toEqual([
      'a',
      'a.b',
      'a.b.c',
    ]);
  });

  test('is what the one operation of several selects', () => {
    const text = 'query one { me { name } } query two { sign { text } }';
    expect(coordinates(text, { operation: 'two' })).toEqual(['Query.sign', 'Sign.text']);
  });

  test('leaves skipped branches out, whether by value or by variable', () => {
    const text = `query ($yes: Boolean!, $no: Boolean! = false) {
      a: me @include(if: $no) { salary }
      b: me @skip(if: $yes) { salary }
      c: me { ... on Member @include(if: $no) { salary } ...pay @skip(if: true) name @include(if: true) }
    }
    fragment pay on Member { salary }`;
    expect(coordinates(text, { variables: { yes: true, no: false } })).toEqual(['Query.me', 'Member.name']);
    expect(coordinates(text, { variables: { yes: false, no: false } })).toContain('Member.salary');
  });

  test('keeps a fragment that is spread once skipped and once not', () => {
    const text = '{ me { ...pay @skip(if: true) ...pay } } fragment pay on Member { salary }';
    expect(coordinates(text)).toEqual(['Query.me', 'Member.salary']);
  });

  test('holds the members of a union that a fragment narrows to, and no others', () => {
    expect(coordinates('{ search { ... on Sign { text } ... on Member { name } __typename } }')).toEqual([
      'Query.search',
      'Member.name',
      'Sign.text',
    ]);
    expect(coordinates('{ search { ... on Sign { text } } }')).toEqual(['Query.search', 'Sign.text']);
  });

  test('holds each implementation of an interface, and only the type at hand inside a type', () => {
    expect(coordinates('{ named { name } }')).toEqual(['Query.named', 'Member.name', 'Board.name']);
    expect(coordinates('{ me { ... on Named { name } } }')).toEqual(['Query.me', 'Member.name']);
  });

  test('holds nothing of introspection', () => {
    expect(
      coordinates('{ __typename __schema { types { name fields { name } } } __type(name: "Member") { name } }'),
    ).toEqual([]);
  });

  test('merges what is said many times, so that a small document cannot cost much', () => {
    const spreads = Array.from({ length: 200 }, (_, at) => `fragment f${at} on Member { ...f${at + 1} ...f${at + 1} }`);
    const text = `{ me { ...f0 ...f0 } } ${spreads.join(' ')} fragment f200 on Member { name }`;
    expect(coordinates(text)).toEqual(['Query.me', 'Member.name']);
    const deep = (levels: number): string =>
      levels === 0 ? 'name' : `friend { ...g${levels - 1} } friend { ...g${levels - 1} }`;
    const fragments = Array.from({ length: 25 }, (_, at) => `fragment g${at} on Member { ${deep(at)} }`);
    expect(coordinates(`{ me { ...g24 } } ${fragments.join(' ')}`)).toHaveLength(26);
  });
});

describe('what is refused', () => {
  test('to the anonymous is everything that is not public, each with its path', () => {
    expect(refusals('{ me { name } sign { text } }', anonymous)).toEqual([
      'me UNAUTHENTICATED',
      'me.name UNAUTHENTICATED',
    ]);
  });

  test('to a member is what another role may do', () => {
    expect(refusals('{ mine: me { name pay: salary } board { name } }', member)).toEqual([
      'mine.pay FORBIDDEN',
      'board.name FORBIDDEN',
    ]);
  });

  test('is nothing to who holds the role, or one that includes it', () => {
    expect(refusals('{ me { salary board { name } } sign { staff } }', holding('SUPPORT'))).toEqual([
      'me.salary FORBIDDEN',
    ]);
    expect(refusals('{ me { salary board { name } } sign { staff } }', holding('ADMIN'))).toEqual([]);
  });

  test('hides in no fragment, alias, union or interface', () => {
    const hidden = [
      '{ ...q } fragment q on Query { me { salary } }',
      '{ a: me { ... on Member { b: salary } } }',
      '{ search { ... on Member { salary } } }',
      '{ named { ... on Member { salary } } }',
      '{ me { ... on Named { ... on Member { salary } } } }',
      'query ($on: Boolean! = true) { me { salary @include(if: $on) } }',
    ];
    for (const text of hidden)
      expect(refusals(text, member, { variables: { on: true } }).map((refused) => refused.split(' ')[1])).toEqual([
        'FORBIDDEN',
      ]);
  });

  test('to the anonymous whose token has run out says so, that the client may refresh it', () => {
    const [refused] = refusedTo(select('{ me { name } }'), { viewer: { kind: 'Anonymous', tokenExpired: true }, now });
    expect(refused?.error).toMatchObject({ code: 'UNAUTHENTICATED', details: { reason: 'TOKEN_EXPIRED' } });
  });

  test('is left to execution below a mutation that signs in, and only there', () => {
    expect(refusals('mutation { enter { token member { name salary } } }', anonymous)).toEqual([]);
    expect(refusals('mutation { enter { token } rename { name } }', anonymous)).toEqual([
      'rename UNAUTHENTICATED',
      'rename.name UNAUTHENTICATED',
    ]);
  });
});

describe('what asks for a recent proof of who it is', () => {
  const provenAgo = (seconds: number, roles: readonly Standing[] = ['SIGNED_IN', 'USER']): Viewer => ({
    ...member,
    roles: new Set(roles),
    authenticatedAt: new Date(now.getTime() - seconds * 1000),
  });

  test('is done up to the last second of its age, and refused after that', () => {
    expect(refusals('mutation { resign { name } }', provenAgo(600))).toEqual([]);
    expect(refusals('mutation { resign { name } }', provenAgo(600.001))).toEqual(['resign STEP_UP_REQUIRED']);
    const [refused] = refusedTo(select('mutation { resign { name } }'), { viewer: provenAgo(601), now });
    expect(refused?.error.details).toEqual({ maxAge: 600, methods: ['PASSWORD'] });
  });

  test('refuses what it stands on, each by its own age, and what stands beside is judged by itself', () => {
    const text = 'mutation { a: resign { name } b: secure { ok } rename { name } }';
    expect(refusals(text, provenAgo(61))).toEqual(['b STEP_UP_REQUIRED']);
    expect(refusals(text, provenAgo(601))).toEqual(['a STEP_UP_REQUIRED', 'b STEP_UP_REQUIRED']);
  });

  test('asks first who it is, and for which role', () => {
    expect(refusals('mutation { resign { name } }', anonymous)).toEqual([
      'resign UNAUTHENTICATED',
      'resign.name UNAUTHENTICATED',
    ]);
    expect(refusals('mutation { resign { name } }', provenAgo(601, ['SIGNED_IN']))).toEqual([
      'resign FORBIDDEN',
      'resign.name FORBIDDEN',
    ]);
  });
});

describe('an account that must change its password', () => {
  const bound: Viewer = { ...member, roles: new Set(['SIGNED_IN']) };

  test('reaches what is open before that, and nothing else', () => {
    expect(refusals('mutation { secure { ok } }', bound)).toEqual([]);
    expect(refusals('mutation { secure { ok member { name } } rename { name } }', bound)).toEqual([
      'secure.member.name FORBIDDEN',
      'rename FORBIDDEN',
      'rename.name FORBIDDEN',
    ]);
    expect(refusals('{ sign { text } }', bound)).toEqual([]);
  });

  test('is told why', () => {
    const [refused] = refusedTo(select('{ me { name } }'), { viewer: bound, now });
    expect(refused?.error.details).toEqual({ reason: 'PASSWORD_CHANGE_REQUIRED' });
  });
});

describe('the logins of an operation', () => {
  test('are those of its root fields', () => {
    expect(loginsOf(select('mutation { enter { member { name } } leave }'))).toEqual(new Set(['IDENTITY']));
    expect(loginsOf(select('mutation { leave rename { name } }'))).toEqual(new Set(['IDENTITY', 'APP']));
    expect(loginsOf(select('{ me { name } }'))).toEqual(new Set(['APP']));
  });
});
