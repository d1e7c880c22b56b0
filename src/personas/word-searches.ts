import { LockMode } from '@mikro-orm/core';
import { askForWords, wordDue, type WordingWork } from '#notifications/wording.ts';
import type { Searches } from './derive-searches.ts';
import { SearchProfile } from './search-profile.entity.ts';
import { readSearchWording, searchWordingPrompt } from './search-wording-prompt.ts';

/**
 * Names the searches whose owners asked for it. Names are kept only on the searches that the model was told of.
 * @returns how many profiles were claimed
 */
export const wordSearches = (work: WordingWork): Promise<number> =>
  wordDue(work, { entity: SearchProfile, property: 'wordingDueAt' }, (profile) => settle(work, profile));

async function settle(work: WordingWork, profile: SearchProfile): Promise<void> {
  const read = (answer: string): Searches | null => readSearchWording(answer, profile);
  const worded = await askForWords(work, { id: profile.id, prompt: searchWordingPrompt(profile), read });
  await work.orm.em.fork().transactional(async (em) => {
    const current = await em.findOne(SearchProfile, { id: profile.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Searches that were derived, edited or approved meanwhile are not waiting for words any more.
    if (!current?.wordingDueAt || textOf(current) !== textOf(profile)) return;
    em.assign(current, { wordingDueAt: null, ...(worded ? { ...worded, wordedAt: work.now() } : {}) });
  });
}

const textOf = ({ fitSearches, stretchSearches }: Searches): string => JSON.stringify([fitSearches, stretchSearches]);
