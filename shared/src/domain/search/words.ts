/** The words of a text as search knows them: cut by the rules of the language, then folded. */
import { folded } from './folding.ts';

/** Most words of a text were in the texts before it. */
const MOST_KNOWN = 20_000;

const known = new Map<string, Map<string, readonly string[]>>();

/** In the order of the text, each as often as it is there. Letters that stand alone are none, digits are. */
export function wordsOf(text: string, language: string): readonly string[] {
  let ofLanguage = known.get(language);
  if (ofLanguage === undefined || ofLanguage.size >= MOST_KNOWN) {
    ofLanguage = new Map();
    known.set(language, ofLanguage);
  }
  const words: string[] = [];
  // No word goes on behind a space, in any language; what stands between two spaces comes again and again.
  for (const piece of text.split(/\s+/u)) {
    const found = ofLanguage.get(piece) ?? wordsIn(piece, language);
    ofLanguage.set(piece, found);
    words.push(...found);
  }
  return words;
}

function wordsIn(piece: string, language: string): readonly string[] {
  return cut(piece, language)
    .map((word) => folded(word, language))
    .filter((word) => word.length > 1 || /\p{N}/u.test(word));
}

function cut(piece: string, language: string): readonly string[] {
  if (!('Segmenter' in Intl)) return cutByPattern(piece);
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(piece);
  return [...segments].flatMap(({ isWordLike, segment }) => (isWordLike ? [segment] : []));
}

/**
 * For browsers older than `Intl.Segmenter` (Firefox before 125, Safari before 14.1): the same words in every script that
 * writes spaces between them, as all our languages do.
 */
export function cutByPattern(text: string): readonly string[] {
  return (
    text.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’.·][\p{L}\p{M}\p{N}\u200c\u200d]+)*/gu) ?? []
  );
}
