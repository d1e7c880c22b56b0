import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicBoard } from '#job-pool/public-board.ts';
import { recogniseBoard } from '#job-pool/recognise-board.ts';

const id = 'a24ec4e5-5caa-473d-abd4-b71f09a8167b';

describe('recogniseBoard', () => {
  it.each<[string, string, string | null, string | null]>([
    ['https://boards.greenhouse.io/acme', 'greenhouse', 'acme', null],
    ['https://job-boards.greenhouse.io/acme/jobs/8636903002?gh_src=x', 'greenhouse', 'acme', '8636903002'],
    ['https://job-boards.eu.greenhouse.io/Acme/jobs/12', 'greenhouse', 'acme', '12'],
    ['https://boards.greenhouse.io/embed/job_board?for=acme', 'greenhouse', 'acme', null],
    ['https://boards.greenhouse.io/embed/job_app?for=acme&token=12', 'greenhouse', 'acme', '12'],
    ['https://boards-api.greenhouse.io/v1/boards/acme/jobs/12?questions=true', 'greenhouse', 'acme', '12'],
    ['https://jobs.lever.co/acme', 'lever', 'acme', null],
    [`https://jobs.lever.co/acme/${id}/apply`, 'lever', 'acme', id],
    [`https://jobs.eu.lever.co/acme/${id}`, 'lever', 'eu/acme', id],
    ['https://api.lever.co/v0/postings/acme?mode=json', 'lever', 'acme', null],
    ['https://jobs.ashbyhq.com/Good%20Bread', 'ashby', 'Good Bread', null],
    [`https://jobs.ashbyhq.com/Good%20Bread/${id}/application?utm_source=x`, 'ashby', 'Good Bread', id],
    ['https://api.ashbyhq.com/posting-api/job-board/acme', 'ashby', 'acme', null],
    ['https://apply.workable.com/acme/', 'workable', 'acme', null],
    ['https://apply.workable.com/acme/j/DD136DD7E7/', 'workable', 'acme', 'DD136DD7E7'],
    ['https://apply.workable.com/j/DD136DD7E7', 'workable', null, 'DD136DD7E7'],
    ['https://jobs.smartrecruiters.com/Acme/744000091624446-baker', 'smartrecruiters', 'Acme', '744000091624446'],
    ['https://careers.smartrecruiters.com/Acme', 'smartrecruiters', 'Acme', null],
    ['https://acme.recruitee.com/o/baker', 'recruitee', 'acme', null],
    ['https://acme.jobs.personio.de/job/1834171?language=de', 'personio', 'acme', '1834171'],
    ['https://acme.jobs.personio.com/', 'personio', 'acme.com', null],
    ['https://acme.teamtailor.com/jobs/7167985-baker', 'teamtailor', 'acme', '7167985'],
    ['https://acme.bamboohr.com/careers/31', 'bamboohr', 'acme', '31'],
    ['https://acme.wd1.myworkdayjobs.com/en-US/careers', 'workday', 'acme.wd1/careers', null],
    ['https://acme.wd12.myworkdayjobs.com/Ext/job/Berlin/A_Baker_JR1-2', 'workday', 'acme.wd12/Ext', 'acme/JR1-2'],
  ])('reads %s', (...[address, source, board, posting]) => {
    expect(recogniseBoard(address)).toMatchObject({ source, board, posting });
  });

  it.each([
    ['https://greenhouse.io/acme'],
    ['https://jobs.ashbyhq.com.evil.example/acme'],
    ['https://evil.example/https://jobs.lever.co/acme'],
    ['https://jobs.lever.co'],
    ['https://jobs.lever.co:8080/acme'],
    ['https://www.recruitee.com/pricing'],
    ['https://jobs.ashbyhq.com/%zz'],
    ['ftp://jobs.lever.co/acme'],
    ['acme'],
    [''],
  ])('knows nothing of %j', (address) => expect(recogniseBoard(address)).toBeNull());

  it('never fails', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.webPath(), (address, path) => {
        expect(() => recogniseBoard(address)).not.toThrow();
        expect(() => recogniseBoard(`https://apply.workable.com${path}`)).not.toThrow();
      }),
    );
  });
});

describe('publicBoard', () => {
  it.each([
    ['https://job-boards.eu.greenhouse.io/acme/jobs/12', 'Greenhouse'],
    ['https://acme.teamtailor.com/jobs/7-baker', 'Teamtailor'],
    ['https://remoteok.com/remote-jobs/remote-baker-acme-1', 'Remote OK'],
    ['https://www.themuse.com/jobs/acme/baker', 'The Muse'],
    ['https://news.ycombinator.com/item?id=1', 'Hacker News'],
  ])('names the board of %s', (url, label) => expect(publicBoard(url)).toEqual({ label, url }));

  it.each([[null], ['https://acme.example/jobs/1'], ['https://remoteok.com.evil.example/1'], ['no address']])(
    'names none for %j',
    (url) => expect(publicBoard(url)).toBeNull(),
  );
});
