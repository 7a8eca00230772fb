/** The lists of principles and of guides. */
import type { Content } from '../content/content.ts';
import { type Frame, frameFor } from './frame.ts';
import { type Entry, entriesOf } from './lists.ts';
import { reader } from './reader.ts';

export type ListPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly entries: readonly Entry[];
};

type Params = { readonly language: string };

export function principlesPage(content: Content, { language }: Params): ListPage {
  const { words } = reader(content, language);
  return listPage(content, language, {
    kind: 'principles',
    title: words('nav.principles'),
    introduction: words('principle.intro'),
  });
}

export function guidesPage(content: Content, { language }: Params): ListPage {
  const { words } = reader(content, language);
  return listPage(content, language, {
    kind: 'guides',
    title: words('nav.guides'),
    introduction: words('guide.intro'),
  });
}

type Said = {
  readonly kind: 'principles' | 'guides';
  readonly title: string;
  readonly introduction: string;
};

function listPage(
  content: Content,
  language: string,
  { kind, title, introduction }: Said,
): ListPage {
  const who = reader(content, language);
  return {
    frame: frameFor(who, {
      title,
      description: introduction,
      section: kind,
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/${kind}/`,
    }),
    title,
    introduction,
    entries: entriesOf(who, kind),
  };
}
