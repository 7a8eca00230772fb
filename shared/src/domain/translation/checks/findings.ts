/** Everything that the checks find in the target of a segment: errors first. Pure, and quick enough to run as somebody types. */
import type { Glossary } from '../glossary.ts';
import type { CodedText } from '../segment.ts';
import { changedCodes } from './code-changes.ts';
import type { Finding } from './finding.ts';
import { endPunctuation } from './punctuation.ts';
import { readable } from './readable.ts';
import { changedValues } from './same-values.ts';
import { directionMarks, mixedScripts } from './scripts.ts';
import { agreedWords } from './terms.ts';
import {
  doubleSpace,
  empty,
  farOffLength,
  inconsistent,
  repeatedWord,
  sameAsSource,
} from './wording.ts';

export type CheckedWith = {
  /** The tag of the target's language. */
  readonly language: string;
  readonly glossary: Glossary;
  /** Reviewed targets of the same source in other places. */
  readonly sameSourceElsewhere: readonly string[];
};

export function findings(
  segment: CodedText,
  target: string,
  { glossary, language, sameSourceElsewhere }: CheckedWith,
): readonly Finding[] {
  const [source, words] = [readable(segment.text), readable(target)];
  const nothing = empty(source, words);
  if (nothing.length > 0) return nothing;
  return [
    ...changedCodes(segment, target),
    ...changedValues(source, words, language),
    ...agreedWords(source, words, { language, glossary }),
    ...sameAsSource(source, words, glossary),
    ...farOffLength(source, words, language),
    ...endPunctuation(source, words, language),
    ...doubleSpace(source, words),
    ...repeatedWord(source, words, language),
    ...inconsistent(target, sameSourceElsewhere),
    ...mixedScripts(source, words, language),
    ...directionMarks(source, words, language),
  ].toSorted((one, other) => rank(one) - rank(other));
}

function rank({ level }: Finding): number {
  return level === 'error' ? 0 : 1;
}
