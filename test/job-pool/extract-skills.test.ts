import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { extractSkills, mostSkills } from '#job-pool/extract-skills.ts';
import taxonomy from '#job-pool/skill-taxonomy.json' with { type: 'json' };

const names = (text: string, title = 'Programmer'): string[] => extractSkills(title, text).map(({ name }) => name);
const requirement = (text: string, skill: string, title = 'Programmer') =>
  extractSkills(title, text).find(({ name }) => name === skill);

describe('extractSkills', () => {
  it('finds skills in any case and by their other names, each once, in order', () => {
    expect(names('Requirements\n - golang, PYTHON and k8s\n - Postgres, Python')).toEqual([
      'Go',
      'Python',
      'Kubernetes',
      'PostgreSQL',
    ]);
  });

  it.each([
    ['C++, C#, .NET and F#', ['C++', 'C#', '.NET', 'F#']],
    ['Node.js and Next.js', ['Node.js', 'Next.js']],
    ['React Native', ['React Native']],
    ['CI/CD, A/B testing, TCP/IP', ['CI/CD', 'A/B Testing', 'TCP/IP']],
    ['JavaScript', ['JavaScript']],
    ['Spring Boot', ['Spring Boot']],
    ['Python.', ['Python']],
    ['(TypeScript/React)', ['TypeScript', 'React']],
  ])('reads "%s" as %j, longest name first', (text, expected) => expect(names(text, 'Baker')).toEqual(expected));

  it('finds nothing inside longer words', () => {
    expect(names('javascripting pythonic scalable reactor gopher restful', 'Baker')).toEqual(['REST']);
    expect(names('Interest, arrest, reactive, expressive, scale', 'Baker')).toEqual([]);
  });

  it('does not read two things divided by a comma as one', () => {
    expect(names('data, engineering', 'Baker')).not.toContain('Data Engineering');
  });
});

