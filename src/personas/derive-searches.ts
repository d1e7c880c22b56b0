import { hash } from 'node:crypto';
import type { Persona } from './persona.entity.ts';
import type { SearchBucket } from './search-profile.entity.ts';
import type { Skill } from './skill.entity.ts';
import { titleAbove, titleRise } from './title-ladder.ts';

/** All that searches are derived from; whatever changes here makes them stale. */
export interface SearchedPersona extends Pick<
  Persona,
  | 'targetRoles'
  | 'targetSkills'
  | 'stretchAppetite'
  | 'homeCity'
  | 'commutableCities'
  | 'relocationCities'
  | 'remotePreference'
> {
  readonly currentRole?: string | null | undefined;
  readonly skills: readonly Pick<Skill, 'skillName' | 'skillType' | 'proficiency' | 'yearsUsed'>[];
}

/** Most of each, in what is derived and in what is edited. */
export const searchLimits = {
  buckets: 15,
  words: 30,
  label: 120,
  keyword: 100,
  title: 200,
  remoteokTag: 60,
  location: 120,
} as const;

const mostFit = 4;
const mostStretch = 3;
const mostKeywords = 8;

/** How many levels up a search may go, and the titles above the present one that are looked for unasked. */
const climbs = {
  LOW: { most: 1, steps: [1] },
  MEDIUM: { most: 2, steps: [1, 2] },
  HIGH: { most: Infinity, steps: [2, 3] },
} as const;

export interface Searches {
  readonly fitSearches: readonly SearchBucket[];
  readonly stretchSearches: readonly SearchBucket[];
}

/**
 * Searches for what a persona is today and for what it could grow into: at most four and three, of what it says of itself
 * alone. One that says little has fewer, and one that says nothing has none.
 */
export function deriveSearches(persona: SearchedPersona): Searches {
  const sketch = sketchPersona(persona);
  return {
    fitSearches: distinct(fitSearches(persona, sketch)).slice(0, mostFit),
    stretchSearches: distinct(stretchSearches(persona, sketch)).slice(0, mostStretch),
  };
}

/** What the searches were derived from, in a hash that the order of lists does not change. */
export function searchFingerprint(persona: SearchedPersona): string {
  const facts = [
    persona.currentRole ?? '',
    persona.skills.map(({ skillName }) => skillName).toSorted(),
    persona.targetRoles.toSorted(),
    persona.targetSkills.toSorted(),
    persona.stretchAppetite,
    persona.homeCity,
    persona.commutableCities.toSorted(),
    persona.relocationCities.toSorted(),
    persona.remotePreference,
  ];
  return hash('sha256', JSON.stringify(facts));
}

/** A persona as far as every search needs it. */
interface Sketch {
  /** What it is by its own word; empty where it says nothing. */
  readonly role: string;
  /** Its best hard skills, the best first. */
  readonly keywords: readonly string[];
  /** Where it looks first; null for anywhere. */
  readonly location: string | null;
  /** Wished-for titles that it has not, with how far they lie above. */
  readonly wishes: readonly { readonly title: string; readonly rise: number }[];
}

function sketchPersona(persona: SearchedPersona): Sketch {
  const role = persona.currentRole?.trim() ?? '';
  const isAnywhere = persona.remotePreference === 'REMOTE_ONLY';
  const place = [persona.homeCity, ...persona.commutableCities].find((city) => city.trim() !== '');
  const wishes = persona.targetRoles
    .filter((title) => title.toLowerCase() !== role.toLowerCase())
    .map((title) => ({ title, rise: role === '' ? 0 : titleRise(role, title) }));
  return { role, keywords: bestSkills(persona), location: isAnywhere ? null : (place ?? null), wishes };
}

