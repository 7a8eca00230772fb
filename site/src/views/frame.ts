/** What stands around every page: languages, menu, notices, footer, and what a machine has to know of it. */
import { CHARTER } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { takingPartKinds } from '@charterpress/shared/domain/shapes/taking-part.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { words as shippedWords } from '@charterpress/shared/strings.ts';
import { hasList } from '../content/routes.ts';
import { searchPath } from '../content/routes-of-search.ts';
import { isListWithTwin } from '../content/routes-of-twins.ts';
import type { Script } from '../csp.ts';
import { hasTwins, twinPath } from '../twins/paths.ts';
import { brandStyles, logoPath } from './brand.ts';
import { iconPaths, socialPath } from './brand-pictures.ts';
import { type Footer, footerFor } from './footer.ts';
import { type Leave, leaveFor } from './leave.ts';
import { linkedData, type Thing } from './linked-data/graph.ts';
import { destination, type Link } from './links.ts';
import type { Made } from './made.ts';
import type { Notice } from './notices.ts';
import type { Tongue } from './reader.ts';
import {
  inEnglish,
  knownLanguage,
  type Reader,
  type Said,
  said,
  tongue,
  wordsIn,
} from './reader.ts';
import { type Share, shareOfPage } from './share.ts';
import { type Urgent, urgentFor } from './urgent.ts';
import { type Wrong, wrongOn } from './wrong.ts';

export type Section =
  | 'home'
  | 'charter'
  | 'principles'
  | 'guides'
  | 'services'
  | 'words'
  | 'part'
  | 'search';

export type LanguageLink = {
  readonly href: string;
  readonly name: string;
  readonly in: Tongue;
  readonly hreflang: string;
  readonly isCurrent: boolean;
  /** Said in that language when the link leads to its front page instead of this page. */
  readonly note: string | null;
};

export type Frame = {
  readonly language: Tongue;
  readonly title: string;
  readonly description: string;
  /** `null` for pages that nobody should come to by a link. */
  readonly canonical: string | null;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly isIndexed: boolean;
  /** The colours of the trust. */
  readonly styles: string;
  readonly logo: string;
  readonly icons: { readonly tab: string; readonly startScreen: string };
  /** What is shown where somebody shares the page; `null` for pages that nobody should come to by a link. */
  readonly social: Social | null;
  readonly trust: Said;
  readonly home: string;
  readonly skip: string;
  readonly languages: {
    readonly label: string;
    /** What a reader of another language looks for, while the list is closed. */
    readonly others: readonly Pick<LanguageLink, 'name' | 'in'>[];
    readonly links: readonly LanguageLink[];
    /** To the page that tells what there is in each. */
    readonly all: Link;
  };
  readonly menu: {
    readonly label: string;
    readonly links: readonly (Link & { readonly isCurrent: boolean })[];
  };
  readonly urgent: Urgent;
  readonly sample: { readonly title: string; readonly texts: readonly string[] } | null;
  readonly trail: { readonly label: string; readonly links: readonly Link[] };
  /** For whom a translated page is, and when it was translated. */
  readonly made: Made | null;
  /** From a translated page to itself beside its English. */
  readonly beside: Link | null;
  readonly notices: readonly Notice[];
  readonly footer: Footer;
  /** Ways to hand the page on; `null` where there are none. */
  readonly share: Share | null;
  readonly wrong: Wrong | null;
  /** The address of the same as data. */
  readonly twin: string | null;
  /** What it is about, for machines: the text of a data block. */
  readonly data: string | null;
  /** The way out, where somebody may be in danger for reading the page. */
  readonly leave: Leave | null;
  /** What it runs; most pages run nothing. */
  readonly scripts: readonly Script[];
};

export type Social = {
  readonly title: string;
  /** A full address: it is read from elsewhere. */
  readonly picture: string;
  /** The words in the picture. */
  readonly alternative: string;
};

