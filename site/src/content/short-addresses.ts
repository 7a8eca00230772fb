/** Where short addresses lead: from the code of each document to its page, and the languages that it stands in. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { LISTS, shortCode } from '@charterpress/shared/domain/short-address.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { targetOf } from '../views/links.ts';
import type { Content } from './content.ts';
import { routesOfLanguage } from './routes.ts';
import type { Store } from './store.ts';

/** `page` is the path without its language: `guides/children-centres/`. */
export type ShortAddress = { readonly page: string; readonly languages: readonly string[] };
export type ShortAddresses = Readonly<Record<string, ShortAddress>>;

/** Withdrawn pages are among them, and what leads on to other documents. */
export function shortAddresses({
  content,
  moved,
}: Pick<Store, 'content' | 'moved'>): ShortAddresses {
  const known = content();
  const there = kindNames.flatMap((kind) =>
    known.list(kind, SOURCE_LANGUAGE).flatMap(({ document, slug }) => {
      const page = pathOf({ kind, slug, language: SOURCE_LANGUAGE });
      return page === null ? [] : [entry(known, { kind, document }, page)];
    }),
  );
  const addresses = new Map([...there, ...pagesOfNoDocument(known)]);
  for (const reference of moved()) {
    const target = targetOf({ content: known }, reference);
    if (target === null || target.document === reference.document) continue;
    const to = addresses.get(shortCode(target.kind, target.document));
    if (to !== undefined) addresses.set(shortCode(reference.kind, reference.document), to);
  }
  return Object.fromEntries([...addresses].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function entry(
  content: Content,
  { kind, document }: Reference & { readonly kind: Parameters<Content['languagesOf']>[0] },
  path: string,
): readonly [string, ShortAddress] {
  const languages = content.languagesOf(kind, document);
  return [shortCode(kind, document), { page: path.slice(SOURCE_LANGUAGE.length + 2), languages }];
}

/** Lists and what else stands once: those that are handed on, and a few more that nobody has the code of. */
function pagesOfNoDocument(content: Content): readonly (readonly [string, ShortAddress])[] {
  const languages = new Map<string, string[]>();
  for (const tag of content.trust.languages) {
    for (const { path, status } of routesOfLanguage(content, tag)) {
      if (status !== 200 || !path.endsWith('/')) continue;
      const page = path.slice(tag.length + 2);
      languages.set(page, [...(languages.get(page) ?? []), tag]);
    }
  }
  return [...languages].map(([page, tags]) => [shortCode(LISTS, page), { page, languages: tags }]);
}

/** The page in that language, or in English; `null` for a code that no document has. */
export function pageAtShort(
  addresses: ShortAddresses,
  { code, language }: { readonly code: string; readonly language: string },
): string | null {
  const found = Object.hasOwn(addresses, code) ? addresses[code] : undefined;
  if (found === undefined) return null;
  const tag = found.languages.includes(language) ? language : SOURCE_LANGUAGE;
  return `/${tag}/${found.page}`;
}
