/** What stands in a file of translations before anything of it is judged; the same for both versions of XLIFF. */
import type { IncomingUnit, XliffVersion } from './transfer.ts';
import type { XmlElement } from './xml.ts';

export type FoundUnit = Omit<IncomingUnit, 'key'> & { readonly id: string };

export type FoundFile = {
  readonly version: XliffVersion;
  /** How many documents are in it. */
  readonly files: number;
  readonly original: string;
  readonly source: string;
  readonly language: string;
  readonly units: readonly FoundUnit[];
};

/** The elements of that name directly inside, in the namespace of the one around them. */
export function elementsIn(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && child.name === name && child.space === parent.space,
  );
}

/** Units wherever groups hold them, in the order of the file. */
export function unitsIn(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string' || child.space !== parent.space) return [];
    if (child.name === name) return [child];
    return child.name === 'group' ? unitsIn(child, name) : [];
  });
}

/** What others wrote in these notes, and not we. */
export function foreignNotes(
  notes: readonly XmlElement[],
  isOurs: (note: XmlElement) => boolean,
): readonly string[] {
  return notes
    .filter((note) => !isOurs(note))
    .map(wordsIn)
    .filter((words) => words.trim() !== '');
}

/** All words of an element, whatever stands between them. */
function wordsIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsIn(child)))
    .join('');
}

/** A fingerprint as we write it; anything else is none. */
export function hashFrom(value: string | undefined): string | null {
  return value !== undefined && /^[\da-f]{16,64}$/.test(value) ? value : null;
}

/** A revision as we write it. What lost its revision is older than anything. */
export function revisionFrom(value: string | undefined): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
