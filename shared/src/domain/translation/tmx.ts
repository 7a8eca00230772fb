/**
 * Translation memories as TMX 1.4 (https://www.gala-global.org/tmx-14b): out, so that the memory is the trust's own, and
 * in, as suggestions. Codes keep their numbers in `x` and their pairs in `i`.
 */

import { SOURCE_LANGUAGE } from '../../languages.ts';
import { hiddenCharacterIn } from '../hidden.ts';
import { type Token, textFrom, tokensOf } from './codes.ts';
import {
  escapeAttribute,
  escapeText,
  readXml,
  type XmlElement,
  type XmlRefusal,
} from './files/xml.ts';

export type TmxPair = {
  readonly source: string;
  readonly target: string;
  /** Who made it and when, ISO 8601; `null` when the file does not say. */
  readonly by: string | null;
  readonly at: string | null;
};

export type PairRefusal =
  | 'no-english'
  | 'no-target'
  | 'empty'
  | 'broken-codes'
  | 'hidden-character'
  | 'too-long';

export type TmxRead =
  | {
      readonly ok: true;
      readonly pairs: readonly TmxPair[];
      /** By their place in the file, from 1. */
      readonly refused: readonly { readonly at: number; readonly why: PairRefusal }[];
    }
  | { readonly ok: false; readonly refused: XmlRefusal | 'not-tmx' | 'other-language' };

type Made = {
  readonly language: string;
  readonly madeAt: string;
  readonly pairs: Iterable<TmxPair>;
};

/** Piece by piece: a memory may be larger than what one string holds. */
export function* tmxOf({ language, madeAt, pairs }: Made): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
  yield `<header creationtool="Charterpress" creationtoolversion="1" segtype="block" o-tmf="Charterpress" adminlang="en" srclang="${SOURCE_LANGUAGE}" datatype="xml" creationdate="${compact(madeAt)}"/>\n<body>\n`;
  for (const pair of pairs) yield unitOf(pair, language);
  yield '</body>\n</tmx>\n';
}

function unitOf({ at, by, source, target }: TmxPair, language: string): string {
  const who = by === null ? '' : ` changeid="${escapeAttribute(by)}"`;
  const when = at === null ? '' : ` changedate="${compact(at)}"`;
  return `<tu${who}${when}>${variant(SOURCE_LANGUAGE, source)}${variant(language, target)}</tu>\n`;
}

function variant(language: string, text: string): string {
  const inside = (tokensOf(text) ?? [{ text }]).map(elementOfToken).join('');
  return `<tuv xml:lang="${language}"><seg>${inside}</seg></tuv>`;
}

function elementOfToken(token: Token): string {
  if ('text' in token) return escapeText(token.text);
  if ('open' in token) return `<bpt i="${token.open}" x="${token.open}"/>`;
  return 'close' in token ? `<ept i="${token.close}"/>` : `<ph x="${token.alone}"/>`;
}

/** `20260302T090000Z`. */
function compact(at: string): string {
  return `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** Reads the pairs of English and one language. A file without any for that language is refused whole. */
export function readTmx(bytes: Uint8Array, language: string): TmxRead {
  const read = readXml(bytes);
  if (!read.ok) return read;
  const { attributes, name } = read.root;
  if (name !== 'tmx' || !/^1\.[1-4]/.test(attributes.get('version') ?? '')) return notTmx;
  const units = childrenOf(read.root, 'body').flatMap((body) => childrenOf(body, 'tu'));
  const isForUs = units.some((unit) => variantIn(unit, language) !== null);
  if (!isForUs) return { ok: false, refused: 'other-language' };
  const pairs = units.map((unit) => pairIn(unit, language));
  return {
    ok: true,
    pairs: pairs.filter((pair) => typeof pair !== 'string'),
    refused: pairs.flatMap((pair, at) =>
      typeof pair === 'string' ? [{ at: at + 1, why: pair }] : [],
    ),
  };
}

/** Characters: no text here is longer. */
const LONGEST = 20_000;

const notTmx = { ok: false, refused: 'not-tmx' } as const;

function pairIn(unit: XmlElement, language: string): TmxPair | PairRefusal {
  const [english, other] = [variantIn(unit, SOURCE_LANGUAGE), variantIn(unit, language)];
  if (english === null) return 'no-english';
  if (other === null) return 'no-target';
  const [source, target] = [textIn(english), textIn(other)];
  if (source === null || target === null) return 'broken-codes';
  if (source.trim() === '' || target.trim() === '') return 'empty';
  if ([source, target].some(({ length }) => length > LONGEST)) return 'too-long';
  if ([source, target].some((text) => hiddenCharacterIn(text) !== null)) return 'hidden-character';
  return { source, target, by: said('id', unit), at: momentFrom(said('date', unit)) };
}

/** `en-GB` is English, whatever the case of it. */
function variantIn(unit: XmlElement, language: string): XmlElement | null {
  const found = childrenOf(unit, 'tuv').find(({ attributes }) => {
    const tag = attributes.get(XML_LANG) ?? attributes.get('lang') ?? '';
    return tag.toLowerCase().split(/[-_]/)[0] === language.toLowerCase();
  });
  return found === undefined ? null : (childrenOf(found, 'seg')[0] ?? null);
}

const XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang';

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The text of a segment in our codes; `null` when a pair is not one, or a code is of a form that we have not. */
function textIn(segment: XmlElement): string | null {
  const tokens: Token[] = [];
  const opened = new Map<string, number>();
  let last = 0;
  const numbered = ({ attributes }: XmlElement) => {
    const number = Number(attributes.get('x'));
    last = Number.isInteger(number) && number > 0 && number < 10_000 ? number : last + 1;
    return last;
  };
  const walk = (element: XmlElement): boolean =>
    element.children.every((child) => {
      if (typeof child === 'string') return tokens.push({ text: child }) > 0;
      const pair = child.attributes.get('i') ?? '';
      if (child.name === 'hi') return walk(child);
      if (child.name === 'ph') return tokens.push({ alone: numbered(child) }) > 0;
      if (child.name === 'bpt') {
        const number = numbered(child);
        opened.set(pair, number);
        return tokens.push({ open: number }) > 0;
      }
      const number = opened.get(pair);
      if (child.name !== 'ept' || number === undefined) return false;
      opened.delete(pair);
      return tokens.push({ close: number }) > 0;
    });
  return walk(segment) && opened.size === 0 ? textFrom(tokens) : null;
}

/** Who changed it last, else who made it. */
function said(what: 'id' | 'date', { attributes }: XmlElement): string | null {
  const found = attributes.get(`change${what}`) ?? attributes.get(`creation${what}`) ?? '';
  return found.trim() === '' ? null : found;
}

function momentFrom(compacted: string | null): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(compacted ?? '');
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
