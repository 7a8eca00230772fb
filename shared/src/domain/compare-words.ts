/** What changed in a run of lines, word by word: lines that stayed, changed, came or went, in the order of reading. */
import { diffArrays } from 'diff';

/** Words that stand on one line, and what kind of line it is: a paragraph, a heading, an item. */
export type Line = {
  readonly style: string;
  readonly words: string;
  /** What a reader sees beside the words, bold or where a link leads: when it alone differs, that is said. */
  readonly looks: string;
};

export type Piece = { readonly is: 'same' | 'added' | 'removed'; readonly words: string };

export type LineChange = {
  readonly is: 'same' | 'changed' | 'added' | 'removed';
  readonly style: string;
  /** The style that it had, when that changed. */
  readonly was: string | null;
  readonly pieces: readonly Piece[];
  /** The words are the same, and something about how they look or where they lead is not. */
  readonly looksOnly: boolean;
};

/** `sameLanguage` is the tag of both; `null` when they differ: then no word of one can be found in the other. */
export function compareLines(
  before: readonly Line[],
  after: readonly Line[],
  sameLanguage: string | null,
): readonly LineChange[] {
  if (sameLanguage === null) return sideBySide(before, after);
  const [only, fresh] = [before[0], after[0]];
  const isOneEach = before.length === 1 && after.length === 1;
  if (isOneEach && only && fresh && !isSame(only, fresh)) {
    return [changed(only, fresh, sameLanguage)];
  }
  const runs = diffArrays([...before], [...after], { comparator: isSame });
  const changes: LineChange[] = [];
  let gone: readonly Line[] = [];
  for (const { added, removed, value } of runs) {
    if (removed) {
      gone = value;
    } else if (added) {
      changes.push(...paired(gone, value, sameLanguage));
      gone = [];
    } else {
      changes.push(...gone.map(wentAway), ...value.map(stayed));
      gone = [];
    }
  }
  return [...changes, ...gone.map(wentAway)];
}

function isSame(one: Line, other: Line): boolean {
  return one.style === other.style && one.words === other.words && one.looks === other.looks;
}

/** Lines that went and lines that came at one place: those that are much alike are one line that changed. */
function paired(gone: readonly Line[], come: readonly Line[], tag: string): readonly LineChange[] {
  const changes: LineChange[] = [];
  let next = 0;
  for (const line of come) {
    const at = gone.findIndex((old, index) => index >= next && isLike(old, line, tag));
    if (at === -1) {
      changes.push(cameNew(line));
      continue;
    }
    changes.push(...gone.slice(next, at).map(wentAway), changed(gone[at] as Line, line, tag));
    next = at + 1;
  }
  return [...changes, ...gone.slice(next).map(wentAway)];
}

/** Of the words of both lines, how many have to be in both for them to be one line. */
const ALIKE = 0.4;

function isLike(one: Line, other: Line, tag: string): boolean {
  const ours = wordsIn(one.words, tag);
  const theirs = wordsIn(other.words, tag);
  if (ours.length === 0 || theirs.length === 0) return false;
  const known = new Set(ours);
  const shared = theirs.filter((word) => known.has(word)).length;
  return shared / Math.max(ours.length, theirs.length) >= ALIKE;
}

function wordsIn(text: string, tag: string): readonly string[] {
  return [...segmenter(tag).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLocaleLowerCase(tag));
}

/** Words and what stands between them. The words of `diff` itself are those of Latin letters. */
function segmentsOf(text: string, tag: string): string[] {
  return [...segmenter(tag).segment(text)].map(({ segment }) => segment);
}

function changed(before: Line, after: Line, tag: string): LineChange {
  return {
    is: 'changed',
    style: after.style,
    was: before.style === after.style ? null : before.style,
    pieces: comparedWords(before.words, after.words, tag),
    looksOnly: before.words === after.words && before.style === after.style,
  };
}

/** Word by word, by the rules of the language. */
export function comparedWords(before: string, after: string, tag: string): readonly Piece[] {
  const runs = diffArrays(segmentsOf(before, tag), segmentsOf(after, tag)).map((run) => ({
    ...run,
    value: run.value.join(''),
  }));
  const pieces: Piece[] = [];
  let [gone, come] = ['', ''];
  const put = () => {
    if (gone !== '') pieces.push({ is: 'removed', words: gone });
    if (come !== '') pieces.push({ is: 'added', words: come });
    [gone, come] = ['', ''];
  };
  for (const [at, { added, removed, value }] of runs.entries()) {
    // A space between two changed words is no word that stayed: three words for three are one change.
    const isBetween = value.trim() === '' && (gone !== '' || come !== '') && at < runs.length - 1;
    if (removed) gone += value;
    else if (added) come += value;
    else if (isBetween) [gone, come] = [gone + value, come + value];
    else {
      put();
      pieces.push({ is: 'same', words: value });
    }
  }
  put();
  return pieces;
}

/** One after the other, each as a whole: an English text and its translation. */
function sideBySide(before: readonly Line[], after: readonly Line[]): readonly LineChange[] {
  const most = Math.max(before.length, after.length);
  return Array.from({ length: most }, (_, at): LineChange => {
    const [old, fresh] = [before[at], after[at]];
    if (old === undefined) return cameNew(fresh as Line);
    if (fresh === undefined) return wentAway(old);
    if (isSame(old, fresh)) return stayed(fresh);
    return {
      is: 'changed',
      style: fresh.style,
      was: old.style === fresh.style ? null : old.style,
      pieces: [
        { is: 'removed', words: old.words },
        { is: 'added', words: fresh.words },
      ],
      looksOnly: false,
    };
  });
}

function stayed(line: Line): LineChange {
  return whole('same', line);
}

function cameNew(line: Line): LineChange {
  return whole('added', line);
}

function wentAway(line: Line): LineChange {
  return whole('removed', line);
}

function whole(is: Piece['is'], { style, words }: Line): LineChange {
  return { is, style, was: null, pieces: [{ is, words }], looksOnly: false };
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(tag: string): Intl.Segmenter {
  const known = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'word' });
  segmenters.set(tag, known);
  return known;
}
