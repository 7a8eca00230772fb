/** Pages of words that nobody wrote, in any alphabet and as common and rare as words are: the same for the same seed. */
import { randomFrom } from '../bench/sentences.ts';

export type ManyPage = {
  readonly title: string;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly text: string;
};

/** The letters that begin a syllable, and those that end it. */
const alphabets = {
  latin: ['b c d f g h k l m n p r s t w z sz cz rz'.split(' '), 'a e i o u y ą ę'.split(' ')],
  cyrillic: ['б в г д ж з к л м н п р с т ф х ц ч ш'.split(' '), 'а е и о у ъ ю я'.split(' ')],
  arabic: ['ب ت ج ح د ر ز س ش ص ط ع ف ق ک ل م ن ہ'.split(' '), ['ا', 'و', 'ی', '']],
  devanagari: ['क ख ग च ज ट ड त द न प ब भ म य र ल व स ह'.split(' '), 'ा ि ी ु ू े ै ो ौ'.split(' ')],
  bengali: ['ক খ গ চ জ ট ড ত দ ন প ব ভ ম য র ল শ স হ'.split(' '), 'া ি ী ু ূ ে ৈ ো ৌ'.split(' ')],
  gurmukhi: ['ਕ ਖ ਗ ਚ ਜ ਟ ਡ ਤ ਦ ਨ ਪ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ਸ ਹ'.split(' '), 'ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ'.split(' ')],
  gujarati: ['ક ખ ગ ચ જ ટ ડ ત દ ન પ બ ભ મ ય ર લ વ સ હ'.split(' '), 'ા િ ી ુ ૂ ે ૈ ો ૌ'.split(' ')],
} as const;

export type Alphabet = keyof typeof alphabets;

const VOCABULARY = 12_000;
const WORDS_OF_A_TEXT = 600;

export function manyPages(alphabet: Alphabet, count: number, seed: number): readonly ManyPage[] {
  const random = randomFrom(seed);
  const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) =>
    wordOf(alphabet, rank, random),
  );
  return Array.from({ length: count }, () => ({
    title: words(5),
    summary: words(14),
    headings: [words(3), words(4), words(3), words(4)],
    text: words(WORDS_OF_A_TEXT),
  }));

  function words(length: number): string {
    return Array.from({ length }, word).join(' ');
  }

  /** By Zipf's law: the second most common word stands half as often as the first. */
  function word(): string {
    return vocabulary[Math.floor(VOCABULARY ** random()) - 1] ?? '';
  }
}

/** The rarer the longer, up to five syllables. */
function wordOf(alphabet: Alphabet, rank: number, random: () => number): string {
  const [first, second] = alphabets[alphabet];
  const length = 1 + Math.ceil(Math.log10(rank + 1));
  const one = (letters: readonly string[]) => letters[Math.floor(random() * letters.length)] ?? '';
  return Array.from({ length }, () => one(first) + one(second)).join('');
}
