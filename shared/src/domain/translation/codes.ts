/**
 * How words and codes stand in one string. `<1>` opens, `</1>` closes, `<2/>` stands alone, and a "<" that is meant as
 * such is written twice. Nobody else takes such a string apart.
 */
import type { Code, CodedText } from './segment.ts';

export type Token =
  | { readonly text: string }
  | { readonly open: number }
  | { readonly close: number }
  | { readonly alone: number };

/** A text as its tokens; `null` when a "<" in it is neither a code nor written twice. Neighbouring words are one token. */
export function tokensOf(text: string): readonly Token[] | null {
  const pieces: readonly string[] = text.match(/<<|<\/?\d{1,4}>|<\d{1,4}\/>|<|[^<]+/g) ?? [];
  if (pieces.includes('<')) return null;
  return pieces.reduce<Token[]>((tokens, piece) => withToken(tokens, tokenOf(piece)), []);
}

/** The string of these tokens. Words are brought to NFC one by one: over a whole string, an accent would eat a code. */
export function textFrom(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('text' in token) return token.text.normalize('NFC').replaceAll('<', '<<');
      if ('open' in token) return `<${token.open}>`;
      return 'close' in token ? `</${token.close}>` : `<${token.alone}/>`;
    })
    .join('');
}

/** Whatever a person typed or a file brought, in the one form in which it is kept. What cannot be read stays as it is. */
export function inOneForm(text: string): string {
  const tokens = tokensOf(text);
  return tokens === null ? text : textFrom(tokens);
}

/** Words that hold no codes, as they are written in a segment. */
export function textOfWords(words: string): string {
  return textFrom([{ text: words }]);
}

/** The words alone, for counting and searching. A code that stands alone is a space. */
export function plainOf(text: string): string {
  const tokens = tokensOf(text) ?? [{ text }];
  return tokens
    .map((token) => {
      if ('text' in token) return token.text;
      return 'alone' in token ? ' ' : '';
    })
    .join('');
}

/** What is wrong with the codes of a target; `number` is the code's. */
export type CodeProblem =
  /** A "<" that is no code: nothing else of the text can be judged. */
  | { readonly code: 'unreadable' }
  | { readonly code: 'missing' | 'repeated' | 'unknown' | 'crossed'; readonly number: number }
  /** Around words in English, around nothing here: a link that nobody could press. */
  | { readonly code: 'empty'; readonly number: number }
  | { readonly code: 'link-within-link'; readonly number: number };

/**
 * Everything that is wrong with the codes of a target. They may stand in another order and one within another, but each
 * has to be there once, closed where it was opened last, with words in it where the English has some.
 */
export function codeProblems(source: CodedText, target: string): readonly CodeProblem[] {
  const tokens = tokensOf(target);
  if (tokens === null) return [{ code: 'unreadable' }];
  const counted = source.codes.flatMap((code) => countProblems(code, tokens));
  const problems = [...counted, ...unknownCodes(source, tokens)];
  if (problems.length > 0) return problems;
  const crossed = crossedCodes(tokens);
  if (crossed.length > 0) return crossed;
  return [...emptied(source, tokens), ...linksWithinLinks(source, tokens)];
}

const standsAlone = ({ is }: Code) => is === 'fact' || is === 'break';

function countProblems(code: Code, tokens: readonly Token[]): readonly CodeProblem[] {
  const { number } = code;
  const times = standsAlone(code)
    ? [timesOf(tokens, 'alone', number)]
    : [timesOf(tokens, 'open', number), timesOf(tokens, 'close', number)];
  if (times.some((count) => count > 1)) return [{ code: 'repeated', number }];
  return times.some((count) => count === 0) ? [{ code: 'missing', number }] : [];
}

function timesOf(tokens: readonly Token[], as: string, number: number): number {
  return tokens.filter((token) => as in token && numberOf(token) === number).length;
}

/** Codes that the English does not have, or has in the other form. */
function unknownCodes({ codes }: CodedText, tokens: readonly Token[]): readonly CodeProblem[] {
  const alone = new Set(codes.filter(standsAlone).map(({ number }) => number));
  const paired = new Set(codes.filter((code) => !standsAlone(code)).map(({ number }) => number));
  const unknown = tokens.flatMap((token) => {
    const number = numberOf(token);
    if (number === null) return [];
    return ('alone' in token ? alone : paired).has(number) ? [] : [number];
  });
  return [...new Set(unknown)].map((number) => ({ code: 'unknown', number }));
}

function crossedCodes(tokens: readonly Token[]): readonly CodeProblem[] {
  const open: number[] = [];
  for (const token of tokens) {
    if ('open' in token) open.push(token.open);
    if ('close' in token && open.pop() !== token.close) {
      return [{ code: 'crossed', number: token.close }];
    }
  }
  return [];
}

function emptied(source: CodedText, tokens: readonly Token[]): readonly CodeProblem[] {
  const inSource = tokensOf(source.text) ?? [];
  const paired = source.codes.filter((code) => !standsAlone(code));
  return paired.flatMap(({ number }): readonly CodeProblem[] =>
    isEmpty(tokens, number) && !isEmpty(inSource, number) ? [{ code: 'empty', number }] : [],
  );
}

function isEmpty(tokens: readonly Token[], number: number): boolean {
  const from = tokens.findIndex((token) => 'open' in token && token.open === number);
  const to = tokens.findIndex((token) => 'close' in token && token.close === number);
  const within = tokens.slice(from + 1, Math.max(to, from + 1));
  return within.every((token) => !('alone' in token) && !('text' in token && token.text.trim()));
}

function linksWithinLinks(source: CodedText, tokens: readonly Token[]): readonly CodeProblem[] {
  const links = new Set(source.codes.filter(({ is }) => is === 'link').map(({ number }) => number));
  const inEnglish = nestedIn(tokensOf(source.text) ?? [], links);
  return nestedIn(tokens, links)
    .filter((number) => !inEnglish.includes(number))
    .map((number) => ({ code: 'link-within-link', number }));
}

function nestedIn(tokens: readonly Token[], links: ReadonlySet<number>): readonly number[] {
  const nested: number[] = [];
  let depth = 0;
  for (const token of tokens) {
    if ('open' in token && links.has(token.open)) {
      if (depth > 0) nested.push(token.open);
      depth += 1;
    }
    if ('close' in token && links.has(token.close)) depth -= 1;
  }
  return nested;
}

function numberOf(token: Token): number | null {
  if ('open' in token) return token.open;
  if ('close' in token) return token.close;
  return 'alone' in token ? token.alone : null;
}

function tokenOf(piece: string): Token {
  if (piece === '<<') return { text: '<' };
  if (piece[0] !== '<') return { text: piece };
  const number = Number.parseInt(piece.replace(/\D/g, ''), 10);
  if (piece[1] === '/') return { close: number };
  return piece.endsWith('/>') ? { alone: number } : { open: number };
}

function withToken(tokens: Token[], token: Token): Token[] {
  const last = tokens.at(-1);
  if ('text' in token && last !== undefined && 'text' in last) {
    tokens[tokens.length - 1] = { text: last.text + token.text };
  } else {
    tokens.push(token);
  }
  return tokens;
}
