/** A guide: one part a page, with a list of what is in it. The first part stands at the guide's own address. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Content } from '../content/content.ts';
import { type Attachments, attachmentsFor } from './attachments.ts';
import type { English } from './beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  documentPath,
  noSuchPage,
  type Opened,
  openPage,
} from './document.ts';
import { ownLink } from './frame.ts';
import { destination, type Link, linksTo } from './links.ts';
import { type Picture, pictureFor } from './picture.ts';
import type { Related, ShownSection } from './pledge.ts';
import { promisesAbout } from './promises.ts';
import { showProse } from './prose.ts';
import { type Reader, type Said, said } from './reader.ts';
import { isVersion, reading } from './reading.ts';
import { entriesOfServices } from './services/entry.ts';
import { type Steps, steps } from './steps.ts';
import { told } from './terms.ts';

export type GuidePage = DocumentPage & {
  readonly title: Said;
  readonly summary: Said | null;
  readonly headInEnglish: English | null;
  /** `null` on a translated page, which says it above. */
  readonly audience: { readonly label: string; readonly who: string } | null;
  readonly picture: Picture | null;
  /** `null` for a guide in one part. */
  readonly contents: {
    readonly label: string;
    readonly parts: readonly (Link & { readonly isCurrent: boolean })[];
  } | null;
  readonly part: ShownSection;
  readonly related: readonly Related[];
  readonly attachments: Attachments | null;
  readonly steps: Steps;
};

type Params = { readonly language: string; readonly slug: string; readonly part?: string };

export function guidePage(content: Content, { language, slug, part }: Params): GuidePage {
  const opened = openPage(content, { kind: 'guides', slug, language });
  const { reader, textReader, shown } = opened;
  const { text } = shown;
  const at = part === undefined ? 0 : text.parts.findIndex((one) => one.slug === part);
  const current = text.parts[at];
  if (current === undefined) throw noSuchPage('guides', `${slug}/${part}`, language);
  const isFirst = at === 0;
  const parts = partLinks(opened);
  const above = { level: 2, heading: current.title } as const;
  const pathIn = (tag: string) =>
    isFirst ? documentPath(opened, tag) : partPath(opened, current.slug, tag);
  const beside = besideOpened(opened);
  const page = documentPage(opened, {
    title: isFirst ? text.title : `${text.title}: ${current.title}`,
    description: text.summary,
    section: 'guides',
    trail: [ownLink(reader, `/${language}/guides/`, reader.words('nav.guides'))],
    pathIn,
  });
  return {
    ...page,
    title: said(reader, text.title, shown.textLanguage),
    summary: isFirst ? told(reader, text.summary, shown.textLanguage) : null,
    headInEnglish: isFirst ? beside(['title', 'summary'], { level: 1, heading: text.title }) : null,
    audience: page.frame.made === null ? audienceOf(reader, text.audience) : null,
    picture: isFirst ? pictureFor(reader, text.image) : null,
    contents: contentsOf(reader, parts, at),
    part: {
      title: current.title,
      blocks: showProse(textReader, current.body, above),
      english: beside([{ part: current.id }], above),
    },
    related: relatedTo(opened),
    attachments: attachmentsFor(reader, current.attachments),
    steps: steps(reader, { previous: parts[at - 1] ?? null, next: parts[at + 1] ?? null }),
  };
}

type Audience = Opened<'guides'>['shown']['text']['audience'];

function audienceOf({ words }: Reader, audience: Audience): GuidePage['audience'] {
  return { label: words('guide.audience'), who: words(`guide.${audience}`) };
}

function partLinks({ reader, shown }: Opened<'guides'>): readonly Link[] {
  const { slug, text, textLanguage } = shown;
  const { language } = reader;
  return text.parts.map((part, at) => {
    const address = at === 0 ? { slug } : { slug, part: part.slug };
    const href = pathOf({ kind: 'guides', language, ...address }) as string;
    return {
      ...destination(reader, href, language),
      label: said(reader, part.title, textLanguage),
    };
  });
}

function contentsOf(
  reader: Reader,
  parts: readonly Link[],
  current: number,
): GuidePage['contents'] {
  if (parts.length < 2) return null;
  return {
    label: reader.words('guide.contents'),
    parts: parts.map((part, at) => ({ ...part, isCurrent: at === current })),
  };
}

/** The same part in a language, or `null`: a translation may be of an edition that did not have it. */
export function partPath(opened: Opened<'guides'>, part: string, tag: string): string | null {
  const path = documentPath(opened, tag);
  if (path === null) return null;
  const { document } = opened.shown.edition;
  const there = reading(opened.reader.content, { kind: 'guides', document, language: tag });
  // In another form a guide is one page.
  if (there !== null && isVersion(there)) return path;
  const at = there?.text.parts.findIndex((one) => one.slug === part) ?? -1;
  if (at < 0) return null;
  return at === 0 ? path : `${path}${part}/`;
}

function relatedTo({ reader, shown }: Opened<'guides'>): readonly Related[] {
  const { document } = shown.edition;
  return [
    {
      title: reader.words('related.pledges'),
      links: promisesAbout(reader, { field: 'guides', document }),
    },
    {
      title: reader.words('related.principles'),
      links: linksTo(reader, shown.text.principles),
    },
    { title: reader.words('services.title'), links: servicesFor(reader, document) },
  ].filter((group) => group.links.length > 0);
}

/** Enough to begin with: the rest is found by where one lives. */
const MOST_SERVICES = 12;

function servicesFor(reader: Reader, document: string): readonly Link[] {
  const found = reader.content.having('services', 'guides', document);
  return entriesOfServices(reader, found.slice(0, MOST_SERVICES));
}
