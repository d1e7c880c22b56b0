import taxonomy from './skill-taxonomy.json' with { type: 'json' };
import { skillKey } from './skill-words.ts';

/** What a skill is about; decides which words around it prove that an ambiguous name means it. */
export type SkillField = 'code' | 'tool' | 'trade';

export interface KnownSkill {
  readonly name: string;
  readonly kind: 'HARD' | 'SOFT';
  readonly field: SkillField;
}

/** One way to write a skill. */
export interface SkillForm {
  readonly skill: KnownSkill;
  /**
   * How sure it is: anywhere; in its own spelling inside a sentence; only in the company of fitting words; or, as the name
   * of an industry, only where knowledge of it is asked for.
   */
  readonly certainty: 'free' | 'cased' | 'contextual' | 'industry';
  /** Spellings that count; empty for a free form, whose case does not matter. */
  readonly spellings: ReadonlySet<string>;
}

interface TaxonomySkill {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly cased?: readonly string[];
  readonly contextual?: readonly string[];
  readonly industry?: readonly string[];
}

const codeCategories = new Set(['Programming Language', 'Framework / Library', 'Platform / Infrastructure']);

const forms = new Map<string, SkillForm>();
const longestByFirstWord = new Map<string, number>();
for (const { category, kind, skills } of taxonomy) {
  const field = fieldOf(category);
  for (const skill of skills satisfies readonly TaxonomySkill[]) {
    addForms(skill, { name: skill.name, kind: kind === 'SOFT' ? 'SOFT' : 'HARD', field });
  }
}

/** The skill form that consists of exactly these words (see `skillKey`). */
export function findSkillForm(key: string): SkillForm | undefined {
  return forms.get(key);
}

/** Every form with the words that it consists of. */
export function* skillForms(): Generator<readonly [key: string, skill: KnownSkill]> {
  for (const [key, { skill }] of forms) yield [key, skill];
}

/** How many words the longest form has that begins with a word; 0 if none does. */
export function longestFormFrom(firstWord: string): number {
  return longestByFirstWord.get(firstWord) ?? 0;
}

function addForms(skill: TaxonomySkill, known: KnownSkill): void {
  const marked = {
    cased: skill.cased ?? [],
    contextual: skill.contextual ?? [],
    industry: skill.industry ?? [],
  } as const;
  for (const certainty of ['cased', 'contextual', 'industry'] as const) {
    for (const spelling of marked[certainty]) {
      const spellings = marked[certainty].filter((other) => skillKey(other) === skillKey(spelling));
      addForm(skillKey(spelling), { skill: known, certainty, spellings: new Set(spellings) });
    }
  }
  for (const spelling of [skill.name, ...(skill.aliases ?? [])]) {
    if (!forms.has(skillKey(spelling))) {
      addForm(skillKey(spelling), { skill: known, certainty: 'free', spellings: new Set() });
    }
  }
}

function addForm(key: string, form: SkillForm): void {
  forms.set(key, form);
  const words = key.split(' ');
  const first = words[0] ?? '';
  longestByFirstWord.set(first, Math.max(words.length, longestFormFrom(first)));
}

function fieldOf(category: string): SkillField {
  if (codeCategories.has(category)) return 'code';
  return category === 'Tool / Software' ? 'tool' : 'trade';
}
