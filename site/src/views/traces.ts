/** How to leave a page quickly and leave fewer traces, and what nobody can promise. The same for every trust. */
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Content } from '../content/content.ts';
import { type Footer, footerFor } from './footer.ts';
import { type Frame, frameFor } from './frame.ts';
import { TRACES } from './leave.ts';
import { reader } from './reader.ts';

export type TracesPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly emergency: Footer['emergency'];
  readonly helplines: Footer['helplines'];
  readonly sections: readonly { readonly title: string; readonly points: readonly string[] }[];
};

const sections: readonly { readonly title: WordKey; readonly points: readonly WordKey[] }[] = [
  {
    title: 'leave.does.title',
    points: ['leave.does.tap', 'leave.does.gone', 'leave.does.links', 'leave.does.plain'],
  },
  {
    title: 'leave.cannot.title',
    points: ['leave.cannot.history', 'leave.cannot.watched', 'leave.cannot.network'],
  },
  {
    title: 'leave.history.title',
    points: ['leave.history.open', 'leave.history.some', 'leave.history.searches'],
  },
  { title: 'leave.before.title', points: ['leave.before.private', 'leave.before.other'] },
  { title: 'leave.calls.title', points: ['leave.calls.list'] },
  { title: 'leave.site.title', points: ['leave.site.text'] },
];

export function tracesPage(
  content: Content,
  { language }: { readonly language: string },
): TracesPage {
  const who = reader(content, language);
  const { words } = who;
  const { emergency, helplines } = footerFor(who);
  return {
    frame: frameFor(who, {
      title: words('leave.how'),
      description: words('leave.intro'),
      isSensitive: true,
      pathIn: (tag) => `/${tag}/${TRACES}/`,
    }),
    title: words('leave.how'),
    introduction: words('leave.intro'),
    emergency,
    helplines,
    sections: sections.map(({ title, points }) => ({
      title: words(title),
      points: points.map((point) => words(point)),
    })),
  };
}
