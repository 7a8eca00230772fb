/** A translated page beside its English, paragraph by paragraph: for two people who read together. */
import { placesAt } from '@charterpress/shared/domain/addresses.ts';
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import {
  type Pair,
  type PairedText,
  sideBySide,
} from '@charterpress/shared/domain/translation/side-by-side.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { besidePath, standsBesideEnglish } from '../content/routes-of-beside.ts';
import type { English } from './beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  documentPath,
  type Opened,
  openDocument,
} from './document.ts';
import { ownLink } from './frame.ts';
import { partPath } from './guide.ts';
import type { Link } from './links.ts';
import { fieldName } from './notices.ts';
import { type ShownBlock, showProse } from './prose.ts';
import { dayIn, reader as readerIn, type Said, said, type Tongue, tongue } from './reader.ts';

export type SideBySidePage = DocumentPage & {
  readonly title: Said;
  readonly titleInEnglish: string;
  readonly introduction: string;
  /** Of an old translation: from when the English beside it is. */
  readonly since: string | null;
  readonly english: Tongue;
  readonly sections: readonly ShownPairs[];
  /** To the page itself, where also stands what is no text: times, prices, addresses. */
  readonly whole: Link;
};

export type ShownPairs = {
  /** `null` for what stands above everything. */
  readonly heading: { readonly own: string; readonly english: string } | null;
  readonly rows: readonly ShownPair[];
  /** What the English says since then. */
  readonly now: English | null;
};
export type ShownPair = {
  readonly own: readonly ShownBlock[];
  readonly english: readonly ShownBlock[];
};

type Params = { readonly language: string; readonly path: string };

/** `path` is that of the page, without its language: `guides/centres/cost`. Throws where no page stands there. */
export function sideBySidePage(content: Content, { language, path }: Params): SideBySidePage {
  const [found] = placesAt(`/${language}/${path}/`).flatMap((place) => {
    const { kind, part, slug } = place;
    const opened =
      slug === null || !standsBesideEnglish(kind, language)
        ? null
        : openDocument(content, { kind, slug, language });
    return opened === null ? [] : [{ opened, part }];
  });
  if (found === undefined) throw new Error(`Nothing stands at "${path}" in "${language}".`);
  return pageOf(found.opened, found.part);
}

/** To the page beside its English; `null` where English stands in place of the translation, and where it was withdrawn. */
export function besideLink<K extends Kind>(
  { reader, shown }: Opened<K>,
  path: string | null,
): Link | null {
  const { edition, textLanguage } = shown;
  const isThere =
    standsBesideEnglish(edition.kind, reader.language) &&
    edition.action === 'published' &&
    textLanguage === reader.language;
  if (path === null || !isThere) return null;
  return ownLink(reader, besidePath(path), reader.words('beside.link'));
}

function pageOf(opened: Opened<Kind>, part: string | null): SideBySidePage {
  const { reader, shown } = opened;
  const { language, words } = reader;
  const english = madeFrom(opened);
  const pathIn = (tag: string) =>
    part === null ? documentPath(opened, tag) : partPath(opened as Opened<'guides'>, part, tag);
  const own = pathIn(language) as string;
  const title = titleIn(shown.text);
  const page = documentPage(opened, {
    title: words('beside.title', { title }),
    description: words('beside.intro'),
    pathIn: (tag) => besideIn(opened, pathIn(tag), tag),
  });
  const { freshness, textLanguage } = shown;
  const isOld = freshness.state === 'behind' && textLanguage === language;
  return {
    ...page,
    frame: {
      ...page.frame,
      canonical: `${reader.content.site}${own}`,
      alternates: [],
      isIndexed: false,
      twin: null,
      share: null,
      data: null,
      beside: null,
    },
    title: said(reader, title, textLanguage),
    titleInEnglish: titleIn(english.content),
    introduction: words('beside.intro'),
    since: isOld ? words('beside.since', { date: dayIn(language, english.changedAt) }) : null,
    english: tongue(SOURCE_LANGUAGE),
    sections: sectionsOf(opened, textsOf(opened, english), part),
    whole: ownLink(reader, own, words('beside.whole')),
  };
}

/** The page beside English in a language that has it; else the page itself. */
function besideIn<K extends Kind>({ shown }: Opened<K>, path: string | null, tag: string) {
  return path !== null && standsBesideEnglish(shown.edition.kind, tag) ? besidePath(path) : path;
}

/** The English edition that the translation says in its own words. */
function madeFrom<K extends Kind>({ reader, shown }: Opened<K>): ReadableEdition<K> {
  const { edition, source } = shown;
  const number = edition.sourceEdition ?? 0;
  if (number === source.number) return source;
  const [first] = reader.content.englishSince(edition.kind, edition.document, number);
  return first?.number === number ? first : source;
}

