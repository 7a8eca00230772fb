/**
 * Every section and paragraph of a strategy with its number, for whoever reads the text without making a page of it: a
 * reference that stands in the text is found here, letter by letter.
 */
import { type InSections, nameOf, numbered } from './numbering.ts';
import { type Cited, citedIn } from './references.ts';

export type Place = {
  /** As texts name it: `{section/vision/early-help}`. */
  readonly reference: string;
  readonly section: string;
  /** `null` for the section itself. */
  readonly paragraph: string | null;
  readonly is: Cited['is'];
  /** `null` where it has none: then it is cited by the heading. */
  readonly number: string | null;
  /** Of the section. */
  readonly heading: string;
  /** What stands behind the `#` of its address. */
  readonly anchor: string;
};

/** In the order of reading. */
export function outlineOf(strategy: InSections): readonly Place[] {
  const sections = numbered(strategy);
  return sections.flatMap(({ paragraphs, section }) =>
    [null, ...paragraphs.map((each) => nameOf(each.paragraph))].flatMap((paragraph): Place[] => {
      const cited = citedIn(sections, { section: section.slug, paragraph });
      if (cited === null) return [];
      const { anchor, is, words } = cited;
      const number = is === 'heading' ? null : words;
      const reference = `{${anchor}}`;
      return [
        { reference, section: section.slug, paragraph, is, number, heading: section.title, anchor },
      ];
    }),
  );
}
