import { adzuna } from './adzuna.ts';
import { arbeitnow } from './arbeitnow.ts';
import { ashby } from './ashby.ts';
import { greenhouse } from './greenhouse.ts';
import { hackerNews } from './hacker-news.ts';
import { himalayas } from './himalayas.ts';
import { jobicy } from './jobicy.ts';
import { jsonFeed } from './json-feed.ts';
import { jsonLd } from './json-ld.ts';
import { lever } from './lever.ts';
import { personio } from './personio.ts';
import { recruitee } from './recruitee.ts';
import { remoteOk } from './remoteok.ts';
import { remotive } from './remotive.ts';
import { rss } from './rss.ts';
import { smartRecruiters } from './smartrecruiters.ts';
import type { SourceAdapter } from './source-adapter.ts';
import { teamtailor } from './teamtailor.ts';
import { theMuse } from './the-muse.ts';
import { usaJobs } from './usajobs.ts';
import { workable } from './workable.ts';
import { workday } from './workday.ts';

/** All sources there are; where an answer could be of several, the first one that recognises it counts. */
export const adapters: readonly SourceAdapter[] = [
  ashby,
  greenhouse,
  lever,
  recruitee,
  personio,
  teamtailor,
  workable,
  smartRecruiters,
  workday,
  remoteOk,
  remotive,
  arbeitnow,
  jobicy,
  himalayas,
  theMuse,
  adzuna,
  usaJobs,
  hackerNews,
  jsonLd,
  rss,
  jsonFeed,
];

/** The adapter of a name as in commands. */
export function adapterOf(name: string): SourceAdapter | null {
  return adapters.find((adapter) => adapter.name === name) ?? null;
}
