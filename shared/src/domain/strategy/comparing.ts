/**
 * What became of a draft: two strategies section by section and word by word. Sections are the same by their names, since
 * a final strategy is a document of its own and its rows have other ids.
 */
import { inOrder } from '../compare.ts';
import { linesOf } from '../compare-lines.ts';
import { compareLines, type LineChange } from '../compare-words.ts';
import { type Inline, inEveryLine, type Prose } from '../prose.ts';
import { type Field, line, prose as proseField, type Reference } from '../shape.ts';
import { type InSections, type NumberedSection, numbered } from './numbering.ts';
import { type Cited, citedIn, withReferences } from './references.ts';

export type SectionChange = {
  readonly is: 'same' | 'changed' | 'added' | 'removed';
  /** It stands somewhere else among the others. */
  readonly isMoved: boolean;
  readonly isAppendix: boolean;
  /** As in the final strategy, or in the draft where the final has no such section. */
  readonly number: string | null;
  readonly heading: string;
  readonly anchor: string;
  /** The heading, then the paragraphs. */
  readonly lines: readonly LineChange[];
};

type Comparing = {
  readonly before: InSections;
  readonly after: InSections;
  /** The tag of the language that both are in. */
  readonly language: string;
  readonly said: Saying;
};

type Saying = {
  /** How a reference is said: "section 2.3". */
  readonly cited: (cited: Cited) => string;
  readonly fact: (fact: Reference) => string;
};

/** In the order of the final strategy, with what went where it stood in the draft. */
export function compareStrategies({
  after,
  before,
  language,
  said,
}: Comparing): readonly SectionChange[] {
  const [old, fresh] = [bySlug(before), bySlug(after)];
  return inOrder(ids(old), ids(fresh)).flatMap(({ id, isMoved }): readonly SectionChange[] => {
    const [was, is] = [old.get(id), fresh.get(id)];
    const shown = is ?? was;
    if (shown === undefined) return [];
    const lines = compareLines(linesIn(was, old, said), linesIn(is, fresh, said), language);
    const change = lines.every((each) => each.is === 'same') ? 'same' : 'changed';
    const { anchor, isAppendix, number, section } = shown;
    return [
      {
        is: was === undefined ? 'added' : is === undefined ? 'removed' : change,
        ...{ isMoved: isMoved && was !== undefined && is !== undefined, number, anchor },
        ...{ isAppendix, heading: section.title, lines },
      },
    ];
  });
}

type Sections = ReadonlyMap<string, NumberedSection>;

function bySlug(strategy: InSections): Sections {
  return new Map(numbered(strategy).map((each) => [each.section.slug, each]));
}

function ids(sections: Sections): readonly { readonly id: string }[] {
  return [...sections.keys()].map((id) => ({ id }));
}

const heading: Field = line(true);
const body: Field = proseField(true);
const nameless = () => '';

function linesIn(of: NumberedSection | undefined, all: Sections, said: Saying) {
  if (of === undefined) return [];
  const sections = [...all.values()];
  return [
    ...linesOf(heading, of.section.title, nameless),
    ...of.paragraphs.flatMap(({ paragraph }) =>
      linesOf(body, wordsOnly(paragraph.body, sections, said), nameless),
    ),
  ];
}

/** What is read: where a link leads is no wording. */
function wordsOnly(prose: Prose, sections: readonly NumberedSection[], said: Saying): Prose {
  const referred = withReferences(prose, (reference) => {
    const cited = citedIn(sections, reference);
    return cited === null ? null : plain(said.cited(cited));
  });
  const words = (children: readonly Inline[]): readonly Inline[] =>
    children.flatMap((child) => {
      if (child.type === 'link') return words(child.children);
      return child.type === 'fact' ? [plain(said.fact(child.fact))] : [child];
    });
  return inEveryLine(referred, words);
}

function plain(text: string): Inline {
  return { type: 'text', text, marks: [] };
}
