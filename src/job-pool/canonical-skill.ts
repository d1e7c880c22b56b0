import { LRUCache } from 'lru-cache';
import { findSkillForm } from './skill-index.ts';
import { skillKey } from './skill-words.ts';

/**
 * The key under which both sides of a comparison file a skill: the usual spelling of a known skill in lower case
 * (`golang` and `Go` are `go`, `k8s` is `kubernetes`, `Node` is `node.js`), else the name's own words. Fit for names that
 * somebody wrote as skills, where no context has to prove that Go means the language.
 */
export function canonicalSkill(name: string): string {
  const known = remembered.get(name) ?? keyOf(name);
  remembered.set(name, known);
  return known;
}

// People and postings write the same few thousand names again and again.
const remembered = new LRUCache<string, string>({ max: 20_000 });

function keyOf(name: string): string {
  const key = skillKey(name.normalize('NFKC'));
  const known = findSkillForm(key)?.skill.name.toLowerCase();
  return known ?? (key === '' ? name.trim().toLowerCase() : key);
}
