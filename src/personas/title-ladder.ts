/** Job titles as steps of a ladder: so that the next one up can be searched for by its name. */

/** A title taken apart. */
interface Rung {
  /** 0 junior, 1 plain, 2 senior, 3 lead, 4 director, 5 vice president, 6 chief. */
  readonly level: number;
  /** The title without its level; from director up, what is directed. */
  readonly role: string;
}

const plain = 1;
const lead = 3;
const director = 4;
const chief = 6;

const prefixes: readonly (readonly [number, RegExp])[] = [
  [chief, /^(?:c[etfoip]o|ciso|chief(?! of staff\b)|president|(?:co-?)?founder)\b ?(.*)$/i],
  [5, /^(?:[se]?vp|(?:senior |executive )?vice president)(?: of|,)? (.+)$/i],
  [director, /^(?:(?:senior |managing )?director|head)(?: of|,)? (.+)$/i],
  [director, /^(.+) director$/i],
  // Lead generation leads nobody, and staff nurses hold no rank.
  [lead, /^(?:(?:lead|principal|senior staff)(?! gen(?:eration)?\b)|staff(?! (?:nurse|accountant|attorney)\b)) (.+)$/i],
  [2, /^(?:senior|sr\.?) (.+)$/i],
  [0, /^(?:junior|jr\.?|associate|entry[- ]level|graduate|trainee) (.+)$/i],
];
const leadsPeople = /^(?:engineering|team|people|hiring|(?:software )?development|technical|operations|it) manager$/i;

function readTitle(title: string): Rung {
  const words = title.trim().replace(/\s+/g, ' ');
  for (const [level, pattern] of prefixes) {
    const role = pattern.exec(words)?.[1];
    if (role !== undefined) return { level: leadsPeople.test(role) ? Math.max(level, lead) : level, role };
  }
  return { level: leadsPeople.test(words) ? lead : plain, role: words };
}

/** How many levels one title stands above another; below zero where it stands lower. */
export const titleRise = (from: string, to: string): number => readTitle(to).level - readTitle(from).level;

/**
 * A title so many levels up, or null where it has no name that can be told from this one: above the directors of a field
 * whose name does not show in the title, and above vice presidents.
 */
export function titleAbove(title: string, steps: number): string | null {
  const { level, role } = readTitle(title);
  return titleOf({ level: level + steps, role: level >= director ? role : roleAt(role, level + steps) });
}

/** What stands in a title of this level: the role, or from director up its field. */
const roleAt = (role: string, level: number): string => (level >= director ? fieldOf(role) : role);

function titleOf({ level, role }: Rung): string | null {
  if (role === '' || level >= chief) return null;
  return (
    [`Junior ${role}`, role, `Senior ${role}`, `Lead ${role}`, `Director of ${role}`, `VP of ${role}`][level] ?? null
  );
}

/** The field of who works in it, by the last word of their title; empty for one that is not here. */
const fields: Readonly<Record<string, string>> = {
  accountant: 'Accounting',
  administrator: 'Administration',
  analyst: 'Analytics',
  architect: 'Architecture',
  consultant: 'Consulting',
  coordinator: '',
  designer: 'Design',
  developer: 'Development',
  engineer: 'Engineering',
  manager: '',
  marketer: 'Marketing',
  nurse: 'Nursing',
  recruiter: 'Recruiting',
  representative: '',
  scientist: 'Science',
  specialist: '',
};

function fieldOf(role: string): string {
  const words = role.split(' ');
  const field = fields[words.at(-1)?.toLowerCase() ?? ''];
  return field === undefined ? '' : [...words.slice(0, -1), field].join(' ').trim();
}