describe('extractSkills with ambiguous names', () => {
  it.each([
    ['Experience with Go or Rust', ['Go', 'Rust']],
    ['You write Go, Python and SQL', ['Go', 'Python', 'SQL']],
    ['Proficient in C, C++ or R', ['C', 'C++', 'R']],
    ['Go, Rust', ['Go', 'Rust']],
    ['Backend: Node, Express and Spring', ['Node.js', 'Express', 'Spring']],
    ['Pipelines in Spark and Airflow', ['Apache Spark', 'Airflow']],
    ['You know Git and Chef, Puppet or Terraform', ['Git', 'Chef', 'Puppet', 'Terraform']],
    ['Must know: python, rust, react', ['Python', 'Rust', 'React']],
    ['Leverage tools such as Claude Code and Cursor to write Python', ['Claude Code', 'Cursor', 'Python']],
  ])('reads "%s" as %j', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['Go-to-market in a Python shop', 'Go'],
    ['Go above and beyond, also in Python', 'Go'],
    ['We go and build Python services', 'Go'],
    ['Our R&D team writes Python', 'R'],
    ['After our Series C we hire Python developers', 'C'],
    ['You talk to the C-level about Python', 'C'],
    ['Swift action, spark of genius, rust and chef at the Python shop', 'Apache Spark'],
    ['Rust never sleeps', 'Rust'],
    ['Spring 2026 internship with Python', 'Spring'],
    ['Salt Lake City, Phoenix and Python', 'Salt'],
    ['Express interest in our Python team', 'Express'],
    ['Make sure that our tools work', 'Make'],
    ['Excel at what you do', 'Excel'],
    ['You excel in Python', 'Excel'],
    ['A notion of our software', 'Notion'],
    ['between $111,000 CAD and $150,000 CAD', 'CAD'],
    ['Work with our sales and customer success teams', 'Sales'],
  ])('does not read "%s" as %s', (text, skill) => expect(names(text)).not.toContain(skill));

  it('takes office programs for skills among their like', () => {
    expect(names('Proficient in Excel, Word and Outlook', 'Clerk')).toEqual(['Excel', 'Word', 'Outlook']);
    expect(names('In a word, the outlook is good', 'Clerk')).toEqual([]);
  });

  it.each([
    ['Requirements\n - 3 years of experience in sales', ['Sales']],
    ['What you do\n - Own procurement and payroll for the whole of Europe.', ['Procurement', 'Payroll']],
    ['What you do\n - Contract Management: agreements with all who build for us.', ['Contract Management']],
    ['Requirements\n - Fluent in Italian and English', ['Italian', 'English']],
    ['Requirements\n - Deep understanding of insurance', ['Insurance']],
    [
      'Requirements\n - Experience working with content marketing and technical writing',
      ['Content Marketing', 'Technical Writing'],
    ],
    ['Requirements\n - You work with foundation models every day', ['Foundation Models']],
    ['Requirements\n - Familiarity with AI-driven planning', ['Artificial Intelligence']],
    ['In this role, you will get to\n - Lead procurement for the whole of Europe.', ['Procurement']],
    ['Your mission\n - Lead procurement for the whole of Europe.', ['Procurement']],
    ['Bonus: experience with ISO 27001 and GDPR', ['ISO 27001', 'GDPR']],
  ])('takes the trades of "%s" for skills', (text, expected) => expect(names(text, 'Clerk')).toEqual(expected));

  it.each([
    'What you do\n - Report to our sales experience lead',
    'Requirements\n - You partner closely with Sales, Marketing and Finance.',
    'What you do\n - You bring the numbers to the Customer Success and Marketing teams.',
    'Requirements\n - Experience in banking or insurance companies',
    'Requirements\n - Bachelor’s degree in Computer Science, Statistics or Accounting, or equivalent',
    'Requirements\n - Understanding of Italian regulations',
    'What you do\n - Bring AI-powered bread to all the people who want to have it.',
    'What you do\n - Manage hand-offs between Marketing, Sales and Finance.',
    'What you do\n - Improve how we plan across Product, Operations and Finance.',
    'What you do\n - Audit the bread of each day.',
    'What you do\n - Build solutions with our finance for all who bake.',
    'What you do\n - Support the consulting industry with bread.',
  ])('takes nothing in "%s" for a skill', (text) => expect(names(text, 'Clerk')).toEqual([]));

  it.each([
    ['Product Designer', ['Product Design']],
    ['Senior Frontend Engineer (m/w/d)', ['Frontend Development']],
    ['Recruiter', ['Recruiting']],
    ['Sales Engineer', ['Sales Engineering']],
  ])('reads the trade of a %s as %j', (title, expected) => expect(names('', title)).toEqual(expected));
});

describe('extractSkills on what the employer says of itself', () => {
  it.each([
    'Acme is the machine learning company that bakers and their guests trust the most.',
    'We are an equal opportunity employer, also in recruiting.',
    'By submitting your application you agree to our Recruiting Privacy Policy.',
    'Stay safe from recruitment fraud\n\nOur recruiting team never asks for your account.',
    'The compensation range for this role is $1 to $2.',
    'See https://example.com/python/kubernetes for more about us, who we are and what we bake.',
  ])('finds nothing in "%s"', (text) => expect(names(text, 'Clerk')).toEqual([]));

  it('reads on where the employer says whom it looks for', () => {
    expect(names('About Acme\n\nWe sell Kafka.\n\nWe are looking for a baker who knows Python well.', 'Clerk')).toEqual(
      ['Python'],
    );
  });
});

