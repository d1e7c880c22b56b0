import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql';
import { logins, reachOf, type FieldPolicy, type Policy } from './policy.ts';
import { describeRateLimit } from './rate-limits.ts';
import { roleOf, tableGrants } from './row-policies.ts';
import { objectTypes } from './schema-walk.ts';
import { describeScopes } from './scopes.ts';
import { anonymous, refusal, roles, type SignedIn, type Viewer } from './viewer.ts';

const columns = ['coordinate', 'Anonymous', ...roles, 'rows', 'login', 'guarded by'] as const;

/**
 * The policy as a table: who may see or do what, for each coordinate, argument that names rows, and table. Committed,
 * so that a change of policy shows as a change of lines.
 * @returns tab-separated text, sorted, ending in a line break
 */
export function accessMatrix(schema: GraphQLSchema, policy: Policy): string {
  const fields = [...policy.fields.values()].flatMap((field) => [
    fieldRow(policy, field),
    ...referenceRows(policy, field),
  ]);
  const tables = objectTypes(schema)
    .filter((type) => policy.owned.has(type.name) || policy.shared.has(type.name))
    .map((type) => tableRow(policy, type.name));
  const inputs = Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => [
        `${type.name}.${field.name}`,
        '',
        '',
        '',
        '',
        getNamedType(field.type).name,
        '',
        '',
      ]),
    );
  const rows = [...fields, ...tables, ...inputs].map((row) => row.join('\t')).toSorted();
  return `${[columns.join('\t'), ...rows].join('\n')}\n`;
}

const holding = (held: SignedIn['roles']): SignedIn => ({
  kind: 'SignedIn',
  userId: '',
  sessionId: '',
  roles: held,
  authenticatedAt: new Date(0),
});

function fieldRow(policy: Policy, field: FieldPolicy): readonly string[] {
  const verdict = (viewer: Viewer): string => (refusal(field, viewer) ? '-' : 'yes');
  const signedIn = roles.map((role) => verdict(holding(policy.impliedRoles.get(role) ?? new Set())));
  const guard = policy.isImplied(field.coordinate) ? 'the way to it' : 'shield';
  const owned = field.yieldsOwned.map((type) => `own ${type}`).join(', ');
  const access = field.publicReason === null ? guard : `public: ${field.publicReason}`;
  return [
    field.coordinate,
    verdict(anonymous),
    ...signedIn,
    owned,
    field.runsAs,
    [access, ...extraGuards(field), ...(owned ? ['tripwire'] : [])].join('; '),
  ];
}

/** What holds beside who the viewer is. */
export const extraGuards = ({
  requires,
  scopes,
  publicReason,
  signsIn,
  stepUpSeconds,
  rateLimits,
}: FieldPolicy): readonly string[] => [
  ...(publicReason === null && scopes.length > 0 ? [`tokens with ${describeScopes(scopes)}`] : []),
  ...(signsIn ? ['signs in'] : []),
  ...(requires.has('SIGNED_IN') ? ['also before the password is changed'] : []),
  ...(stepUpSeconds === null ? [] : [`step-up ${stepUpSeconds} s`]),
  ...rateLimits.map(describeRateLimit),
];

const referenceRows = (policy: Policy, field: FieldPolicy): readonly (readonly string[])[] =>
  field.references.map(({ path, to, access, each }) => [
    `${field.coordinate}(${path.join('.')}:)`,
    '',
    '',
    '',
    '',
    `${reachOf(policy, field, to)} ${to}, ${access}`,
    field.runsAs,
    each ? 'lookup of each' : 'lookup',
  ]);

function tableRow(policy: Policy, type: string): readonly string[] {
  const owner = policy.owned.get(type);
  const shared = policy.shared.get(type);
  const whose = owner
    ? `own by ${owner.via.join('.')} = ${owner.key}`
    : `shared: ${shared?.reason}; from ${shared?.reachedFrom.join(', ') || 'nowhere'}`;
  const grants = tableGrants(policy, type);
  const held = logins.flatMap((login) => {
    const privileges = grants.get(roleOf(login));
    return privileges ? [`${login}: ${[...privileges].join(' ')}`] : [];
  });
  return [type, '', '', '', '', whose, held.join('; '), owner ? 'filter, row policies' : 'edges, grants'];
}
