// What makes a name of a skill stay one word: C++, C#, .NET, Node.js, R&D. Hyphens, slashes and blanks divide, so
// "CI/CD", "ci-cd" and "ci cd" are the same words.
const word = /\.net\b|[\p{L}\p{N}]+(?:[.&][\p{L}\p{N}]+)*[+#]*/giu;

/** A word of a text in lower case, and where it stands. */
export interface SkillWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text as names of skills are made of. */
export function skillWords(text: string): SkillWord[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The form a skill's name is looked up by: its words in lower case, one blank apart. */
export function skillKey(name: string): string {
  return skillWords(name)
    .map(({ text }) => text)
    .join(' ');
}