describe('extractSkills on what is required', () => {
  const posting =
    'About Acme\n\nWe use Salesforce.\n\nWhat you will do\n\n - Work on Kafka and Redis.\n\nRequirements\n\n - Python, SQL\n - Docker; Terraform is a plus\n\nNice to have\n\n - Kubernetes\n\nBenefits\n\n - A course in Photoshop';

  it.each([
    ['Python', true],
    ['Docker', true],
    ['Terraform', false],
    ['Kubernetes', false],
    ['Kafka', false],
  ])('takes %s for required: %s', (skill, required) => expect(requirement(posting, skill)?.required).toBe(required));

  it('leaves out what the employer says of itself and its benefits', () => {
    expect(names(posting)).not.toContain('Salesforce');
    expect(names(posting)).not.toContain('Photoshop');
  });

  it('takes what is merely mentioned for required where no requirements are listed', () => {
    expect(requirement('You work on Kafka and Redis every day.', 'Kafka')?.required).toBe(true);
  });

  it('takes the title for a demand that outweighs a wish', () => {
    expect(requirement('Nice to have\n - Python', 'Python', 'Python Developer')?.required).toBe(true);
  });
});

describe('extractSkills on years', () => {
  it.each([
    ['5+ years of Python', 'Python', 5],
    ['5+ years of experience with Go and Rust', 'Rust', 5],
    ['Three years of professional experience in Java or Kotlin', 'Kotlin', 3],
    ['Python (3+ years), SQL', 'Python', 3],
    ['Python (3+ years), SQL', 'SQL', null],
    ['5+ years in teams that like Python', 'Python', null],
    ['5 years of SQL. Also Python', 'Python', null],
    ['8 years of experience, 2 years of Python', 'Python', 2],
    ['4+ years developing rich applications using TypeScript or JavaScript', 'JavaScript', 4],
    ['3 years with at least one web framework (React, Angular)', 'Angular', 3],
    ['10 years in the trade, strong in Python', 'Python', null],
  ])('reads "%s" for %s as %s', (text, skill, years) => expect(requirement(text, skill)?.years).toBe(years));

  it('keeps the most where a skill is asked for twice', () => {
    expect(requirement('2 years of Python\n3 years of Python', 'Python')?.years).toBe(3);
  });
});

describe('extractSkills on any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Go',
      'C++',
      'R',
      'Python',
      '5+ years',
      'of',
      'Requirements\n',
      ' - ',
      'Excel',
      'sales',
      'experience',
      'partner with',
      'team',
      'degree in',
      '\n',
      '(',
      ',',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const sections = [
    'Requirements\n - Python (3 years), SQL and Go\n',
    'Nice to have\n - Kubernetes, Python\n',
    'What you do\n - Work on Kafka and Redis with the Sales team.\n',
    'Benefits\n - A course in Photoshop\n',
  ];

  it('never fails, never repeats a name, and keeps at most 100', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(piece, { maxLength: 60 }), (title, pieces) => {
        const skills = extractSkills(title, pieces.join(' '));
        expect(new Set(skills.map(({ name }) => name)).size).toBe(skills.length);
        expect(skills.length).toBeLessThanOrEqual(mostSkills);
      }),
    );
  });

  it('finds the same in any order of the sections', () => {
    const byName = (text: string) =>
      extractSkills('Clerk', text).toSorted((one, other) => one.name.localeCompare(other.name));
    fc.assert(
      fc.property(fc.shuffledSubarray(sections, { minLength: sections.length }), (shuffled) => {
        expect(byName(shuffled.join('\n'))).toEqual(byName(sections.join('\n')));
      }),
    );
  });

  it('gives names that are their own canonical names', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { name } of extractSkills('Engineer', pieces.join(' ')))
          expect(canonicalSkill(canonicalSkill(name))).toBe(name.toLowerCase());
      }),
    );
  });

  it.each([
    'Go, ',
    'partner with sales, ',
    'teams (',
    'bachelor of science in ',
    '5 years of ',
    '👩‍💻',
    'مهندس بايثون ',
    'a',
  ])('gets through 50,000 letters of "%s"', (words) =>
    expect(extractSkills('Engineer', words.repeat(50_000 / words.length)).length).toBeLessThanOrEqual(1),
  );

  it('keeps 100 of 500 skills', () => {
    const many = taxonomy.flatMap(({ skills }) => skills.map(({ name }) => name)).slice(100, 600);
    expect(extractSkills('Engineer', `Requirements\n - ${many.join('\n - ')}`)).toHaveLength(mostSkills);
  });
});
