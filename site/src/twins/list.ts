/** Every document of a kind, for other systems: in the reader's language, and in English where there is no text in it. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content, Listed } from '../content/content.ts';
import { twinPath } from './paths.ts';
import { SCHEMA_PATH } from './schema.ts';

type Asked = { readonly kind: Kind; readonly language: string; readonly path: string };

export function listTwin(content: Content, { kind, language, path }: Asked): object {
  const { site, trust } = content;
  const own = content.list(kind, language);
  const known = new Set(own.map(({ document }) => document));
  const rest =
    language === SOURCE_LANGUAGE
      ? []
      : content.list(kind, SOURCE_LANGUAGE).filter(({ document }) => !known.has(document));
  return {
    $schema: site + SCHEMA_PATH,
    address: site + path,
    language,
    publisher: trust.name,
    licence: { name: trust.licence.name, address: trust.licence.url },
    listOf: kind,
    documents: [
      ...own.flatMap((listed) => entry(content, { kind, listed, language })),
      ...rest.flatMap((listed) => entry(content, { kind, listed, language: SOURCE_LANGUAGE })),
    ],
  };
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
