/** The sections of a strategy as they stand on its page, each with what the English says of it where that moved on. */
import { milestonesInOrder } from '@charterpress/shared/domain/strategy/force.ts';
import {
  type NumberedParagraph,
  type NumberedSection,
  numbered,
} from '@charterpress/shared/domain/strategy/numbering.ts';
import type { Beside, English } from '../beside.ts';
import type { Opened } from '../document.ts';
import { type ShownBlock, type ShownTable, showProse } from '../prose.ts';
import { dayIn, type Reader } from '../reader.ts';
import { inOrder, withLinks } from './cited.ts';
import { tableOf } from './table.ts';

export type Clause = {
  readonly id: string;
  /** Where links led before the paragraph had a name. */
  readonly formerId: string | null;
  /** What the link to the paragraph itself says: its number, where it has one. */
  readonly link: { readonly words: string; readonly label: string | undefined };
  readonly blocks: readonly ShownBlock[];
};

export type StrategySection = {
  readonly id: string;
  /** With its number: "2. Vision", "Appendix A. Sources". */
  readonly heading: string;
  readonly clauses: readonly Clause[];
  readonly milestones: Milestones | null;
  readonly english: English | null;
};

export type Milestones = { readonly table: ShownTable; readonly english: English | null };

/** The milestones stand in the first section that is about them; where there is none, the page puts them at its end. */
export function sectionsOf(
  { shown, textReader }: Opened<'strategies'>,
  beside: Beside,
): readonly StrategySection[] {
  const { text } = shown;
  const withMilestones = text.sections.find(({ part }) => part === 'milestones');
  const linked = withLinks(textReader, text);
  return numbered(text).map((one): StrategySection => {
    const { anchor, paragraphs, section } = one;
    const above = { level: 2, heading: section.title } as const;
    return {
      ...{ id: anchor, heading: headingOf(textReader, one) },
      clauses: paragraphs.map((each) => ({
        ...clauseOf(textReader, each),
        blocks: showProse(textReader, linked(each.paragraph.body), above),
      })),
      milestones: section === withMilestones ? milestonesOf(textReader, text, beside) : null,
      english: beside([{ row: section.id, of: 'sections', texts: ['title', 'paragraphs'] }], above),
    };
  });
}

export function headingOf(reader: Reader, { isAppendix, number, section }: Numbered): string {
  if (number === null) return section.title;
  const ordered = inOrder(reader, number);
  const own = isAppendix ? reader.words('strategy.appendix', { number: ordered }) : ordered;
  return `${own}. ${section.title}`;
}

type Numbered = Pick<NumberedSection, 'isAppendix' | 'number'> & {
  readonly section: { readonly title: string };
};

function clauseOf(
  reader: Reader,
  { anchor, formerAnchor, number }: NumberedParagraph,
): Omit<Clause, 'blocks'> {
  const link =
    number === null
      ? { words: '¶', label: reader.words('strategy.linkHere') }
      : { words: number, label: undefined };
  return { id: anchor, formerId: formerAnchor, link };
}

type Written = { readonly milestones: Parameters<typeof milestonesInOrder>[0] };

export function milestonesOf(
  reader: Reader,
  { milestones }: Written,
  beside: Beside,
): Milestones | null {
  if (milestones.length === 0) return null;
  const { language, words } = reader;
  const heading = words('strategy.milestones');
  const table = tableOf(
    reader,
    heading,
    [words('strategy.by'), words('strategy.what'), words('strategy.who')],
    milestonesInOrder(milestones).map(({ due, what, who }) => [
      due === null ? words('strategy.noDay') : dayIn(language, due),
      what,
      who,
    ]),
  );
  return { table, english: beside(['milestones'], { level: 2, heading }) };
}
