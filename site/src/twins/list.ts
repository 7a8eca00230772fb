/** Every document of a kind, for other systems: in the reader's language, and in English where there is no text in it. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content, Listed } from '../content/content.ts';
import { besideServicesAt } from '../content/routes-of-twins.ts';
import { filterAt, pathOfFilter, placesIn, portionsOf } from '../content/services-in.ts';
import { reader } from '../views/reader.ts';
import { readingOrEnglish } from '../views/reading.ts';
import { groupsOf } from '../views/services/list.ts';
import { headOf } from './head.ts';
import { twinPath } from './paths.ts';

type Asked = { readonly kind: Kind; readonly language: string; readonly path: string };

export function listTwin(content: Content, { kind, language, path }: Asked): object {
  const own = content.list(kind, language);
  const known = new Set(own.map(({ document }) => document));
  const rest =
    language === SOURCE_LANGUAGE
      ? []
      : content.list(kind, SOURCE_LANGUAGE).filter(({ document }) => !known.has(document));
  return {
    ...{ ...headOf(content, { language, path }), listOf: kind },
    ...{ filter: null, next: null },
    documents: [
      ...own.flatMap((listed) => entry(content, { kind, listed, language })),
      ...rest.flatMap((listed) => entry(content, { kind, listed, language: SOURCE_LANGUAGE })),
    ],
  };
}

/** The services in one of their lists, a portion of it as on the page; `null` where no such list is. */
export function servicesTwin(
  content: Content,
  { below, language, path }: { readonly below: string } & Omit<Asked, 'kind'>,
): object | null {
  const found = filterAt(content, below);
  if (found === null) return null;
  const { filter, portion } = found;
  const { site } = content;
  const hasMore = portion < portionsOf(content, filter);
  const next = `/${language}/services/${pathOfFilter(filter, portion + 1)}/`;
  return {
    ...{ ...headOf(content, { language, path }), listOf: 'services' },
    filter: { by: filter.by, value: 'value' in filter ? filter.value : null },
    next: hasMore ? site + twinPath(next) : null,
    documents: groupsOf(reader(content, language), filter, portion)
      .flatMap(({ entries }) => entries)
      .map(({ document, href, label, summary }) => ({
        ...{ document, title: label.text, summary: summary.text },
        language: label.in?.tag ?? language,
        ...{ address: site + href, data: site + twinPath(href) },
      })),
  };
}

/** Who runs services, or the places in a district; `null` where neither is listed. */
export function besideServicesTwin(
  content: Content,
  { language, path }: Omit<Asked, 'kind'>,
): object | null {
  const found = besideServicesAt(content, path);
  if (found === null) return null;
  if (found.kind === 'organisations') return listTwin(content, { ...found, language, path });
  const { kind, in: value } = found;
  return {
    ...{ ...headOf(content, { language, path }), listOf: kind },
    ...{ filter: { by: 'district', value }, next: null },
    documents: placesIn(content, value).flatMap(({ document }) =>
      placeIn(content, document, language),
    ),
  };
}

/** As the list on the page calls it: in the reader's language, else in English. */
function placeIn(content: Content, document: string, language: string): readonly object[] {
  const kind = 'places';
  const shown = readingOrEnglish(content, { kind, document, language });
  if (shown === null || shown.edition.action === 'withdrawn') return [];
  const { slug, text, textLanguage } = shown;
  const path = pathOf({ kind, slug, language: shown.edition.language }) as string;
  const { site } = content;
  return [
    {
      ...{ document, title: text.name, summary: null, language: textLanguage },
      ...{ address: site + path, data: site + twinPath(path) },
    },
  ];
}

type One = { readonly kind: Kind; readonly listed: Listed; readonly language: string };

function entry({ site }: Content, { kind, language, listed }: One): readonly object[] {
  const path = pathOf({ kind, slug: listed.slug, language });
  if (path === null || listed.withdrawn) return [];
  const { document, summary, title } = listed;
  return [
    { document, title, summary, language, address: site + path, data: site + twinPath(path) },
  ];
}