function fitSearches(persona: SearchedPersona, { role, keywords, location, wishes }: Sketch): readonly SearchBucket[] {
  const own = role === '' ? [] : [bucket({ titles: [role], keywords, location })];
  const wished = wishes
    .filter(({ rise }) => rise <= 0)
    .map(({ title }) => bucket({ titles: [title], keywords, location }));
  const skilled = keywords.length < 2 ? [] : [bucket({ label: listed(keywords), titles: [], keywords, location })];
  const titles = [role, ...wishes.map(({ title }) => title)].filter(Boolean).slice(0, 1);
  const elsewhere = [...persona.commutableCities, ...persona.relocationCities]
    .filter((city) => location !== null && city !== location && titles.length > 0)
    .map((city) => bucket({ label: `${titles[0]} in ${city}`, titles, keywords, location: city }));
  return [...own, ...wished.slice(0, 2), ...skilled, ...elsewhere];
}

function stretchSearches(
  { stretchAppetite, targetSkills, skills }: SearchedPersona,
  { role, keywords, location, wishes }: Sketch,
): readonly SearchBucket[] {
  const { most, steps } = climbs[stretchAppetite];
  const known = new Set(skills.map(({ skillName }) => skillName.toLowerCase()));
  const wanted = targetSkills.filter((skill) => !known.has(skill.toLowerCase())).slice(0, mostKeywords);
  const wished = wishes
    .filter(({ rise }) => rise > 0 && rise <= most)
    .map(({ title }) => bucket({ titles: [title], keywords: [...wanted, ...keywords], location }));
  const above = role === '' ? [] : steps.flatMap((step) => titleAbove(role, step) ?? []);
  const climbing = above.length === 0 ? [] : [bucket({ titles: above, keywords, location })];
  const learning =
    wanted.length === 0
      ? []
      : [bucket({ label: listed(wanted), titles: role ? [role] : [], keywords: wanted, location })];
  return [...wished.slice(0, 2), ...climbing, ...learning];
}

type Sketched = Pick<SearchBucket, 'titles' | 'keywords' | 'location'> & { readonly label?: string };

function bucket({ titles, keywords, location, label = titles.join(' or ') }: Sketched): SearchBucket {
  const words = keywords.slice(0, mostKeywords);
  return {
    label: cut(label, searchLimits.label),
    keywords: words.map((word) => cut(word, searchLimits.keyword)),
    titles: titles.map((title) => cut(title, searchLimits.title)),
    remoteokTags: [...new Set(words.flatMap(remoteokTag))],
    location: location === null ? null : cut(location, searchLimits.location),
  };
}

/** What can be a tag of RemoteOK. */
export const remoteokTagForm = /^[a-z0-9._-]+$/i;

/** A skill as RemoteOK tags it; none for one that its tags cannot spell, such as C++. */
function remoteokTag(skill: string): string[] {
  const tag = skill
    .trim()
    .toLowerCase()
    .replace(/[\s/]+/g, '-');
  return remoteokTagForm.test(tag) && tag.length <= searchLimits.remoteokTag ? [tag] : [];
}

const proficiencies = ['LEARNING', 'FAMILIAR', 'PROFICIENT', 'EXPERT'] as const;

/** Hard skills by how well they are known, then how long, then by name; what is only being learnt stays out. */
const bestSkills = ({ skills }: SearchedPersona): readonly string[] =>
  skills
    .filter(({ skillType, proficiency }) => skillType === 'HARD' && proficiency !== 'LEARNING')
    .toSorted(
      (one, other) =>
        proficiencies.indexOf(other.proficiency) - proficiencies.indexOf(one.proficiency) ||
        (other.yearsUsed ?? 0) - (one.yearsUsed ?? 0) ||
        (one.skillName < other.skillName ? -1 : 1),
    )
    .slice(0, mostKeywords)
    .map(({ skillName }) => skillName);

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}

/** Each search once: two with the same words and places would ask the same. */
const distinct = (searches: readonly SearchBucket[]): readonly SearchBucket[] => [
  ...new Map(
    searches.map((search) => [JSON.stringify([search.titles, search.keywords, search.location]), search] as const),
  ).values(),
];

/** So many characters, and no half of one at the end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
