import { Parser } from 'htmlparser2';
import type { ParsedMedia } from './parse-media.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own words, without those of the elements inside. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  /** Where its opening tag ends. */
  readonly tagEnd: number;
}

const maxDepth = 50;

/**
 * The root of an XML document. A document type is refused, and so nobody can declare entities: only the five of XML
 * itself and numbered characters stand for something. What is not closed is cut off.
 */
export function parseXml(text: string): ParsedMedia {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '', tagEnd: -1 };
  const open = [root];
  let reason: string | null = null;
  const refuse = (why: string): void => {
    reason ??= `answer: ${why}`;
    parser.pause();
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [], text: '', tagEnd: parser.endIndex };
        open.at(-1)?.children.push(element);
        if (open.push(element) > maxDepth) refuse(`XML is nested deeper than ${maxDepth} elements`);
      },
      ontext: (words) => {
        const element = open.at(-1);
        if (element) element.text += words;
      },
      onclosetag: (name, isImplied) => {
        // <br/> counts as implied too: it ends where it began.
        const isEmptyTag = open.pop()?.tagEnd === parser.endIndex;
        if (isImplied && !isEmptyTag) refuse(`XML is cut off, or <${name}> is not closed`);
      },
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) refuse('XML with a document type or entities is not read');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (reason !== null) return { reason };
  return root.children[0] ? { answer: root.children[0] } : { reason: 'answer: is not XML' };
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Words of the first element of a name inside another; null where there are none. */
export function wordsOf(element: XmlElement | undefined, name: string): string | null {
  const words = childrenOf(element, name)[0]?.text.trim() ?? '';
  return words === '' ? null : words;
}

export function isXmlElement(answer: unknown): answer is XmlElement {
  return typeof answer === 'object' && answer !== null && 'children' in answer && 'attributes' in answer;
}
