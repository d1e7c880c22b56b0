// What somebody with each title does.
const trades: ReadonlyMap<string, string> = new Map([
  ['engineer', 'engineering'],
  ['developer', 'development'],
  ['designer', 'design'],
  ['manager', 'management'],
  ['scientist', 'science'],
  ['analyst', 'analysis'],
  ['recruiter', 'recruiting'],
  ['sourcer', 'sourcing'],
  ['accountant', 'accounting'],
  ['bookkeeper', 'bookkeeping'],
  ['architect', 'architecture'],
  ['administrator', 'administration'],
  ['marketer', 'marketing'],
  ['strategist', 'strategy'],
  ['consultant', 'consulting'],
  ['copywriter', 'copywriting'],
  ['owner', 'management'],
  ['nurse', 'nursing'],
  ['teacher', 'teaching'],
  ['sdr', 'sales development'],
  ['bdr', 'business development'],
  ['entwickler', 'development'],
  ['ingenieur', 'engineering'],
]);
const people = new RegExp(`\\b(${[...trades.keys()].join('|')})s?\\b`, 'gi');

/** A title in which people are replaced by what they do: "Product Designer" is about product design. */
export function tradeOfTitle(title: string): string {
  return title.replace(people, (_, person: string) => trades.get(person.toLowerCase()) ?? person);
}
