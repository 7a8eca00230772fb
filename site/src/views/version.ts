/** A document in Easy Read or in British Sign Language: sentences with pictures, or a film, in place of its text. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { VersionSection } from '@charterpress/shared/domain/language-version.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { type Attachment, attachmentFor } from './attachments.ts';
import type { Beside, English } from './beside.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  documentPath,
  type Opened,
  openDocument,
} from './document.ts';
import { ownLink, type Section } from './frame.ts';
import type { Link } from './links.ts';
import { type Picture, pictureFor } from './picture.ts';
import { knownLanguage, type Reader, type Said, said } from './reader.ts';
import { isVersion } from './reading.ts';

/** What stands in the place of a text. */
export type VersionText = {
  readonly sections: readonly EasySection[];
  readonly film: (Attachment & { readonly poster: string | null }) | null;
  readonly labels: { readonly captions: string; readonly transcript: string };
  /** Who signed it, and who checked that. */
  readonly people: readonly string[];
};

export type VersionPage = DocumentPage &
  VersionText & {
    readonly title: Said;
    readonly full: Link;
  };

export type EasySection = {
  /** What the English calls it; `null` for what stands above everything. */
  readonly title: string | null;
  readonly sentences: readonly { readonly text: string; readonly picture: Picture | null }[];
  readonly english: English | null;
};

type Asked = { readonly kind: Kind; readonly slug: string; readonly language: string };

/** Returns `null` where the page shows a text: in other languages, and where English stands in place of an unsafe version. */
export function versionPage(content: Content, asked: Asked): VersionPage | null {
  if (knownLanguage(asked.language).form === 'text') return null;
  const opened = openDocument(content, asked);
  if (opened === null || !isVersion(opened.shown)) return null;
  const { reader, shown } = opened;
  const version = versionText(opened);
  if (version === null) return null;
  const title = titleIn(shown.text);
  const english = documentPath(opened, SOURCE_LANGUAGE) ?? `/${SOURCE_LANGUAGE}/`;
  return {
    ...documentPage(opened, { title, ...sectionOfSite(asked.kind) }),
    ...version,
    title: said(reader, title, SOURCE_LANGUAGE),
    full: ownLink(reader, english, reader.words('version.full')),
  };
}

/** `null` where the text itself is shown. `home`: of the page in English, where that is no page of a document's own. */
export function versionText(opened: Opened<Kind>, home?: string): VersionText | null {
  const { reader, shown } = opened;
  const { version } = shown.edition;
  if (version === undefined || !isVersion(shown)) return null;
  return {
    sections: sectionsOf(opened, besideOpened(opened, home)),
    film: filmOf(reader, version),
    labels: {
      captions: reader.words('files.captions'),
      transcript: reader.words('files.transcript'),
    },
    people: peopleOf(reader, version),
  };
}

function sectionOfSite(kind: Kind): { readonly section?: Section } {
  if (kind === 'charter' || kind === 'pledges') return { section: 'charter' };
  return kind === 'principles' || kind === 'guides' ? { section: kind } : {};
}

type Version = NonNullable<Opened<Kind>['shown']['edition']['version']>;
type Sentence = Version['sentences'][number];

/** Sentences about one thing that follow each other stand under one heading, with what the English says there now. */
function sectionsOf(opened: Opened<Kind>, beside: Beside): readonly EasySection[] {
  const { reader, shown } = opened;
  const runs: Sentence[][] = [];
  for (const sentence of shown.edition.version?.sentences ?? []) {
    const [last] = runs.at(-1) ?? [];
    const isSame = last?.section === sentence.section && last.part === sentence.part;
    if (isSame) runs.at(-1)?.push(sentence);
    else runs.push([sentence]);
  }
  return runs.map((run) => {
    const [{ part, section }] = run as [Sentence, ...Sentence[]];
    const title = titleOf(opened, section, part);
    return {
      title,
      sentences: run.map(({ picture, sentence }) => ({
        text: sentence,
        picture: pictureFor(reader, picture),
      })),
      english: beside([fieldOf(opened, section, part)], { level: 2, heading: title ?? '' }),
    };
  });
}

function titleOf(
  opened: Opened<Kind>,
  section: VersionSection,
  part: string | null,
): string | null {
  const { words } = opened.reader;
  switch (section) {
    case 'meaning':
      return words(
        opened.shown.edition.kind === 'pledges' ? 'pledge.meaning' : 'principle.meaning',
      );
    case 'answerable':
    case 'ifNotKept':
      return words(`pledge.${section}`);
    case 'pledges':
      return words('charter.promises');
    case 'part':
      return partCalled(opened, part)?.title ?? null;
    default:
      return null;
  }
}

/** A part of a guide is compared by its row; one that is not there any more, by a row that is not there either. */
function fieldOf(opened: Opened<Kind>, section: VersionSection, part: string | null) {
  return section === 'part' ? { part: partCalled(opened, part)?.id ?? '' } : section;
}

function partCalled({ shown }: Opened<Kind>, slug: string | null) {
  const { parts = [] } = shown.text as {
    parts?: readonly { readonly id: string; readonly slug: string; readonly title: string }[];
  };
  return parts.find((part) => part.slug === slug) ?? null;
}

function filmOf(reader: Reader, { poster, recording }: Version): VersionPage['film'] {
  const film = recording === null ? null : attachmentFor(reader, recording);
  if (film === null) return null;
  return { ...film, poster: pictureFor(reader, poster)?.src ?? null };
}

function peopleOf({ words }: Reader, version: Version): readonly string[] {
  const { checkedBy, checkerRegistration, translatedBy, translatorRegistration } = version;
  const by = (
    key: 'version.signedBy' | 'version.checkedBy',
    name: string | null,
    at: string | null,
  ) => (name === null ? [] : [words(key, { name, registration: at ?? '' })]);
  return [
    ...by('version.signedBy', translatedBy, translatorRegistration),
    ...by('version.checkedBy', checkedBy, checkerRegistration),
  ];
}
