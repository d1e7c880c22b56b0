import type { PostingSentence } from './posting-sections.ts';

// What stands in any section of a posting and is about applying, pay, law or benefits.
const formalities =
  /equal.opportunit|\bEEO\b|reasonable accommodation|need (?:an |any )?accommodation|without regard to|protected (?:class|veteran|status|characteristic)|background check|e-verify|privacy (?:notice|policy|statement)|by (?:clicking|submitting|continuing|applying)|fair chance|criminal histor|export control|u\.?s\.? (?:citizen|person)|security screening|(?:candidate|interview) (?:journey|process)|recruiter (?:call|screen)|(?:unsolicited|accept) (?:resumes|cvs)|recruitment agenc|staffing (?:firm|agenc)|(?:base |target |cash |annual |compensation |pay |salary )+(?:salary |pay |compensation )?(?:range|band|is based|will be|offered)|when determining compensation|total (?:rewards|compensation) (?:package|plan)|stock options|\bequity (?:package|plan)|\bOTE\b|\b401\(?k|\bPTO\b|paid time off|(?:dental|health|medical|life) (?:insurance|coverage|benefits)|health, dental|parental leave|committed to providing|learning (?:and|&) development (?:budget|stipend)|compensation (?:may|package|philosophy)|not (?:eligible|sponsor)|prohibit discrimination|recruitment (?:process|philosophy)|recruit(?:ment|ing) (?:fraud|scams?|firms?|emails?)|\bscams?\b|fraudulent|emails from|values? diversity|hourly range|join a (?:team|company) that|unlimited (?:vacation|pto)/i;
const formalLabel =
  /^(?:benefits|perks|pto|compensation|equity|salary|pay|location|schedule|bonus(?! points)(?=[^:]{0,20}: *(?:up to|\p{Sc}|\d|annual|performance))|commission|insurance|401k)\b[^:]{0,20}:/iu;
// What an employer says of itself where it also says what the job is.
const aboutItself =
  /^(?:(?:at|with) \p{Lu}[\p{L}\d.]*(?: \p{Lu}[\p{L}\d.]*)?,? (?:we|our|you)|we(?:['’]re| are) (?!looking|seeking|hiring|searching|recruiting)|we(?:['’]ve| have) |we (?:believe|build|help|partner|raised|empower|serve|exist|make|offer|provide|value|love|operate|do|move)\b|our (?:mission|vision|platform|products?|customers|company|founders|investors|backers|software|technology|team (?:has|is|consists)|clients?|goal|culture|values|(?:\S+ ){1,3}(?:products?|platform|technology|models|solutions) )|(?:they|it) (?:are|is|help|provide|create|make|build)|(?:co-?)?founded |backed by|headquartered |join us|to (?:achieve|improve|power|transform|build) )/iu;
const aboutCompany =
  /^(?:\p{Lu}|the company|our client)[^.]{0,60}?\b(?:is|are|was|has|helps|builds|powers|provides|empowers|makes|enables|gives|offers|exists|partners with|crafts|transforms)\b (?!(?:looking|seeking|hiring|searching|expected|required|responsible|a plus|preferred|essential|important|key|critical|must|needed|built|based|written)\b)/u;
const aboutJob =
  /\b(?:you|your|looking for|seeking|hiring|searching for|(?:this|the) (?:role|position|team)|candidate|experience|knowledge|responsib\w+|as an? |required|must|proficien\w+|familiar\w*|skills?|stack|built (?:with|on|in)|written in)\b/i;

/** Whether a sentence is about the employer, its terms or the law instead of the job: nothing in it is asked for. */
export function isEmployerTalk({ text, section, isHeading }: PostingSentence): boolean {
  if (isHeading) return false;
  if (formalities.test(text) || formalLabel.test(text)) return true;
  if (section !== 'neutral' || aboutJob.test(text)) return false;
  return aboutItself.test(text) || (aboutCompany.test(text) && text.length > 60);
}
