import { describe, expect, it } from 'vitest';
import { addressRank, boardPostingKey } from '#job-pool/board-posting-key.ts';
import { judgeElsewhere, type ElsewhereCandidate, type ElsewhereSubject } from '#job-pool/judge-elsewhere.ts';

const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `word${letters(index + from)}`).join(' ');

const candidate: ElsewhereCandidate = {
  id: 'stored',
  sourceIds: new Set(['board']),
  companyKey: 'acme',
  titleKey: 'baker',
  placeKey: 'berlin',
  boardKey: null,
  descriptionText: words(100),
  isActive: true,
};
const { sourceIds: _sources, isActive: _isActive, id: _id, ...same } = candidate;
const incoming = (fields: Partial<ElsewhereSubject> = {}): ElsewhereSubject => ({
  ...same,
  sourceId: 'aggregator',
  ...fields,
});

describe('judgeElsewhere', () => {
  it('takes the same requisition of another source for the same posting, and says why', () => {
    expect(judgeElsewhere(incoming(), candidate)).toEqual({
      rule: 'TEXT',
      ratio: 1,
      companyKey: 'acme',
      titleKey: 'baker',
      placeKey: 'berlin',
      boardKey: null,
    });
  });

  it.each([
    ['company', { companyKey: 'other' }],
    ['title', { titleKey: 'baker senior' }],
    ['place', { placeKey: 'paris' }],
    ['source that has it already', { sourceId: 'board' }],
  ])('takes another posting for one of another %s, even with equal text', (_, fields) => {
    expect(judgeElsewhere(incoming(fields), { ...candidate, sourceIds: new Set(['board']) })).toBeNull();
  });

  it('does not take a new posting for one that has closed', () => {
    expect(judgeElsewhere(incoming(), { ...candidate, isActive: false })).toBeNull();
  });

  it('needs text that is alike by 0.85, of 200 characters at least, and a title with words', () => {
    const changed = (kept: number): string => `${words(kept)} ${words(100 - kept, 900)}`;
    expect(judgeElsewhere(incoming({ descriptionText: changed(85) }), candidate)?.ratio).toBeCloseTo(0.85);
    expect(judgeElsewhere(incoming({ descriptionText: changed(84) }), candidate)).toBeNull();
    const short = { descriptionText: 'We bake.' };
    expect(judgeElsewhere(incoming(short), { ...candidate, ...short })).toBeNull();
    const untitled = { titleKey: '' };
    expect(judgeElsewhere(incoming(untitled), { ...candidate, ...untitled })).toBeNull();
  });

  it.each([
    ['goes on elsewhere', `${words(50)} wor…`, 'OPENING'],
    ['says so with a word to go on by', `${words(50)} wor [...] Read more`, 'OPENING'],
    ['goes on elsewhere, but begins otherwise', `${words(50, 900)} wor…`, undefined],
    ['merely ends', words(50), 'OPENING'],
    ['merely ends, and differs', `${words(25)} ${words(3, 900)} ${words(25, 25)}`, undefined],
    ['is too short to tell', `${words(10)}…`, undefined],
  ])('compares as much as it has with a text that %s', (_, descriptionText, rule) => {
    expect(judgeElsewhere(incoming({ descriptionText }), candidate)?.rule).toBe(rule);
  });

  it('takes texts that name other figures each for two openings', () => {
    const asking = (years: string): string => `${words(100)} We ask for ${years} years.`;
    const stored = { ...candidate, descriptionText: asking('3') };
    expect(judgeElsewhere(incoming({ descriptionText: asking('5') }), stored)).toBeNull();
    // What one alone adds contradicts nothing.
    expect(judgeElsewhere(incoming({ descriptionText: `${asking('3')} Posted 5 days ago.` }), stored)?.rule).toBe(
      'TEXT',
    );
  });

  it('takes texts that call their opening by other longer titles for two openings', () => {
    const seeking = (whom: string): string => `${words(100)} We seek a ${whom} to join us.`;
    const judge = (whom: string, stored: string) =>
      judgeElsewhere(incoming({ titleKey: 'engineer system', descriptionText: seeking(whom) }), {
        ...candidate,
        titleKey: 'engineer system',
        descriptionText: seeking(stored),
      })?.rule;
    expect(judge('Satellite Systems Engineer', 'Electric Propulsion Systems Engineer')).toBeUndefined();
    // Who says less contradicts nothing, and praise names nothing.
    expect(judge('Systems Engineer', 'Satellite Systems Engineer')).toBe('TEXT');
    expect(judge('gifted Systems Engineer', 'driven Systems Engineer')).toBe('TEXT');
    expect(judge('SATELLITE SYSTEMS ENGINEER', 'Satellite Systems Engineer')).toBe('TEXT');
  });

  it('believes the addresses of a board before any text', () => {
    const other = incoming({ boardKey: 'ashby:1', titleKey: 'other', descriptionText: '' });
    expect(judgeElsewhere(other, { ...candidate, boardKey: 'ashby:1', isActive: false })).toMatchObject({
      rule: 'BOARD',
      ratio: null,
    });
    expect(judgeElsewhere(incoming({ boardKey: 'ashby:1' }), { ...candidate, boardKey: 'ashby:2' })).toBeNull();
    expect(judgeElsewhere(incoming({ boardKey: 'ashby:1' }), { ...candidate, boardKey: 'lever:2' })?.rule).toBe('TEXT');
  });
});

const id = '0aeb1a2c-7d6e-4f5a-8b9c-1d2e3f4a5b6c';

describe('boardPostingKey', () => {
  it.each([
    [`https://jobs.ashbyhq.com/Acme%20Inc/${id.toUpperCase()}/application?utm_source=x`, `ashby:${id}`],
    ['https://job-boards.greenhouse.io/acme/jobs/4012345?gh_src=x', 'greenhouse:4012345'],
    ['https://boards.greenhouse.io/embed/job_app?for=acme&token=4012345', 'greenhouse:4012345'],
    ['https://acme.jobs.personio.de/job/123?language=de', 'personio:acme/123'],
    ['https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Berlin/Baker_R-123?source=x', 'workday:acme/r-123'],
    ['https://jobs.ashbyhq.com/acme', null],
    ['https://acme.example/jobs/1', null],
    ['not an address', null],
  ])('reads %s as %s', (url, key) => expect(boardPostingKey(null, url)).toBe(key));
});

describe('addressRank', () => {
  it('puts where applications are taken in before anything else, and aggregators last', () => {
    const urls = [null, 'https://www.adzuna.com/1', 'https://acme.example/jobs', 'https://jobs.lever.co/acme/1'];
    expect(urls.map(addressRank)).toEqual([-1, 0, 1, 2]);
  });
});
