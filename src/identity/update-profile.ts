import type { OperationContext } from '#authorization/operation-context.ts';
import { lockOwnAccount } from './find-account.ts';
import { parseDisplayName, parseImageUrl } from './parse-profile.ts';
import { recordAudit } from './record-audit.ts';
import type { User } from './user.entity.ts';

export interface UpdateProfileInput {
  readonly name?: string | null;
  readonly imageUrl?: string | null;
}

/** Changes the viewer's name and picture; what is left out stays. @throws InvalidInput */
export async function updateProfile(context: OperationContext, input: UpdateProfileInput): Promise<User> {
  const changes = {
    ...(input.name === undefined ? {} : { name: parseDisplayName(input.name) }),
    ...(input.imageUrl === undefined ? {} : { imageUrl: parseImageUrl(input.imageUrl) }),
  };
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  if (Object.keys(changes).length === 0) return user;
  em.assign(user, { ...changes, updatedAt: context.now });
  recordAudit(em, context, { event: 'PROFILE_CHANGED', ownerId: user.id });
  return user;
}
