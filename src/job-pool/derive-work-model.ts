import type { RawPosting, WorkModel } from './raw-posting.ts';

type WorkPlaceFields = Pick<RawPosting, 'title' | 'location' | 'isRemote' | 'workModel'>;

// Words of a title or a place. "Remote sensing" and "hybrid cloud" are trades, not places of work.
const statedHybrid = /\bhybrid\b(?! (?:cloud|vehicle|electric|mobile|app|infrastructure|propulsion))/i;
const statedRemote =
  /\bremote(?:ly)?\b(?![- ](?:sensing|support|monitoring|access|control))|\bwork from (?:home|anywhere)\b|\bwfh\b|^\s*anywhere\b|\btélétravail\b|\bhome ?office\b/i;
const statedOnsite = /\bon-?\s?site\b|\bin[- ]office\b|\bin[- ]person\b/i;

const days = '(?:[1-4]|one|two|three|four)';
const perWeek = '(?: a| per| each|\\/| of the)? ?(?:week|month)?';
const office = '(?:office|in[- ]?person|on-?site)';
/** One to four days a week in the office leave days elsewhere. */
const officeDays = new RegExp(
  `\\b${days}\\+?(?: ?(?:-|–|to|or) ?\\w+)?(?: or more)? days?${perWeek},? ?(?:(?:working )?(?:in|from|at) )?(?:the |our |an? )?(?:\\w+ )?${office}\\b|` +
    `\\b(?:in|from|at)[- ](?:the |our )?(?:office|person|site) (?:\\w+ ){0,3}${days}(?: ?(?:-|–|to) ?\\w+)? days\\b|` +
    `\\boffices?\\b[^.\\n]{0,45}\\b${days} days (?:a|per|\\/) ?week`,
  'i',
);
const workNoun =
  'work|working|role|position|job|schedule|model|setup|set-up|environment|policy|arrangement|team|basis|culture|office|opportunity';
const textHybrid = new RegExp(
  `#LI-Hybrid\\b|\\bhybrid[ -](?:first )?(?:${workNoun}|remote|in-office|from|in|\\()|` +
    `\\b(?:this|the) (?:role|position|job) (?:is|will be) (?:a )?hybrid\\b`,
  'i',
);
const textOnsite = new RegExp(
  `#LI-On-?site\\b|\\b(?:fully|100%|strictly) (?:on-?site|in[- ]person|in[- ]office)\\b|\\bnot (?:a )?remote\\b|` +
    `\\b(?:on-?site|in[- ](?:person|office)) (?:role|position|job)\\b|` +
    `\\b(?:5|five) days (?:a|per|\\/) ?week (?:(?:in|from|at)[- ](?:the |our )?)?(?:\\w+ )?${office}|` +
    `\\b(?:office|in[- ]person|on-?site)[^.\\n]{0,25}\\b(?:5|five) days (?:a|per|each) week|` +
    `\\b(?:this|the) (?:role|position|job) (?:is|will be|requires) (?:an? |fully |100% |full-time |primarily |based )*(?:on-?site|in[- ]person|in[- ](?:the |our )?office)\\b`,
  'i',
);
const textRemote =
  /#LI-Remote\b|\b(?:fully|100%|entirely|completely) remote\b|\bremote[- ](?:first|only)\b|\bremote (?:role|position|job|opportunity)\b|\b(?:this|the) (?:role|position|job) (?:is|will be|can be) (?:an? |fully |100% |completely )*remote\b|\bwork(?:ing)? (?:fully |100% )?(?:remotely|from (?:anywhere|home))\b/i;
const textInPerson = /\bwork(?:ing)? (?:fully |together )?in[- ]person\b|\bin[- ]person (?:at|in|from) (?:our|the) /i;

/**
 * Where the work is done. The source's own statement wins, then the words of place and title, then its remote flag,
 * then the text. The flag is not believed alone: what is flagged remote but asks for days in the office is hybrid, and so
 * is what is flagged as not remote but calls itself so. Null where nothing is said.
 */
export function deriveWorkModel(posting: WorkPlaceFields, text: string): WorkModel | null {
  if (posting.workModel !== null) return posting.workModel;
  const stated = modelOfWords(`${posting.location ?? ''} | ${posting.title}`);
  if (stated !== null) return stated;
  if (posting.isRemote === true) return officeDays.test(text) ? 'HYBRID' : 'REMOTE';
  const told = modelOfText(text);
  if (posting.isRemote === false) return told === 'HYBRID' ? 'HYBRID' : 'ONSITE';
  return told;
}

function modelOfWords(words: string): WorkModel | null {
  if (statedHybrid.test(words)) return 'HYBRID';
  // "Salt Lake City Office (or Remote)" leaves the choice, which is what remote workers look for.
  if (statedRemote.test(words)) return 'REMOTE';
  return statedOnsite.test(words) ? 'ONSITE' : null;
}

function modelOfText(text: string): WorkModel | null {
  if (textOnsite.test(text)) return 'ONSITE';
  if (textHybrid.test(text) || officeDays.test(text)) return 'HYBRID';
  if (textRemote.test(text)) return 'REMOTE';
  return textInPerson.test(text) ? 'ONSITE' : null;
}