/** What differs from page to page. */
export type Framed = {
  readonly title: string;
  /** Its title, where no text says more. */
  readonly description?: string | null;
  readonly section?: Section;
  /** The pages above this one, the front page left out. */
  readonly trail?: readonly Link[];
  readonly made?: Made | null;
  readonly notices?: readonly Notice[];
  /** The path of this page in a language, `null` where there is none. */
  readonly pathIn: (tag: string) => string | null;
  /** Error pages have the same address in no language, and nobody should find them by searching. */
  readonly isFindable?: boolean;
  /** Whoever sees it in a tab, a history or a list of what was read learns nothing from it. */
  readonly isSensitive?: boolean;
  /** It belongs to no document, and its path is one of those of every language: it can be handed on. */
  readonly isHandedOn?: boolean;
  /** The title with its names said in their own language, where there are any. */
  readonly heading?: Said;
  /** What the page is about, where it is more than a page. */
  readonly thing?: Thing;
  /** On a front page the trail would say nothing. */
  readonly isFront?: boolean;
};

export function frameFor(reader: Reader, page: Framed): Frame {
  const { content, language } = reader;
  const { trust } = content;
  const { isFindable = true, isSensitive = false } = page;
  const versions = trust.languages.map((tag) => ({ tag, path: page.pathIn(tag) }));
  const canonical = isFindable ? address(reader, page.pathIn(language)) : null;
  const trail = trailOf(reader, page);
  return {
    language: tongue(language),
    title: titleOf(reader, page),
    description: descriptionOf(reader, page),
    canonical,
    alternates: isFindable ? alternates(reader, versions) : [],
    isIndexed: isFindable && !trust.sample,
    styles: brandStyles(trust.colours),
    logo: logoPath(content),
    icons: iconPaths(content),
    social: canonical === null || isSensitive ? null : socialOf(reader, page.title),
    trust: inEnglish(reader, trust.name),
    home: `/${language}/`,
    skip: reader.words('skipToContent'),
    languages: {
      label: reader.words('languages.label'),
      others: trust.languages
        .filter((tag) => tag !== language)
        .map((tag) => ({ name: knownLanguage(tag).ownName, in: tongue(tag) })),
      links: versions.map((version) => languageLink(reader, version)),
      all: ownLink(reader, `/${language}/languages/`, reader.words('coverage.title')),
    },
    menu: { label: reader.words('nav.label'), links: menuLinks(reader, page.section) },
    urgent: urgentFor(reader),
    sample: sampleNote(reader),
    trail: {
      label: reader.words('nav.breadcrumb'),
      links: trail,
    },
    made: page.made ?? null,
    beside: null,
    notices: page.notices ?? [],
    footer: footerFor(reader),
    share: isSensitive || !page.isHandedOn ? null : shareOfPage(reader, { ...page, canonical }),
    wrong: wrongOn(reader, canonical),
    twin: page.isHandedOn ? listTwinOf(reader, page) : null,
    data: canonical === null || isSensitive ? null : dataOf(reader, page, canonical),
    leave: isSensitive ? leaveFor(reader) : null,
    scripts: isSensitive ? ['leave'] : [],
  };
}

function socialOf({ content, language }: Reader, title: string): Social {
  const { site, trust } = content;
  return {
    title,
    picture: `${site}${socialPath(content, language)}`,
    alternative: `${trust.name}. ${shippedWords(language)('look.line')}`,
  };
}

/** What stands in the tab, and in the history for as long as the browser keeps that. */
function titleOf({ content, words }: Reader, { isSensitive, title }: Framed): string {
  const { name } = content.trust;
  if (isSensitive) return `${words('leave.neutral')} – ${name}`;
  return title === name ? name : `${title} – ${name}`;
}

/** Searching, a list of bookmarks and whoever is sent the address show it beside the title. */
function descriptionOf({ words }: Reader, { description, isSensitive, title }: Framed): string {
  return isSensitive ? words('leave.neutral') : (description ?? title);
}

function trailOf(reader: Reader, page: Framed): readonly Link[] {
  return page.isFront ? [] : [homeLink(reader), ...(page.trail ?? [])];
}

function dataOf(reader: Reader, page: Framed, canonical: string): string {
  const { thing = { '@type': 'WebPage', name: page.title } } = page;
  const { site } = reader.content;
  const trail = trailOf(reader, page);
  return linkedData({ site, canonical, language: tongue(reader.language), thing, trail });
}

