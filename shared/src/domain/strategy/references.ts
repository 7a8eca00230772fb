/**
 * References from one place of a strategy to another, as they stand in its texts: `{section/vision}` and
 * `{section/vision/early-help}`. They name what they mean and never its number, so they follow every renumbering.
 */
import { type Inline, inEveryLine, type Prose } from '../prose.ts';
import type { NumberedSection } from './numbering.ts';
import { nameOf } from './numbering.ts';

export type SectionReference = { readonly section: string; readonly paragraph: string | null };

const form = /\{section\/([a-z0-9-]+)(?:\/([\w-]+))?\}/g;
/** What somebody meant as a reference, however it was typed. */
const meant = /\{\s*sections?\b[^{}]*\}?/gi;

/** A reference by the form alone: whether there is such a section, `citedIn` says. */
export function referenceIn(written: string): SectionReference | null {
  const [whole, section, paragraph] = new RegExp(form).exec(written) ?? [];
  if (whole !== written || section === undefined) return null;
  return { section, paragraph: paragraph ?? null };
}

/** Everything in a text that is a reference or is meant as one, as it is written, in the order of reading. */
export function referencesMeantIn(text: string): readonly string[] {
  return text.match(meant) ?? [];
}

/** A text with something else in the place of what is meant as a reference. */
export function withoutReferences(text: string, instead: string): string {
  return text.includes('{') ? text.replace(meant, instead) : text;
}

export type Cited = {
  /** What the number is the number of. A section without a number is cited by its heading. */
  readonly is: 'section' | 'appendix' | 'paragraph' | 'heading';
  /** The number, or the heading. */
  readonly words: string;
  /** What stands behind the `#` of its address. */
  readonly anchor: string;
};

/** What a reference leads to; `null` where the strategy has no such section or paragraph. */
export function citedIn(
  sections: readonly NumberedSection[],
  { paragraph, section }: SectionReference,
): Cited | null {
  const found = sections.find((each) => each.section.slug === section);
  if (found === undefined) return null;
  const whole = found.isAppendix ? 'appendix' : 'section';
  const byHeading = { is: 'heading', words: found.section.title } as const;
  if (paragraph === null) {
    const { anchor, number } = found;
    return number === null ? { ...byHeading, anchor } : { is: whole, words: number, anchor };
  }
  const within = found.paragraphs.find((each) => nameOf(each.paragraph) === paragraph);
  if (within === undefined) return null;
  const { anchor, number } = within;
  if (number === null) return { ...byHeading, anchor };
  return { is: /^\d+$/.test(number) ? 'paragraph' : whole, words: number, anchor };
}

/** Rich text with something else in the place of every reference; `null` leaves one as it is written. */
export function withReferences(
  prose: Prose,
  put: (reference: SectionReference) => Inline | null,
): Prose {
  return inEveryLine(prose, (children) => inLine(children, put));
}

/** Within a link no other link can stand: there a reference is its words alone. */
function inLine(
  children: readonly Inline[],
  put: (reference: SectionReference) => Inline | null,
): readonly Inline[] {
  return children.flatMap((child): readonly Inline[] => {
    if (child.type === 'link') {
      const inside = inLine(child.children, put);
      const plain = inside.flatMap((one) => (one.type === 'link' ? one.children : [one]));
      return [{ ...child, children: plain }];
    }
    return child.type === 'text' && child.text.includes('{') ? inText(child, put) : [child];
  });
}

function inText(
  child: Extract<Inline, { type: 'text' }>,
  put: (reference: SectionReference) => Inline | null,
): readonly Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of child.text.matchAll(form)) {
    const [, section = '', paragraph = null] = match;
    const instead = put({ section, paragraph });
    if (instead === null) continue;
    pieces.push({ ...child, text: child.text.slice(end, match.index) }, instead);
    end = match.index + match[0].length;
  }
  pieces.push({ ...child, text: child.text.slice(end) });
  return pieces.filter((piece) => piece.type !== 'text' || piece.text !== '');
}
