/** What every page of a document has in common: its reading, its frame, its dates. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Prose } from '@charterpress/shared/domain/prose.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { hasTwins, twinPath } from '../twins/paths.ts';
import { type Beside, besideText } from './beside.ts';
import { type Frame, type Framed, frameFor, type LanguageLink } from './frame.ts';
import { isSensitive } from './leave.ts';
import { thingOf } from './linked-data/thing.ts';
import { madeOf } from './made.ts';
import { notesOf } from './notes.ts';
import { noticesFor } from './notices.ts';
import { dayIn, knownLanguage, type Reader, reader, type Tongue, tongue } from './reader.ts';
import { type Reading, reading } from './reading.ts';
import { type Recording, recordingOf } from './recording.ts';
import { shareOf, shortAddressOf } from './share.ts';
import { besideLink } from './side-by-side.ts';
import { wrongOn } from './wrong.ts';

/** A moment to show, and to a machine. */
export type Dated = { readonly text: string; readonly moment: string };

export type History = readonly { readonly on: Dated; readonly note: string }[];

export type DocumentPage = {
  readonly frame: Frame;
  /** The language of the document's own text when it is not the page's: English in place of a translation. */
  readonly textIn: Tongue | undefined;
  /** Where the same is to be had in Easy Read and in signing: on the English page. */
  readonly also: { readonly label: string; readonly links: readonly LanguageLink[] } | null;
  readonly recording: Recording | null;
  readonly dates: readonly Dated[];
  /** What each edition changed, newest first, on the English page. */
  readonly history: { readonly title: string; readonly changes: History } | null;
};

export type Opened<K extends Kind> = {
  readonly reader: Reader;
  /** A reader in the language of the text. */
  readonly textReader: Reader;
  readonly shown: Reading<K>;
};

type Asked<K extends Kind> = { readonly kind: K; readonly slug: string; readonly language: string };

/** Returns `null` when no document of this kind has the slug, or none that can be read in this language. */
export function openDocument<K extends Kind>(content: Content, asked: Asked<K>): Opened<K> | null {
  const document = content.bySlug(asked.kind, asked.slug);
  if (document === null) return null;
  const shown = reading(content, { kind: asked.kind, document, language: asked.language });
  if (shown === null) return null;
  const own = reader(content, asked.language);
  const textReader = { ...reader(content, shown.textLanguage), linked: own.linked };
  return { reader: own, textReader, shown };
}

/** As `openDocument`, for a page that the route list promised: throws where there is none. */
export function openPage<K extends Kind>(content: Content, asked: Asked<K>): Opened<K> {
  const opened = openDocument(content, asked);
  if (opened === null) throw noSuchPage(asked.kind, asked.slug, asked.language);
  return opened;
}

/** For a page that the route list promised. */
export function noSuchPage(kind: Kind, slug: string, language: string): Error {
  return new Error(
    `There is no page of ${kind} "${slug}" in "${language}". Ask for a path that siteRoutes() lists.`,
  );
}

type Part = Omit<Framed, 'pathIn' | 'notices'> & {
  readonly pathIn?: (tag: string) => string | null;
};

export function documentPage<K extends Kind>(opened: Opened<K>, page: Part): DocumentPage {
  const { reader, shown } = opened;
  const pathIn = page.pathIn ?? ((tag) => documentPath(opened, tag));
  const notices = noticesFor(reader, shown, pathIn(SOURCE_LANGUAGE) ?? `/${SOURCE_LANGUAGE}/`);
  const isFindable = shown.edition.action === 'published';
  const made = madeOf(reader, shown);
  const thing = thingOf(reader, shown);
  const about = { isFindable, isSensitive: isSensitive(shown.source.content), thing };
  const framed = frameFor(reader, { ...about, ...page, made, notices, pathIn });
  const { canonical: address } = framed;
  const at = address === null ? null : { address, short: shortAddressOf(reader, shown.edition) };
  const share = shareOf(opened, at);
  const beside = besideLink(opened, pathIn(reader.language));
  const wrong = wrongOn(reader, at?.short ?? null);
  const frame = { ...framed, share, beside, wrong, twin: twinOf(opened) };
  return {
    frame: withLanguages(opened, frame),
    also: alsoIn(reader, frame),
    recording: recordingOf(reader, shown),
    textIn: shown.textLanguage === reader.language ? undefined : tongue(shown.textLanguage),
    dates: datesOf(reader, shown),
    history: historyOf(reader, shown),
  };
}

