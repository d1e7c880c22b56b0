// Builds src/job-pool/skill-taxonomy.json:
//   node scripts/build-skill-taxonomy.ts CURATION TECHNOLOGY_SKILLS.tsv[.gz] TECH_ALIASES.json > src/job-pool/skill-taxonomy.json
// CURATION (skill-curation.txt) decides. The table of technology skills (O*NET) proves it complete: each technology
// marked hot or in demand has to be covered or left out by name. The list of technology names gives further aliases.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { skillKey } from '../src/job-pool/skill-words.ts';

interface Skill {
  readonly name: string;
  readonly aliases: string[];
  readonly cased: string[];
  readonly contextual: string[];
  readonly industry: string[];
}

interface Technology {
  readonly name: string;
  readonly aliases: readonly string[];
}

const softCategories = new Set([
  'Leadership & Management',
  'Communication',
  'Collaboration',
  'Problem Solving',
  'Adaptability',
]);
const leftOutHeading = 'Left out';

const [curationPath, onetPath, aliasesPath] = process.argv.slice(2);
if (curationPath === undefined || onetPath === undefined || aliasesPath === undefined) {
  throw new Error('usage: build-skill-taxonomy.ts CURATION TECHNOLOGY_SKILLS TECH_ALIASES');
}

const { categories, leftOut } = readCuration(readText(curationPath));
const ownerOfKey = new Map<string, string>();
for (const skill of [...categories.values()].flat()) claimForms(skill);
addAliases(JSON.parse(readText(aliasesPath)));
reportUncovered(readText(onetPath));
process.stdout.write(format());

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function readCuration(text: string) {
  const read = { categories: new Map<string, Skill[]>(), leftOut: new Set<string>() };
  let category = '';
  for (const line of text.split('\n').map((row) => row.trim())) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (line === '' || line.startsWith('# ')) continue;
    if (heading !== undefined) category = heading;
    else if (category === leftOutHeading) read.leftOut.add(line.replace(/^!/, '').toLowerCase());
    else read.categories.set(category, [...(read.categories.get(category) ?? []), readSkill(line)]);
  }
  return read;
}

function readSkill(line: string): Skill {
  const [name = '', forms = ''] = line.split(/:\s+/, 2);
  const listed = forms.split(',').map((form) => form.trim());
  const marked = (mark: string): string[] =>
    listed.filter((form) => form.startsWith(mark)).map((form) => form.slice(mark.length));
  const aliases = listed.filter((form) => /^[^?=~]/.test(form));
  return { name, aliases, cased: marked('='), contextual: marked('?'), industry: marked('~') };
}

// One form may mean one skill only, or matching would depend on the order of the file.
function claimForms({ name, aliases, cased, contextual, industry }: Skill): void {
  for (const form of new Set([name, ...aliases, ...cased, ...contextual, ...industry].map(skillKey))) {
    const owner = ownerOfKey.get(form);
    if (form === '' || (owner !== undefined && owner !== name)) {
      throw new Error(`"${form}" means both ${owner} and ${name}`);
    }
    ownerOfKey.set(form, name);
  }
}

function addAliases(technologies: readonly Technology[]): void {
  const byName = new Map([...categories.values()].flat().map((skill) => [skill.name.toLowerCase(), skill]));
  for (const technology of technologies) {
    const skill = byName.get(technology.name.toLowerCase());
    for (const alias of skill === undefined ? [] : technology.aliases) {
      if (leftOut.has(alias.toLowerCase()) || ownerOfKey.has(skillKey(alias)) || skillKey(alias).length < 4) continue;
      skill?.aliases.push(alias.toLowerCase());
      ownerOfKey.set(skillKey(alias), skill?.name ?? '');
    }
  }
}

function reportUncovered(table: string): void {
  const rows = table.split('\n').map((row) => row.split('\t'));
  const hot = new Set(rows.filter((row) => row[5] === 'Y' || row[6]?.trim() === 'Y').map((row) => row[2] ?? ''));
  const uncovered = [...hot].filter((name) => !leftOut.has(name.toLowerCase()) && !isCovered(name));
  if (uncovered.length > 0) throw new Error(`neither covered nor left out:\n${uncovered.toSorted().join('\n')}`);
}

// O*NET writes "Microsoft Excel", "Structured query language SQL", "Ansible software": one run of the words is ours.
function isCovered(technology: string): boolean {
  const words = skillKey(technology).split(' ');
  return words.some((_, from) => words.some((__, to) => ownerOfKey.has(words.slice(from, to + 1).join(' '))));
}

function format(): string {
  const groups = [...categories].map(([category, skills]) => {
    const kind = softCategories.has(category) ? 'SOFT' : 'HARD';
    const rows = skills.map((skill) => `    ${JSON.stringify(compact(skill))}`).join(',\n');
    return `  {"category":${JSON.stringify(category)},"kind":"${kind}","skills":[\n${rows}\n  ]}`;
  });
  return `[\n${groups.join(',\n')}\n]\n`;
}

function compact({ name, aliases, cased, contextual, industry }: Skill): Partial<Skill> {
  return {
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(cased.length > 0 && { cased }),
    ...(contextual.length > 0 && { contextual }),
    ...(industry.length > 0 && { industry }),
  };
}