/** This page in a language of the trust; `null` where there is none. */
type Version = { readonly tag: string; readonly path: string | null };

/** `null` where it lists no kind of document, or in pictures and films. */
function listTwinOf({ content, language }: Reader, { pathIn }: Framed): string | null {
  const path = pathIn(language);
  return path !== null && hasTwins(language) && isListWithTwin(content, path)
    ? twinPath(path)
    : null;
}

/** A page in one language has no other versions to name. */
function alternates(reader: Reader, versions: readonly Version[]): Frame['alternates'] {
  const named = versions
    .filter(({ path }) => path !== null)
    .map(({ tag, path }) => ({ hreflang: tag, href: `${reader.content.site}${path}` }));
  if (named.length < 2) return [];
  const fallback = named.find(({ hreflang }) => hreflang === SOURCE_LANGUAGE);
  return fallback === undefined ? named : [...named, { ...fallback, hreflang: 'x-default' }];
}

function address({ content }: Reader, path: string | null): string | null {
  return path === null ? null : `${content.site}${path}`;
}

function languageLink(reader: Reader, { tag, path }: Version): LanguageLink {
  return {
    href: path ?? `/${tag}/`,
    name: knownLanguage(tag).ownName,
    in: tongue(tag),
    hreflang: tag,
    isCurrent: tag === reader.language && path !== null,
    note: path === null ? wordsIn(reader.content, tag)('languages.frontPage') : null,
  };
}

/** Few enough for a telephone, and what parents come for; the foot of the page leads to the rest. */
function menuLinks(reader: Reader, section: Section | undefined): Frame['menu']['links'] {
  const { content, words } = reader;
  const list = (kind: Kind, folder: string, text: string) =>
    hasList(content, kind) ? ownLink(reader, `/${reader.language}/${folder}/`, text) : null;
  const takesPart = takingPartKinds.some((kind) => hasList(content, kind));
  const takingPart = takesPart
    ? ownLink(reader, `/${reader.language}/have-your-say/`, words('part.title'))
    : null;
  const links: readonly (readonly [Section, Link | null])[] = [
    ['home', homeLink(reader)],
    ['services', list('services', 'services', words('services.title'))],
    ['guides', list('guides', 'guides', words('nav.guides'))],
    ['charter', charterLink(reader)],
    ['part', takingPart],
    ['words', list('terms', 'words', words('words.nav'))],
    ['search', ownLink(reader, searchPath(reader.language), words('search.title'))],
  ];
  return links.flatMap(([name, link]) =>
    link === null ? [] : [{ ...link, isCurrent: name === section }],
  );
}

export function homeLink(reader: Reader): Link {
  return ownLink(reader, `/${reader.language}/`, reader.words('nav.home'));
}

/** To the charter in force, in the reader's language or in English; `null` when there is none. */
export function charterLink(reader: Reader): Link | null {
  const reference = charterOf(reader);
  if (reference === null) return null;
  const own = reader.content.languagesOf('charter', reference.document);
  const tag = own.includes(reader.language) ? reader.language : SOURCE_LANGUAGE;
  if (!own.includes(tag)) return null;
  const label = said(reader, reader.words('nav.charter'), reader.language);
  return { ...destination(reader, `/${tag}/charter/`, tag), label };
}

export function charterOf({ content }: Reader): Reference | null {
  const document = content.bySlug('charter', CHARTER);
  return document === null ? null : { kind: 'charter', document };
}

/** A link to a page in the reader's own language, in the words of the interface. */
export function ownLink(reader: Reader, href: string, text: string | Said): Link {
  return {
    ...destination(reader, href, reader.language),
    label: typeof text === 'string' ? said(reader, text, reader.language) : text,
  };
}

export function sampleNote({ content, language, words }: Reader): Frame['sample'] {
  if (!content.trust.sample) return null;
  const { checkedByNativeSpeaker, form } = knownLanguage(language);
  const isUnchecked = form === 'text' && !checkedByNativeSpeaker;
  const translation = isUnchecked ? [words('sample.translation')] : [];
  return { title: words('sample.title'), texts: [words('sample.text'), ...translation] };
}
