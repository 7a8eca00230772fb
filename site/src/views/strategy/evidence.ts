/** A background document, research or figures: what it says in plain words, and what stands on it. */
import type { Content } from '../../content/content.ts';
import { type Attachments, attachmentsFor } from '../attachments.ts';
import type { English } from '../beside.ts';
import type { Detail } from '../charter.ts';
import {
  besideOpened,
  type DocumentPage,
  documentPage,
  type Opened,
  openPage,
} from '../document.ts';
import { type Way, web } from '../facts.ts';
import { ownLink } from '../frame.ts';
import { type Link, linksTo } from '../links.ts';
import type { Related } from '../pledge.ts';
import { type ShownBlock, showProse } from '../prose.ts';
import { dayIn, type Said, said } from '../reader.ts';
import { eachOnce, linksHaving, relatedGroups } from '../related.ts';
import { told } from '../terms.ts';

export type EvidencePage = DocumentPage & {
  readonly type: string;
  readonly title: Said;
  readonly summary: Said;
  readonly headInEnglish: English | null;
  readonly details: readonly Detail[];
  readonly web: { readonly label: string; readonly way: Way } | null;
  readonly findings: {
    readonly title: string;
    readonly blocks: readonly ShownBlock[];
    readonly english: English | null;
  } | null;
  readonly attachments: Attachments | null;
  readonly related: readonly Related[];
};

type Params = { readonly language: string; readonly slug: string };

export function evidencePage(content: Content, { language, slug }: Params): EvidencePage {
  const opened = openPage(content, { kind: 'evidence', slug, language });
  const { reader, shown, textReader } = opened;
  const { source, text, textLanguage } = shown;
  const beside = besideOpened(opened);
  const above = { level: 2, heading: textReader.words('evidence.findings') } as const;
  const way = web(source.content.web);
  return {
    ...documentPage(opened, {
      ...{ title: text.title, description: text.summary },
      trail: [ownLink(reader, `/${language}/evidence/`, reader.words('evidence.title'))],
    }),
    type: reader.words(`evidence.type.${text.type}`),
    title: said(reader, text.title, textLanguage),
    summary: told(reader, text.summary, textLanguage),
    headInEnglish: beside(['title', 'summary'], { level: 1, heading: text.title }),
    details: detailsOf(opened),
    web: way === null ? null : { label: reader.words('evidence.web'), way },
    findings:
      text.findings === null
        ? null
        : {
            title: above.heading,
            blocks: showProse(textReader, text.findings, above),
            english: beside(['findings'], above),
          },
    attachments: attachmentsFor(reader, text.attachments),
    related: relatedGroups([[reader.words('evidence.supports'), standingOn(opened)]]),
  };
}

function detailsOf({ reader, shown }: Opened<'evidence'>): readonly Detail[] {
  const { author, publishedOn } = shown.source.content;
  const known: readonly (readonly [string, string | null])[] = [
    [reader.words('evidence.author'), author],
    [reader.words('evidence.on'), publishedOn && dayIn(reader.language, publishedOn)],
  ];
  return known.flatMap(([name, value]): readonly Detail[] => (value ? [{ name, value }] : []));
}

/** Whatever says on either side that it stands on this. */
function standingOn({ reader, shown }: Opened<'evidence'>): readonly Link[] {
  const { document } = shown.edition;
  return eachOnce([
    ...linksTo(reader, shown.source.content.supports),
    ...linksHaving(reader, 'strategies', 'evidence', document),
    ...linksHaving(reader, 'actions', 'reports.evidence', document),
  ]);
}
