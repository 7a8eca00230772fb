/** How a list shows a document, and in which order. */
import { type Edition, isReadable } from '@charterpress/shared/domain/edition.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import type { Address, Listed } from './content.ts';

/** `null` when no list may show it: its text cannot be read. */
export function listedOf(edition: Edition): Listed | null {
  if (!isReadable(edition)) return null;
  const { document, slug } = edition;
  const content: Readonly<Record<string, unknown>> = edition.content;
  const summary = typeof content.summary === 'string' ? content.summary : null;
  const number = typeof content.number === 'number' ? content.number : null;
  const withdrawn = edition.action === 'withdrawn';
  return { document, slug, title: titleIn(content), summary, number, withdrawn };
}

/** In the order of the documents, which no change of a text can change. */
export function addressesIn(list: readonly Listed[]): readonly Address[] {
  return list
    .filter((one) => !one.withdrawn)
    .map(({ document, slug }) => ({ document, slug }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
}

/** By number where there is one, else by title as the language sorts; by document when all else is equal. */
export function byOrder(language: string): (a: Listed, b: Listed) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (a, b) =>
    (a.number ?? 0) - (b.number ?? 0) ||
    compare(a.title, b.title) ||
    (a.document < b.document ? -1 : 1);
}
