/** The front page of a language. It stands even where nobody has translated its text yet. */
import { HOME } from '@charterpress/shared/domain/addresses.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { hasList } from '../content/routes.ts';
import { hasChanges } from '../content/routes-of-changes.ts';
import type { English } from './beside.ts';
import { besideOpened, openDocument } from './document.ts';
import { type Drawing, families } from './drawings.ts';
import { charterLink, type Frame, frameFor, ownLink } from './frame.ts';
import { type HelpSteps, helpSteps } from './help-steps.ts';
import type { Link } from './links.ts';
import { type Entry, entriesOf } from './lists.ts';
import { madeOf } from './made.ts';
import { noticesFor } from './notices.ts';
import { type Picture, pictureFor } from './picture.ts';
import { type Promised, promisesInForce } from './promises.ts';
import { type ShownBlock, showProse } from './prose.ts';
import type { Tongue } from './reader.ts';
import { inEnglish, type Reader, reader, type Said, said, tongue } from './reader.ts';
import { told } from './terms.ts';
import { type VersionText, versionText } from './version.ts';

export type HomePage = {
  readonly frame: Frame;
  readonly title: Said;
  readonly summary: Said | null;
  readonly picture: Picture | null;
  /** In the place of a picture. */
  readonly drawing: Drawing;
  readonly helpSteps: HelpSteps;
  /** In Easy Read and in signing: what stands in the place of the text. */
  readonly version: VersionText | null;
  readonly textIn: Tongue | undefined;
  readonly body: readonly ShownBlock[];
  readonly headInEnglish: English | null;
  readonly bodyInEnglish: English | null;
  readonly guides: {
    readonly title: string;
    readonly entries: readonly Entry[];
    readonly all: Link;
  } | null;
  readonly promises: {
    readonly title: string;
    readonly entries: readonly Promised[];
    readonly all: Link | null;
  } | null;
  readonly principles: Link | null;
  /** What was told lately, where anything was. */
  readonly changes: Link | null;
  /** What most parents come for, before all else. */
  readonly findHelp: Link | null;
};

/** As many as a parent reads; the rest stand in the list of guides. */
const guidesShown = 8;

export function homePage(content: Content, { language }: { readonly language: string }): HomePage {
  const who = reader(content, language);
  const found = openDocument(content, { kind: 'pages', slug: HOME, language });
  const english = `/${SOURCE_LANGUAGE}/`;
  const version = found === null ? null : versionText(found, english);
  const text = found?.shown.text;
  // In another form a page has no text of its own: what leads on to other pages stands under its sentences.
  const opened = version === null ? found : null;
  const textReader = { ...(opened?.textReader ?? who), linked: who.linked };
  const { textLanguage = language } = opened?.shown ?? {};
  const above = { level: 1, heading: text?.title ?? '' } as const;
  const beside = opened === null ? null : besideOpened(opened, english);
  const titleIn = version === null ? textLanguage : SOURCE_LANGUAGE;
  const name = inEnglish(who, content.trust.name);
  return {
    frame: frameFor(who, {
      title: text?.title ?? content.trust.name,
      description: text?.summary ?? null,
      section: 'home',
      isFront: true,
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/`,
      made: found === null ? null : madeOf(who, found.shown),
      notices: found === null ? [] : noticesFor(who, found.shown, english),
    }),
    version,
    title: text === undefined ? name : said(who, text.title, titleIn),
    summary: text === undefined || version !== null ? null : told(who, text.summary, textLanguage),
    picture: pictureFor(who, text?.image ?? null),
    drawing: families,
    helpSteps: helpSteps(who),
    textIn: textLanguage === language ? undefined : tongue(textLanguage),
    body: opened?.shown.text.body ? showProse(textReader, opened.shown.text.body, above) : [],
    headInEnglish: beside?.(['title', 'summary'], above) ?? null,
    bodyInEnglish: beside?.(['body'], above) ?? null,
    guides: guidesOf(who),
    promises: promises(who),
    principles: principlesLink(who),
    changes: hasChanges(content, language)
      ? ownLink(who, `/${language}/changes/`, who.words('changes.title'))
      : null,
    findHelp: findHelpLink(who),
  };
}

function guidesOf(reader: Reader): HomePage['guides'] {
  const entries = entriesOf(reader, 'guides');
  if (entries.length === 0) return null;
  return {
    title: reader.words('home.guides'),
    entries: entries.slice(0, guidesShown),
    all: ownLink(reader, `/${reader.language}/guides/`, reader.words('home.allGuides')),
  };
}

function promises(reader: Reader): HomePage['promises'] {
  const entries = promisesInForce(reader);
  if (entries.length === 0) return null;
  const charter = charterLink(reader);
  const label = said(reader, reader.words('home.allPromises'), reader.language);
  return {
    title: reader.words('home.charter'),
    entries,
    all: charter === null ? null : { ...charter, label },
  };
}

function findHelpLink(reader: Reader): Link | null {
  if (!hasList(reader.content, 'services')) return null;
  return ownLink(reader, `/${reader.language}/services/`, reader.words('services.title'));
}

function principlesLink(reader: Reader): Link | null {
  if (entriesOf(reader, 'principles').length === 0) return null;
  return ownLink(reader, `/${reader.language}/principles/`, reader.words('home.principles'));
}
