/**
 * What the sections and paragraphs of a strategy are numbered, and where on the page they stand. Numbers follow the order
 * of the rows; addresses do not, so that a link to a paragraph outlives what is put in before it.
 */
import type { ContentOfKind } from '../kinds.ts';

type Strategy = ContentOfKind<'strategies'>;
type Section = Strategy['sections'][number];
type Paragraph = Section['paragraphs'][number];
export type InSections = Pick<Strategy, 'numbering' | 'sections'>;

export type NumberedParagraph = {
  readonly paragraph: Paragraph;
  /** `2.3`, `2(c)`, `17`; `null` where nothing is numbered. */
  readonly number: string | null;
  /** What stands behind the `#` of an address: `section/vision/early-help`. */
  readonly anchor: string;
  /** Where it stood before it was given a name; `null` while it has none. */
  readonly formerAnchor: string | null;
};

export type NumberedSection = {
  readonly section: Section;
  readonly isAppendix: boolean;
  /** `2`, or `A` for an appendix; `null` where sections have no numbers. */
  readonly number: string | null;
  readonly anchor: string;
  readonly paragraphs: readonly NumberedParagraph[];
};

/** Appendices are counted by themselves, wherever they stand. */
export function numbered({ numbering, sections }: InSections): readonly NumberedSection[] {
  let [plain, appendices, throughout] = [0, 0, 0];
  return sections.map((section) => {
    const isAppendix = section.part === 'appendix';
    const count = isAppendix ? ++appendices : ++plain;
    const own = isAppendix ? lettersOf(count) : String(count);
    const paragraphs = section.paragraphs.map((paragraph, at): NumberedParagraph => {
      throughout += 1;
      const number = styles[numbering].paragraph(own, at + 1, throughout);
      return { paragraph, number, ...anchorsOf(section, paragraph) };
    });
    const number = isAppendix || styles[numbering].numbersSections ? own : null;
    const shown = numbering === 'none' ? null : number;
    return { section, isAppendix, number: shown, anchor: anchorOf(section.slug), paragraphs };
  });
}

type Style = {
  readonly numbersSections: boolean;
  readonly paragraph: (section: string, at: number, throughout: number) => string | null;
};

const styles: Readonly<Record<Strategy['numbering'], Style>> = {
  'section-and-paragraph': {
    numbersSections: true,
    paragraph: (section, at) => `${section}.${at}`,
  },
  'section-and-letter': {
    numbersSections: true,
    paragraph: (section, at) => `${section}(${lettersOf(at).toLowerCase()})`,
  },
  'paragraphs-throughout': {
    numbersSections: false,
    paragraph: (_section, _at, throughout) => String(throughout),
  },
  none: { numbersSections: false, paragraph: () => null },
};

/** A, B ... Z, AA, AB ... */
function lettersOf(count: number): string {
  const before = Math.floor((count - 1) / 26);
  const letter = String.fromCharCode('A'.charCodeAt(0) + ((count - 1) % 26));
  return before === 0 ? letter : lettersOf(before) + letter;
}

/** What a paragraph is called in references and addresses: its name, or the id of its row. */
export function nameOf({ anchor, id }: Pick<Paragraph, 'anchor' | 'id'>): string {
  return anchor ?? id;
}

export function anchorOf(section: string, paragraph: string | null = null): string {
  return paragraph === null ? `section/${section}` : `section/${section}/${paragraph}`;
}

function anchorsOf({ slug }: Section, paragraph: Paragraph) {
  const formerAnchor = paragraph.anchor === null ? null : anchorOf(slug, paragraph.id);
  return { anchor: anchorOf(slug, nameOf(paragraph)), formerAnchor };
}
