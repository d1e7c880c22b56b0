import { z } from 'zod';
import { addressBoard, hostOfAddress, idWithin } from './json-feed.ts';
import { childrenOf, isXmlElement, wordsOf, type XmlElement } from './parse-xml.ts';
import {
  anything,
  companyOf,
  joinSections,
  name,
  orNull,
  readerOf,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { newestAlone, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const feedItem = z.object({
  id: z.string().nullish(),
  link: webUrl,
  title: name,
  company: words,
  feedTitle: z.string().nullish(),
  location: words,
  type: words,
  description: text,
  sections: z.array(z.object({ heading: words, html: text })),
  published: anything,
  expires: anything,
  pay: z.object({ min: anything, max: anything, currency: words, interval: words }),
});

const readFeedItem = readerOf(feedItem, (item, { board, repair }) => ({
  ...unstated,
  externalId: idWithin(board, orNull(item.id) ?? item.link),
  title: item.title,
  companyName: companyOf('company', item.company, item.feedTitle),
  location: orNull(item.location),
  employmentType: orNull(item.type),
  descriptionHtml: joinSections([{ html: item.description }, ...item.sections]),
  sourceUrl: item.link,
  applyUrl: item.link,
  postedDate: toDay(item.published, 'pubDate', repair),
  applicationDeadline: toDay(item.expires, 'expires', repair),
  pay: toPay(item.pay, { field: 'salary', usual: 'YEAR', repair }),
}));

/** Any RSS or Atom feed of postings, by its address, with the fields that boards' software adds to RSS. */
export const rss: SourceAdapter = {
  name: 'rss',
  label: 'RSS',
  board: { ...addressBoard, example: 'https://careers.acme.example/jobs.rss' },
  hosts: hostOfAddress,
  request: (board) => ({ url: board }),
  limits: newestAlone,
  media: 'xml',
  recognises: (answer) => isXmlElement(answer) && (answer.name === 'rss' || answer.name === 'feed'),
  parse(answer, context) {
    if (!isXmlElement(answer)) return { reason: 'answer: is no feed' };
    const [channel] = childrenOf(answer, 'channel');
    const feed = channel ?? answer;
    const items = childrenOf(feed, channel ? 'item' : 'entry');
    const read = channel ? fieldsOfItem : fieldsOfEntry;
    if (channel === undefined && answer.name !== 'feed') return { reason: 'answer: has no <channel>' };
    return { postings: items.map((item) => readFeedItem(read(item, wordsOf(feed, 'title')), context)) };
  },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

// Software for boards adds fields in namespaces of its own: by their last names they are much alike.
function fieldsOfItem(item: XmlElement, feedTitle: string | null): unknown {
  const find = (...names: readonly string[]): string | null => {
    const found = item.children.find((child) => names.includes(localName(child)) && child.text.trim() !== '');
    return found?.text.trim() ?? null;
  };
  return {
    id: wordsOf(item, 'guid'),
    link: wordsOf(item, 'link'),
    title: wordsOf(item, 'title'),
    company: find('company', 'employer', 'companyname', 'creator'),
    feedTitle,
    location: find('location', 'region', 'city'),
    type: find('job_type', 'jobtype', 'employmenttype', 'type'),
    description: wordsOf(item, 'content:encoded') ?? wordsOf(item, 'description'),
    sections: [
      { heading: 'Duties', html: find('examplesofduties') },
      { heading: 'Qualifications', html: find('qualifications') },
      { html: find('supplementalinformation') },
    ],
    published: find('pubdate', 'date'),
    expires: find('advertisetodatetimeutc', 'expires_at', 'expires', 'deadline'),
    pay: {
      min: find('minimumsalary'),
      max: find('maximumsalary'),
      currency: find('salarycurrency'),
      interval: find('salaryinterval'),
    },
  };
}

const localName = ({ name: full }: XmlElement): string => (full.split(':').at(-1) ?? '').toLowerCase();

function fieldsOfEntry(entry: XmlElement, feedTitle: string | null): unknown {
  const links = childrenOf(entry, 'link');
  const link = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  return {
    id: wordsOf(entry, 'id'),
    link: link?.attributes['href'],
    title: wordsOf(entry, 'title'),
    company: wordsOf(childrenOf(entry, 'author')[0], 'name'),
    feedTitle,
    description: wordsOf(entry, 'content') ?? wordsOf(entry, 'summary'),
    sections: [],
    published: wordsOf(entry, 'published') ?? wordsOf(entry, 'updated'),
    pay: { min: null, max: null },
  };
}
