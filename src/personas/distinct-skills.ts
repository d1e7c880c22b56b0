import { Conflict, InvalidInput } from '#platform/errors.ts';

/** Refuses a list that names a skill twice, in whatever case. */
export function assertDistinctNames(names: readonly string[], field: string): void {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new InvalidInput(`${field}.${index}.skillName`, `${name} is named twice.`);
    seen.add(folded);
  });
}

/** Refuses a name that another skill of the persona has. */
export function assertFreeName(name: string, others: readonly { readonly skillName: string }[]): void {
  if (others.some((other) => other.skillName.toLowerCase() === name.toLowerCase()))
    throw new Conflict('DUPLICATE_NAME', `The persona has the skill ${name} already.`);
}
