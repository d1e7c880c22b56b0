import { isHeadingLine } from './sanitize-html.ts';

/** What a stretch of a posting is for: asking, wishing, telling, or advertising the employer. */
export type PostingSection = 'required' | 'nice' | 'neutral' | 'ignored';

/** One sentence or bullet point, and what it is for. */
export interface PostingSentence {
  readonly text: string;
  readonly section: PostingSection;
  readonly isHeading: boolean;
}

// Postings name their parts in few ways; English, German, French, Spanish and Portuguese boards use these words.
const niceHeading =
  /nice.to.have|\bbonus\b|extra points|helpful|prefer|\bplus(?:es)?\b|\bdesir(?:ed|able)\b|\boptional|ideally|good to have|stand out|great if|even better|extra credit|set you apart|make us love|not required|\bassets?\b|von vorteil|diferencia|un plus|deseable/i;
const ignoredHeading =
  /benefit|perks?\b|(?:we|you)(?:['’]ll| will| can)? (?:offer|get\b(?! to\b)|receive|enjoy)|what['’]s in it|compensation|\bsalary\b|\bpay\b|\bequal\b|diversity|inclusion|\beeo\b|accommodation|privacy|(?:interview|hiring|recruitment|recruiting|application) process|candidate journey|(?:fraud|scam)s?\b|how to apply|disclaimer|about us|who we are(?! looking)|\bour (?:company|mission|vision|values?|culture|story|investors|commitment|approach)|^why (?!you)|^(?:the |our )?(?:mission|team|vision|values|company)[:?]?$|^who are we|^why you should|we['’]ve (?:worked|built|done)|^life at|^join (?:us|our|the)\b|^reasons? (?:to|why)|^our (?:client|products?)|^why you(?:['’]ll| will) (?:love|like)|^additional (?:notes?|information)|\bitar\b|eligibilit|^working at|wir bieten|was wir|über uns|nous offrons|avantages|propos|qui sommes|ofrecemos|oferecemos|sobre (?:nosotros|n[oó]s)|benef[ií]ci/i;
const aboutEmployer = /^about (?!(?:the|this) (?:role|job|position|opportunity|team)|you\b|your\b)/i;
const requiredHeading =
  /require|qualif|^you should\b|must.have|who you are|about you|^you:?$|look(?:ing)? for|you (?:have|bring|are|need|possess)|you(?:['’]ll| will|['’]d)? (?:need|bring|have)|you(?:['’]re| are) (?:a|an)\b|your (?:profile|background|experience|skills|toolkit)|\bskills\b|\bexperience\b|ideal candidate|good fit|great fit|right fit|you might|match if|successful candidate|we(?:['’]d| would) (?:love|like) to see|to be successful|to succeed|essential|competenc|credentials|knowledge|anforderung|profil|bringst|mitbring|qualifikation|comp[eé]tences|requisito|perfil/i;

const tellingHeading =
  /role|responsib|\bdo\b|\bdoing\b|\bteam\b|stack|\bday\b|impact|tasks?\b|opportunity|\bjob\b|^about|location|mission|^how|^what|^where|^our\b|overview|summary|duties|aufgaben|poste|funciones|atividades/i;

// Said after what is wished for: "Kafka or Flink is a plus".
const wishedBefore =
  /nice.to.have|\b(?:is|are|as|would be|considered)\s+(?:also\s+)?(?:a|an)?\s*(?:\w+\s+)?(?:plus|bonus|asset|advantage)\b|\bpreferred\b|\bdesirable\b|\bnot (?:strictly )?required\b|\ba (?:big |huge |strong |major )?plus\b|\b(?:is|are|be|highly) (?:helpful|advantageous|beneficial|valued|appreciated)\b|von vorteil/i;
// Said before it: "5 years in sales, ideally of software".
const wishedAfter =
  /\b(?:ideally|preferably|bonus(?: points)?(?: if| for|:)|even better if|idealerweise|idéalement)\b/i;