/** Above the text of every kind: what its page begins with. */
const heads: readonly string[] = ['title', 'name', 'promise', 'statement', 'summary'];

/** Of what is not safe to read the English stands alone. */
function textsOf({ shown }: Opened<Kind>, english: ReadableEdition): readonly PairedText[] {
  const { kind, language } = shown.edition;
  if (shown.textLanguage === language) return sideBySide(kind, shown.text, english.content);
  return sideBySide(kind, shown.text, shown.text).map((text) => ({
    ...text,
    pairs: text.pairs.map(({ english: alone }) => ({ own: [], english: alone })),
  }));
}

function sectionsOf(
  opened: Opened<Kind>,
  texts: readonly PairedText[],
  part: string | null,
): readonly ShownPairs[] {
  const head = texts.filter(({ field }) => heads.includes(field));
  const body = texts.filter(({ field }) => !heads.includes(field));
  if (opened.shown.edition.kind === 'guides') return sectionsOfGuide(opened, { head, body, part });
  const byField = Map.groupBy(body, ({ field }) => field);
  return [showHead(opened, head), ...[...byField].map((section) => showSection(opened, section))];
}

type OfGuide = {
  readonly head: readonly PairedText[];
  readonly body: readonly PairedText[];
  readonly part: string | null;
};

/** A guide is a page a part, and the first has what stands above all of them. */
function sectionsOfGuide(opened: Opened<Kind>, { body, head, part }: OfGuide) {
  const parts = body.filter(({ field }) => field === 'parts');
  const [first] = parts;
  const here = part === null ? first : parts.find(({ row }) => row === idOf(opened, part));
  const above = here === first ? [showHead(opened, head)] : [];
  return here === undefined ? above : [...above, showPart(opened, here)];
}

function idOf({ shown }: Opened<Kind>, part: string): string | undefined {
  const { parts } = shown.text as ContentOfKind<'guides'>;
  return parts.find(({ slug }) => slug === part)?.id;
}

function showHead(opened: Opened<Kind>, texts: readonly PairedText[]): ShownPairs {
  // What a page is called stands in its heading.
  const below = texts.filter(({ field }) => field === 'summary');
  return {
    heading: null,
    rows: showPairs(
      opened,
      below.flatMap(({ pairs }) => pairs),
      1,
    ),
    now: besideOpened(opened)(
      texts.map(({ field }) => field),
      { level: 1, heading: titleIn(opened.shown.text) },
    ),
  };
}

function showSection(
  opened: Opened<Kind>,
  [field, texts]: readonly [string, readonly PairedText[]],
): ShownPairs {
  const { kind } = opened.shown.edition;
  const heading = {
    own: fieldName(opened.reader, kind, field),
    english: fieldName(readerIn(opened.reader.content, SOURCE_LANGUAGE), kind, field),
  };
  const pairs = texts.flatMap((text) => text.pairs);
  return {
    heading,
    rows: showPairs(opened, pairs, 2),
    now: besideOpened(opened)([field], { level: 2, heading: heading.own }),
  };
}

/** A part of a guide is called by its title, which is the first of its texts. */
function showPart(opened: Opened<Kind>, { pairs, row }: PairedText): ShownPairs {
  const [title, ...rest] = pairs;
  const heading = { own: wordsOf(title?.own), english: wordsOf(title?.english) };
  return {
    heading: heading.own === '' ? { ...heading, own: heading.english } : heading,
    rows: showPairs(opened, rest, 2),
    now: besideOpened(opened)([{ part: row ?? '' }], { level: 2, heading: heading.own }),
  };
}

function wordsOf(blocks: Pair['own'] = []): string {
  const [first] = blocks;
  return first?.type === 'paragraph'
    ? first.children.map((child) => (child.type === 'text' ? child.text : '')).join('')
    : '';
}

/** Each side is shown in one, so that its headings follow each other; then it is cut where the pairs are. */
function showPairs(
  { reader, textReader }: Opened<Kind>,
  pairs: readonly Pair[],
  level: 1 | 2,
): readonly ShownPair[] {
  const above = { level, heading: '' } as const;
  const asEnglish = { ...readerIn(reader.content, SOURCE_LANGUAGE), linked: reader.linked };
  const own = showProse(
    textReader,
    pairs.flatMap((pair) => pair.own),
    above,
  );
  const english = showProse(
    asEnglish,
    pairs.flatMap((pair) => pair.english),
    above,
  );
  const at = { own: 0, english: 0 };
  return pairs.map((pair) => {
    const shown = {
      own: own.slice(at.own, at.own + pair.own.length),
      english: english.slice(at.english, at.english + pair.english.length),
    };
    at.own += pair.own.length;
    at.english += pair.english.length;
    return shown;
  });
}
