/** How references between the sections of a strategy are read: "section 2.3", in the language of the text. */
import type { Inline, Prose } from '@charterpress/shared/domain/prose.ts';
import { type InSections, numbered } from '@charterpress/shared/domain/strategy/numbering.ts';
import {
  type Cited,
  citedIn,
  withReferences,
} from '@charterpress/shared/domain/strategy/references.ts';
import { type Reader, tongue } from '../reader.ts';

export function citedWords(reader: Reader, { is, words }: Cited): string {
  if (is === 'heading') return reader.words('strategy.cite.heading', { title: words });
  return reader.words(`strategy.cite.${is}`, { number: inOrder(reader, words) });
}

/** Text in which each reference is a link to what it names, on the same page. */
export function withLinks(reader: Reader, within: InSections): (prose: Prose) => Prose {
  return replacing(within, (cited) => ({
    type: 'link',
    to: { url: `#${cited.anchor}` },
    children: [plain(citedWords(reader, cited))],
  }));
}

/** The same without links, for text that does not stand on a page of its own. */
export function withWords(reader: Reader, within: InSections): (prose: Prose) => Prose {
  return replacing(within, (cited) => plain(citedWords(reader, cited)));
}

function replacing(within: InSections, put: (cited: Cited) => Inline): (prose: Prose) => Prose {
  const sections = numbered(within);
  return (prose) =>
    withReferences(prose, (reference) => {
      const cited = citedIn(sections, reference);
      return cited === null ? null : put(cited);
    });
}

/** Brackets in "2(c)" would change places among letters that are written from right to left. */
export function inOrder(reader: Reader, number: string): string {
  const [first, last] = ['\u2066', '\u2069'];
  return tongue(reader.language).direction === 'rtl' ? `${first}${number}${last}` : number;
}

function plain(text: string): Inline {
  return { type: 'text', text, marks: [] };
}
