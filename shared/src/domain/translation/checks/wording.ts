/** What looks like a slip of the hand or of attention: copied, cut short, doubled, said otherwise elsewhere. */
import type { Glossary } from '../glossary.ts';
import type { Finding } from './finding.ts';
import { hasWords } from './readable.ts';
import { scriptOf } from './scripts.ts';

/** A source of names and numbers alone is the same in many languages; a sentence is not. */
export function sameAsSource(
  source: string,
  target: string,
  glossary: Glossary,
): readonly Finding[] {
  const isName = glossary.some(({ staysLatin, term }) => staysLatin && term === source.trim());
  if (source.trim() !== target.trim() || isName || !/\p{Ll}/u.test(source)) return [];
  return [{ rule: 'same-as-source', level: 'warning' }];
}

/** Below this many signs a text may well have three times as many in another language. */
const FEWEST_SIGNS = 25;
/** Of what is usual: in the sample content no text is shorter than 0.47 or longer than 2. */
const [SHORTEST, LONGEST] = [0.4, 2.2];

export function farOffLength(source: string, target: string, language: string): readonly Finding[] {
  const [ours, theirs] = [signsOf(source), signsOf(target)];
  if (Math.max(ours, theirs) < FEWEST_SIGNS || ours < FEWEST_SIGNS / 2) return [];
  const share = theirs / ours / usualShare(language);
  if (share >= SHORTEST && share <= LONGEST) return [];
  return [{ rule: 'length', level: 'warning', found: String(theirs), expected: String(ours) }];
}

/** Scripts whose consonants carry their vowels need fewer signs for the same words. */
function usualShare(language: string): number {
  return ['Beng', 'Deva', 'Gujr', 'Guru'].includes(scriptOf(language)) ? 0.75 : 1.1;
}

/** Vowel signs of South Asian scripts are no signs of their own to whoever reads. */
function signsOf(text: string): number {
  return text.match(/[^\p{M}\s]/gu)?.length ?? 0;
}

export function doubleSpace(source: string, target: string): readonly Finding[] {
  const has = (text: string) => /\S[ \u00a0]{2,}\S/u.test(text);
  return has(target) && !has(source) ? [{ rule: 'double-space', level: 'warning' }] : [];
}

/**
 * The same word twice. Languages of South Asia and Somali double words on purpose ("धीरे धीरे"), so in them only words
 * that nobody doubles are slips.
 */
export function repeatedWord(source: string, target: string, language: string): readonly Finding[] {
  const particles = neverDoubled[language]?.split(' ');
  const slip = doubledIn(target).find(
    (word) => particles === undefined || particles.includes(word.toLowerCase()),
  );
  if (slip === undefined || doubledIn(source).length > 0) return [];
  return [{ rule: 'repeated-word', level: 'warning', found: slip }];
}

function doubledIn(text: string): readonly string[] {
  const found = text.matchAll(/(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}]+) \1(?![\p{L}\p{M}\p{N}])/giu);
  return [...found].map(([, word]) => word as string);
}

const neverDoubled: Readonly<Record<string, string>> = {
  bn: 'ও এবং কিন্তু থেকে জন্য এই যে হয় না',
  gu: 'અને છે માં ના ની નો નું ને પણ આ તે',
  ne: 'र छ छन् हो मा को का की ले लाई पनि यो',
  pa: 'ਅਤੇ ਹੈ ਹਨ ਵਿੱਚ ਦਾ ਦੇ ਦੀ ਨੂੰ ਨੇ ਤੋਂ ਇਹ',
  so: 'iyo oo waa in ka ku la u ee',
  ur: 'اور ہے ہیں میں کا کے کی کو سے نے یہ کہ پر',
};

/** What stands elsewhere for the same source: one wording a source, or a reason. */
export function inconsistent(target: string, elsewhere: readonly string[]): readonly Finding[] {
  const [other] = elsewhere;
  if (other === undefined || elsewhere.some((each) => each.trim() === target.trim())) return [];
  return [{ rule: 'inconsistent', level: 'warning', expected: other }];
}

export function empty(source: string, target: string): readonly Finding[] {
  const isEmpty = target.trim() === '' || (hasWords(source) && !hasWords(target));
  return isEmpty ? [{ rule: 'empty', level: 'error' }] : [];
}
