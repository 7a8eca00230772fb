/**
 * Where a text first uses a term of the common language. Whole words alone, in any capitals, and in the forms that its
 * wordings list: nobody guesses endings. Of two terms that begin at one place the longer is meant, and within a term no
 * other is.
 */

/** A term as one language writes it. */
export type WrittenTerm = { readonly document: string; readonly wordings: readonly string[] };

/** A piece of a text; `term` is the document of the term that it uses for the first time. */
export type Piece = { readonly text: string; readonly term: string | null };

/** Cuts a text at first uses of terms that are not in `linked`. The pieces together are the text. */
export type Linking = (text: string, linked: ReadonlySet<string>) => readonly Piece[];

/** Made once a language: pages are many. */
export function linkingOf(terms: readonly WrittenTerm[], language: string): Linking {
  const documents = new Map<string, string>();
  for (const { document, wordings } of terms) {
    for (const wording of wordings.map(plain).filter((one) => one !== '')) {
      if (!documents.has(wording)) documents.set(wording, document);
    }
  }
  if (documents.size === 0) return (text) => whole(text);
  const uses = patternOf([...documents.keys()]);
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return (text, linked) => {
    uses.lastIndex = 0;
    let found = uses.exec(text);
    if (found === null) return whole(text);
    const pieces: Piece[] = [];
    const known = new Set(linked);
    let begin = 0;
    for (; found !== null; found = uses.exec(text)) {
      const [use] = found;
      const term = documents.get(plain(use)) ?? null;
      if (term === null || known.has(term)) continue;
      if (!isWhole(words.segment(text), found.index, found.index + use.length)) continue;
      known.add(term);
      if (found.index > begin) pieces.push({ text: text.slice(begin, found.index), term: null });
      pieces.push({ text: use, term });
      begin = uses.lastIndex;
    }
    if (begin < text.length) pieces.push({ text: text.slice(begin), term: null });
    return pieces;
  };

  function plain(wording: string): string {
    return wording.trim().replace(/\s+/g, ' ').replaceAll("'", '’').toLocaleLowerCase(language);
  }
}

function whole(text: string): readonly Piece[] {
  return [{ text, term: null }];
}

/** The longest first: of several that fit, the first is taken. */
function patternOf(wordings: readonly string[]): RegExp {
  const each = wordings
    .toSorted((one, other) => other.length - one.length)
    .map((wording) =>
      wording
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replaceAll('’', "[’']")
        .replaceAll(' ', '\\s+'),
    );
  return new RegExp(`(?<!${LETTER})(?:${each.join('|')})(?!${LETTER})`, 'giu');
}

/** Cheaper than cutting every text into words, and enough to pass over most of what is none. */
const LETTER = '[\\p{L}\\p{M}\\p{N}]';

/** By the rules of the language, which has "parent’s" as one word. */
function isWhole(words: Intl.Segments, begin: number, end: number): boolean {
  const after = words.containing(end);
  return words.containing(begin)?.index === begin && (after === undefined || after.index === end);
}
