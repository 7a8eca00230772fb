/** Two wordings, word by word, for the eye and for whoever hears the page. */
import type { Piece } from '@charterpress/shared/domain/compare-words.ts';
import { type Reader, type Said, said, type Tongue, tongue } from './reader.ts';

export type Compared = {
  readonly title: string;
  /** How what changed is marked. */
  readonly key: string;
  readonly pieces: readonly Piece[];
  /** The language of the wordings when it is not the page's own. */
  readonly in: Tongue | undefined;
  /** Said before the words themselves: crossing out is not heard. */
  readonly takenOut: Said;
  readonly putIn: Said;
};

/** `tag` is the language of the wordings. */
export function comparedFor(
  reader: Reader,
  { pieces, tag, title }: { pieces: readonly Piece[]; tag: string; title: string },
): Compared {
  const isForeign = tag !== reader.language;
  const spoken = (text: string): Said =>
    isForeign ? { text, in: tongue(reader.language) } : said(reader, text, reader.language);
  return {
    ...{ title, pieces, key: reader.words('wording.key') },
    in: isForeign ? tongue(tag) : undefined,
    takenOut: spoken(reader.words('wording.takenOut')),
    putIn: spoken(reader.words('wording.putIn')),
  };
}
