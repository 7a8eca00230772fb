/**
 * The same as a page for other systems, in JSON, beside it: `/ur/principles/7.json`. A guide has one twin with all its
 * parts. What each of them holds is said by the schema that it names.
 */
import { pathOf, placesAt } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Shape } from '@charterpress/shared/domain/shape.ts';
import type { InSections } from '@charterpress/shared/domain/strategy/numbering.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import type { Content } from '../content/content.ts';
import { knownLanguage, type Reader, reader } from '../views/reader.ts';
import { type Reading, reading } from '../views/reading.ts';
import { withLinks } from '../views/strategy/cited.ts';
import { dataOf, type From } from './content.ts';
import { headOf } from './head.ts';
import { changesTwin, waysTwin } from './leading-on.ts';
import { besideServicesTwin, listTwin, servicesTwin } from './list.ts';
import { twinPath } from './paths.ts';

/** What stands between the language and the ending; nothing for a front page. */
type Asked = { readonly language: string; readonly twin: string };

/** As text. Throws for a path that the routes do not list. */
export function twin(content: Content, { language, twin }: Asked): string {
  const path = `/${language}/${twin === '' ? '' : `${twin}/`}`;
  for (const { kind, part, slug } of placesAt(path)) {
    if (part !== null) continue;
    if (slug === null) return said(listTwin(content, { kind, language, path }));
    const document = content.bySlug(kind, slug);
    const shown = document === null ? null : reading(content, { kind, document, language });
    if (shown !== null && pathOf({ kind, slug: shown.slug, language }) === path) {
      return said(documentTwin(content, { kind, language, path, shown }));
    }
  }
  const below = /^services\/(.+)$/.exec(twin)?.[1];
  const list = below === undefined ? null : servicesTwin(content, { below, language, path });
  const beside = list ?? besideServicesTwin(content, { language, path });
  if (beside !== null) return said(beside);
  const ways = below === undefined ? null : waysTwin(content, { below, language, path });
  const other = ways ?? changesTwin(content, { language, path });
  if (other !== null) return said(other);
  throw new Error(`There is no twin at ${path}. Ask for a path that siteRoutes() lists.`);
}

function said(twin: object): string {
  return `${JSON.stringify(twin)}\n`;
}

type One = {
  readonly kind: Kind;
  readonly language: string;
  readonly path: string;
  readonly shown: Reading;
};

function documentTwin(content: Content, { kind, language, path, shown }: One): object {
  const { edition, text, textLanguage } = shown;
  const { site } = content;
  const textReader = reader(content, textLanguage);
  return {
    ...headOf(content, { language, path }),
    kind,
    document: edition.document,
    title: titleIn(text),
    edition: {
      number: edition.number,
      digest: edition.digest,
      published: edition.publishedAt,
      firstPublished: edition.firstPublishedAt,
      madeFromEnglishEdition: edition.sourceEdition,
    },
    ...standingOf(shown),
    textLanguage,
    direction: knownLanguage(textLanguage).direction,
    languages: languagesOf(content, shown),
    content: dataOf(textReader, kinds[kind] as Shape, text, {
      address: site + path,
      rewrite: rewriteFor(textReader, kind, text),
    }),
  };
}

/** A strategy refers to its own sections by names, which its page reads as numbers. */
function rewriteFor(textReader: Reader, kind: Kind, text: object): From['rewrite'] {
  return kind === 'strategies' ? withLinks(textReader, text as InSections) : (prose) => prose;
}

/** English in place of a text that is not safe to show is as `unsafe` says, and `textLanguage` beside it. */
function standingOf({ edition, freshness }: Reading): object {
  if (edition.action === 'withdrawn') return { standing: 'withdrawn', behind: null };
  if (freshness.state === 'current') return { standing: 'current', behind: null };
  const { changed, since, unsafe } = freshness;
  return { standing: 'behind', behind: { since, unsafe, fields: changed.fields } };
}

function languagesOf(content: Content, { edition, slug }: Reading): readonly object[] {
  const { document, kind } = edition;
  return content
    .languagesOf(kind, document)
    .filter((tag) => knownLanguage(tag).form === 'text')
    .map((tag) => {
      const path = pathOf({ kind, slug, language: tag }) as string;
      return { language: tag, address: content.site + path, data: content.site + twinPath(path) };
    });
}
