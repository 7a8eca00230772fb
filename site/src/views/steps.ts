/** To the page before and the page after this one. */
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { type Link, linkTo } from './links.ts';
import type { Reader } from './reader.ts';

export type Step = { readonly word: string; readonly link: Link };

export type Steps = {
  readonly label: string;
  readonly previous: Step | null;
  readonly next: Step | null;
};

/** Neighbours in a list of documents, those without a page passed over. */
export function stepsBetween(
  reader: Reader,
  references: readonly Reference[],
  document: string,
): Steps {
  const at = references.findIndex((reference) => reference.document === document);
  const before = at < 0 ? [] : references.slice(0, at).toReversed();
  const after = at < 0 ? [] : references.slice(at + 1);
  return steps(reader, { previous: first(reader, before), next: first(reader, after) });
}

export function steps(
  reader: Reader,
  links: { readonly previous: Link | null; readonly next: Link | null },
): Steps {
  const { previous, next } = links;
  return {
    label: reader.words('step.label'),
    previous: previous === null ? null : { word: reader.words('step.previous'), link: previous },
    next: next === null ? null : { word: reader.words('step.next'), link: next },
  };
}

function first(reader: Reader, references: readonly Reference[]): Link | null {
  for (const reference of references) {
    const link = linkTo(reader, reference);
    if (link !== null) return link;
  }
  return null;
}
