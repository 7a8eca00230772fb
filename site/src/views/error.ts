/** What a reader sees in place of a page: what happened, what to do, whom to ring. */
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import { hasList } from '../content/routes.ts';
import { type Footer, footerFor } from './footer.ts';
import { type Frame, frameFor, ownLink } from './frame.ts';
import type { Link } from './links.ts';
import { reader } from './reader.ts';
import { findHelpLink } from './services/find-help.ts';

export type ErrorPage = {
  readonly frame: Frame;
  readonly status: 404 | 410 | 500;
  readonly title: string;
  readonly text: string;
  readonly onward: Link;
  /** What most people came for; `null` where there is none to find. */
  readonly findHelp: Link | null;
  readonly call: {
    readonly title: string;
    readonly emergency: Footer['emergency']['numbers'];
    readonly helplines: Footer['helplines']['facts'];
  };
};

const sayings: Readonly<Record<ErrorPage['status'], readonly [WordKey, WordKey]>> = {
  404: ['error.notFound', 'error.notFoundText'],
  410: ['error.gone', 'error.goneText'],
  500: ['error.broken', 'error.brokenText'],
};

type Params = { readonly language: string; readonly status: ErrorPage['status'] };

export function errorPage(content: Content, { language, status }: Params): ErrorPage {
  const who = reader(content, language);
  const { emergency, helplines } = footerFor(who);
  const [title, text] = sayings[status].map((key) => who.words(key)) as [string, string];
  return {
    frame: frameFor(who, { title, pathIn: () => null, isFindable: false }),
    status,
    title,
    text,
    onward: ownLink(who, `/${language}/`, who.words('error.toFrontPage')),
    findHelp: hasList(content, 'services') ? findHelpLink(who) : null,
    call: {
      title: who.words('error.call'),
      emergency: emergency.numbers,
      helplines: helplines.facts,
    },
  };
}
