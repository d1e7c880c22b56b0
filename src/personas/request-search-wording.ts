import type { OperationContext } from '#authorization/operation-context.ts';
import { notify } from '#database/notify.ts';
import { wordingChannel, wordingState } from '#notifications/wording.ts';
import type { WordingState } from '#platform/resolver-types.generated.ts';
import { requireSearchProfile } from './change-search-profile.ts';
import type { SearchProfile } from './search-profile.entity.ts';

type Worded = Pick<SearchProfile, 'fitSearches' | 'stretchSearches' | 'approvedAt' | 'wordingDueAt' | 'wordedAt'>;

/** How far searches have got with names of the language model's: those that were approved keep theirs, and none need none. */
export const searchWordingState = (
  { fitSearches, stretchSearches, approvedAt, wordingDueAt, wordedAt }: Worded,
  hasModel: boolean,
): WordingState =>
  wordingState({
    isWritten: wordedAt !== null,
    isPossible: hasModel && approvedAt === null && fitSearches.length + stretchSearches.length > 0,
    dueAt: wordingDueAt,
  });

/** Asks for names of a persona's searches, which are there soon after; where there can be none, or are, nothing happens. */
export async function requestSearchWording(
  context: OperationContext,
  personaId: string,
  hasModel: boolean,
): Promise<SearchProfile> {
  const profile = await requireSearchProfile(context, personaId);
  if (searchWordingState(profile, hasModel) !== 'AVAILABLE') return profile;
  profile.wordingDueAt = context.now;
  const em = await context.rows.em();
  await em.flush();
  await notify(em, wordingChannel);
  return profile;
}