function twinOf<K extends Kind>(opened: Opened<K>): string | null {
  const path = documentPath(opened, opened.reader.language);
  return path !== null && hasTwins(opened.reader.language) ? twinPath(path) : null;
}

function alsoIn(reader: Reader, { languages }: Frame): DocumentPage['also'] {
  if (reader.language !== SOURCE_LANGUAGE) return null;
  const links = languages.links.filter(
    ({ hreflang, note }) => note === null && knownLanguage(hreflang).form !== 'text',
  );
  return links.length === 0 ? null : { label: reader.words('version.also'), links };
}

/**
 * `hreflang` names the languages in which a reader finds what is current: not where the page was withdrawn, and not
 * where English stands in place of a translation, which is no other language version.
 */
function withLanguages<K extends Kind>(opened: Opened<K>, frame: Frame): Frame {
  const { reader, shown } = opened;
  if (shown.textLanguage !== reader.language) return { ...frame, isIndexed: false, alternates: [] };
  if (frame.alternates.length === 0) return frame;
  const safeSince = lastSafetyChange(opened);
  const current = frame.alternates.filter(
    ({ hreflang }) => hreflang === 'x-default' || isCurrentIn(opened, hreflang, safeSince),
  );
  // English alone is named twice, as itself and as `x-default`.
  return { ...frame, alternates: current.length > 2 ? current : [] };
}

function isCurrentIn<K extends Kind>(
  { reader, shown }: Opened<K>,
  tag: string,
  safeSince: number,
): boolean {
  const { kind, document } = shown.edition;
  const there = reader.content.edition(kind, document, tag);
  if (there === null || there.action !== 'published') return false;
  return tag === SOURCE_LANGUAGE || (there.sourceEdition ?? 0) >= safeSince;
}

/** The number of the English edition that no translation may be older than; 0 when any may be read. */
function lastSafetyChange<K extends Kind>({ reader, shown }: Opened<K>): number {
  const { kind, document } = shown.edition;
  const english = reader.content.englishSince(kind, document, 1);
  return (
    english.findLast((edition) => edition.change === 'safety' && edition.number > 1)?.number ?? 0
  );
}

/** What stands beside each section of a text that is behind. */
export function besideOpened<K extends Kind>(
  opened: Opened<K>,
  englishPath = documentPath(opened, SOURCE_LANGUAGE) ?? `/${SOURCE_LANGUAGE}/`,
  rewrite?: (prose: Prose) => Prose,
): Beside {
  return besideText(opened.reader, opened.shown, englishPath, rewrite);
}

/** The document's own page in a language, or `null` where it cannot be read. */
export function documentPath<K extends Kind>(
  { reader, shown }: Opened<K>,
  tag: string,
): string | null {
  const { kind, document } = shown.edition;
  if (!reader.content.languagesOf(kind, document).includes(tag)) return null;
  return pathOf({ kind, slug: shown.slug, language: tag });
}

/** Of the text that is shown. When a translation was made stands above it. */
function datesOf(reader: Reader, { source, textLanguage }: Reading): readonly Dated[] {
  if (textLanguage !== SOURCE_LANGUAGE) return [];
  const { action, changedAt, firstPublishedAt } = source;
  const firstDay = dayIn(reader.language, firstPublishedAt);
  const first = {
    text: reader.words('published.on', { date: firstDay }),
    moment: firstPublishedAt,
  };
  if (changedAt === firstPublishedAt || action === 'withdrawn') return [first];
  const lastDay = dayIn(reader.language, changedAt);
  if (lastDay === firstDay) return [first];
  return [first, { text: reader.words('published.changed', { date: lastDay }), moment: changedAt }];
}

/** Earlier editions are told of on the English page: their notes are in English. */
function historyOf(reader: Reader, { edition }: Reading): DocumentPage['history'] {
  const { kind, document } = edition;
  if (reader.language !== SOURCE_LANGUAGE || edition.number === 1) return null;
  const changes = notesOf(reader.content.englishSince(kind, document, 1))
    .map(({ note, publishedAt }) => ({
      on: { text: dayIn(reader.language, publishedAt), moment: publishedAt },
      note,
    }))
    .toReversed();
  return changes.length === 0 ? null : { title: reader.words('published.history'), changes };
}
