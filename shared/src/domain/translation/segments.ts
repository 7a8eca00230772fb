/** Cutting an edition into segments, and composing the content of a language from them. */
import { hiddenCharacterIn } from '../hidden.ts';
import type { ContentOfKind, Kind } from '../kinds.ts';
import type { Outcome, Problem } from '../problem.ts';
import { type CodeProblem, codeProblems, inOneForm, plainOf, textOfWords } from './codes.ts';
import { codedFrom, inlinesFrom } from './inlines.ts';
import { type Keys, keysInOrder } from './keys.ts';
import { type Place, withPieces } from './pieces.ts';
import { CHANGE_NOTE_KEY, type CodedText, hashOf, type Segment } from './segment.ts';

/**
 * Every segment of an English edition, in the order of its form. `keys` are those of this edition: see `alignKeys`. A
 * field that is empty, and a line of facts alone, are none.
 */
export function segmentsOf<K extends Kind>(
  kind: K,
  content: ContentOfKind<K>,
  keys: Keys,
): readonly Segment[] {
  const keyOf = keysInOrder(keys);
  const segments: Segment[] = [];
  const cut = (coded: CodedText, place: Place) => {
    const { path, style } = place;
    segments.push({ key: keyOf(place), path, style, ...coded, hash: hashOf(coded) });
  };
  withPieces(kind, content, {
    words: (words, place) => {
      cut({ text: textOfWords(words), codes: [] }, place);
      return words;
    },
    inlines: (children, place) => {
      cut(codedFrom(children), place);
      return children;
    },
  });
  return segments;
}

/** What an English edition says that it changed, as a segment; `null` when it says nothing. */
export function changeNoteSegment(changeNote: string | null): Segment | null {
  if (changeNote === null || changeNote.trim() === '') return null;
  const coded: CodedText = { text: textOfWords(changeNote), codes: [] };
  const [key, path] = [CHANGE_NOTE_KEY, 'changeNote'];
  return { key, path, style: 'note', ...coded, hash: hashOf(coded) };
}

/**
 * The content of a language: the English edition with each segment's target in its place. Everything that is not words
 * is the edition's. A target that is missing, has broken codes or unseen characters is a problem that names the segment.
 */
export function composeSegments<K extends Kind>(
  kind: K,
  content: ContentOfKind<K>,
  keys: Keys,
  targets: ReadonlyMap<string, string>,
): Outcome<ContentOfKind<K>> {
  const keyOf = keysInOrder(keys);
  const problems: Problem[] = [];
  const targetOf = (source: CodedText, place: Place): string | null => {
    const segment = keyOf(place);
    const target = inOneForm(targets.get(segment) ?? '');
    const found = targetProblems(source, target).map((problem) => ({
      ...{ field: place.path, segment },
      ...problem,
    }));
    problems.push(...found);
    return found.length > 0 ? null : target;
  };
  const value = withPieces(kind, content, {
    words: (words, place) => {
      const target = targetOf({ text: textOfWords(words), codes: [] }, place);
      return target === null ? words : betweenEdgesOf(words, plainOf(target));
    },
    inlines: (children, place) => {
      const source = codedFrom(children);
      const target = targetOf(source, place);
      return target === null ? children : inlinesFrom(source.codes, target);
    },
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** A field has no space around its words but what the English has. */
function betweenEdgesOf(words: string, target: string): string {
  const [before = ''] = words.match(/^\s*/) ?? [];
  const [after = ''] = words.match(/\s*$/) ?? [];
  return before + target.trim() + after;
}

type Unplaced =
  | { readonly problem: 'untranslated' }
  | { readonly problem: 'hidden-character'; readonly character: string }
  | { readonly problem: 'broken-code'; readonly code: CodeProblem };

function targetProblems(source: CodedText, target: string): readonly Unplaced[] {
  if (plainOf(target).trim() === '') return [{ problem: 'untranslated' }];
  const character = hiddenCharacterIn(target);
  if (character !== null) return [{ problem: 'hidden-character', character }];
  return codeProblems(source, target).map((code) => ({ problem: 'broken-code', code }));
}
