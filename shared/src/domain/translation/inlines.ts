/** From a line of rich text to words with codes, and back. */
import type { Inline, Mark } from '../prose.ts';
import { type Token, textFrom, tokensOf } from './codes.ts';
import type { Code, CodedText } from './segment.ts';

/**
 * Plain words stand as they are. Marked ones get a code each, and so do plain ones that follow plain ones or are empty:
 * composing gives back the same pieces.
 */
export function codedFrom(children: readonly Inline[]): CodedText {
  const codes: Code[] = [];
  const tokens = tokensFrom(children, (code) => {
    codes.push({ number: codes.length + 1, ...code } as Code);
    return codes.length;
  });
  return { text: textFrom(tokens), codes };
}

type Unnumbered<C> = C extends Code ? Omit<C, 'number'> : never;
type Numbered = (code: Unnumbered<Code>) => number;

function tokensFrom(children: readonly Inline[], numbered: Numbered): readonly Token[] {
  return children.flatMap((child, at) =>
    tokensOfOne(child, { before: children[at - 1], numbered }),
  );
}

function tokensOfOne(
  child: Inline,
  { before, numbered }: { readonly before: Inline | undefined; readonly numbered: Numbered },
): readonly Token[] {
  if (child.type === 'break') return [{ alone: numbered({ is: 'break' }) }];
  if (child.type === 'fact') return [{ alone: numbered({ is: 'fact', fact: child.fact }) }];
  if (child.type === 'link') {
    const number = numbered({ is: 'link', to: child.to });
    return [{ open: number }, ...tokensFrom(child.children, numbered), { close: number }];
  }
  if (isPlain(child) && !isPlain(before)) return [{ text: child.text }];
  const number = numbered({ is: 'marks', marks: child.marks });
  return [{ open: number }, { text: child.text }, { close: number }];
}

function isPlain(child: Inline | undefined): boolean {
  return child?.type === 'text' && child.marks.length === 0 && child.text !== '';
}

/** A line of rich text from a target whose codes are in order: see `codeProblems`. Links and facts are the English ones. */
export function inlinesFrom(codes: readonly Code[], target: string): readonly Inline[] {
  const tokens = tokensOf(target);
  if (tokens === null) throw new Error(`No codes can be read in this target: ${target}`);
  return inlinesIn(tokens, { codes, marks: [] });
}

type Within = { readonly codes: readonly Code[]; readonly marks: readonly Mark[] };

function inlinesIn(tokens: readonly Token[], within: Within): readonly Inline[] {
  const children: Inline[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const end = 'open' in token ? endOf(tokens, token.open) : at;
    children.push(...inlineFrom(token, tokens.slice(at + 1, end), within));
    at = end + 1;
  }
  return children;
}

function inlineFrom(token: Token, inner: readonly Token[], within: Within): readonly Inline[] {
  const { codes, marks } = within;
  if ('text' in token) return [{ type: 'text', text: token.text, marks }];
  const code = codes.find(({ number }) => number === numberOf(token));
  switch (code?.is) {
    case 'break':
      return [{ type: 'break' }];
    case 'fact':
      return [{ type: 'fact', fact: code.fact }];
    case 'link':
      return [{ type: 'link', to: code.to, children: inlinesIn(inner, within) }];
    case 'marks': {
      const both = together(marks, code.marks);
      if (inner.length === 0) return [{ type: 'text', text: '', marks: both }];
      return inlinesIn(inner, { codes, marks: both });
    }
    default:
      throw new Error(`The English has no code ${JSON.stringify(token)}.`);
  }
}

function endOf(tokens: readonly Token[], number: number): number {
  return tokens.findIndex((token) => 'close' in token && token.close === number);
}

function numberOf(token: Token): number {
  if ('open' in token) return token.open;
  return 'alone' in token ? token.alone : Number.NaN;
}

function together(outer: readonly Mark[], inner: readonly Mark[]): readonly Mark[] {
  return [...outer, ...inner.filter((mark) => !outer.includes(mark))];
}
