/** Where readers search, and the lists that they have without searching. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import { hasList } from '../content/routes.ts';
import { searchPath } from '../content/routes-of-search.ts';
import { filtersOf } from '../content/services-in.ts';
import type { ShownFact } from './facts.ts';
import { helplinesOf } from './footer.ts';
import { charterLink, type Frame, frameFor, ownLink } from './frame.ts';
import { type Reader, reader } from './reader.ts';
import { filterLink, type LinkGroup } from './services/list.ts';

export type SearchPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly more: string;
  /** What is said while nothing searches. */
  readonly without: string;
  /** What the script says. */
  readonly words: {
    readonly asking: string;
    /** With `{{count}}` where the number belongs. */
    readonly found: string;
    readonly near: string;
    readonly nothing: string;
    readonly broken: string;
  };
  readonly nothing: {
    readonly text: string;
    readonly facts: readonly ShownFact[];
  };
  readonly lists: readonly LinkGroup[];
};

export function searchPage(
  content: Content,
  { language }: { readonly language: string },
): SearchPage {
  const who = reader(content, language);
  const { words } = who;
  const title = words('search.title');
  return {
    frame: {
      ...frameFor(who, {
        ...{ title, description: words('search.hint') },
        ...{ section: 'search' as const, pathIn: searchPath },
      }),
      scripts: ['search'],
    },
    title,
    label: words('search.label'),
    hint: words('search.hint'),
    button: words('search.button'),
    more: words('search.more'),
    without: words('search.without'),
    words: {
      asking: words('search.asking'),
      found: words('search.found', { count: '{{count}}' }),
      near: words('search.near'),
      nothing: words('search.nothing'),
      broken: words('search.broken'),
    },
    nothing: {
      text: words('search.nothingText'),
      facts: helplinesOf(who),
    },
    lists: listsFor(who).filter(({ links }) => links.length > 0),
  };
}

function listsFor(who: Reader): readonly LinkGroup[] {
  const { content, language, words } = who;
  const helps = content.lists('services', SOURCE_LANGUAGE);
  const to = (path: string, text: string) => ownLink(who, `/${language}/${path}/`, text);
  const all = [
    helps ? to('services/a-z', words('services.by.a-z')) : null,
    hasList(content, 'guides') ? to('guides', words('home.allGuides')) : null,
    hasList(content, 'terms') ? to('words', words('words.title')) : null,
    charterLink(who),
  ];
  const worries = helps ? filtersOf(content.trust).filter(({ by }) => by === 'worry') : [];
  return [
    { title: words('search.lists'), links: all.filter((link) => link !== null) },
    { title: words('services.by.worry'), links: worries.map((worry) => filterLink(who, worry)) },
  ];
}
