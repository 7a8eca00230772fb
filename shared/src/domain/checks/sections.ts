/** References to sections of a strategy that lead nowhere, or stand where nobody follows them. */
import { type Kind, kinds } from '../kinds.ts';
import { type Inline, plainText } from '../prose.ts';
import { anchorOf, nameOf } from '../strategy/numbering.ts';
import { referenceIn, referencesMeantIn } from '../strategy/references.ts';
import type { Advice, Blocker } from './findings.ts';
import { type Content, inlinesIn, linesIn, prosesIn } from './texts.ts';

/** Only paragraphs of a strategy refer to its sections: everywhere else a reference would be read as it is written. */
const place = /^sections\.\d+\.paragraphs\./;

export function troubledReferences(kind: Kind, content: Content): readonly Blocker[] {
  const lines = linesIn(kinds[kind], content).map(({ field, text }) => ({
    ...{ field, meant: referencesMeantIn(text), whole: [] as readonly string[] },
  }));
  const proses = prosesIn(kinds[kind], content).map(({ field, prose }) => {
    const inlines = inlinesIn(prose);
    return { field, meant: referencesMeantIn(plainText(inlines)), whole: inOnePiece(inlines) };
  });
  const leads = kind === 'strategies' ? leadsIn(content) : () => false;
  return [...lines, ...proses].flatMap(({ field, meant, whole }) =>
    meant.flatMap((reference): Blocker[] => {
      const isHere = kind === 'strategies' && place.test(field);
      if (!isHere) return [{ field, problem: 'section-reference-misplaced', reference }];
      const isGood = whole.includes(reference) && leads(reference);
      return isGood ? [] : [{ field, problem: 'no-such-section', reference }];
    }),
  );
}

/** Sections are numbered and appendices lettered, each by themselves: one among the others is hard to find again. */
export function earlyAppendices(kind: Kind, content: Content): readonly Advice[] {
  if (kind !== 'strategies') return [];
  const sections = (content.sections ?? []) as readonly Row[];
  const last = sections.findLastIndex(({ part }) => part !== 'appendix');
  return sections.flatMap(({ part, title }, at): Advice[] => {
    if (part !== 'appendix' || at > last) return [];
    const field = `sections.${at}.part`;
    return [{ field, problem: 'appendix-before-section', title: String(title ?? '') }];
  });
}

function leadsIn({ sections }: Content): (reference: string) => boolean {
  const places = new Set(((sections ?? []) as readonly Row[]).flatMap(placesIn));
  return (written) => {
    const reference = referenceIn(written);
    return reference !== null && places.has(anchorOf(reference.section, reference.paragraph));
  };
}

type Row = Content & { readonly id: string };

/** Of a section as far as it is written. */
function placesIn({ paragraphs, slug }: Row): readonly string[] {
  const rows = (paragraphs ?? []) as readonly Row[];
  const names = rows.map(({ anchor, id }) =>
    nameOf({ anchor: (anchor ?? null) as string | null, id }),
  );
  return [null, ...names].map((name) => anchorOf(String(slug), name));
}

/** Where a part of a reference is bold, no piece of the text holds the whole of it. */
function inOnePiece(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'text') return referencesMeantIn(inline.text);
    return inline.type === 'link' ? inOnePiece(inline.children) : [];
  });
}
