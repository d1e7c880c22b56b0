import { describe, expect, it } from 'vitest';
import type { SearchBucket } from '#personas/search-profile.entity.ts';
import { adapterOf } from '#sources/adapters/adapters.ts';
import { questionsFor } from '#sources/boards-for.ts';
import { plainReason } from '#sources/plain-reason.ts';

const search = (fields: Partial<SearchBucket>): SearchBucket => ({
  label: 'Search',
  keywords: [],
  titles: [],
  remoteokTags: [],
  location: null,
  ...fields,
});
const approvedAt = new Date('2026-08-10');
const asked = (
  name: string,
  searches: readonly SearchBucket[],
  home = { homeCountry: 'United States', homeState: 'Texas', homeCity: 'Austin' },
) => {
  const source = adapterOf(name);
  if (!source) throw new Error(`No adapter ${name}`);
  const profile = { fitSearches: searches, stretchSearches: [], approvedAt };
  const wanted = questionsFor(source, { persona: home, profile });
  return 'boards' in wanted ? wanted.boards : wanted.skipped;
};

describe('what a source is asked for a persona', () => {
  const nurse = search({ titles: ['Nurse (ICU)'], location: 'Austin' });
  it.each<[string, readonly SearchBucket[], readonly string[]]>([
    ['adzuna', [nurse], ['us/Nurse ICU/Austin']],
    ['adzuna', [search({ titles: ['Nurse/../x?y'] })], ['us/Nurse .. x y']],
    ['adzuna', [search({ keywords: ['C#', 'Go', 'SQL', 'Rust'] })], ['us/C# Go SQL']],
    ['usajobs', [nurse, nurse, search({ titles: ['Nurse'] })], ['Nurse ICU/Austin', 'Nurse']],
    ['remoteok', [search({ remoteokTags: ['react', 'node'] })], ['react', 'node']],
    ['jobicy', [search({ titles: ['Data Engineer'] })], ['Data Engineer']],
    ['themuse', [search({ titles: ['Senior Data Engineer', 'Nurse', 'Baker'] })], ['Data and Analytics', 'Healthcare']],
  ])('of %s is what the searches come to', (name, searches, boards) => {
    expect(asked(name, searches)).toEqual(boards);
  });

  it('is five questions at most', () => {
    const searches = Array.from({ length: 9 }, (_, index) => search({ titles: [`Nurse ${index}`] }));
    expect(asked('adzuna', searches)).toHaveLength(5);
  });

  it('is nothing of a source that is not of their country, or where the searches say nothing', () => {
    const nothing = 'Your searches hold nothing that it can be asked.';
    const home = { homeCountry: 'Japan', homeState: '', homeCity: 'Tokyo' };
    for (const name of ['usajobs', 'adzuna']) expect(asked(name, [nurse], home)).toBe(nothing);
    expect(asked('adzuna', [])).toBe(nothing);
  });
});

describe('plainReason', () => {
  it.each([
    ['answer: too many requests (429)', 'It asks to be left alone for a while.'],
    ['answer: has the status 503; waiting 7200 s for it is too long', 'It asks to be left alone for a while.'],
    ['answer: has the status 500', 'It does not answer as it should (500).'],
    ['answer: there is no such board (404)', 'There is no such board (404).'],
    ['answer: is empty', 'Its answer is empty.'],
    ['answer: The page cannot be reached.', 'The page cannot be reached.'],
    ['limit: the time for the source is up', 'The time for the source is up.'],
    ['records: 3 of 9 are no postings', '3 of 9 are no postings.'],
  ])('puts %j as a sentence', (reason, sentence) => {
    expect(plainReason(reason)).toBe(sentence);
  });
});
