/**
 * Advice on length, and on how hard English is to read. Sentences and words are found by the rules of Unicode for the
 * language of the text; see shared/decisions/checks.md for what is judged in which language.
 */
import { syllable } from 'syllable';
import { SOURCE_LANGUAGE } from '../../languages.ts';
import type { Advice } from './findings.ts';
import { isEnglish } from './structure.ts';
import { beginningOf, type Passage } from './texts.ts';

const LONGEST_SENTENCE = 20;
const LONGEST_PARAGRAPH = 3;
/** Flesch counted syllables in samples of 100 words: below that a single long word decides. */
const FEWEST_WORDS = 100;
const FEWEST_WORDS_OF_A_LINE = 8;
/** What most children can read when they leave primary school, and tired parents too. */
const OLDEST_READER = 12;

/** Words, in sentences. */
type Sentence = { readonly text: string; readonly words: readonly string[] };

/** Silent in every language but English: others write in two words what English writes in one, or the other way round. */
export function longSentences(passage: Passage, language: string): readonly Advice[] {
  if (passage.is === 'heading' || !isEnglish(language)) return [];
  return sentencesIn(passage.text, language).flatMap(({ text, words }): Advice[] => {
    const count = words.length;
    if (count <= LONGEST_SENTENCE) return [];
    const { field } = passage;
    return [{ field, problem: 'long-sentence', begins: beginningOf(text), count }];
  });
}

/** In every language: the rules of Unicode know where a sentence ends in all of ours. */
export function longParagraph(passage: Passage, language: string): readonly Advice[] {
  if (passage.is !== 'paragraph' && passage.is !== 'line') return [];
  const count = sentencesIn(passage.text, language).length;
  if (count <= LONGEST_PARAGRAPH) return [];
  const { field, text } = passage;
  return [{ field, problem: 'long-paragraph', begins: beginningOf(text), count }];
}

/** The passages of one field together. Silent in every language but English. */
export function hardToRead(passages: readonly Passage[], language: string): readonly Advice[] {
  const [first] = passages;
  if (first === undefined || !isEnglish(language)) return [];
  const age = readingAge(passages.filter(({ is }) => is === 'paragraph' || is === 'item'));
  return isTooOld(age) ? [{ field: first.field, problem: 'hard-to-read', age }] : [];
}

/** Plain sentences stand in many short fields: they are judged together, and told at the one that is hardest. */
export function shortTextsHardToRead(
  passages: readonly Passage[],
  language: string,
): readonly Advice[] {
  if (!isEnglish(language)) return [];
  const lines = passages.filter(({ is }) => is === 'line');
  const age = readingAge(lines);
  if (!isTooOld(age)) return [];
  const [hardest] = lines.toSorted((one, other) => hardnessOf(other) - hardnessOf(one));
  return hardest === undefined ? [] : [{ field: hardest.field, problem: 'short-texts-hard', age }];
}

function isTooOld(age: number | null): age is number {
  return age !== null && age > OLDEST_READER;
}

/** Of English passages together; `null` where there are too few words to judge by. */
export function readingAge(passages: readonly Passage[]): number | null {
  const sentences = passages.flatMap(({ text }) => sentencesIn(text, SOURCE_LANGUAGE));
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length < FEWEST_WORDS) return null;
  return Math.round(gradeOf(words, sentences.length)) + 5;
}

/** A title of three long words is no sentence that anybody could split. */
function hardnessOf({ text }: Passage): number {
  const sentences = sentencesIn(text, SOURCE_LANGUAGE);
  const words = sentences.flatMap((sentence) => sentence.words);
  return words.length < FEWEST_WORDS_OF_A_LINE ? 0 : gradeOf(words, sentences.length);
}

/** The school year in the United States, by Flesch and Kincaid; children are five years older than their year. */
function gradeOf(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + Math.max(syllable(word), 1), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

export function sentencesIn(text: string, language: string): readonly Sentence[] {
  const pieces = [...segmenter(language, 'sentence').segment(withoutFalseStops(text))];
  return pieces
    .map(({ segment }) => ({ text: segment.trim(), words: wordsIn(segment, language) }))
    .filter(({ words }) => words.length > 0);
}

function wordsIn(text: string, language: string): readonly string[] {
  const segments = [...segmenter(language, 'word').segment(joined(text))];
  return segments.flatMap(({ isWordLike, segment }) => (isWordLike ? [segment] : []));
}

/** "Well-being" is one word to whoever reads it. */
function joined(text: string): string {
  return text.replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '');
}

/** The stop of "Dr. Shah" ends no sentence. */
function withoutFalseStops(text: string): string {
  return text.replace(/\b(Mr|Mrs|Ms|Dr|Prof|St|No|e\.g|i\.e|etc)\.(?=\s)/g, '$1');
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Made once a language: making one takes longer than using it. */
function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const made = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, made);
  return made;
}
