/**
 * The smallest piece of a text that is translated on its own: a field, a paragraph, a heading, an item of a list, a cell.
 * What surrounds it (which list, which table, how loud a callout) is the English edition's, in every language.
 */
import { digestOf } from '../digest.ts';
import type { LinkTarget, Mark } from '../prose.ts';
import type { Reference } from '../shape.ts';

/** `word` is a word of the interface, `note` what an edition says that it changed. */
export type SegmentStyle = 'line' | 'heading' | 'paragraph' | 'item' | 'cell' | 'note' | 'word';

/**
 * What in a text is not words, numbered from 1 in the order of the English. Marks and links stand around words
 * (`<1>...</1>`), facts and breaks alone (`<2/>`). A code for no marks at all keeps two neighbouring texts apart.
 */
export type Code =
  | { readonly number: number; readonly is: 'marks'; readonly marks: readonly Mark[] }
  | { readonly number: number; readonly is: 'link'; readonly to: LinkTarget }
  | { readonly number: number; readonly is: 'fact'; readonly fact: Reference }
  | { readonly number: number; readonly is: 'break' };

/** Words with codes in them, in Unicode's form NFC. Read and written by `codes.ts` alone. */
export type CodedText = { readonly text: string; readonly codes: readonly Code[] };

export type Segment = CodedText & {
  /** Unique in its document, and the same for as long as it is the same piece, wherever it moves. */
  readonly key: string;
  /** Where it stands in the form, as problems name fields: `title`, `parts.0.body`. Not part of the hash. */
  readonly path: string;
  readonly style: SegmentStyle;
  /** Of text and codes: two segments with one hash are translated alike. */
  readonly hash: string;
};

export function hashOf({ codes, text }: CodedText): string {
  return digestOf({ text, codes });
}

/** The key of what an English edition says that it changed. No field can be called like it. */
export const CHANGE_NOTE_KEY = 'change-note';