// "A marketing role (software preferred)" asks for the role all the same.
const aside = /\([^()]*\)/g;

const seeking =
  /^(?:our|the) (?:tech(?:nology|nical)? )?stack\b|^(?:we(?:['’]re| are)|\p{Lu}[\p{L}\d.]*(?: \p{Lu}[\p{L}\d.]*)? is) (?:currently |now |actively )?(?:looking for|seeking|hiring|searching for) (?:an?|our|someone|talented|experienced|exceptional|passionate|the)\b/iu;

const longestSentence = 1_000;
const boundary = /(?<![.\s][a-zA-Z]|\betc|\bvs|\bmin|\byrs|\bincl)[.!?;]\s+/;
const bulletMark = /^\s*(?:[-–—*•·▪◦●‣]|\d{1,2}[.)])\s+/;
const label = /^([^:.]{3,50}):\s/;

/** What a heading announces; null where its words say nothing. */
export function sectionOfHeading(heading: string): PostingSection | null {
  if (niceHeading.test(heading)) return 'nice';
  if (aboutEmployer.test(heading) || ignoredHeading.test(heading)) return 'ignored';
  if (requiredHeading.test(heading)) return 'required';
  return tellingHeading.test(heading) ? 'neutral' : null;
}

/** Sentences of a posting's plain text in order, each with the section its heading, label or own words put it in. */
export function splitPosting(text: string): PostingSentence[] {
  const sentences: PostingSentence[] = [];
  let section: PostingSection = 'neutral';
  for (const line of text.split('\n')) {
    const words = line.replace(bulletMark, '').trim();
    if (words === '') continue;
    if (isHeadingLine(line.trim())) {
      // A short line of unknown wording may be an item of a list without bullets: it ends only an advertisement.
      section = sectionOfHeading(words) ?? (section === 'ignored' ? 'neutral' : section);
      sentences.push({ text: words, section, isHeading: true });
      continue;
    }
    // The employer's praise of itself ends where it says whom it looks for.
    if (section === 'ignored' && seeking.test(words)) section = 'neutral';
    const lineSection = sectionOfLine(words, section);
    for (const sentence of words.split(boundary).flatMap(bounded))
      sentences.push(...readSentence(sentence, lineSection));
  }
  return sentences;
}

// What reads a sentence compares its words with each other, so a text without full stops is cut.
function bounded(sentence: string): string[] {
  const cuts = Math.ceil(sentence.length / longestSentence);
  return Array.from({ length: cuts }, (_, cut) => sentence.slice(cut * longestSentence, (cut + 1) * longestSentence));
}

function readSentence(text: string, section: PostingSection): PostingSentence[] {
  if (section === 'nice' || section === 'ignored') return [{ text, section, isHeading: false }];
  const [asked, wished] = divideWish(text);
  const parts: PostingSentence[] = [];
  if (asked.trim() !== '')
    parts.push({
      text: asked,
      section: wishedBefore.test(asked.replace(aside, ' ')) ? 'nice' : section,
      isHeading: false,
    });
  if (wished !== '') parts.push({ text: wished, section: 'nice', isHeading: false });
  return parts;
}

// What follows "ideally" is a wish up to the end, or to the end of the aside that it opens.
function divideWish(text: string): readonly [asked: string, wished: string] {
  const wish = wishedAfter.exec(text)?.index ?? text.length;
  const before = text.slice(0, wish);
  const close = before.lastIndexOf('(') > before.lastIndexOf(')') ? text.indexOf(')', wish) : -1;
  return close < 0 ? [before, text.slice(wish)] : [before + text.slice(close), text.slice(wish, close)];
}

// "Nice to have: Go" is a heading and its text in one line. Other labels name a topic: "Privacy: you know the law".
function sectionOfLine(line: string, current: PostingSection): PostingSection {
  const labelled = sectionOfHeading(label.exec(line)?.[1] ?? '');
  return labelled === 'nice' || (labelled === 'required' && current === 'neutral') ? labelled : current;
}
