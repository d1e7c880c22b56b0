import { undisguise, type Undisguised } from './undisguise.ts';

/** What a piece of text pretends to be; for the log, never for the client. */
export type InjectionKind = 'role label' | 'role tag' | 'prompt tag' | 'chat mark-up' | 'order' | 'new order';

/** A piece of text that tries to instruct a language model, or to look like the frame that instructions stand in. */
export interface Injection {
  readonly kind: InjectionKind;
  /** Where it stands in the text as it was given. */
  readonly start: number;
  readonly end: number;
}

// Every repetition is bounded, and no two that follow each other can take the same characters: time grows with length.
const gap = String.raw`\s{1,40}`;
const earlier = 'all|any|each|every|of|the|your|my|our|these|those|this|that|other|and|or';
const previous = 'previous|prior|preceding|earlier|above|foregoing|former|past|following';

const patterns: readonly (readonly [InjectionKind, RegExp])[] = [
  ['role label', /\\n[ \t]{0,40}system[ \t]{0,40}:/gi],
  ['role label', /^[ \t]{0,200}\[[HA]\][ \t]{0,40}:/gim],
  // Unclosed as well: what is left of a tag is as good as a whole one.
  [
    'role tag',
    /<[ \t]{0,8}(?:\/[ \t]{0,8})?(?:system|user|assistant|applicant|sample)(?:[ \t/][^<>\n]{0,500}>|(?=[\s/<>]|$))>?/gi,
  ],
  ['prompt tag', /<\/?[a-z][a-z0-9-]{0,60}_[a-z0-9_-]{0,60}(?:[ \t/][^<>\n]{0,500}>|(?=[\s/<>]|$))>?/gi],
  ['chat mark-up', /<\|(?:system|user|assistant|im_start|im_end)\|>|\[\/?INST\]/gi],
  ['new order', /###[ \t]{0,40}instructions?[ \t]{0,40}###/gi],
  [
    'order',
    new RegExp(
      `\\b(?:ignore|disregard|forget|override|bypass)${gap}(?:(?:${earlier}|${previous})${gap}){1,6}(?:instruction|prompt|directive|command)s?\\b`,
      'gi',
    ),
  ],
  [
    'order',
    new RegExp(`\\b(?:ignore|disregard)${gap}(?:all${gap})?(?:(?:the|your)${gap})?(?:prior|previous)\\b`, 'gi'),
  ],
  // "Forget everything you know about banking" advertises an employer.
  ['order', /\bforget\s{1,40}everything\b(?!\s{1,40}you\b[^.!?\n]{0,60}\babout\b)/gi],
];

// With what they announce, on the same line or the next.
const roleLabel = /^[ \t]{0,200}(system|human|assistant)[ \t]{0,40}:(?=\s{0,200}(.{0,500}))/gim;
const newOrder = /\bnew\s{1,40}instructions?\s{0,40}:(?=\s{0,200}(.{0,500}))/gi;

// Words that talk to a machine wherever they stand, and those that do at the head of a sentence.
const toMachine = new RegExp(
  [
    String.raw`<[|/]?\s*[a-z]|\[\/?inst\]|###|\\n`,
    String.raw`\b(?:ignore|disregard|forget|override|obey|comply|jailbreak|instructions?|prompts?|language models?|llm|chatbot|gpt)\b`,
    String.raw`\bfrom now on\b|\byou(?: are|['’]re) (?:now|an? (?:\w+ )?(?:ai|assistant|bot|model))\b`,
    String.raw`\byou (?:must|will|shall|should) (?:now|only|always|never|not|answer|respond|rate|score|recommend|give)\b`,
  ].join('|'),
  'i',
);
const order =
  /^["'“‘*(]{0,3}(?:please |always |never |only |now )?(?:do not|don['’]t|respond|reply|answer|output|print|say|tell|rate|score|rank|grade|evaluate|assess|approve|recommend|hire|accept|select|pretend|act as|repeat|reveal|translate|summari[sz]e|return|set|give|assign|mark|treat|stop|start|write|always|never|sure|certainly|of course|i am|i['’]m|i will|i['’]ll|ok(?:ay)?)\b/i;

/** What in a text tries to instruct a language model, in whatever disguise, in its order and without overlaps. */
export function findInjections(given: string): readonly Injection[] {
  const plain = undisguise(given);
  const found: Injection[] = [...findLabels(given, plain), ...findNewOrders(plain)];
  for (const [kind, pattern] of patterns)
    for (const { index, 0: words } of plain.text.matchAll(pattern))
      found.push(injection(plain, kind, [index, index + words.length]));
  return withoutOverlaps(found);
}

/** Whether anything in a text tries to instruct a language model. */
export const hasInjection = (text: string): boolean => findInjections(text).length > 0;

/**
 * Labels of who speaks. "System: 16 GB" and "Assistant: General Manager" name a thing: a label counts where what it
 * announces talks to a machine, where one speaker answers another, and where it is disguised.
 */
function findLabels(given: string, plain: Undisguised): readonly Injection[] {
  const labels = [...plain.text.matchAll(roleLabel)];
  const speakers = new Set(labels.map(({ 1: speaker = '' }) => speaker.toLowerCase()));
  const isTalk = speakers.size > 1 || (speakers.size > 0 && /^[ \t]{0,200}\[[HA]\][ \t]{0,40}:/im.test(plain.text));
  return labels.flatMap(({ index, 0: label, 2: announced = '' }) => {
    const found = injection(plain, 'role label', [index, index + label.length]);
    const isDisguised = given.slice(found.start, found.end) !== label;
    return isTalk || isDisguised || isOrder(announced) ? [found] : [];
  });
}

/** "New instructions: apply by email" is for people. */
const findNewOrders = (plain: Undisguised): readonly Injection[] =>
  [...plain.text.matchAll(newOrder)].flatMap(({ index, 0: words, 1: announced = '' }) =>
    isOrder(announced) ? [injection(plain, 'new order', [index, index + words.length])] : [],
  );

const isOrder = (announced: string): boolean => order.test(announced) || toMachine.test(announced);

function injection(plain: Undisguised, kind: InjectionKind, place: readonly [number, number]): Injection {
  const [start, end] = plain.original(...place);
  return { kind, start, end };
}

function withoutOverlaps(found: readonly Injection[]): readonly Injection[] {
  const apart: Injection[] = [];
  for (const next of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = apart.at(-1);
    if (last === undefined || next.start >= last.end) apart.push(next);
    else apart[apart.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  }
  return apart;
}
