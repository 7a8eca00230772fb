/** Texts with codes as the workbench shows them: as tokens, compared word by word, and every code by a name. */
import { comparedWords, type Piece } from '@charterpress/shared/domain/compare-words.ts';
import { type Token, textFrom, tokensOf } from '@charterpress/shared/domain/translation/codes.ts';
import type { Code, Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import { type CodeSlot, tokensOfUnits, type Unit, unitsOf } from './editor/editing.ts';

/** Titles of documents and labels of facts, by `<kind>/<document>`. */
export type TitlesByName = Readonly<Record<string, string>>;

/** What cannot be read as codes is shown as it stands. */
export function tokensIn(text: string): readonly Token[] {
  return tokensOf(text) ?? [{ text }];
}

export function unitsIn(text: string): readonly Unit[] {
  return unitsOf(tokensIn(text));
}

export function textOfUnits(units: readonly Unit[]): string {
  return textFrom(tokensOfUnits(units));
}

export type ComparedPiece = {
  readonly is: Piece['is'];
  readonly tokens: readonly Token[];
};

/** Two English texts word by word. A code is one word, and never taken apart. */
export function comparedSources(before: string, after: string): readonly ComparedPiece[] {
  const known: Token[] = [];
  const marked = (text: string) =>
    tokensIn(text)
      .map((token) => markOf(token, known))
      .join('');
  return comparedWords(marked(before), marked(after), SOURCE_LANGUAGE).map(({ is, words }) => ({
    is,
    tokens: tokensOfUnits(words.split('').map((char) => unmarked(char, known))),
  }));
}

/** Characters that no text holds and no rule of a language joins to a word. */
const FIRST_MARK = 0xe000;

function markOf(token: Token, known: Token[]): string {
  if ('text' in token) return token.text;
  const at = known.findIndex((one) => JSON.stringify(one) === JSON.stringify(token));
  if (at === -1) known.push(token);
  return String.fromCharCode(FIRST_MARK + (at === -1 ? known.length - 1 : at));
}

function unmarked(char: string, known: readonly Token[]): Unit {
  return known[char.charCodeAt(0) - FIRST_MARK] ?? { text: char };
}

export function slotsOf({ codes }: Pick<Segment, 'codes'>): readonly CodeSlot[] {
  return codes.map(({ is, number }) => ({ number, isPaired: is === 'marks' || is === 'link' }));
}

/** "code 2, link to ‘Children’s centres’" */
export function codeName(code: Code, titles: TitlesByName): string {
  return filled(words.codes.named, { number: String(code.number), what: whatOf(code, titles) });
}

export function unitName(unit: Unit, codes: readonly Code[], titles: TitlesByName): string {
  if ('text' in unit) return unit.text;
  const number = 'open' in unit ? unit.open : 'close' in unit ? unit.close : unit.alone;
  if ('close' in unit) return filled(words.codes.ends, { number: String(number) });
  const code = codes.find((each) => each.number === number);
  const what = code === undefined ? '' : whatOf(code, titles);
  const sentence = 'open' in unit ? words.codes.begins : words.codes.named;
  return filled(sentence, { number: String(number), what });
}

/** What stands on the chip of a fact, which is itself what readers see in its place. */
export function chipLabel(unit: Unit, codes: readonly Code[], titles: TitlesByName): string | null {
  if (!('alone' in unit)) return null;
  const code = codes.find(({ number }) => number === unit.alone);
  return code?.is === 'fact' ? (titles[`${code.fact.kind}/${code.fact.document}`] ?? null) : null;
}

/** What a code does, without its number. */
export function whatOf(code: Code, titles: TitlesByName): string {
  switch (code.is) {
    case 'marks': {
      const marks = [...code.marks].sort().join(' ') || 'none';
      return words.codes[marks as 'bold' | 'italic' | 'bold italic' | 'none'];
    }
    case 'break':
      return words.codes.break;
    case 'fact': {
      const name = `${code.fact.kind}/${code.fact.document}`;
      return filled(words.codes.fact, { fact: titles[name] ?? code.fact.document });
    }
    case 'link':
      return filled(words.codes.link, { to: destination(code.to, titles) });
  }
}

type Destination = Extract<Code, { is: 'link' }>['to'];

function destination(to: Destination, titles: TitlesByName): string {
  if ('url' in to) return to.url;
  const { document, kind } = to.document;
  return titles[`${kind}/${document}`] ?? document;
}
