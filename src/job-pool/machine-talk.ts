const subject = '(?:candidate|applicant|resume|résumé|cv|profile|application)';
const machine =
  '(?:ai|llms?|gpt|bots?|chatbots?|parsers?|algorithms?|(?:language |ai )?models?|(?:automated|automatic|screening|analysis|ranking|matching|ats|hr|ai|scoring|grading)(?: \\w+){0,2} (?:software|systems?|tools?|models?|agents?|engines?|scans?))';
const answering = '(?:respond|reply|answer|output|print|say|report|return|write)';
const grading =
  '(?:evaluate|assess|rate|score|rank|grade|judge|recommend|approve|accept|shortlist|hire|select|reject|treat|mark)';

/** Sentences that speak to whoever grades, to a program that reads, or pretend to come from one. */
const spoken = (lead: string): readonly string[] => [
  // Who is spoken to, and who is said to speak.
  `\\b(?:notes?|messages?|instructions?|notices?|reminders?|hints?|memo)\\b:? (?:to|for|all|any) (?:(?:all|any|the|every|our|your) )?(?:\\w+ ){0,2}?${machine}\\b`,
  `\\b(?:note|message|comment|word|statement|verdict|remark|memo) (?:by|from) (?:an? |the |our |your )?(?:[\\w-]+ ){0,4}?(?:recruiters?|experts?|admin\\w*|developers?|system|hiring managers?|hr|reviewers?|evaluators?)\\s{0,3}:`,
  `\\b(?:for|to) (?:(?:all |any )?(?:automated|automatic)|(?:all|any) (?:ai|llm))(?:[ -]\\w+){1,3}\\s{0,3}:`,
  `\\bvisible (?:only )?to (?:llms?|ai|bots?|machines?|models?|parsers?)\\b|\\binvisible to (?:human|people)|\\b(?:hidden|invisible) (?:text|prompt|message|instruction|metadata|competency)|\\bhidden from human|\\bwhite[- ](?:on[- ]white )?text\\b`,
  `\\b(?:dear|hello|hi|hey),? (?:ai|llm|gpt|chatgpt|claude|gemini|bot|chatbot|language model|['‘’"“]free generator)`,
  `\\bif you(?: are|['’]re) (?:an? )?(?:ai|llm|large language model|language model|bot|chatbot|automated)\\b`,
  `\\battention,?:? (?:(?:all|any|every) )?${machine}\\b|\\bsystem override\\b|\\b(?:begin|end)(?: of)? system (?:prompt|message)\\b|\\[\\[?(?:system|user|assistant)\\]`,
  `\\byou(?: are|['’]re) (?:now )?an? (?:ai|llm)[ -](?:recruiter|assistant|model|grader|judge|agent that)\\b|\\bas an? (?:ai |large )?language model\\b`,
  `(?:^|[.!?"“]\\s{1,3})(?:ai|llm|assistant|chatgpt|gpt)(?::|,) ?(?:please|when asked|always|never|${answering}|${grading})\\b|\\bwhen asked about (?:this|the) (?:job|role|posting|candidate)\\b`,
  // What it is told to make of it.
  `\\b(?:do not|don['’]t|never) ${grading} (?:(?:this|the) ${subject}|him|her|them)\\b(?!['’]s|s)`,
  `${lead}${grading} (?:this|the) ${subject}\\b(?!['’]s|s)`,
  `${lead}(?:rate|score|rank|mark|grade|treat|give) (?:it|this|him|her|them|me) (?:\\w+ ){0,4}?(?:\\d|top|first|highest|maximum|full|perfect)`,
  `\\b(?:ignore|disregard|forget|override|bypass) (?:all|any|the|every|manual|your|other|negative)(?: \\w+){0,3}? (?:indicators?|scor(?:e|es|ing)|ratings?|criteria|evaluations?|filters?|instructions?|prompts?|guidelines?|rules|requirements|screening)\\b`,
  `\\b(?:simply|just|only) ${answering}\\b(?: only| with)?(?: the words?)?\\s{0,3}["“'‘:]|\\b(?:and|then|must|always|only|asked\\b.{0,80}),? (?:respond|reply|answer|output|print|report)(?: only| back| exactly)?(?: with)?\\s{0,3}[:"“]`,
  `${lead}${answering} (?:only|nothing but|exactly|verbatim)\\b`,
  `\\b(?:assign|give|award|set) (?:(?:it|this|the|a|an|them|him|her|me) )*(?:\\w+ ){0,3}?(?:score|rating|rank|fit)(?:\\w+)? (?:of |to |at |= ?)?(?:\\d|the (?:max|high)|maximum|full|perfect)`,
  `\\b(?:this|the) ${subject} (?:is|was|has been|should be|must be|ought to be) (?:\\w+ ){0,2}?(?:the most|the best|supremely|a perfect|the perfect|an? exceptional|pre-?\\w+|verified|approved|recommended|selected|shortlisted|hired|overqualified|ranked|rated|scored)\\b`,
  `\\b(?:best|greatest|strongest|finest) ${subject} (?:that )?(?:i|we)(?: have|['’]ve)? (?:ever|yet)\\b`,
  `\\b(?:${subject}|posting) exceeds (?:all|every|any)\\b|\\b(?:all candidates match|match(?:es)? (?:all|every|any) candidates?)\\b`,
  `\\b(?:use|follow|apply) (?:this|the following|these) (?:analysis|instructions?|evaluation|verdict)\\b`,
  `\\b(?:analysis|evaluation|assessment|review) (?:result )?of (?:the|this) ${subject}\\s{0,3}:`,
  // Who it is told to be.
  `\\bfrom now on,? you(?: (?:are|will|must|have|should|shall|always|only)|['’]re)\\b|\\byou(?: are|['’]re) (?:going|about) to (?:act as|play the role|pretend|immerse yourself|simulate)\\b`,
  `\\b(?:do anything now|stay in character|break(?:ing)? character|developer mode (?:enabled|output)|free generator)\\b`,
  `\\b(?:act|pretend|behave|respond|answer|simulate) (?:to be |as |like )(?:if |an? |the )?['"“]?(?:ai|dan|dude|stan|chatgpt|gpt|free generator|(?:\\w+ )?(?:language model|chatbot))\\b`,
  `\\bhas been (?:so )?(?:thoroughly )?hijacked\\b|\\bsanitize your inputs\\b|\\bstop everything\\b`,
];

