import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { escapeLike } from '#database/escape-like.ts';
import { cursorValue, type Page, type SortKey } from '#database/keyset.ts';
import { isStorableText } from '#database/storable.ts';
import { User } from '#identity/user.entity.ts';
import { parseInput } from '#platform/parse-input.ts';
import type { QueryAdminUsersArgs } from '#platform/resolver-types.generated.ts';
import { recordLook } from './act.ts';

const newestFirst: readonly SortKey[] = [{ path: ['createdAt'], direction: 'desc', parse: cursorValue.instant }];

const searchRules = z.string().refine(isStorableText, 'This has characters that no account has.').trim().max(255);

/** A page of accounts, newest first, of those alone whose address or name has the text in it. */
export async function listUsers(
  context: OperationContext,
  { search, ...page }: QueryAdminUsersArgs,
): Promise<Page<User>> {
  const text = parseInput(searchRules, search ?? '', 'search');
  await recordLook(context, null, 'looked at accounts');
  return context.rows.page(User, { where: whereOf(text), order: newestFirst, page });
}

function whereOf(text: string): FilterQuery<User> {
  const part = { $ilike: `%${escapeLike(text)}%` };
  return text === '' ? {} : { $or: [{ email: part }, { name: part }] };
}
