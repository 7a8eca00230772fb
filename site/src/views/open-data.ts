/** The page that tells programmers what the export of services is, and what it is not. It is in English only. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import said from '@charterpress/shared/strings/open-data.json' with { type: 'json' };
import type { Content } from '../content/content.ts';
import { HSDS, hsdsFiles } from '../open-data/hsds.ts';
import { type Frame, frameFor, ownLink } from './frame.ts';
import type { Link } from './links.ts';
import { reader } from './reader.ts';
import { findHelpLink } from './services/find-help.ts';

export type OpenDataPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly summary: string;
  readonly texts: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    readonly note: string | null;
    readonly links: readonly Link[];
  }[];
};

export function openDataPage(content: Content): OpenDataPage {
  const who = reader(content, SOURCE_LANGUAGE);
  const { licence } = content.trust;
  const files = hsdsFiles(content).filter((file) => !file.includes('/'));
  const links = (some: readonly string[]) => some.map((file) => ownLink(who, HSDS + file, file));
  const { title, summary, texts } = said;
  return {
    frame: frameFor(who, {
      ...{ title, description: summary, trail: [findHelpLink(who)] },
      pathIn: (tag) => (tag === SOURCE_LANGUAGE ? HSDS : null),
    }),
    ...{ title, summary, texts },
    groups: [
      { title: said.json, note: said.jsonNote, links: links(['services.json']) },
      {
        title: said.csv,
        note: null,
        links: links(files.filter((file) => file !== 'services.json')),
      },
      { title: said.licence, note: null, links: [ownLink(who, licence.url, licence.name)] },
    ],
  };
}
