/** Texts with codes between tags: how both versions of XLIFF write and read what stands inside a source or a target. */
import { codeProblems, type Token, textFrom, tokensOf } from '../codes.ts';
import type { Code, CodedText } from '../segment.ts';
import type { IncomingText } from './transfer.ts';
import { attributesOf } from './write-xml.ts';
import { escapeText, fitsXml, outsideXml, type XmlElement } from './xml.ts';

/** How a version writes a code: the name of its element, and what it says of it. */
export type CodeWriter = (code: Code) => Element;
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** What an element means inside a text; `through` shows what it holds as if it were not there. */
export type Meaning =
  | { readonly is: 'pair'; readonly number: number }
  | { readonly is: 'begin'; readonly number: number }
  | { readonly is: 'end'; readonly number: number }
  | { readonly is: 'alone'; readonly number: number }
  | { readonly is: 'through' }
  | { readonly is: 'nothing' }
  | { readonly is: 'foreign' };

/** The English of a segment with its codes as elements. A character that XML cannot hold stands as U+FFFD. */
export function writeSource({ codes, text }: CodedText, write: CodeWriter): string {
  const tokens = tokensOf(text);
  if (tokens === null) throw new Error(`This English has a "<" that is no code: ${text}`);
  return written(tokens, codes, write);
}

/**
 * A translation likewise; `null` when it cannot leave as it is: no file is written with codes that are not those of its
 * English, or with characters that XML has no way to hold.
 */
export function writeTarget(english: CodedText, target: string, write: CodeWriter): string | null {
  const tokens = tokensOf(target);
  if (tokens === null || !fitsXml(target) || codeProblems(english, target).length > 0) return null;
  return written(tokens, english.codes, write);
}

export function readInline(
  element: XmlElement,
  meaningOf: (element: XmlElement) => Meaning,
): IncomingText {
  const tokens = tokensIn(element, meaningOf);
  if (tokens === null) return { is: 'unreadable', why: 'foreign-code' };
  if (tokens.length === 0) return { is: 'nothing' };
  const text = textFrom(tokens);
  return tokensOf(text) === null ? { is: 'unreadable', why: 'broken-code' } : { is: 'text', text };
}

/** The number of a code from the id of its element; `null` when no code of ours has it. */
export function codeNumber(id: string | undefined): number | null {
  return id !== undefined && /^[1-9]\d{0,3}$/.test(id) ? Number(id) : null;
}

/** As above, with what stands for whatever has no number of ours. */
export function numbered(is: 'pair' | 'begin' | 'end' | 'alone', id: string | undefined): Meaning {
  const number = codeNumber(id);
  return number === null ? { is: 'foreign' } : { is, number };
}

function written(tokens: readonly Token[], codes: readonly Code[], write: CodeWriter): string {
  const elements = new Map(codes.map((code) => [code.number, write(code)]));
  return tokens.map((token) => writeToken(token, elements)).join('');
}

function writeToken(token: Token, elements: ReadonlyMap<number, Element>): string {
  if ('text' in token) return escapeText(token.text.replace(outsideXml, '\ufffd'));
  if ('close' in token) return `</${elements.get(token.close)?.name}>`;
  const isAlone = 'alone' in token;
  const element = elements.get(isAlone ? token.alone : token.open);
  return `<${element?.name}${attributesOf(element?.attributes ?? {})}${isAlone ? '/>' : '>'}`;
}

function tokensIn(
  element: XmlElement,
  meaningOf: (element: XmlElement) => Meaning,
): readonly Token[] | null {
  const found: Token[] = [];
  for (const child of element.children) {
    const tokens = typeof child === 'string' ? [{ text: child }] : tokensFor(child, meaningOf);
    if (tokens === null) return null;
    found.push(...tokens);
  }
  return found;
}

function tokensFor(
  element: XmlElement,
  meaningOf: (element: XmlElement) => Meaning,
): readonly Token[] | null {
  const meaning = meaningOf(element);
  if (meaning.is === 'nothing') return [];
  if (meaning.is === 'foreign') return null;
  if (meaning.is === 'begin') return [{ open: meaning.number }];
  if (meaning.is === 'end') return [{ close: meaning.number }];
  if (meaning.is === 'alone') return [{ alone: meaning.number }];
  const inside = tokensIn(element, meaningOf);
  if (inside === null || meaning.is === 'through') return inside;
  return [{ open: meaning.number }, ...inside, { close: meaning.number }];
}
