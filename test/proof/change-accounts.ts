import { OperationMaker } from './operations.ts';
import { Random } from './random.ts';
import { knownTo, type World } from './world.ts';

/**
 * Everything that others than Ada do with accounts: somebody opens one, Bob does to his whatever identity allows, and as
 * an admin to theirs what staff may; then they delete it.
 */
export async function changeAccounts(world: World, round: number): Promise<void> {
  const { product, bob, ids, compiled, database } = world;
  const guest = await product.signUp(`guest-${round}`);
  const mark = `90e5${String(round).padStart(4, '0')}`;
  const material = {
    ...world,
    policy: compiled.policy,
    ids: { ...ids, own: ids.foreign, foreign: new Map([['User', [guest.userId]]]) },
    known: await knownTo(product, bob, mark),
    cursors: [],
    texts: [],
  };
  const maker = new OperationMaker(material, new Random(round));
  for (const field of maker.fields) {
    const runsAs = compiled.policy.fields.get(`Mutation.${field.field}`)?.runsAs;
    if (field.kind !== 'mutation' || runsAs === 'APP' || field.field === 'deleteAccount') continue;
    const idClass = runsAs === 'STAFF' ? 'foreign' : 'own';
    // Some of it ends his sessions, or is for staff alone.
    await database.query(`update sessions set revoked_at = null, roles = '{ADMIN}' where owner_id = $1`, [bob.userId]);
    const { document, variables } = maker.make({ ...field, idClass, isPlain: true });
    await bob.send(document, variables);
  }
  await database.query(`update sessions set revoked_at = null, roles = '{USER}' where owner_id = $1`, [bob.userId]);
  // What staff did may have made an admin of it, who is not deleted.
  await database.query(`update users set roles = '{USER}' where id = $1`, [guest.userId]);
  await database.query(`update sessions set revoked_at = null, roles = '{USER}' where owner_id = $1`, [guest.userId]);
  await guest.ask('mutation ($email: String!) { deleteAccount(confirmEmail: $email) }', { email: guest.email });
}
