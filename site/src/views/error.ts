/** What a reader sees in place of a page: kind words, whom to ring (in the footer), and a way on. */
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import { type Frame, frameFor, ownLink } from './frame.ts';
import type { Link } from './links.ts';
import { reader } from './reader.ts';

export type ErrorPage = {
  readonly frame: Frame;
  readonly status: 404 | 410 | 500;
  readonly title: string;
  readonly text: string;
  readonly onward: Link;
};

const sayings: Readonly<Record<ErrorPage['status'], readonly [WordKey, WordKey]>> = {
  404: ['error.notFound', 'error.notFoundText'],
  410: ['error.gone', 'error.goneText'],
  500: ['error.broken', 'error.brokenText'],
};

type Params = { readonly language: string; readonly status: ErrorPage['status'] };

export function errorPage(content: Content, { language, status }: Params): ErrorPage {
  const who = reader(content, language);
  const [title, text] = sayings[status].map((key) => who.words(key)) as [string, string];
  return {
    frame: frameFor(who, { title, pathIn: () => null, isFindable: false }),
    status,
    title,
    text,
    onward: ownLink(who, `/${language}/`, who.words('error.toFrontPage')),
  };
}