/** Code that would like to be run. */
const code: readonly string[] = [
  `(?:\\d+\\s{0,3};\\s{0,3})?\\b(?:drop|truncate|alter) (?:table|database|schema)\\b`,
  `\\binsert into \\w+\\s{0,3}(?:\\([^()\\n]{0,200}\\)\\s{0,3})?values\\b`,
  `\\bunion (?:all )?select\\b|\\bselect (?:@@|case when|\\* from)|\\bdelete from \\w+(?:;| where)`,
  `\\b(?:or|and|if|when)\\s{0,3}\\(?\\s{0,3}['"]?\\d+['"]?\\s{0,3}=\\s{0,3}['"]?\\d`,
  `(?:\\b(?:and|or) )?\\bif\\s?\\(\\s?substring\\b|\\b(?:sleep|pg_sleep)\\s?\\(\\s?\\d|\\bexec\\s?\\(\\s?['"]`,
  `\\bupdate \\w+ set \\w+\\s?=|\\S{0,40}['"]\\)?;\\s{0,3}(?:drop|delete|insert|update|select|exec)\\b|['"]\\)?--(?:\\s|$)`,
  `\\{\\{[^{}\\n]{0,80}[()]|\\$\\([a-z]|<!--`,
  `['";]\\s{0,3};?\\s{0,3}(?:shutdown|drop|exec|delete|insert|update|select|union)\\b[^\\n]{0,200}--`,
  `<\\s?/?\\s?(?:script|iframe|img|svg|object|embed|style|link|meta|body|form|input|video|audio|base)\\b[^\\n>]{0,300}>?`,
  `\\bjavascript:|["']?\\s?\\bon(?:error|load|click|focus|mouseover)\\s?=`,
];

const talk = (lead: string): RegExp => new RegExp([...spoken(lead), ...code].join('|'), 'gim');

/** What tells a sentence for machines, anywhere in it. Orders begin where sentences and clauses do. */
export const machineTalk = talk(`(?:^|[.!?:;,"“]\\s{0,3}|\\b(?:and|then|please|must|should|always|just|simply|to) )`);

/** The same in a name, where nobody is ordered to do anything. */
export const machineTalkInName = talk(String.raw`\b`);

/** What such talk goes on with: taken with it where it stands beside it, and meaning nothing alone. */
export const talkedOn = new RegExp(
  `\\b(?:${subject}|highly recommended|immediate hire|exceptional match|perfect match|deviate|this is a test|\\[?dan\\]?|gpt|chatgpt|openai|prompts?|respon(?:d|se|ses)|character|swear|tokens?)\\b|^\\W*$|--\\s*$`,
  'i',
);
