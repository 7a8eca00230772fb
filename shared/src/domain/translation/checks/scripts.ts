/** In which letters a language is written, and letters, marks and words that do not belong into a text in it. */

import type { Finding } from './finding.ts';
import { ALONE } from './readable.ts';

/** As ISO 15924 names it: `Latn`, `Arab`, `Deva` ... */
export function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn';
}

const ours = [
  'Latn',
  'Cyrl',
  'Grek',
  'Arab',
  'Hebr',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Taml',
  'Hani',
];
const letters = ours.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

function scriptOfLetter(letter: string): string {
  return letters.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'Zyyy';
}

/**
 * A letter that only looks right, as a Latin "a" in a Bulgarian word; a word in letters of a third script; an English
 * word that the source does not have. Endings may be written on to a name that keeps its letters.
 */
export function mixedScripts(source: string, target: string, language: string): readonly Finding[] {
  const script = scriptOf(language);
  const english = new Set(latinWords(source));
  const strange = runsOf(target).find((run) => {
    const scripts = new Set(run.map(({ script }) => script));
    if (scripts.size === 1) return isStrange(run[0] as Piece, script, english);
    return !run.every(
      (piece) => piece.script === script || english.has(piece.letters.toLowerCase()),
    );
  });
  if (strange === undefined) return [];
  const found = strange.map((piece) => piece.letters).join('');
  return [{ rule: 'mixed-scripts', level: 'warning', found }];
}

type Piece = { readonly script: string; readonly letters: string };

function isStrange({ letters, script }: Piece, own: string, english: ReadonlySet<string>): boolean {
  if (script === own || script === 'Zyyy') return false;
  if (script !== 'Latn') return true;
  return letters.length > 1 && !english.has(letters.toLowerCase());
}

function latinWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Latn}+/gu) ?? [];
}

/** Each run of letters, in pieces of one script. Web and e-mail addresses are no words. */
function runsOf(text: string): readonly (readonly Piece[])[] {
  const words = text.replace(
    /(?:https?:\/\/|www\.)[!-~]+|[!-~]+@[!-~]+|[!-~]+\.(?:org|uk|com|net)[!-~]*/gi,
    ALONE,
  );
  return (words.match(/[\p{L}\p{M}]+/gu) ?? []).map((run) => {
    const pieces: { script: string; letters: string }[] = [];
    for (const letter of run) {
      const last = pieces.at(-1);
      const script = /\p{M}/u.test(letter) && last ? last.script : scriptOfLetter(letter);
      if (last?.script === script) last.letters += letter;
      else pieces.push({ script, letters: letter });
    }
    return pieces;
  });
}

/**
 * Marks that turn the direction of writing. In left-to-right text any is odd unless the source has it; in right-to-left
 * text the forcing ones are, and isolates that are not closed.
 */
export function directionMarks(
  source: string,
  target: string,
  language: string,
): readonly Finding[] {
  const found = target.match(isRightToLeft(language) ? forcing : anyMark) ?? [];
  const unexpected = found.find((mark) => !source.includes(mark)) ?? unclosedIsolate(target);
  if (unexpected === undefined) return [];
  return [{ rule: 'direction-mark', level: 'warning', found: codeOf(unexpected) }];
}

function isRightToLeft(language: string): boolean {
  return ['Arab', 'Hebr'].includes(scriptOf(language));
}

const forcing = /[\u202a-\u202e]/g;
const anyMark = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

function unclosedIsolate(text: string): string | undefined {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== '\u2069') open.push(mark);
    else if (open.pop() === undefined) return mark;
  }
  return open[0];
}

function codeOf(mark: string): string {
  return `U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}
