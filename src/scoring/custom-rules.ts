import { industryWords } from '#job-pool/derive-industry.ts';
import type { CustomRule, ScoredPosting } from './scored-inputs.ts';
import type { Rule } from './gate-rule.ts';
import { asPhrase } from './phrase.ts';

const fieldNames: Readonly<Record<CustomRule['field'], string>> = {
  COMPANY_NAME: 'company name',
  TITLE: 'title',
  DESCRIPTION: 'description',
  LOCATION: 'location',
  INDUSTRY: 'industry',
};

const mostListed = 3;

/**
 * A rule of the persona's own: excluded is a field that contains one of the values, required one that contains any of
 * them, as whole words. What the posting does not tell only warns. Undefined for a rule without values.
 */
export function customRule({ name, type, values, field }: CustomRule): Rule | undefined {
  const phrases = values
    .split(',')
    .map((value) => ({ value: value.trim(), phrase: asPhrase(value) }))
    .filter(({ phrase }) => phrase.trim() !== '');
  if (phrases.length === 0) return undefined;
  const where = fieldNames[field];
  const wanted = phrases.slice(0, mostListed).map(({ value }) => `"${value}"`);
  const list = `${wanted.join(', ')}${phrases.length > mostListed ? ' …' : ''}`;
  return (posting, { failures, warnings }) => {
    const text = fieldText(posting, field);
    if (text === null) {
      warnings.push(`Your rule "${name}" could not be checked: the posting tells no ${where}.`);
      return;
    }
    const found = phrases.find(({ phrase }) => text.includes(phrase));
    if (type === 'EXCLUDE' && found)
      failures.push(`Your rule "${name}" excludes it: its ${where} has "${found.value}".`);
    if (type === 'REQUIRE' && !found) failures.push(`Your rule "${name}" requires ${list} in its ${where}.`);
  };
}

function fieldText(posting: ScoredPosting, field: CustomRule['field']): string | null {
  const { title, companyName, location, industry, descriptionText } = posting;
  const texts = { TITLE: title, COMPANY_NAME: companyName, LOCATION: location, DESCRIPTION: descriptionText };
  if (field === 'INDUSTRY') return industry === null ? null : industryWords(industry).map(asPhrase).join('');
  const text = texts[field];
  return text === null ? null : asPhrase(text);
}
