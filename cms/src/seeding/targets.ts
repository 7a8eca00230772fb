/**
 * From a sample translation, written as a whole text, to what a translator would have typed segment by segment. The two
 * have to be built alike: where they are not, this says in which file and where.
 */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import {
  codeProblems,
  type Token,
  textFrom,
  tokensOf,
} from '@charterpress/shared/domain/translation/codes.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import type { Code, Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';

type Values = Readonly<Record<string, unknown>>;

/** The target of each English segment, by its key. Throws where the translation is not built like the English. */
export function targetsFrom(
  english: readonly Segment[],
  translation: { readonly kind: Kind; readonly content: Values; readonly file: string },
): Readonly<Record<string, string>> {
  const { content, file, kind } = translation;
  const keys = alignKeys(kind, content as never, []);
  const translated = segmentsOf(kind, content as never, keys);
  const count = Math.max(english.length, translated.length);
  const pairs = Array.from({ length: count }, (_none, at) => {
    const [source, target] = [english[at], translated[at]];
    if (source !== undefined && target !== undefined && isBuiltAlike(source, target)) {
      return [source.key, targetFrom(source, target, file)] as const;
    }
    throw new Error(
      `${file} is not built like the English in ${source?.path ?? target?.path}: where the English has ${spoken(source)}, it has ${spoken(target)}. Write one for the other, in the same order.`,
    );
  });
  return Object.fromEntries(pairs);
}

function isBuiltAlike(source: Segment, target: Segment): boolean {
  return source.path === target.path && source.style === target.style;
}

function spoken(segment: Segment | undefined): string {
  return segment === undefined ? 'nothing more' : `the ${segment.style} "${segment.text}"`;
}

/** In a translation links and facts may stand in another order: each code gets the number it has in English. */
function targetFrom(source: Segment, target: Segment, file: string): string {
  const numbers = numbersIn(source.codes, target.codes);
  const tokens = (tokensOf(target.text) ?? []).map((token) => renumbered(token, numbers));
  const text = textFrom(tokens);
  if (codeProblems(source, text).length === 0) return text;
  throw new Error(
    `${file} does not have the links, facts and bold words of the English in ${source.path}: where the English is "${source.text}", it is "${target.text}". Each has to be there once.`,
  );
}

/** By the number in the translation: that in English, or one that English does not have. */
function numbersIn(english: readonly Code[], translated: readonly Code[]) {
  const free = english.map((code) => ({ number: code.number, says: saying(code) }));
  return new Map(
    translated.map((code, at) => {
      const found = free.findIndex(({ says }) => says === saying(code));
      const [taken] = found < 0 ? [] : free.splice(found, 1);
      return [code.number, taken?.number ?? english.length + 1 + at] as const;
    }),
  );
}

function saying({ number: _its, ...rest }: Code): string {
  return digestOf(rest);
}

function renumbered(token: Token, numbers: ReadonlyMap<number, number>): Token {
  if ('open' in token) return { open: numbers.get(token.open) ?? token.open };
  if ('close' in token) return { close: numbers.get(token.close) ?? token.close };
  return 'alone' in token ? { alone: numbers.get(token.alone) ?? token.alone } : token;
}
